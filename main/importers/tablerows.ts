import Papa from 'papaparse'
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import { UserError } from '../../corpus/errors.ts'

const mostRows = 100_000
const mostColumns = 500
/** UTF-16 code units of one cell. */
const longestCell = 10_000

/**
 * The rows of a table of metadata, each as the texts that its cells show; the headings come first. Of a
 * spreadsheet, its first sheet. Rows without any text are left out.
 *
 * @param decode makes text of the bytes of a CSV file, whatever their encoding
 * @throws UserError `refused` when it is no such table, or larger than 100,000 rows of 500 cells
 */
export async function tableRows(
	{ fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
	decode: (bytes: Uint8Array) => string,
): Promise<readonly (readonly string[])[]> {
	const rows = isZip(bytes) ? await sheetRows(bytes) : csvRows(fileName, decode(bytes))
	const filled = rows
		.map((row) => row.map((cell) => cell.trim().slice(0, longestCell)))
		.filter((row) => row.some((cell) => cell !== ''))
	if (filled.length === 0) throw new UserError('refused', 'There are no rows in this table.')
	if (filled.length > mostRows || filled.some((row) => row.length > mostColumns))
		throw new UserError('refused', 'This table is too large: at most 100,000 rows of 500 cells can be read.')
	return filled
}

/** Every XLSX file is a ZIP archive, whatever its name. */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

function csvRows(fileName: string, text: string): readonly (readonly string[])[] {
	if (text.includes('\u0000'))
		throw new UserError('refused', `${fileName} is no table: CSV and XLSX files can be read.`)
	return Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t', '|'] }).data
}

async function sheetRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
	try {
		// Numbers stay as they are written: years and volumes are names, not quantities.
		const rows = await readSheet(Buffer.from(bytes), 1, { parseNumber: (digits) => digits })
		return rows.map((row) => row.map(shown))
	} catch (error) {
		if (!(error instanceof InvalidSpreadsheetError)) throw error
		throw new UserError('refused', 'This file is damaged, or no XLSX spreadsheet.')
	}
}

function shown(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10)
	return cell === null ? '' : String(cell)
}
