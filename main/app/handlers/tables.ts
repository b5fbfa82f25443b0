import { basename } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import type { FileToken } from '../../../corpus/ids.ts'
import { fillFromCell } from '../../../corpus/metadatacells.ts'
import { type TableReading, type TextTable, textsOf, textTableOf } from '../../../corpus/tablereading.ts'
import type { TablePreview } from '../../../preload/calls/tables.ts'
import { keepOriginal } from '../../store/originals.ts'
import type { Handlers } from '../dispatch.ts'
import { bytesOf, hashOf } from '../importing/filebytes.ts'
import { cancelled } from '../jobs.ts'
import type { AppParts } from '../parts.ts'
import { guessReading } from '../tables/guess.ts'
import { importTable, repeatedRows } from '../tables/importing.ts'

/** Rows of a preview, and UTF-16 code units of their cells. */
const shownRows = 20
const shownLength = 300
const shownProblems = 5

/** Tables of texts, one document a row. */
export function tableHandlers({
	options,
	limits,
	ask,
	parsers,
	jobs,
	tokens,
}: AppParts): Handlers<'tables.preview' | 'tables.import'> {
	/** The table that was looked at last: while the reader tries columns out it is not read again. */
	let last: { readonly hash: string; readonly rows: readonly (readonly string[])[] } | null = null

	/** The file may change between two looks: its rows are always those of the bytes that come with them. */
	async function tableOf(file: FileToken, signal: AbortSignal) {
		const path = tokens.pathOf(file)
		const fileName = basename(path)
		const bytes = await bytesOf(path, limits.tableSize)
		const hash = hashOf(bytes)
		const rows = last?.hash === hash ? last.rows : await parsers.table({ fileName, bytes }, signal)
		last = { hash, rows }
		return { fileName, bytes, hash, rows }
	}

	return {
		'tables.preview': async ({ file, reading: given, headings }) => {
			const { fileName, rows } = await tableOf(file, new AbortController().signal)
			const isJson = /\.(json|jsonl|ndjson)$/i.test(fileName)
			const reading = given ?? guessReading(rows, isJson, headings ?? null)
			return { fileName, ...previewOf(textTableOf(rows, reading.headings), reading) }
		},
		'tables.import': ({ job: id, file, reading, repeated }) =>
			jobs.run(id, async (job) => {
				job.progress(basename(tokens.pathOf(file)), 0, null)
				if (!reading.columns.some((use) => use?.kind === 'text'))
					throw new UserError('invalid', 'Say which column holds the texts.')
				const { fileName, bytes, hash, rows } = await tableOf(file, job.signal)
				const table = textTableOf(rows, reading.headings)
				if (job.signal.aborted) throw cancelled()
				await keepOriginal(options.folder, hash, bytes)
				const original = { hash, bytes: bytes.byteLength, mediaType: mediaTypeOf(fileName) }
				const report = await importTable({ fileName, original, table, reading, repeated }, job, {
					ask,
					parsers,
				})
				last = null
				return report
			}),
	}
}

function previewOf(table: TextTable, reading: TableReading): Omit<TablePreview, 'fileName'> {
	const { columns, rows } = table
	return {
		columns,
		reading,
		rows: rows.slice(0, shownRows).map((row) => row.map(cut)),
		total: rows.length,
		empty: rows.filter((row) => textsOf(row, reading).length === 0).length,
		repeated: repeatedRows(table, reading).size,
		problems: problemsIn(table, reading),
	}
}

const cut = (cell: string): string =>
	cell.length <= shownLength ? cell : `${cell.slice(0, shownLength).toWellFormed()}…`

function problemsIn({ columns, rows }: TextTable, { columns: uses }: TableReading): readonly string[] {
	const problems: string[] = []
	for (const [at, row] of rows.entries())
		for (const [index, use] of uses.entries()) {
			const cell = row[index] ?? ''
			if (use?.kind !== 'metadata' || cell === '') continue
			const problem = fillFromCell({}, use.field, cell)
			if (problem === null) continue
			problems.push(`Row ${at + 1}, ${columns[index]}: ${cut(problem)}`)
			if (problems.length === shownProblems) return problems
		}
	return problems
}

const mediaTypes: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	tsv: 'text/tab-separated-values',
	tab: 'text/tab-separated-values',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	json: 'application/json',
	jsonl: 'application/jsonl',
	ndjson: 'application/x-ndjson',
}

const mediaTypeOf = (fileName: string): string =>
	mediaTypes[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/plain'
