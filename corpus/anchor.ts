import type { VersionId } from './ids.ts'
import type { Range } from './range.ts'

/**
 * A durable reference to a passage. Offsets count UTF-16 code units of the version's reading text;
 * quote, prefix and suffix let the passage be found again in another version, or by another program
 * (they are the TextQuoteSelector of the W3C Web Annotation model).
 */
export interface Anchor extends Range {
	readonly version: VersionId
	readonly quote: string
	/** The 32 to 256 code units before and after, as many as make the quote in its context unique. */
	readonly prefix: string
	readonly suffix: string
	/** From 0: which of the equal quotes in equal context this is. 0 where it is unique. */
	readonly occurrence: number
}

/** Where an anchor's passage stands in a text. Nothing is ever moved silently: `moved` says how sure it is. */
export type Resolution =
	| { readonly kind: 'exact'; readonly range: Range }
	/** `score` from 0 to 1. */
	| { readonly kind: 'moved'; readonly range: Range; readonly score: number }
	| { readonly kind: 'lost' }
