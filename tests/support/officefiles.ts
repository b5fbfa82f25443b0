import { strToU8, zipSync } from 'fflate'

/** A ZIP archive of these parts, the first one unpacked as EPUB and OpenDocument want it. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
	zipSync(
		Object.fromEntries(
			Object.entries(parts).map(([name, content], at) => [
				name,
				[typeof content === 'string' ? strToU8(content) : content, { level: at === 0 ? 0 : 6 }],
			]),
		),
	)

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Word {
	readonly title: string
	/** Inside `w:body`. */
	readonly body: string
	/** Before the root element. */
	readonly doctype?: string
	/** Id → type, target, whether it lies elsewhere. */
	readonly targets?: Readonly<Record<string, readonly [type: string, target: string, elsewhere: boolean]>>
	readonly parts?: Readonly<Record<string, string>>
}

/** A Word document of these parts. */
export function docxOf({ title, body, doctype = '', targets = {}, parts = {} }: Word): Uint8Array {
	const links = Object.entries(targets).map(
		([id, [type, target, elsewhere]]) =>
			`<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${elsewhere ? ' TargetMode="External"' : ''}/>`,
	)
	return zipOf({
		'[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		'_rels/.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
		'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
		'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${relationships}">${links.join('')}</Relationships>`,
		'word/document.xml': `${declaration}${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
		...parts,
	})
}

/** A paragraph of Word's. */
export const wordParagraph = (text: string): string =>
	`<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A picture of Word's, by the id of where it lies: `embed` inside the file, `link` elsewhere. */
export const wordPicture = (how: 'embed' | 'link', id: string): string =>
	`<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

/** An OpenDocument text with this inside `office:text`. */
export const odtOf = (
	title: string,
	body: string,
	parts: Readonly<Record<string, string>> = {},
	doctype = '',
): Uint8Array =>
	zipOf({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'content.xml': `<?xml version="1.0" encoding="UTF-8"?>${doctype}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:scripts><office:script script:language="JavaScript">window.owned = 'odt'</office:script></office:scripts><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		'meta.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>${title}</dc:title></office:meta></office:document-meta>`,
		'META-INF/manifest.xml':
			'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
		...parts,
	})

interface Book {
	readonly title: string
	/** The chapter, a whole XHTML file. */
	readonly chapter: string
	/** Name inside `OEBPS/` → media type and content. */
	readonly files?: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>>
	/** Lines of the table of contents. */
	readonly contents?: string
	/** Files outside of `OEBPS/`. */
	readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** An EPUB 3 of one chapter. */
export function epubOf({
	title,
	chapter,
	files = {},
	contents = '<li><a href="c.xhtml">Chapter</a></li>',
	parts = {},
}: Book) {
	const items = Object.entries(files).map(
		([name, [type]], at) => `<item id="f${at}" href="${name}" media-type="${type}"/>`,
	)
	return zipOf({
		mimetype: 'application/epub+zip',
		'META-INF/container.xml':
			'<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
		'OEBPS/p.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier><dc:title>${title}</dc:title><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml" properties="scripted"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.join('')}</manifest><spine><itemref idref="c"/></spine></package>`,
		'OEBPS/c.xhtml': chapter,
		'OEBPS/n.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head><body><nav epub:type="toc"><ol>${contents}</ol></nav></body></html>`,
		...Object.fromEntries(Object.entries(files).map(([name, [, content]]) => [`OEBPS/${name}`, content])),
		...parts,
	})
}
