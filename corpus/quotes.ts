import type { Range } from './range.ts'

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The words of the text as a pattern that takes any white space between them. */
const loosely = (text: string): string => text.trim().split(/\s+/u).map(escaped).join('\\s+')

/**
 * Every place where the quote stands in the text, in order, overlapping ones included. White space counts
 * as white space, whatever its kind and amount, and not at all at the quote's ends. `prefix` and `suffix`
 * must stand right before and after, with or without white space between. None for an empty quote.
 */
export function findQuote(text: string, quote: string, prefix = '', suffix = ''): readonly Range[] {
	if (quote.trim() === '') return []
	const before = prefix.trim() ? `(?<=${loosely(prefix)}\\s*)` : ''
	const after = suffix.trim() ? `(?=\\s*${loosely(suffix)})` : ''
	const pattern = new RegExp(`${before}${loosely(quote)}${after}`, 'gu')
	const places: Range[] = []
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		places.push({ start: match.index, end: match.index + match[0].length })
		pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1)
	}
	return places
}
