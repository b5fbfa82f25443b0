import type { Range } from '../../../corpus/range.ts'
import { millisecondsOf, stamp } from './stamps.ts'

/** How the line of a turn in an interview begins: offsets in the line. At least one of them. */
export interface Turn {
	readonly speaker: (Range & { readonly name: string }) | null
	readonly time: (Range & { readonly from: number }) | null
	/** The words follow on the next line. */
	readonly isAlone: boolean
}

/** A name before a colon or a time: up to five words, the first with a capital; a role in parentheses. */
const word = "[\\p{L}\\p{M}\\p{N}.'’_&-]"
const name = `[\\p{Lu}\\p{Lt}\\p{Lo}]${word}*(?: (?:${word}+|\\(\\p{L}[\\p{L} ]{0,30}\\))){0,4}`
const time = `(?<clock>[[(]?(?<time>${stamp})[\\])]?)`
/** Between name and time: something, so that no digit is torn off. */
const gap = '(?:,?\\s*[-–—|]\\s*|,?\\s+|(?=[[(]))'

/**
 * The manners in which transcripts write who speaks: each a pattern for the beginning of a line. A text
 * follows one of them.
 */
const manners: readonly RegExp[] = [
	// [00:01:02] Anna: words, also without brackets, or with a dash between.
	new RegExp(`^\\s*${time}\\s*[-–—|]?\\s*(?<name>${name})\\s?[:：]`, 'u'),
	// Anna [00:01:02]: words; Anna (1:02) and then the words on the next line.
	new RegExp(`^\\s*(?<name>${name})${gap}${time}[^\\S\\n]*(?:[:：]|\\n|$)`, 'u'),
	// 00:01:02 Speaker 1, alone on its line.
	new RegExp(`^\\s*${time}\\s*[-–—|]?\\s*(?<name>${name})[^\\S\\n]*(?:\\n|$)`, 'u'),
	// Anna: words; here and there with a time.
	new RegExp(`^\\s*(?<name>${name})(?:${gap}${time})?\\s?(?::(?=\\s|$)|：)`, 'u'),
]

/** The manner that has names without times, which needs the most to be believed. */
const untimed = 3

/** What stands before colons in lists of particulars, letters and references, not in interviews. */
const particulars =
	/^(?:title|author|authors|date|subject|from|to|cc|bcc|sent|re|name|age|address|note|notes|nb|ps|source|sources|location|place|e-?mail|phone|tel|fax|isbn|issn|doi|url|https?|keywords?|abstract|figure|fig|table|chapter|section|part|step|example|warning|tip|price|total|time|duration|year|volume|page|pages|size|type|status|id)$/i

/** A longer line is looked at only so far: code units. */
const longestLabel = 120

/**
 * Which lines of a text begin turns of an interview; null where it is surely none: at least two people in
 * turns, four turns or more, written in one manner, and not the particulars of a thing.
 *
 * @param lines those with words
 */
export function turnsIn(lines: readonly string[]): readonly (Turn | null)[] | null {
	for (const [at, manner] of manners.entries()) {
		const turns = lines.map((line) => turnOf(line.slice(0, longestLabel), manner))
		if (isInterview(turns, lines, at !== untimed)) return turns
	}
	return null
}

function turnOf(line: string, manner: RegExp): Turn | null {
	const match = manner.exec(line)
	const groups = match?.groups
	const label = groups?.['name']
	if (match === null || label === undefined || label.length > 50) return null
	const clock = groups?.['clock'] ?? ''
	const from = millisecondsOf(groups?.['time'] ?? '')
	const clockStart = line.indexOf(clock)
	// Whichever comes first: a time holds no letters, a name may hold digits.
	const start = line.indexOf(label, clockStart < line.indexOf(label) ? clock.length : 0)
	return {
		speaker: { name: label, start, end: start + label.length },
		time: from === null ? null : { from, start: clockStart, end: clockStart + clock.length },
		isAlone: line.slice(match[0].length).trim() === '',
	}
}

function isInterview(turns: readonly (Turn | null)[], lines: readonly string[], isTimed: boolean): boolean {
	const found = turns.filter((turn) => turn !== null)
	const first = turns.findIndex((turn) => turn !== null)
	if (found.length < 4 || first > Math.max(30, lines.length / 4)) return false
	const counts = new Map<string, number>()
	let odd = 0
	for (const { speaker } of found) {
		const label = speaker?.name ?? ''
		counts.set(label, (counts.get(label) ?? 0) + 1)
		if (particulars.test(label)) odd++
	}
	const regulars = [...counts.values()].filter((count) => count > 1).length
	if (regulars < 2 || counts.size * 2 > found.length || odd * 10 > found.length) return false
	if (isTimed) return isInOrder(found)
	// Without times: turns are short, somebody asks something, and they do not all speak in the same order of
	// more than two, as the fields of records do.
	const asks = lines.some((line) => /[?？؟\u037E]\s*["”’»)]*\s*$/u.test(line))
	return asks && found.length * 8 >= lines.length - first && !isRecord(found)
}

/** Times of recordings grow, and begin early: those of a clock on the wall begin anywhere. */
function isInOrder(turns: readonly Turn[]): boolean {
	const times = turns.flatMap(({ time }) => (time === null ? [] : [time.from]))
	const falls = times.filter((from, at) => from < (times[at - 1] ?? 0)).length
	return falls * 10 <= times.length
}

/** The same labels again and again in one order, three or more of them. */
function isRecord(turns: readonly Turn[]): boolean {
	const labels = turns.map(({ speaker }) => speaker?.name ?? '')
	const period = labels.indexOf(labels[0] ?? '', 1)
	const isList = new Set(labels.slice(0, period)).size === period
	return period >= 3 && isList && labels.every((label, at) => at < period || label === labels[at - period])
}
