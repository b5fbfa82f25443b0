import type { Element, ElementContent, Root } from 'hast'
import { UserError } from '../../corpus/errors.ts'
import { zipKind } from './archive/zipkind.ts'
import { elements, root } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'
import { readComments } from './odt/comments.ts'
import { mathLine } from './odt/formula.ts'
import { metadataOf } from './odt/metadata.ts'
import { isFlat, type OdtFile, openOdt } from './odt/package.ts'
import { Story } from './odt/story.ts'
import { readStylesheet } from './odt/stylesheet.ts'
import { attribute, child, descendants, textOf, type XmlElement } from './xml/xml.ts'

/**
 * Texts of LibreOffice and its like, also templates and flat files (OpenDocument 1.0 to 1.4). Changes that
 * were tracked are taken as accepted; comments become annotations.
 */
export const odtImporter: BytesImporter = {
	kind: 'bytes',
	name: 'odt',
	recognises(bytes) {
		const kind = zipKind(bytes)
		return kind === 'odt' || kind === 'ods' || kind === 'odp' || isFlat(bytes)
	},
	read: async (source) => [await readDocument(source)],
}

async function readDocument({ bytes, fileName }: BytesSource): Promise<Imported> {
	const file = await openOdt(bytes, fileName)
	const body = child(file.content, 'body')
	const text = body && child(body, 'text')
	if (text === null)
		throw new UserError('refused', `“${fileName}” is no text document, so nothing was added.`)
	const roots = file.styles === null || file.styles === file.content ? [] : [file.styles]
	const styles = readStylesheet([...roots, file.content])
	const spoken = styles.style('paragraph', 'Standard')?.text.language ?? styles.language
	const metadata = metadataOf(file.meta, spoken)
	const comments = readComments(text)
	const language = metadata.language ?? null
	const story = new Story({ styles, comments, language, formulas: await formulasIn(text, file) })
	const blocks = story.blocks(text)
	const tree = root([...blocks, ...story.notes])
	const pictures = await picturesIn(tree, file)
	const walked = toReadingText(tree, {
		base: null,
		language,
		linkHeadings: false,
		pictureBytes: (src) => pictures.get(src) ?? null,
		comments: comments.all,
		furniture: furniture(file),
	})
	return { part: '', metadata, ...walked }
}

/** More embedded objects are not looked at. */
const maxFormulas = 2000

async function formulasIn(text: XmlElement, file: OdtFile): Promise<ReadonlyMap<string, ElementContent[]>> {
	const found = new Map<string, ElementContent[]>()
	for (const element of descendants(text)) {
		if (element.name !== 'object' || found.size >= maxFormulas) continue
		const href = attribute(element, 'href')
		const math = href === null ? child(element, 'math') : await file.object(href)
		if (math?.name === 'math') found.set(href ?? '', mathLine(math))
	}
	return found
}

/** Running heads and footers, each line once; page numbers alone say nothing. */
function furniture(file: OdtFile): readonly string[] {
	const masters = file.styles && child(file.styles, 'master-styles')
	const lines = new Set<string>()
	for (const element of masters === null ? [] : descendants(masters)) {
		if (!/^(header|footer)(-left|-first)?$/.test(element.name)) continue
		for (const each of descendants(element)) {
			const line = each.name === 'p' || each.name === 'h' ? textOf(each).replace(/\s+/g, ' ').trim() : ''
			if (/\p{L}/u.test(line)) lines.add(line)
		}
	}
	return [...lines]
}

async function picturesIn(tree: Root, file: OdtFile): Promise<ReadonlyMap<string, Uint8Array>> {
	const found = new Map<string, Uint8Array>()
	for (const src of sourcesIn(elements(tree))) {
		if (found.has(src)) continue
		const bytes = await file.picture(src)
		if (bytes !== null) found.set(src, bytes)
	}
	return found
}

function* sourcesIn(all: Iterable<Element>): Generator<string> {
	for (const element of all) {
		const src = element.tagName === 'img' ? element.properties['src'] : undefined
		if (typeof src === 'string' && src !== '' && !src.startsWith('data:')) yield src
	}
}
