import { type FoldedText, foldForIndex, foldWithMap, tokensOf } from './folding.ts'
import type { Range } from './range.ts'
import { joinRanges } from './ranges.ts'

/**
 * What a query asks for. A word that folds to several (南海, it’s) is a phrase of them.
 * Operators, NEAR and fields will be further kinds of nodes.
 */
export type QueryNode =
	| {
			readonly kind: 'phrase'
			/** Folded words that follow each other; at least one. */
			readonly tokens: readonly string[]
			/** The last word is only the beginning of one. */
			readonly prefix: boolean
	  }
	/** All of them must be in the document. */
	| { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }

export interface Query {
	readonly node: QueryNode
	/** What could not be understood, as a sentence for people; null: nothing. */
	readonly problem: string | null
}

/** Words, "phrases" in straight or typographic quotation marks, each with `*` for the rest of a word. */
const term = /["“”„«»]([^"“”„«»]*)(?:["“”„«»](\*?)|$)|([^\s"“”„«»]+)/gu

/**
 * Reads a query: words, "phrases", prefix*. Any string is a query; what is not understood is left out
 * and named in `problem`. A quotation mark that is not closed reaches to the end.
 */
export function parseQuery(source: string): Query {
	const nodes: QueryNode[] = []
	const unread: string[] = []
	for (const [all, quoted, star, word] of source.matchAll(term)) {
		const tokens = tokensOf(foldForIndex(quoted ?? word ?? ''))
		if (tokens.length)
			nodes.push({ kind: 'phrase', tokens, prefix: star === '*' || /[^*]\*+$/.test(word ?? '') })
		else if (word !== undefined) unread.push(all)
	}
	return { node: { kind: 'all', nodes }, problem: problemOf(unread, nodes.length > 0) }
}

function problemOf(unread: readonly string[], someRead: boolean): string | null {
	const [first] = unread
	if (first === undefined) return null
	if (first.startsWith('*'))
		return '“*” stands for the rest of a word: write at least its first letter before it.'
	return someRead
		? `“${first}” holds no letter or digit and was left out.`
		: `Type a word: “${first}” holds no letter or digit.`
}

/** Whether the query asks for nothing. */
export const isEmptyQuery = ({ node }: Query): boolean => phrasesOf(node).length === 0

/**
 * The query as it is meant while it is being typed: its last word, unless closed by a space or a quotation
 * mark, may be the beginning of a longer one.
 */
export const whileTyping = (source: string): string =>
	/[\p{L}\p{N}\p{M}]$/u.test(source) && !isInQuotes(source) ? `${source}*` : source

const isInQuotes = (source: string): boolean => (source.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1

/** The phrases of a query from left to right. */
export function phrasesOf(node: QueryNode): readonly (QueryNode & { kind: 'phrase' })[] {
	return node.kind === 'phrase' ? [node] : node.nodes.flatMap(phrasesOf)
}

/**
 * One FTS5 MATCH expression for each phrase of the query, for an index of folded text with the tokeniser
 * `ascii`. Safe for any query: words stand in quotation marks, which folding leaves none of.
 */
export const toFts = ({ node }: Query): readonly string[] =>
	phrasesOf(node).map(
		({ tokens, prefix }) => `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? '*' : ''}`,
	)

/**
 * Every place in the text where a phrase of the query stands, in order, in UTF-16 code units. Hits are
 * whole words, also of prefixes; those that overlap are one. Give a `FoldedText` where the same text is
 * asked often.
 */
export function locateHits({ node }: Query, text: string | FoldedText): readonly Range[] {
	const { folded, toSource } = typeof text === 'string' ? foldWithMap(text) : text
	const words = ` ${folded} `
	const hits = phrasesOf(node).flatMap((phrase) => placesOf(phrase.tokens, phrase.prefix, words))
	return joinRanges(hits, true).map(toSource)
}

/** Where the tokens stand in `words`, which has a space at both ends; offsets without the first space. */
function placesOf(tokens: readonly string[], prefix: boolean, words: string): readonly Range[] {
	const sought = ` ${tokens.join(' ')}${prefix ? '' : ' '}`
	const places: Range[] = []
	for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1))
		places.push({ start: at, end: words.indexOf(' ', at + sought.length - (prefix ? 0 : 1)) - 1 })
	return places
}
