import * as v from 'valibot'
import type { TableReading } from '../../corpus/tablereading.ts'
import { answers } from './declare.ts'
import { fieldName, id } from './schemas.ts'

/** A table of texts as it would become documents. */
export interface TablePreview {
	readonly fileName: string
	/** A name for each column: its heading, or its number. */
	readonly columns: readonly string[]
	/** As it was asked for, or as headings and contents suggest. */
	readonly reading: TableReading
	/** The first rows; what is long is cut. */
	readonly rows: readonly (readonly string[])[]
	/** Rows in all, without the headings. */
	readonly total: number
	/** Rows without a text: they are left out. */
	readonly empty: number
	/** Rows whose text is that of an earlier one. */
	readonly repeated: number
	/** Cells that cannot be read as what their column is, each as a sentence; at most five. */
	readonly problems: readonly string[]
}

/** What became of the rows of a table. */
export interface TableReport {
	readonly added: number
	/** They were in the library before. */
	readonly present: number
	/** Left out: without a text, or with a text again. */
	readonly left: number
	/** Documents with warnings; the first ones' sentences. */
	readonly warnings: readonly string[]
	/** Stopped by the reader: what was added stays. */
	readonly cancelled: boolean
}

const use = v.variant('kind', [
	v.strictObject({ kind: v.picklist(['key', 'text']) }),
	v.strictObject({
		kind: v.literal('metadata'),
		field: v.picklist([
			...['type', 'title', 'author', 'editor', 'translator', 'container-title', 'publisher'],
			...['publisher-place', 'issued', 'accessed', 'volume', 'issue', 'page', 'DOI', 'ISBN', 'ISSN', 'URL'],
			...['language', 'abstract', 'keyword', 'note'],
		] as const),
	}),
	v.strictObject({ kind: v.literal('own'), name: fieldName }),
])

const reading = v.strictObject({
	headings: v.boolean(),
	columns: v.pipe(v.array(v.nullable(use)), v.maxLength(500)),
	markup: v.picklist(['plain', 'markdown', 'html']),
})

const file = id<'file-token'>()

export const tableCalls = {
	/**
	 * Looks into a table of texts (CSV, XLSX, JSON). Without `reading` the columns are guessed; where only
	 * `headings` is given, they are guessed again for that.
	 */
	'tables.preview': answers<TablePreview>()(
		v.strictObject({
			file,
			reading: v.exactOptional(reading),
			headings: v.exactOptional(v.boolean()),
		}),
	),
	/** Makes a document of each row that has a text, as one step. `repeated`: also of texts that were met before. */
	'tables.import': answers<TableReport>()(
		v.strictObject({ job: id<'job'>(), file, reading, repeated: v.boolean() }),
	),
}
