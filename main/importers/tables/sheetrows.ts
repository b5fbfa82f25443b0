import { Buffer } from 'node:buffer'
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import { UserError } from '../../../corpus/errors.ts'
import { type Archive, openArchive } from '../archive/archive.ts'

const lastRow = 100_001
const lastColumn = 500
/** Bytes of XML that all of a spreadsheet may unpack to. */
const mostUnpacked = 300_000_000

/** The rows of the first sheet of an XLSX file. @throws UserError `refused` */
export async function sheetRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
	const archive = await openArchive(bytes)
	if (!archive.names.some((name) => name.startsWith('xl/')))
		throw new UserError('refused', 'This file is an archive, but no XLSX spreadsheet.')
	await checkSheets(archive)
	try {
		// Numbers stay as they are written: years and volumes are names, not quantities.
		const rows = await readSheet(Buffer.from(bytes), 1, { parseNumber: (digits) => digits })
		return rows.map((row) => row.map(shown))
	} catch (error) {
		if (!(error instanceof InvalidSpreadsheetError)) throw error
		throw new UserError('refused', 'This file is damaged, or no XLSX spreadsheet.')
	}
}

/** A cell far out makes the parser build all cells before it: so the addresses are looked at first. */
async function checkSheets(archive: Archive): Promise<void> {
	let unpacked = 0
	for (const name of archive.names) {
		if (!/\.(xml|rels)$/i.test(name)) continue
		const content = await archive.read(name)
		unpacked += content?.length ?? 0
		if (unpacked > mostUnpacked)
			throw new UserError('refused', 'This spreadsheet unpacks to more than 300 MB, too much to be read.')
		if (content === null) continue
		const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
		if (xml.includes('<!DOCTYPE'))
			throw new UserError(
				'refused',
				'This spreadsheet declares entities of its own, as files made to do harm do. It was not opened.',
			)
		if (!name.startsWith('xl/worksheets/')) continue
		for (const [, letters = '', digits] of xml.matchAll(/\br="([A-Z]{0,3})(\d{1,9})"/g))
			if (Number(digits) > lastRow || columnOf(letters) > lastColumn)
				throw new UserError(
					'refused',
					`This table is too large: it has a cell at ${letters}${digits}, and at most 100,000 rows of 500 cells can be read.`,
				)
	}
}

/** A → 1, Z → 26, AA → 27. */
const columnOf = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function shown(cell: unknown): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10)
	return cell === null ? '' : String(cell)
}
