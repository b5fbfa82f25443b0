import { zipSync } from 'fflate'

/** The smallest spreadsheet that holds these texts. @param far the address of one more cell */
export function workbook(rows: readonly (readonly string[])[], far: string | null = null): Uint8Array {
	const cells = (row: readonly string[]) =>
		row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')
	const sheet = rows
		.map((row, index) => `<row r="${index + 1}">${lettered(cells(row), index + 1)}</row>`)
		.join('')
	const last = far === null ? '' : `<row><c r="${far}" t="inlineStr"><is><t>far</t></is></c></row>`
	const xml = (body: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
	const packaged = 'http://schemas.openxmlformats.org/package/2006'
	return zipSync({
		'[Content_Types].xml': xml(`<Types xmlns="${packaged}/content-types"/>`),
		'xl/workbook.xml': xml(
			`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		),
		'xl/_rels/workbook.xml.rels': xml(
			`<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		),
		'xl/worksheets/sheet1.xml': xml(
			`<worksheet xmlns="${main}"><sheetData>${sheet}${last}</sheetData></worksheet>`,
		),
	})
}

/** Cells with their addresses: A1, B1, … */
function lettered(cells: string, row: number): string {
	let column = 0
	return cells.replace(/<c /g, () => `<c r="${String.fromCharCode(65 + column++)}${row}" `)
}
