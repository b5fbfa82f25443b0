/**
 * Half-open ranges `[start, end)` on a reading text, in UTF-16 code units. Everything in Commonplace
 * that is not the text itself is such a range.
 */
export interface Range {
	readonly start: number
	readonly end: number
}
