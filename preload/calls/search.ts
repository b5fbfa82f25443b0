import * as v from 'valibot'
import type { Place } from '../../corpus/entities.ts'
import type { DocumentId, HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import { answers } from './declare.ts'
import { id, line } from './schemas.ts'

/** A piece of a text around a hit, cut at word edges, with the hits in it (UTF-16 offsets in `text`). */
export interface Snippet {
	readonly text: string
	readonly hits: readonly { readonly start: number; readonly end: number }[]
}

export type SearchHit =
	| {
			readonly kind: 'text'
			readonly start: number
			readonly end: number
			readonly snippet: Snippet
			readonly place: Place
	  }
	/** In title, authors or another field. */
	| { readonly kind: 'metadata'; readonly field: string; readonly snippet: Snippet }
	| {
			readonly kind: 'note'
			readonly note: NoteId
			readonly highlight: HighlightId | null
			readonly snippet: Snippet
	  }

export interface SearchGroup {
	readonly document: DocumentId
	readonly title: string
	/** Up to `perDocument` of them, in the order of the text. */
	readonly hits: readonly SearchHit[]
	/** Blocks and notes of this document that match, counted up to 1,000. */
	readonly total: number
}

export interface SearchResult {
	readonly groups: readonly SearchGroup[]
	/** Themes whose name or description matches. */
	readonly themes: readonly { readonly theme: ThemeId; readonly snippet: Snippet }[]
	/** Notes on themes or on the library. */
	readonly notes: readonly { readonly note: NoteId; readonly snippet: Snippet }[]
	/** Documents that match in all; may be more than `groups`. */
	readonly documents: number
	/** What in the query could not be understood, for people; null: nothing. */
	readonly problem: string | null
}

export const searchCalls = {
	/**
	 * Words, "phrases", prefix*; case and diacritics do not matter. All words must be in the document.
	 * `order: 'library'` answers at once; `'rank'` may take longer. A search with the `job` of an earlier
	 * one that still runs takes its place: the earlier is answered `cancelled`.
	 */
	'search.find': answers<SearchResult>()(
		v.strictObject({
			job: id<'job'>(),
			query: line,
			order: v.picklist(['library', 'rank']),
			document: v.exactOptional(id<'document'>()),
			limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
			perDocument: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
		}),
	),
}
