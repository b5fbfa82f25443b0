import { spansOf } from './payload.ts'
import { millisecondsOf } from './stamps.ts'

/** A piece of speech with the time at which it is shown; milliseconds. */
export interface Cue {
	readonly from: number
	readonly to: number
	/** As the file has them, with tags; none of them empty. */
	readonly lines: readonly string[]
}

const timing =
	/^\s*((?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?)/

/** The times of a line such as `00:01.000 --> 00:02.500 align:start`; null for other lines. */
export function timesOf(line: string): { readonly from: number; readonly to: number } | null {
	const match = line.includes('-->') ? timing.exec(line) : null
	const from = millisecondsOf(match?.[1] ?? '')
	const to = millisecondsOf(match?.[2] ?? '')
	return from === null || to === null ? null : { from, to: Math.max(from, to) }
}

/**
 * The cues of SubRip (SRT) or WebVTT, in the order of the file. Numbers, names, settings, notes, styles and
 * regions are left out; blank lines may be missing or stand inside of cues, as in files made by hand.
 */
export function cuesOf(text: string): readonly Cue[] {
	const lines = text.split(/\r\n?|\n/)
	const starts = lines.flatMap((line, at) => {
		const times = timesOf(line)
		return times === null ? [] : [{ at, times }]
	})
	return starts.flatMap(({ at, times }, index) => {
		const next = starts[index + 1]?.at ?? lines.length
		const shown = shownLines(lines.slice(at + 1, next), next < lines.length)
		return shown.length === 0 ? [] : [{ ...times, lines: shown }]
	})
}

/** @param lines those between two lines with times, or after the last */
function shownLines(lines: readonly string[], isFollowed: boolean): readonly string[] {
	const kept: string[] = []
	// What stands right before the next time is its number or, after a blank line, its name.
	const last = lines.at(-1)?.trim() ?? ''
	const isNamed = isFollowed && last !== '' && (/^\d{1,7}$/.test(last) || lines.at(-2)?.trim() === '')
	let isNote = false
	let isFirst = true
	for (const [at, line] of lines.entries()) {
		const words = line.trim()
		if (isNamed && at === lines.length - 1) break
		if (words === '') isFirst = true
		else {
			if (isFirst) isNote = at > 0 && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)
			isFirst = false
			if (!isNote) kept.push(words)
		}
	}
	return kept
}

/**
 * Captions made while somebody speaks roll up: each shows the line of the one before it again. Those lines
 * are left out where most cues repeat in this way.
 */
export function withoutRepeats(cues: readonly Cue[]): readonly Cue[] {
	const repeats = cues.map((cue, at) => {
		const before = cues[at - 1]
		if (before === undefined || cue.from > before.to + 100) return false
		// Who says the same twice says it in a cue of some length.
		if (cue.lines.length === 1 && cue.to - cue.from > 100) return false
		return wordsOf(cue.lines[0] ?? '') === wordsOf(before.lines.at(-1) ?? '')
	})
	if (repeats.filter(Boolean).length * 3 < cues.length) return cues
	return cues.flatMap((cue, at) => {
		const lines = repeats[at] === true ? cue.lines.slice(1) : cue.lines
		return lines.length === 0 ? [] : [{ ...cue, lines }]
	})
}

const wordsOf = (line: string): string =>
	spansOf(line)
		.map(({ text }) => text)
		.join('')
