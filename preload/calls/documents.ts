import * as v from 'valibot'
import type { Collection, DocumentDetail, DocumentRow } from '../../corpus/entities.ts'
import type { CollectionId, DocumentId, VersionId } from '../../corpus/ids.ts'
import type { PageSize, Run } from '../../corpus/page.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import { answers } from './declare.ts'
import { id, line, metadataPatch, nothing, offset } from './schemas.ts'

const document = id<'document'>()
const documents = v.array(document)
const collection = id<'collection'>()

/** How the rows of a table of metadata, or the entries of a bibliography, fit the library. */
export interface MetadataTable {
	readonly kind: 'table' | 'references'
	/** Of a table; a bibliography has none. */
	readonly columns: readonly string[]
	/** Which field each column fills, as far as its heading tells; null: none. */
	readonly fields: readonly (string | null)[]
	/** Entries that belong to no document, and titles of the first hundred of them; of a table always none. */
	readonly unmatched: { readonly count: number; readonly titles: readonly string[] }
	readonly rows: readonly {
		readonly cells: readonly string[]
		/** The documents whose file name the row names; the row is left out when there is none. */
		readonly documents: readonly DocumentId[]
		/** What tells that these are the documents. */
		readonly by: 'file' | 'DOI' | 'ISBN' | 'URL' | 'title'
		/** What would be set, and sentences on cells that could not be read. */
		readonly patch: v.InferOutput<typeof metadataPatch>
		readonly problems: readonly string[]
	}[]
}

const tableInput = {
	file: id<'file-token'>(),
	/**
	 * One field or null for each column; absent: as the headings tell. 'file' marks the file names, 'own' a
	 * field of the reader's own, named by the heading.
	 */
	fields: v.exactOptional(v.array(v.nullable(line))),
	/** Fields that are filled stay as they are. Absent: those of a bibliography do, those of a table do not. */
	keep: v.exactOptional(v.boolean()),
}

/** What became of the copy of an original. */
export type OriginalCopy =
	/** `name`: what it is called, or where it was saved, for people. */
	| { readonly kind: 'done'; readonly name: string }
	/** The reader thought better of it. */
	| { readonly kind: 'cancelled' }
	/** Browser face: where to download it. */
	| { readonly kind: 'download'; readonly url: string }

/** What reading the original of a document again would do to it. */
export type Rereading = {
	readonly document: DocumentId
	readonly title: string
} & (
	| {
			readonly kind: 'ready'
			/** Names the new reading for `reread.apply`. */
			readonly version: VersionId
			/** Highlights that stand at the same place, that stand elsewhere, and that have no sure place. */
			readonly exact: number
			readonly moved: number
			readonly left: number
			/** The first 50 of those without a place. */
			readonly quotes: readonly string[]
	  }
	/** The newer importer reads it just as it is. */
	| { readonly kind: 'same' }
	/** It opens only with its password: ask again with that. */
	| { readonly kind: 'locked'; readonly reason: string }
	| { readonly kind: 'refused'; readonly reason: string }
)

export const documentCalls = {
	'documents.list': answers<readonly DocumentRow[]>()(
		v.strictObject({
			/** Only so many, those that were added last. Absent: all. */
			newest: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
		}),
	),
	'documents.rows': answers<readonly DocumentRow[]>()(v.strictObject({ ids: documents })),
	'documents.get': answers<DocumentDetail>()(v.strictObject({ id: document })),
	'documents.text': answers<ReadingText>()(v.strictObject({ id: document })),
	/** Of an original with true pages; else empty. */
	'documents.pages': answers<readonly PageSize[]>()(v.strictObject({ id: document })),
	/** What stands on the pages `[from, to)`, counted from 0: a list of runs for each. */
	'documents.runs': answers<readonly (readonly Run[])[]>()(
		v.strictObject({ id: document, from: offset, to: offset }),
	),
	'documents.edit': answers<null>()(v.strictObject({ ids: documents, patch: metadataPatch })),
	'documents.status': answers<null>()(
		v.strictObject({ ids: documents, status: v.picklist(['to-read', 'reading', 'done']) }),
	),
	/** Moves a document before another in the queue of what is to read; null: to the end. */
	'documents.queue': answers<null>()(v.strictObject({ id: document, before: v.nullable(document) })),
	/** Can be undone: the original and the text stay in the library's folder. */
	'documents.remove': answers<null>()(v.strictObject({ ids: documents })),
	/**
	 * Divides a document in two at the beginning of the block that holds `at`. Highlights and notes go
	 * with their text. @returns the second document
	 */
	'documents.split': answers<DocumentId>()(v.strictObject({ id: document, at: offset })),
	/** Remembers where reading stopped. Not a step of history. */
	'documents.position': answers<null>()(v.strictObject({ id: document, position: offset })),

	/**
	 * Opens a copy of the file that the document was imported from in the system's program. Error `not-found`
	 * where that file is missing, `refused` where it is not what was imported.
	 */
	'documents.openOriginal': answers<OriginalCopy>()(v.strictObject({ id: document })),
	/** Saves a copy where the reader says. Errors as above. */
	'documents.saveOriginal': answers<OriginalCopy>()(v.strictObject({ id: document })),

	/**
	 * Reads the originals of those of these documents again that are `outdated`, and says where their
	 * highlights would stand. No document changes, but that one that reads the same is outdated no more.
	 */
	'reread.preview': answers<{ readonly readings: readonly Rereading[]; readonly cancelled: boolean }>()(
		v.strictObject({ job: id<'job'>(), documents, password: v.exactOptional(line) }),
	),
	/**
	 * Gives documents these new readings, as one step. Highlights without a sure place stay on the earlier
	 * reading: they are still passages, with their notes and themes. @returns how many were placed
	 */
	'reread.apply': answers<number>()(v.strictObject({ versions: v.array(id<'version'>()) })),

	'metadata.preview': answers<MetadataTable>()(v.strictObject(tableInput)),
	/** @returns how many documents were changed */
	'metadata.apply': answers<number>()(v.strictObject(tableInput)),

	'collections.list': answers<readonly Collection[]>()(nothing),
	'collections.create': answers<CollectionId>()(v.strictObject({ name: line, documents })),
	'collections.rename': answers<null>()(v.strictObject({ id: collection, name: line })),
	/** The documents stay. */
	'collections.remove': answers<null>()(v.strictObject({ id: collection })),
	'collections.add': answers<null>()(v.strictObject({ id: collection, documents })),
	'collections.take': answers<null>()(v.strictObject({ id: collection, documents })),
}
