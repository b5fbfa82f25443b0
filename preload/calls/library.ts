import * as v from 'valibot'
import type { LibraryInfo, Step } from '../../corpus/entities.ts'
import type { DocumentId, FileToken } from '../../corpus/ids.ts'
import type { Settings } from '../../corpus/settings.ts'
import { answers } from './declare.ts'
import { id, line, nothing, prose } from './schemas.ts'
import { settingsPatch } from './settings.ts'

const job = id<'job'>()
const step = id<'step'>()
const files = v.array(id<'file-token'>())

/** What became of one file (or one document in it). */
export type ImportOutcome =
	| {
			readonly kind: 'added'
			readonly file: string
			readonly document: DocumentId
			readonly title: string
			readonly warnings: readonly string[]
			/** Highlights and comments of the file itself that are highlights now. */
			readonly annotations: number
	  }
	/** The same bytes are in the library. */
	| { readonly kind: 'present'; readonly file: string; readonly document: DocumentId; readonly title: string }
	/** It opens only with its password, or with another than was given: import `token` again with that. */
	| {
			readonly kind: 'locked'
			readonly file: string
			readonly token: FileToken
			readonly reason: string
	  }
	/** A table of texts: nothing is added before the reader says what its columns are (`tables.preview`). */
	| { readonly kind: 'table'; readonly file: string; readonly token: FileToken }
	/** A bibliography: what it says of documents was filled in. */
	| {
			readonly kind: 'references'
			readonly file: string
			readonly token: FileToken
			readonly entries: number
			/** Documents whose metadata changed. */
			readonly filled: number
			/** Titles of entries that belong to no document; at most 200. */
			readonly unmatched: readonly string[]
	  }
	| {
			readonly kind: 'refused'
			readonly file: string
			readonly reason: string
			/** No file of its kind can be read: what can be is worth saying. */
			readonly unknownKind?: boolean
	  }

export interface ImportReport {
	readonly outcomes: readonly ImportOutcome[]
	/** Stopped by the reader: what was added stays. */
	readonly cancelled: boolean
}

export const libraryCalls = {
	'library.info': answers<LibraryInfo>()(nothing),
	/** Asks the reader for a folder and opens it as the library. False: the reader thought better of it. */
	'library.choose': answers<boolean>()(nothing),
	/** Adds the sample documents with their themes, highlights and notes, as one step. */
	'library.sample': answers<ImportReport>()(v.strictObject({ job })),

	/** Asks the reader for files or a folder. Empty: the reader thought better of it. */
	'files.choose': answers<readonly FileToken[]>()(
		v.strictObject({ kind: v.picklist(['documents', 'folder', 'table', 'export-folder']) }),
	),
	/**
	 * Imports files and whole folders, one step for all. `html`: the article of a saved page, or the whole page.
	 * `password`: tried on files that are locked, and then forgotten.
	 */
	'import.files': answers<ImportReport>()(
		v.strictObject({
			job,
			files,
			html: v.picklist(['article', 'page']),
			password: v.exactOptional(line),
		}),
	),
	'import.text': answers<ImportReport>()(
		v.strictObject({ job, text: prose, format: v.picklist(['text', 'markdown', 'html']), title: line }),
	),
	/** Asks long work to stop; it answers with what it has done so far, or with the error `cancelled`. */
	'jobs.cancel': answers<null>()(v.strictObject({ job })),

	/** The newest first; at most 500. */
	'history.list': answers<readonly Step[]>()(nothing),
	/** @returns the step that was undone; null: there was none */
	'history.undo': answers<Step | null>()(nothing),
	'history.redo': answers<Step | null>()(nothing),
	/** Undoes or redoes until this step is the last that is done; null: until nothing is. */
	'history.goto': answers<null>()(v.strictObject({ step: v.nullable(step) })),

	'settings.get': answers<Settings>()(nothing),
	'settings.set': answers<null>()(settingsPatch),

	/** Asks the reader and opens an http(s) or mailto address in the system's program. */
	'links.open': answers<null>()(v.strictObject({ href: line })),
}
