/** A PDF of these objects, numbered from 1; the first is the catalogue. Offsets and trailer are written here. */
export function pdfOf(objects: readonly string[]): Uint8Array {
	let file = '%PDF-1.7\n'
	const offsets = objects.map((object, at) => {
		const offset = file.length
		file += `${at + 1} 0 obj\n${object}\nendobj\n`
		return offset
	})
	const start = file.length
	const rows = offsets.map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`)
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
	file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
	return Uint8Array.from(file, (sign) => sign.charCodeAt(0))
}

/** A stream's object. */
export const pdfStream = (content: string, entries = ''): string =>
	`<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`

/** Draws one line of text from a point on. */
export const pdfLine = (text: string, x: number, y: number): string =>
	`BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`
