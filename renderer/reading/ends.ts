import type { Range } from '../../corpus/range.ts'
import { snapToCharacters, wordAt } from '../../corpus/words.ts'

/** Which end of a range is moved, which way, and how far at once. */
export interface EndStep {
	readonly edge: 'start' | 'end'
	readonly direction: 'back' | 'forth'
	readonly by: 'word' | 'letter'
}

/**
 * A range with one end moved by a word or a letter. It never becomes empty and never leaves the text: a
 * step that would is no step. By words, the start comes to stand at the beginning of a word and the end at
 * the end of one.
 */
export function moveEnd(text: string, range: Range, step: EndStep, language?: string): Range {
	const from = range[step.edge]
	const to = step.by === 'letter' ? letterFrom(text, from, step) : wordFrom(text, from, step, language)
	const moved = step.edge === 'start' ? { start: to, end: range.end } : { start: range.start, end: to }
	return moved.start < moved.end && moved.start >= 0 && moved.end <= text.length ? moved : range
}

function letterFrom(text: string, from: number, { direction }: EndStep): number {
	if (direction === 'forth')
		return snapToCharacters(text, { start: from, end: Math.min(text.length, from + 1) }).end
	return from === 0 ? 0 : snapToCharacters(text, { start: from - 1, end: from }).start
}

/** Characters that are looked through for the next word: more than any gap between two. */
const reach = 2000

function wordFrom(text: string, from: number, { edge, direction }: EndStep, language?: string): number {
	const by = direction === 'forth' ? 1 : -1
	let at = direction === 'forth' ? from : from - 1
	for (let seen = 0; seen < reach && at >= 0 && at < text.length; seen++, at += by) {
		const word = wordAt(text, at, language)
		if (!word) continue
		const place = word[edge]
		if (direction === 'forth' ? place > from : place < from) return place
		// Already at this end of the word: the search goes on behind it.
		at = direction === 'forth' ? word.end - 1 : word.start
	}
	return from
}
