import { lazily } from './lazily.ts'
import type { Range } from './range.ts'
import { trimRange } from './ranges.ts'

/**
 * How many code units around an offset are looked at. Segmenting costs time in proportion to the text,
 * and no word comes near this length.
 */
const reach = 400

/** A segmenter for a BCP 47 tag as documents state it, which may be nonsense. */
function segmenter(granularity: 'word' | 'grapheme', language: string | undefined): Intl.Segmenter {
	try {
		return new Intl.Segmenter(language, { granularity })
	} catch {
		return new Intl.Segmenter('und', { granularity })
	}
}

const splitsPair = (text: string, offset: number): boolean =>
	/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))

/** A window of the text around an offset, cut at line ends where they are near, never inside a pair. */
function windowAround(text: string, offset: number): Range {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1
	const nextBreak = text.indexOf('\n', offset)
	const lineEnd = nextBreak < 0 ? text.length : nextBreak + 1
	let start = Math.max(offset === 0 ? 0 : lineStart, offset - reach)
	let end = Math.min(lineEnd, offset + reach)
	if (splitsPair(text, start)) start--
	if (splitsPair(text, end)) end++
	return { start, end }
}

/** The segment that holds the code unit at `offset`, in offsets of the text; null past the end. */
function segmentAt(text: string, offset: number, segments: Intl.Segmenter) {
	if (offset < 0 || offset >= text.length) return null
	const window = windowAround(text, offset)
	const found = segments.segment(text.slice(window.start, window.end)).containing(offset - window.start)
	if (!found) return null
	const start = window.start + found.index
	return { start, end: start + found.segment.length, isWord: found.isWordLike === true }
}

/** The word that holds the character at `offset`, or null where that is no part of a word. */
export function wordAt(text: string, offset: number, language?: string): Range | null {
	const segment = segmentAt(text, offset, segmenter('word', language))
	return segment?.isWord ? { start: segment.start, end: segment.end } : null
}

const graphemes = lazily(() => segmenter('grapheme', undefined))

/** The range with both ends moved outwards to the nearest edge of what a reader takes for a character. */
export function snapToCharacters(text: string, range: Range): Range {
	const first = segmentAt(text, range.start, graphemes())
	const last = segmentAt(text, range.end, graphemes())
	return {
		start: first?.start ?? range.start,
		end: last && last.start < range.end ? last.end : range.end,
	}
}

/**
 * The range trimmed of white space and widened so that it cuts no word. An empty range becomes the word
 * it stands in or after; where there is none, it stays empty. `language` is a BCP 47 tag; word borders of
 * scripts without spaces (Chinese, Japanese, Thai) come from the dictionaries of the runtime.
 */
export function snapToWords(text: string, range: Range, language?: string): Range {
	const words = segmenter('word', language)
	if (range.start >= range.end) {
		const here = segmentAt(text, range.start, words)
		const word = here?.isWord ? here : segmentAt(text, range.start - 1, words)
		return word?.isWord ? { start: word.start, end: word.end } : { start: range.start, end: range.start }
	}
	const trimmed = trimRange(text, range)
	if (trimmed.start === trimmed.end) return trimmed
	const first = segmentAt(text, trimmed.start, words)
	const last = segmentAt(text, trimmed.end - 1, words)
	return snapToCharacters(text, {
		start: first?.isWord ? first.start : trimmed.start,
		end: last?.isWord ? last.end : trimmed.end,
	})
}
