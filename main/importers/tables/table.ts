import type { Element, Root } from 'hast'
import { UserError } from '../../../corpus/errors.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import { fillFromCell, type MetadataDraft } from '../../../corpus/metadatacells.ts'
import { rowKeys, type TableReading, textsOf, textTableOf } from '../../../corpus/tablereading.ts'
import { parseHtml } from '../hast/parse.ts'
import { make } from '../hast/tree.ts'
import { toReadingText } from '../hast/walker.ts'
import type { BytesImporter, Imported } from '../importer.ts'
import { markdownTree } from '../markdown.ts'
import { elementsOfText } from '../text.ts'
import { tableRows } from './rows.ts'

/**
 * Tables of texts (CSV, XLSX, JSON): each row with a text is a document, named by its key. What the columns
 * are is the reader's to say, so it is never guessed here.
 */
export const tableImporter: BytesImporter = {
	kind: 'bytes',
	name: 'table',
	recognises: () => false,
	async read(source) {
		const { table: reading } = source.options
		if (reading === undefined)
			throw new UserError('refused', `“${source.fileName}” is a table: say first what its columns are.`)
		const { columns, rows } = textTableOf(await tableRows(source), reading.headings)
		const keys = rowKeys(rows, reading)
		const documents = rows.flatMap((row, index) => documentsOf(row, keys[index] ?? '', columns, reading))
		if (documents.length === 0)
			throw new UserError('refused', `No row of “${source.fileName}” has a text in the chosen columns.`)
		return documents
	},
}

function documentsOf(
	row: readonly string[],
	part: string,
	columns: readonly string[],
	reading: TableReading,
): readonly Imported[] {
	const parts = textsOf(row, reading).length
	if (parts === 0) return []
	const { metadata, warnings } = metadataOf(row, columns, reading)
	const isDivided = reading.columns.filter((use) => use?.kind === 'text').length > 1
	const children = reading.columns.flatMap((use, index): Root['children'] => {
		const text = row[index] ?? ''
		if (use?.kind !== 'text' || text === '') return []
		const content = contentOf(text, reading.markup)
		return isDivided ? [make('h2', {}, columns[index] ?? ''), ...content] : content
	})
	const walked = toReadingText(
		{ type: 'root', children },
		{ base: metadata.URL ?? null, language: metadata.language ?? null, linkHeadings: false },
	)
	if (walked.text.text === '') return []
	return [{ part, metadata, ...walked, warnings: [...warnings, ...walked.warnings] }]
}

function contentOf(text: string, markup: TableReading['markup']): Root['children'] {
	const plain = (): Element[] => elementsOfText(text).elements
	switch (markup) {
		case 'plain':
			return plain()
		case 'markdown':
			return markdownTree(text)?.children ?? plain()
		case 'html':
			return parseHtml(text).children
	}
}

function metadataOf(
	row: readonly string[],
	columns: readonly string[],
	reading: TableReading,
): { readonly metadata: Metadata; readonly warnings: readonly string[] } {
	const draft: MetadataDraft = {}
	const own: Record<string, string> = {}
	const warnings: string[] = []
	for (const [index, use] of reading.columns.entries()) {
		const cell = row[index] ?? ''
		if (cell === '') continue
		if (use?.kind === 'own') own[use.name] = cell
		if (use?.kind !== 'metadata') continue
		const problem = fillFromCell(draft, use.field, cell)
		if (problem !== null) warnings.push(`${columns[index]}: ${problem.slice(0, 1000).toWellFormed()}`)
	}
	const title = (draft.title ?? '').replace(/\s+/g, ' ').trim()
	const fields = Object.keys(own).length > 0 ? { fields: own } : {}
	return { metadata: { ...draft, title, ...fields }, warnings }
}
