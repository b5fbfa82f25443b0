import { type FoldedText, foldForIndex, foldWithMap, tokensOf } from './folding.ts'
import type { Range } from './range.ts'
import { joinRanges } from './ranges.ts'

/** A name that fits what was typed. */
export interface FuzzyMatch<T> {
	readonly item: T
	/** Only for comparing with others for the same query: more is better. */
	readonly score: number
	/** What of the name fits, to be shown: in UTF-16 code units, sorted. */
	readonly ranges: readonly Range[]
}

/** Names prepared for `fuzzyMatch`, so that typing does not fold them again. */
export interface FuzzyName<T> {
	readonly item: T
	readonly name: string
	readonly folded: FoldedText
}

export const fuzzyNames = <T>(items: readonly T[], nameOf: (item: T) => string): readonly FuzzyName<T>[] =>
	items.map((item) => ({ item, name: nameOf(item), folded: foldWithMap(nameOf(item)) }))

/**
 * The names that hold the letters of every typed word in their order, the best first; case and diacritics
 * do not matter, nor the order of the words. Letters in a row and at the beginnings of words count more;
 * of equals the shorter name comes first, then the earlier. An empty query fits all, in their order.
 */
export function fuzzyMatch<T>(query: string, names: readonly FuzzyName<T>[]): readonly FuzzyMatch<T>[] {
	const words = tokensOf(foldForIndex(query))
	return names
		.flatMap(({ item, name, folded }) => {
			const fits = words.map((word) => align(word, folded.folded))
			const found = fits.flatMap((fit) => fit ?? [])
			if (found.length < words.length) return []
			const units = found.flatMap((fit) => fit.units.map((at) => folded.toSource({ start: at, end: at + 1 })))
			const whole = folded.folded === words.join(' ') ? 100 : 0
			const score = found.reduce((sum, fit) => sum + fit.score, whole)
			return [{ item, score, ranges: joinRanges(units), length: words.length ? name.length : 0 }]
		})
		.toSorted((a, b) => b.score - a.score || a.length - b.length)
		.map(({ item, score, ranges }) => ({ item, score, ranges }))
}

const forUnit = 1
const forRow = 5
const forWordStart = 4
const forNameStart = 2
const perGap = 0.2

/** One way to read a word out of a name: the score so far and the units taken, as a chain to the front. */
interface Step {
	readonly score: number
	readonly at: number
	readonly before: Step | null
}

/**
 * The best way to find the units of `word` in `name` one after the other; null where they are not there.
 * Dynamic programming over both (as in sequence alignment): time in proportion to the product.
 */
function align(word: string, name: string): { score: number; units: readonly number[] } | null {
	let row: readonly (Step | null)[] = []
	for (let index = 0; index < word.length; index++) {
		const next: (Step | null)[] = []
		let best: Step | null = null
		let bestScore = Number.NEGATIVE_INFINITY
		for (let at = 0; at < name.length; at++) {
			// The best end of the word so far that leaves a gap before this unit; a gap costs by its length.
			const passed = row[at - 2]
			bestScore -= perGap
			if (passed && passed.score - perGap > bestScore) {
				best = passed
				bestScore = passed.score - perGap
			}
			const fits = word.charCodeAt(index) === name.charCodeAt(at)
			next.push(fits ? step(index === 0, at, name, row[at - 1] ?? null, best, bestScore) : null)
		}
		row = next
	}
	let end: Step | null = null
	for (const each of row) if (each && (!end || each.score > end.score)) end = each
	if (!end) return null
	const units: number[] = []
	for (let each: Step | null = end; each; each = each.before) units.unshift(each.at)
	return { score: end.score, units }
}

/** The best way to take the unit at `at`: right after the one before, or after a gap. */
function step(
	isFirst: boolean,
	at: number,
	name: string,
	neighbour: Step | null,
	best: Step | null,
	bestScore: number,
): Step | null {
	const start = at === 0 ? forWordStart + forNameStart : name.charAt(at - 1) === ' ' ? forWordStart : 0
	if (isFirst) return { score: forUnit + start, at, before: null }
	const inRow = neighbour && { score: neighbour.score + forUnit + forRow, at, before: neighbour }
	const apart = best && { score: bestScore + forUnit + start, at, before: best }
	return inRow && apart ? (apart.score > inRow.score ? apart : inRow) : (inRow ?? apart)
}
