import type { Place, Spoken } from './entities.ts'
import type { Mark, ReadingText } from './readingtext.ts'

type SpeakerMark = Extract<Mark, { kind: 'speaker' }>
type TimeMark = Extract<Mark, { kind: 'time' }>

/**
 * Whether a speaker's mark stands on the name itself ("Anna:"), as typed transcripts have it; the words after
 * it are hers until the next name. Else it stands on the words that she speaks.
 */
export const isNameItself = (text: string, mark: SpeakerMark): boolean =>
	text.slice(mark.start, mark.end).replace(/\s+/g, ' ').trim() === mark.name

/** Whether a time's mark stands on the time as it is typed ("[00:12:31]"), not on the words spoken then. */
export const isStampItself = (text: string, mark: TimeMark): boolean =>
	/^[\d:.,[\]()]+$/.test(text.slice(mark.start, mark.end))

/** Says who speaks at an offset and when; null where a text tells neither. */
export function spokenIn({ text, marks }: ReadingText): (offset: number) => Spoken | null {
	const times = marks.filter((mark) => mark.kind === 'time').toSorted((a, b) => a.start - b.start)
	const speakers = marks.filter((mark) => mark.kind === 'speaker').toSorted((a, b) => a.start - b.start)
	return (offset) => {
		const time = lastUpTo(times, offset)?.from ?? null
		const mark = lastUpTo(speakers, offset)
		const isSilent = mark === null || (offset >= mark.end && !isNameItself(text, mark))
		const speaker = isSilent ? null : mark.name
		return time === null && speaker === null ? null : { time, speaker }
	}
}

/** The last of marks in order that begins at the offset or before. */
function lastUpTo<T extends Mark>(marks: readonly T[], offset: number): T | null {
	let low = 0
	let high = marks.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((marks[middle]?.start ?? 0) <= offset) low = middle + 1
		else high = middle
	}
	return marks[low - 1] ?? null
}

/** `00:12:31`. @param time milliseconds */
export function clockOf(time: number): string {
	const seconds = Math.floor(time / 1000)
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':')
}

/** `00:12:31, Anna`; null for a place in a text that nobody speaks. */
export function speechLine({ spoken }: Place): string | null {
	if (spoken === undefined) return null
	const parts = [spoken.time === null ? null : clockOf(spoken.time), spoken.speaker]
	return parts.filter((part) => part !== null).join(', ')
}
