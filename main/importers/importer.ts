import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { ImporterName } from './formats.ts'
import type { ParseOptions } from './protocol.ts'

/** What an importer gives: the registry adds the importer's name and version, and what is empty. */
export type Imported = Omit<ParsedDocument, 'importer' | 'annotations' | 'pages'> &
	Partial<Pick<ParsedDocument, 'annotations' | 'pages'>>

/** One file as an importer of bytes gets it. */
export interface BytesSource {
	/** The file's own name, without folders. */
	readonly fileName: string
	readonly bytes: Uint8Array
	readonly options: ParseOptions
	/**
	 * The folder with the character maps and standard fonts of pdf.js. Absolute. Absent: some Chinese,
	 * Japanese and Korean text in PDFs cannot be read.
	 */
	readonly pdfData?: string
}

/** One file whose bytes were decoded. */
export interface TextSource extends BytesSource {
	readonly text: string
}

/** A format whose files are text in some encoding. */
export interface TextImporter {
	readonly kind: 'text'
	readonly name: ImporterName
	/** Its tags may declare an encoding. */
	readonly isMarkup: boolean
	/** Whether the beginning of a text (4,096 code units) is surely of this format, whatever its name. */
	readonly recognises: (beginning: string) => boolean
	/** @throws UserError `refused` with a sentence why */
	readonly read: (source: TextSource) => readonly Imported[]
}

/** A format with bytes of its own. */
export interface BytesImporter {
	readonly kind: 'bytes'
	readonly name: ImporterName
	/** Whether the bytes are surely of this format, whatever the file's name. Cheap: looks at a few places. */
	readonly recognises: (bytes: Uint8Array) => boolean
	/** @throws UserError `refused` with a sentence why; `password` where the file asks for one */
	readonly read: (source: BytesSource) => Promise<readonly Imported[]>
}

/** One format: from bytes or text to documents. */
export type Importer = TextImporter | BytesImporter

/** A title for a text that begins with no words of its own: the file's name without its ending. */
export const titleOfFile = (fileName: string): string => fileName.replace(/\.[^.]{1,10}$/, '').trim()
