import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import {
	type ColumnUse,
	rowKeys,
	type TableReading,
	type TextTable,
	textsOf,
} from '../../../corpus/tablereading.ts'
import type { TableReport } from '../../../preload/calls/tables.ts'
import type { AskEngine } from '../enginecalls.ts'
import type { Job } from '../jobs.ts'
import type { ParserPool } from '../parserpool.ts'

/** Rows that are read and added at once, and UTF-16 code units of their cells: what comes first. */
const batchRows = 200
const batchSize = 2_000_000
/** Sentences of warnings in a report. */
const mostWarnings = 20

export interface TableImport {
	readonly fileName: string
	readonly original: { readonly hash: string; readonly bytes: number; readonly mediaType: string }
	readonly table: TextTable
	readonly reading: TableReading
	/** Also rows whose text was met in an earlier row. */
	readonly repeated: boolean
}

/**
 * Adds a document for each row that has a text, as one step of history. The rows go through the parsers in
 * batches, so that no message and no write is larger for a larger table; stopped in the middle, it keeps
 * what was added. The original's bytes were kept before.
 */
export async function importTable(
	{ fileName, original, table, reading, repeated }: TableImport,
	job: Job,
	{ ask, parsers }: { readonly ask: AskEngine; readonly parsers: ParserPool },
): Promise<TableReport> {
	const keys = rowKeys(table.rows, reading)
	const again = repeatedRows(table, reading)
	const rows = table.rows.flatMap((row, index) => {
		const isLeft = textsOf(row, reading).length === 0 || (!repeated && again.has(index))
		return isLeft ? [] : [[keys[index] ?? '', ...row]]
	})
	const batches = inBatches(rows)
	const parse = (batch: readonly (readonly string[])[] | undefined) =>
		batch === undefined
			? null
			: parsers.documents(
					batchFile(table, batch),
					{ html: 'page', format: 'table', table: keyed(reading) },
					job.signal,
				)

	let [added, present, done] = [0, 0, 0]
	const warnings: string[] = []
	let next = parse(batches[0])
	for (const [index, batch] of batches.entries()) {
		job.progress(fileName, done, rows.length)
		const documents = await settled(next, job.signal)
		if (documents === null) break
		// The next batch is read while this one is written.
		next = parse(batches[index + 1])
		next?.catch(() => {})
		const outcomes = await ask('documents.add', {
			original: { ...original, fileName },
			documents,
			step: { name: `Add the rows of “${fileName}”`, session: job.id },
			options: { html: 'page', format: 'table', table: reading },
		})
		for (const outcome of outcomes) {
			if (outcome.kind === 'added') added++
			else present++
			for (const warning of outcome.warnings)
				if (warnings.length < mostWarnings) warnings.push(`“${outcome.title}”: ${warning}`)
		}
		done += batch.length
	}
	job.progress('', done, rows.length)
	const cancelled = done < rows.length
	return { added, present, left: cancelled ? 0 : table.rows.length - added - present, warnings, cancelled }
}

/** Null where the reader stopped it. */
async function settled(
	parsing: Promise<readonly ParsedDocument[]> | null,
	signal: AbortSignal,
): Promise<readonly ParsedDocument[] | null> {
	if (signal.aborted) return null
	try {
		return await parsing
	} catch (error) {
		if (signal.aborted) return null
		throw error
	}
}

/** The numbers of rows with the same texts as an earlier one; rows without texts are not among them. */
export function repeatedRows({ rows }: TextTable, reading: TableReading): ReadonlySet<number> {
	const met = new Set<string>()
	const again = new Set<number>()
	for (const [index, row] of rows.entries()) {
		const texts = textsOf(row, reading)
		if (texts.length === 0) continue
		const text = texts.join('\u0000')
		if (met.has(text)) again.add(index)
		else met.add(text)
	}
	return again
}

function inBatches(rows: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
	const batches: (readonly string[])[][] = []
	let size = 0
	for (const row of rows) {
		const length = row.reduce((sum, cell) => sum + cell.length, 0)
		const batch = batches.at(-1)
		if (batch && batch.length < batchRows && size + length <= batchSize) {
			batch.push(row)
			size += length
		} else {
			batches.push([row])
			size = length
		}
	}
	return batches
}

/** Some rows as a small table of their own; their keys stand in the first column. */
const batchFile = ({ columns }: TextTable, rows: readonly (readonly string[])[]) => ({
	fileName: 'rows.jsonl',
	bytes: new TextEncoder().encode(
		[['key', ...columns], ...rows].map((row) => JSON.stringify(row)).join('\n'),
	),
})

const keyed = (reading: TableReading): TableReading => ({
	...reading,
	headings: true,
	columns: [
		{ kind: 'key' },
		...reading.columns.map((use): ColumnUse | null => (use?.kind === 'key' ? null : use)),
	],
})
