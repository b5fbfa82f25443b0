import type { DocumentId, VersionId } from '../../../corpus/ids.ts'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import type { SampleLibrary } from '../../../corpus/samples/samplelibrary.ts'
import type { ShowTarget } from '../../../preload/bridge.ts'
import type { ExportMemory, ExportScope } from '../../../preload/calls/export.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'
import type { ParseOptions } from '../../importers/protocol.ts'
import type { ExportValues } from '../../store/exportvalues.ts'
import type { StepName } from '../../store/history.ts'
import type { LibraryBase, LibraryState } from '../../store/librarystate.ts'
import type { OriginalFile } from '../../store/originals.ts'
import type { RereadSource } from '../../store/rereading.ts'
import type { KnownOriginal } from '../originals/originalfile.ts'
import type { PreparedReading } from './rereading.ts'

/**
 * Calls of the engine beside the contract: between the application and its engine thread only. The page
 * cannot make them, so their inputs are not checked.
 */
export interface InternalReads {
	/** What `library.info` says, but for what the application knows itself: folder, name, face, version, formats. */
	'library.state'(input: Record<string, never>): LibraryState
	/** What the library is made of: the version of SQLite, the number of the database's format. */
	'library.base'(input: Record<string, never>): LibraryBase
	/** Documents made from the original with this hash that are in the library now. */
	'originals.find'(input: { hash: string }): readonly { document: DocumentId; title: string }[]
	/** Null where the document is not in the library. The bytes lie at `originalPath(folder, hash)`. */
	'originals.of'(input: { document: DocumentId }): KnownOriginal | null
	'assets.get'(input: { version: VersionId; key: string }): { mediaType: string; bytes: Uint8Array } | null
	/** Whether this is in the library (and not removed). */
	'targets.find'(input: { target: ShowTarget }): boolean
	/** Everything that an export of this scope says, in few queries. */
	'export.values'(input: { scope: ExportScope }): ExportValues
	'export.last'(input: Record<string, never>): ExportMemory | null
}

/** What became of a parsed document: as `AddedDocument` says, with what was made of it. */
export interface ImportedDocument {
	readonly kind: 'added' | 'present'
	readonly document: DocumentId
	readonly title: string
	readonly warnings: readonly string[]
	/** How many of its own highlights and comments became highlights. */
	readonly annotations: number
}

export interface InternalWrites {
	/**
	 * Adds what was parsed out of one file. The original's bytes were kept before (`keepOriginal`). One
	 * answer for each document, in their order; one that was removed comes back as `added`.
	 */
	'documents.add'(input: {
		original: OriginalFile
		documents: readonly ParsedDocument[]
		options: ParseOptions
		step: StepName
	}): readonly ImportedDocument[]
	/** Edits the metadata of many documents, each in its own way. @returns how many were changed */
	'metadata.patch'(input: {
		patches: readonly { document: DocumentId; patch: MetadataPatch }[]
		step: StepName
	}): number
	/** Names the steps of an import that is over after the documents that it added: fewer than were tried. */
	'import.name'(input: { session: string }): null
	/** Gives themes, highlights, notes, collections and states to sample documents that were added before. */
	'samples.furnish'(input: {
		sample: Omit<SampleLibrary, 'documents'>
		/** By file name; what a sample says of other documents is left out. */
		documents: Readonly<Record<string, DocumentId>>
		step: StepName
	}): null
	/** What it takes to read these documents again: not removed ones. */
	'reread.sources'(input: { documents: readonly DocumentId[] }): readonly RereadSource[]
	/**
	 * Keeps a new reading of a document's original, which the document does not get yet, and says where its
	 * highlights would stand. Null: the reading is the same as the present one.
	 */
	'reread.prepare'(input: {
		document: DocumentId
		parsed: ParsedDocument
		options: ParseOptions
	}): PreparedReading | null
	/**
	 * Gives documents the readings that were prepared, as one step. Highlights without a place among `places`
	 * stay on the earlier reading. @returns how many highlights were placed
	 */
	'reread.apply'(input: {
		readings: readonly ({ document: DocumentId } & Pick<PreparedReading, 'version' | 'places'>)[]
	}): number
	'export.remember'(input: ExportMemory): null
}
