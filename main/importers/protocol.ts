import type { ErrorCode } from '../../corpus/errors.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { References } from '../../corpus/reference.ts'
import type { TableReading } from '../../corpus/tablereading.ts'
import type { ImporterName } from './formats.ts'

/**
 * What the application and a parser process say to each other: one request, one answer, then the next.
 * Both are structured clones. The application trusts nothing in an answer: it checks each before use.
 */
export type ParseRequest = ParseDocuments | ParseTable | ParseReferences

/** Read the documents out of the bytes of one file. */
export interface ParseDocuments {
	readonly kind: 'documents'
	/** Comes back in the answer; counts up from 1 in each process. */
	readonly id: number
	/** The file's own name with its ending, no folder: formats are told apart by it and by the bytes. */
	readonly fileName: string
	readonly bytes: Uint8Array
	readonly options: ParseOptions
}

/** Read the rows of a table (CSV or XLSX, the first sheet), the headings first, all cells as shown text. */
export interface ParseTable {
	readonly kind: 'table'
	readonly id: number
	readonly fileName: string
	readonly bytes: Uint8Array
}

/** Read the entries of a bibliography. */
export interface ParseReferences {
	readonly kind: 'references'
	readonly id: number
	readonly fileName: string
	readonly bytes: Uint8Array
}

export interface ParseOptions {
	/** Of a saved web page: only its article, or everything on the page. */
	readonly html: 'article' | 'page'
	/** Read as this format whatever the name and the bytes say; absent: as they tell. */
	readonly format?: ImporterName
	/** How the rows of a table become documents; a table is refused without. */
	readonly table?: TableReading
	/** Opens a file that is locked. Never stored. */
	readonly password?: string
}

export type ParseAnswer =
	| { readonly id: number; readonly ok: true; readonly documents: readonly ParsedDocument[] }
	| { readonly id: number; readonly ok: true; readonly rows: readonly (readonly string[])[] }
	| { readonly id: number; readonly ok: true; readonly references: References }
	/** A UserError of the importer (`refused`, `password`: why, as a sentence), or `internal` for the log. */
	| { readonly id: number; readonly ok: false; readonly code: ErrorCode; readonly message: string }
