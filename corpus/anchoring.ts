import type { Anchor } from './anchor.ts'
import type { VersionId } from './ids.ts'
import type { Range } from './range.ts'

/** Code units of context that an anchor carries at each side, at least and at most. */
export const leastContext = 32
export const mostContext = 256

/**
 * A durable reference to a passage of the text: its quote with 32 code units of context at each side,
 * doubled up to 256 until quote and context stand only once in the text. Where even that does not tell it
 * apart, `occurrence` counts the equal ones before it.
 *
 * @param range not empty, inside the text, not through a surrogate pair
 */
export function describe(text: string, range: Range, version: VersionId): Anchor {
	let context = contextOf(text, range, leastContext)
	let unique = isUnique(text, context.whole)
	for (let length = 2 * leastContext; length <= mostContext && !unique; length *= 2) {
		context = contextOf(text, range, length)
		unique = isUnique(text, context.whole)
	}
	return {
		start: range.start,
		end: range.end,
		version,
		quote: text.slice(range.start, range.end),
		prefix: context.prefix,
		suffix: context.suffix,
		// A long text is searched only where there is something to count.
		occurrence: unique ? 0 : countBefore(text, context.whole, range.start - context.prefix.length),
	}
}

function contextOf(text: string, { start, end }: Range, length: number) {
	const from = outsidePair(text, Math.max(0, start - length), 1)
	const to = outsidePair(text, Math.min(text.length, end + length), -1)
	return {
		prefix: text.slice(Math.min(from, start), start),
		suffix: text.slice(end, Math.max(to, end)),
		whole: text.slice(Math.min(from, start), Math.max(to, end)),
	}
}

/** `offset`, or the next one in this direction where `offset` would cut a surrogate pair. */
const outsidePair = (text: string, offset: number, direction: 1 | -1): number =>
	/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset + direction : offset

function isUnique(text: string, part: string): boolean {
	const first = text.indexOf(part)
	return text.indexOf(part, first + 1) < 0
}

/** How often `part` stands in the text before `offset`, overlapping ones included. */
export function countBefore(text: string, part: string, offset: number): number {
	let count = 0
	for (let at = text.indexOf(part); at >= 0 && at < offset; at = text.indexOf(part, at + 1)) count++
	return count
}
