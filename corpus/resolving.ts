import search from 'approx-string-match'
import type { Anchor, Resolution } from './anchor.ts'
import { countBefore, leastContext } from './anchoring.ts'
import type { VersionId } from './ids.ts'
import type { Range } from './range.ts'
import { overlaps } from './ranges.ts'
import type { TextMap } from './textmap.ts'

/** A place where the passage may stand, and how well it fits there, from 0 to 1. */
interface Candidate {
	readonly range: Range
	readonly score: number
}

/** What a place must reach, and by how much it must be better than any other, to be believed. */
const leastScore = 0.75
const leastMargin = 0.1
/** How much of a place's score its words make; the rest is the context. */
const shareOfQuote = 0.7
/** Longer quotes are sought by their beginning and end: searching costs text times pattern. */
const longestPattern = 400
/** Places of a frequent quote that are looked at, and those whose context is compared closely. */
const mostFound = 10_000
const mostCompared = 50

/**
 * Where the anchor's passage stands in a text.
 *
 * *exact*: the anchor's own version; or quote, prefix and suffix stand at the anchor's position, and as
 * many equal ones before it as there were. *moved*: found by the first of these that is sure enough:
 * the comparison with the old text, quote and context together, the quote (or else a similar one) told apart
 * by its context.
 * *lost*: nothing was, or several places fit about as well.
 *
 * @param map from the anchor's version to this text (`mapText`), where the old text is at hand: made once
 * for all anchors
 */
export function resolve(anchor: Anchor, text: string, version: VersionId, map?: TextMap): Resolution {
	const range = { start: anchor.start, end: anchor.end }
	if (isExact(anchor, text, version)) return { kind: 'exact', range }
	const found = byComparison(anchor, text, map) ?? byContext(anchor, text) ?? byQuote(anchor, text)
	return found ? { kind: 'moved', range: found.range, score: found.score } : { kind: 'lost' }
}

function isExact(anchor: Anchor, text: string, version: VersionId): boolean {
	const { start, end, quote, prefix, suffix, occurrence } = anchor
	if (text.slice(start, end) !== quote) return false
	if (version === anchor.version) return true
	const whole = prefix + quote + suffix
	const from = start - prefix.length
	return from >= 0 && text.startsWith(whole, from) && countBefore(text, whole, from) === occurrence
}

/** The place that the comparison of both texts gives, where the passage was mostly kept there. */
function byComparison(
	{ start, end, quote }: Anchor,
	text: string,
	map: TextMap | undefined,
): Candidate | null {
	const moved = map?.moved({ start, end })
	if (!moved || moved.score < leastScore) return null
	const isWhole = text.slice(moved.range.start, moved.range.end) === quote
	return { range: moved.range, score: isWhole ? 1 : moved.score }
}

/** The one place where the quote stands in its whole old context, which told it apart in the old text. */
function byContext({ prefix, quote, suffix, occurrence }: Anchor, text: string): Candidate | null {
	if (occurrence > 0) return null
	const whole = prefix + quote + suffix
	const at = text.indexOf(whole)
	if (at < 0 || text.indexOf(whole, at + 1) >= 0 || whole.length < leastContext) return null
	const start = at + prefix.length
	return { range: { start, end: start + quote.length }, score: 1 }
}

/** The one place of the same quote, or where it is nowhere, of a similar one, that fits clearly best. */
function byQuote(anchor: Anchor, text: string): Candidate | null {
	const same = samePlaces(anchor, text)
	const places = same.length > 0 ? same : similarPlaces(anchor.quote, text)
	const candidates = places.map(({ range, score }) => ({
		range,
		score: scoreOf(score, contextFit(anchor, text, range)),
	}))
	const [only, ...others] = candidates
	// A long quote that stands unchanged in one place needs no context; a short one proves nothing without.
	if (only && others.length === 0 && same.length === 1 && anchor.quote.length >= leastContext)
		return { ...only, score: Math.max(only.score, leastScore) }
	return clearlyBest(candidates)
}

