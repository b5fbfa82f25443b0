import type { Range } from '../../corpus/range.ts'

export interface Quoted {
	readonly quote: string
	/** What stands right before and after it; '' where that does not matter. */
	readonly prefix: string
	readonly suffix: string
}

/**
 * Every place of a quote in a text: to the letter or, when there is none, with any white space where
 * the quote has some, since a terminal shows line ends that the text does not have.
 * @returns ranges of the quote alone, in order, overlapping ones included
 */
export function quoted(text: string, wanted: Quoted): readonly Range[] {
	if (wanted.quote.trim() === '') return []
	const exact = matches(text, wanted, literal)
	return exact.length > 0 ? exact : matches(text, wanted, loose)
}

function matches(text: string, { quote, prefix, suffix }: Quoted, form: (part: string) => string): Range[] {
	// The lookbehind also matches when it is empty; the empty lookahead lets matches overlap.
	const pattern = new RegExp(`(?<=${form(prefix)})(?=(${form(quote)})${form(suffix)})`, 'gu')
	return [...text.matchAll(pattern)].map((match) => ({
		start: match.index,
		end: match.index + (match[1] ?? '').length,
	}))
}

const literal = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const loose = (part: string): string => part.trim().split(/\s+/).map(literal).join('\\s+')
