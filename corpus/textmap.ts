import { diffArrays } from 'diff'
import type { Range } from './range.ts'

/** Where the parts of an old text that a new one kept stand in the new one, in order. */
export interface TextMap {
	/**
	 * The range of the new text that begins and ends with what was kept of the old range, and how much of
	 * both was kept, from 0 to 1. Null where nothing was.
	 */
	readonly moved: (range: Range) => { readonly range: Range; readonly score: number } | null
}

interface Run {
	readonly from: number
	readonly to: number
	readonly length: number
}

/** Edits after which two texts are called different: the search for fewer costs their square. */
const mostLineEdits = 4000
const mostWordEdits = 1000

/**
 * Compares two versions of a text: lines (that is, blocks) first, then the words of those that differ
 * (Myers' O(ND) algorithm, from the package `diff`). What differs in too many places counts as not kept.
 */
export function mapText(before: string, after: string): TextMap {
	const runs: Run[] = []
	compare(linesOf(before), linesOf(after), mostLineEdits, 0, 0, runs, (oldPart, newPart, from, to) =>
		compare(wordsOf(oldPart), wordsOf(newPart), mostWordEdits, from, to, runs),
	)
	return { moved: (range) => move(runs, range) }
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? []

/** Adds the runs that both have; hands what stands between two of them to `differing`. */
function compare(
	before: string[],
	after: string[],
	maxEditLength: number,
	from: number,
	to: number,
	runs: Run[],
	differing?: (before: string, after: string, from: number, to: number) => void,
): void {
	const changes = diffArrays(before, after, { maxEditLength })
	let oldAt = from
	let newAt = to
	let removed = ''
	let added = ''
	const flush = () => {
		if (removed && added) differing?.(removed, added, oldAt, newAt)
		oldAt += removed.length
		newAt += added.length
		removed = ''
		added = ''
	}
	for (const change of changes ?? []) {
		const text = change.value.join('')
		if (change.removed) removed += text
		else if (change.added) added += text
		else {
			flush()
			runs.push({ from: oldAt, to: newAt, length: text.length })
			oldAt += text.length
			newAt += text.length
		}
	}
	flush()
}

function move(runs: readonly Run[], range: Range): { range: Range; score: number } | null {
	let kept = 0
	let start: number | null = null
	let end = 0
	for (let index = firstEndingAfter(runs, range.start); index < runs.length; index++) {
		const run = runs[index]
		if (!run || run.from >= range.end) break
		const from = Math.max(run.from, range.start)
		const until = Math.min(run.from + run.length, range.end)
		start ??= run.to + from - run.from
		end = run.to + until - run.from
		kept += until - from
	}
	if (start === null) return null
	return { range: { start, end }, score: kept / Math.max(range.end - range.start, end - start) }
}

function firstEndingAfter(runs: readonly Run[], offset: number): number {
	let low = 0
	let high = runs.length
	while (low < high) {
		const middle = (low + high) >> 1
		const run = runs[middle]
		if (run && run.from + run.length <= offset) low = middle + 1
		else high = middle
	}
	return low
}
