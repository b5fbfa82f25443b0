import type { MetadataField } from './metadata.ts'

/** What a column of a table of texts is. */
export type ColumnUse =
	/** Tells the rows apart. At most one column. */
	| { readonly kind: 'key' }
	/** The text, or a part of it: several such columns follow each other, each under its heading. */
	| { readonly kind: 'text' }
	| { readonly kind: 'metadata'; readonly field: Exclude<MetadataField, 'citekey'> }
	/** A field of the reader's own. */
	| { readonly kind: 'own'; readonly name: string }

/** How the rows of a table become documents. Plain data: kept with each text that was read so. */
export interface TableReading {
	/** The first row names the columns. */
	readonly headings: boolean
	/** The use of each column; null: it is left out. */
	readonly columns: readonly (ColumnUse | null)[]
	readonly markup: 'plain' | 'markdown' | 'html'
}

/** A table of texts, taken apart. */
export interface TextTable {
	/** A name for each column: its heading, or its number. */
	readonly columns: readonly string[]
	/** Without the headings. */
	readonly rows: readonly (readonly string[])[]
}

/** @param rows of the whole table, the headings among them where it has some */
export function textTableOf(rows: readonly (readonly string[])[], headings: boolean): TextTable {
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
	const [first = []] = headings ? rows : []
	const columns = Array.from({ length: width }, (_, index) => first[index] || `Column ${index + 1}`)
	return { columns, rows: headings ? rows.slice(1) : rows }
}

/** The texts of a row, those of empty cells left out; a row without any is no document. */
export const textsOf = (row: readonly string[], { columns }: TableReading): readonly string[] =>
	columns.flatMap((use, index) => (use?.kind === 'text' && row[index] ? [row[index]] : []))

/**
 * A key for each row by which its document is known, all of them different: what stands in the column for
 * keys, or else the number of the row.
 */
export function rowKeys(rows: readonly (readonly string[])[], { columns }: TableReading): readonly string[] {
	const at = columns.findIndex((use) => use?.kind === 'key')
	const taken = new Set<string>()
	return rows.map((row, index) => {
		const own = keyOf(row[at] ?? '')
		const key = own === '' || taken.has(own) ? `row ${index + 1}` : own
		let free = key
		for (let number = 2; taken.has(free); number++) free = `${key} (${number})`
		taken.add(free)
		return free
	})
}

/** `~` has a meaning of its own in the names of parts. */
const keyOf = (cell: string): string =>
	cell.replace(/\s+/g, ' ').replaceAll('~', '-').trim().slice(0, 200).toWellFormed()
