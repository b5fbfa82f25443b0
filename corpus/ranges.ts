import type { Range } from './range.ts'

/** Whether the two share at least one code unit. An empty range shares nothing. */
export const overlaps = (a: Range, b: Range): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end)

/** Whether `inner` lies wholly in `outer`; an empty range may lie at either end. */
export const contains = (outer: Range, inner: Range): boolean =>
	outer.start <= inner.start && inner.end <= outer.end

/** Whether the two overlap, or one begins where the other ends. */
export const touches = (a: Range, b: Range): boolean => Math.max(a.start, b.start) <= Math.min(a.end, b.end)

export const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end

/** What both cover, or null where they do not overlap. */
export function intersection(a: Range, b: Range): Range | null {
	const range = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
	return range.start < range.end ? range : null
}

/** By start, and the longer first where starts are equal: the order of nesting. */
export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end

/**
 * The union of the ranges: sorted, none overlapping another. Ranges that only touch become one too,
 * unless `keepTouching` is set.
 */
export function joinRanges(ranges: readonly Range[], keepTouching = false): readonly Range[] {
	const joined: Range[] = []
	for (const range of ranges.toSorted(byPlace)) {
		const last = joined.at(-1)
		if (last && (keepTouching ? range.start < last.end : range.start <= last.end))
			joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
		else joined.push({ start: range.start, end: range.end })
	}
	return joined
}

const space = /\s/u

/** The range without white space at both ends. Where it holds nothing else: the empty range at its start. */
export function trimRange(text: string, range: Range): Range {
	let start = Math.max(0, range.start)
	let end = Math.min(text.length, range.end)
	while (end > start && space.test(text.charAt(end - 1))) end--
	if (start >= end) return { start: range.start, end: range.start }
	while (space.test(text.charAt(start))) start++
	return { start, end }
}
