import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { ParseOptions } from './protocol.ts'

/** One file as an importer gets it. */
export interface Source {
	/** The file's own name, without folders. */
	readonly fileName: string
	readonly bytes: Uint8Array
	/** The file as text, and in which encoding it was read; '' for formats that are no text. */
	readonly text: string
	readonly options: ParseOptions
}

/** One format: from bytes to documents. */
export interface Importer {
	/** What is stored with each version: 'text', 'markdown', 'html'. */
	readonly name: string
	/** Counts up whenever the same bytes may give another reading text. */
	readonly version: number
	/** Lower case, without the dot. */
	readonly endings: readonly string[]
	/** Its tags may declare an encoding. */
	readonly isMarkup: boolean
	/** Whether the beginning of a text (4,096 code units) is surely of this format, whatever its name. */
	readonly recognises: (beginning: string) => boolean
	/** @throws UserError `refused` with a sentence why */
	readonly read: (source: Source) => readonly Omit<ParsedDocument, 'importer'>[]
}
