import Papa from 'papaparse'
import { UserError } from '../../../corpus/errors.ts'
import { decode } from '../decoding/decode.ts'
import { jsonRows } from './jsonrows.ts'
import { sheetRows } from './sheetrows.ts'

const mostRows = 100_000
const mostColumns = 500
/** UTF-16 code units of one cell. */
const longestCell = 1_000_000

/**
 * The rows of a table, each as the texts that its cells show; the headings come first, where there are
 * some. Of a spreadsheet, its first sheet. Rows without any text are left out.
 *
 * @throws UserError `refused` when it is no such table, is damaged, or is larger than 100,000 rows of 500
 * cells of a million characters
 */
export async function tableRows(file: {
	readonly fileName: string
	readonly bytes: Uint8Array
}): Promise<readonly (readonly string[])[]> {
	const rows = (await rawRows(file)).map((row) => row.map((cell) => cell.toWellFormed().trim()))
	const filled = rows.filter((row) => row.some((cell) => cell !== ''))
	if (filled.length === 0) throw new UserError('refused', 'There are no rows in this table.')
	if (filled.length > mostRows || filled.some((row) => row.length > mostColumns))
		throw new UserError('refused', 'This table is too large: at most 100,000 rows of 500 cells can be read.')
	const long = filled.findIndex((row) => row.some((cell) => cell.length > longestCell))
	if (long >= 0)
		throw new UserError(
			'refused',
			`Row ${long + 1} has a cell of more than a million characters: perhaps a quotation mark is not closed.`,
		)
	return filled
}

async function rawRows({
	fileName,
	bytes,
}: {
	readonly fileName: string
	readonly bytes: Uint8Array
}): Promise<readonly (readonly string[])[]> {
	if (isZip(bytes)) return sheetRows(bytes)
	const text = decode(bytes, false)?.text
	if (text === undefined || text.includes('\0'))
		throw new UserError('refused', `“${fileName}” is no table: CSV, XLSX and JSON files can be read.`)
	return isJson(fileName, text) ? jsonRows(text) : csvRows(text)
}

/** Every XLSX file is a ZIP archive, whatever its name. */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

const isJson = (fileName: string, text: string): boolean =>
	/\.(json|jsonl|ndjson)$/i.test(fileName) || /^\s*(\{\s*"|\[\s*[[{])/.test(text)

function csvRows(text: string): readonly (readonly string[])[] {
	const { rows, open } = separated(text, '"')
	if (open === null) return rows
	// Programs that know no quotation marks write them as letters: then every row is as long without them.
	const plain = separated(text, '\u0000').rows
	const [first] = plain
	if (first !== undefined && first.length > 1 && plain.every((row) => row.length === first.length))
		return plain
	throw new UserError(
		'refused',
		`A quotation mark that opens a cell in row ${open + 1} is never closed, so this table cannot be read.`,
	)
}

/** `open`: the row in which a quotation mark is opened and never closed; null: there is none. */
function separated(text: string, quoteChar: string) {
	const { data, errors } = Papa.parse<string[]>(text, {
		delimitersToGuess: [',', ';', '\t', '|'],
		skipEmptyLines: true,
		quoteChar,
	})
	return { rows: data, open: errors.find(({ code }) => code === 'MissingQuotes')?.row ?? null }
}