/** Where the quote stands unchanged: the places with the most of the old context right beside them. */
function samePlaces({ quote, prefix, suffix }: Anchor, text: string): readonly Candidate[] {
	const places: { readonly range: Range; readonly score: number; readonly context: number }[] = []
	for (let at = text.indexOf(quote); at >= 0 && places.length < mostFound; at = text.indexOf(quote, at + 1)) {
		const range = { start: at, end: at + quote.length }
		const context = alikeBefore(prefix, text, range.start) + alikeAfter(suffix, text, range.end)
		places.push({ range, score: 1, context })
	}
	return places.toSorted((a, b) => b.context - a.context).slice(0, mostCompared)
}

function alikeBefore(prefix: string, text: string, offset: number): number {
	let length = 0
	while (length < prefix.length && prefix.at(-1 - length) === text.charAt(offset - 1 - length)) length++
	return length
}

function alikeAfter(suffix: string, text: string, offset: number): number {
	let length = 0
	while (length < suffix.length && suffix.charAt(length) === text.charAt(offset + length)) length++
	return length
}

/** The best place and those that come next to it; scores are those of the quote alone. */
function similarPlaces(quote: string, text: string): readonly Candidate[] {
	if (quote.length <= longestPattern) return withRunnersUp(quote, text)
	const heads = withRunnersUp(quote.slice(0, longestPattern), text)
	const tails = withRunnersUp(quote.slice(-longestPattern), text)
	return heads.flatMap((head) =>
		tails.flatMap((tail) => {
			const range = { start: head.range.start, end: tail.range.end }
			const growth = (range.end - range.start) / quote.length
			return growth > 0.7 && growth < 1.4 ? [{ range, score: Math.min(head.score, tail.score) }] : []
		}),
	)
}

/** The matches with the fewest errors, and with the fewest of the text before and after them. */
function withRunnersUp(pattern: string, text: string): readonly Candidate[] {
	const best = matches(pattern, text, 0)
	const [first] = best
	if (!first) return []
	const rest = [
		...matches(pattern, text.slice(0, first.range.start), 0),
		...matches(pattern, text.slice(first.range.end), first.range.end),
	]
	return [...best, ...rest]
}

function matches(pattern: string, text: string, shift: number): readonly Candidate[] {
	const mostErrors = Math.floor(pattern.length * (1 - leastScore))
	const apart: Candidate[] = []
	for (const { start, end, errors } of search(text, pattern, mostErrors)) {
		const range = { start: start + shift, end: end + shift }
		// The same place is reported for every end that costs as little: the last is the whole.
		const last = apart.at(-1)
		if (last && overlaps(last.range, range)) apart.pop()
		if (apart.length < mostCompared) apart.push({ range, score: 1 - errors / pattern.length })
	}
	return apart
}

const scoreOf = (quote: number, context: number): number =>
	shareOfQuote * quote + (1 - shareOfQuote) * context

/** How much of the context next to the place is as it was, from 0 to 1. Beyond `leastContext` it does not count. */
function contextFit({ prefix, suffix }: Anchor, text: string, { start, end }: Range): number {
	const before = prefix.slice(-leastContext)
	const after = suffix.slice(0, leastContext)
	const length = before.length + after.length
	if (length === 0) return start === 0 && end === text.length ? 1 : 0
	return (
		(before.length * similarity(before, text.slice(Math.max(0, start - before.length - 8), start)) +
			after.length * similarity(after, text.slice(end, end + after.length + 8))) /
		length
	)
}

function similarity(pattern: string, text: string): number {
	if (pattern === '') return 1
	const [best] = search(text, pattern, pattern.length)
	return best ? 1 - best.errors / pattern.length : 0
}

/** The best candidate, where it is good enough and better by the margin than any that does not overlap it. */
function clearlyBest(candidates: readonly Candidate[]): Candidate | null {
	const [best, ...others] = candidates.toSorted((a, b) => b.score - a.score)
	if (!best || best.score < leastScore) return null
	const second = others.find((other) => !overlaps(other.range, best.range))
	return second && best.score - second.score < leastMargin ? null : best
}
