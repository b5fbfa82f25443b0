import { zipOf } from '../../support/officefiles.ts'

const namespaces =
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document of this body, with the content of other parts by their kinds (`styles`, `numbering`). */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
	const names = Object.keys(parts)
	const links = names.map(
		(name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`,
	)
	return zipOf({
		'_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
		'word/_rels/document.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
		...Object.fromEntries(
			names.map((name) => [`word/${name}.xml`, `<w:${name} ${namespaces}>${parts[name]}</w:${name}>`]),
		),
	})
}

/** A paragraph of one run. */
export const p = (text: string, properties = ''): string =>
	`<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
