import type { Range } from './range.ts'
import { intersection } from './ranges.ts'
import { snapToCharacters, wordAt } from './words.ts'

/** A piece of a text around a hit, with the hits in it as ranges of the piece. */
export interface CutSnippet {
	readonly text: string
	readonly hits: readonly Range[]
}

/** How far a cut is moved for the sake of a space. */
const give = 24

/**
 * The piece of the text around the first of the hits, about `width` code units long, cut at the edges of
 * words, with `…` where something was cut off and spaces in place of line breaks. Hits in the order of
 * the text; without any, the piece is the beginning. A hit that is longer than the width is cut.
 */
export function snippetAround(text: string, hits: readonly Range[], width: number): CutSnippet {
	const first = hits[0] ?? { start: 0, end: 0 }
	const cut = windowAround(text, first, width)
	const before = cut.start > 0 ? '…' : ''
	const after = cut.end < text.length && text.slice(cut.end).trim() !== '' ? '…' : ''
	const shift = before.length - cut.start
	return {
		text: before + text.slice(cut.start, cut.end).replace(/[\n\r\t]/g, ' ') + after,
		hits: hits.flatMap((hit) => {
			const inside = intersection(hit, cut)
			return inside ? { start: inside.start + shift, end: inside.end + shift } : []
		}),
	}
}

function windowAround(text: string, hit: Range, width: number): Range {
	const room = Math.max(0, width - (hit.end - hit.start))
	// A third before, two thirds after; what one side does not need goes to the other.
	const wantedStart = Math.max(0, hit.start - Math.max(room / 3, room - (text.length - hit.end)))
	const start = wordStart(text, Math.floor(wantedStart), hit.start)
	const wantedEnd = Math.min(start + width, text.length)
	const end = wordEnd(text, wantedEnd, Math.min(wantedEnd, Math.max(start, hit.end)))
	return trimmed(text, snapToCharacters(text, { start, end }), hit)
}

/** The beginning of the first word from `at` on, not beyond `limit`. */
function wordStart(text: string, at: number, limit: number): number {
	if (at === 0) return 0
	const spaced = text.slice(at - 1, Math.min(at + give, limit)).search(/\s/u)
	if (spaced >= 0) return at + spaced
	const word = wordAt(text, at)
	return word && word.start < at ? Math.min(limit, word.end) : at
}

/** The end of the last word up to `at`, not before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
	if (at === text.length) return at
	const from = Math.max(limit, at - give)
	const spaced = text.slice(from, at + 1).search(/\s\S*$/u)
	if (spaced > 0) return from + spaced
	const word = wordAt(text, at)
	return word && word.start < at && word.start > limit ? word.start : at
}

/** Without white space at the ends, but never without a part of the hit. */
function trimmed(text: string, range: Range, hit: Range): Range {
	let { start, end } = range
	while (start < Math.min(hit.start, end) && /\s/u.test(text.charAt(start))) start++
	while (end > Math.max(Math.min(hit.end, range.end), start) && /\s/u.test(text.charAt(end - 1))) end--
	return { start, end }
}
