import { foldForIndex, tokensOf } from './folding.ts'
import type { Metadata } from './metadata.ts'
import { shortNames } from './names.ts'
import type { ReadingText } from './readingtext.ts'
import { formatVagueDate } from './vaguedate.ts'

/** Words at the beginning of a title that say nothing about it. */
const idle = new Set(
	'a an the der die das ein eine le la les un une des el los on in of to and und et mot nhung cac'.split(' '),
)

/**
 * A key for citations such as `nguyen2024tribunal`: the first author's (or editor's) family name, the year
 * and the first telling word of the title, folded. Where it is taken, `a`, `b`, … `z`, `aa` follow.
 */
export function makeCitekey(metadata: Metadata, taken: (key: string) => boolean): string {
	const [name] = metadata.author ?? metadata.editor ?? []
	const family = name ? tokensOf(foldForIndex('literal' in name ? name.literal : name.family)) : []
	const words = tokensOf(foldForIndex(metadata.title)).filter((word) => !idle.has(word))
	const isIdeographic = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u.test(words[0] ?? '')
	const title = words.slice(0, isIdeographic ? 4 : family.length ? 1 : 2)
	const key = [...family.slice(0, 4), yearOf(metadata) ?? '', ...title].join('').slice(0, 60)
	// A key of figures alone is hard to cite.
	const base = /^\d*$/.test(key) ? `document${key}` : key
	return base + lettersOf(freeNumber((number) => taken(base + lettersOf(number))))
}

/** A number that is not taken, the first where there are no gaps: ten thousand rows may have one title. */
function freeNumber(taken: (number: number) => boolean): number {
	if (!taken(0)) return 0
	let [below, free] = [0, 1]
	while (taken(free)) [below, free] = [free, free * 2]
	while (free - below > 1) {
		const middle = Math.floor((below + free) / 2)
		if (taken(middle)) below = middle
		else free = middle
	}
	return free
}

/** 0 → '', 1 → a, 26 → z, 27 → aa. */
const lettersOf = (number: number): string =>
	number === 0 ? '' : lettersOf(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26))

function yearOf({ issued }: Metadata): string | null {
	if (!issued || 'literal' in issued) return null
	return issued.from[0] < 0 ? `${-issued.from[0]}bc` : `${issued.from[0]}`
}

/**
 * How a document is cited within a sentence: `Nguyen & Lee 2024`, `Plato c. 380 BC`. Without authors the
 * editors, the container or the beginning of the title stand for them; without a date, `n.d.`.
 */
export function shortCitation(metadata: Metadata): string {
	const label = citedNames(metadata) || metadata['container-title'] || firstWords(metadata.title, 40)
	return `${label} ${shortDate(metadata) || 'n.d.'}`
}

/** Authors, else editors, in short: `Nguyen & Lee`; '' when none are known. */
export const citedNames = ({ author = [], editor = [] }: Metadata): string =>
	shortNames(author) || shortNames(editor)

/** The year or years, or the date in the source's own words: `2024`, `c. 380 BC`; '' when unknown. */
export function shortDate({ issued }: Metadata): string {
	if (!issued) return ''
	if ('literal' in issued) return issued.literal
	const { from, to, circa } = issued
	const isSpan = to && to[0] !== from[0]
	return formatVagueDate({ from: [from[0]], ...(isSpan ? { to: [to[0]] } : {}), ...(circa ? { circa } : {}) })
}

const untitled = 'Untitled'

/** The longest line that passes for a title, in code units. */
const longestTitle = 120

/**
 * A title for a document whose source names none: its first line where that is short, else its first
 * words, else its file name made readable; `Untitled` where that is a number or hash. A text that begins in
 * the middle of a sentence, as a scanned extract does, is rather named by its file.
 */
export function deriveTitle(source: ReadingText, fileName: string): string {
	const text = withoutCalls(source)
	for (const block of source.blocks) {
		if (block.kind === 'furniture') continue
		for (const line of text.slice(block.start, block.end).split('\n')) {
			const words = line.replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim()
			if (!/\p{L}/u.test(words)) continue
			const named = /^\p{Ll}/u.test(words) && isSentence(words) ? readableName(fileName) : untitled
			if (named !== untitled) return named
			return words.length <= longestTitle ? words : firstWords(words, 80)
		}
	}
	return readableName(fileName)
}

const isSentence = (words: string): boolean => words.length > longestTitle || /[.,;:!?]$/.test(words)

/** The text with U+FFFC in the place of all that calls a footnote, so that every offset stays. */
function withoutCalls({ text, marks }: ReadingText): string {
	let bare = ''
	const calls = marks.filter(({ kind }) => kind === 'footnote-call')
	for (const { start, end } of calls.toSorted((one, other) => one.start - other.start))
		if (start >= bare.length) bare += text.slice(bare.length, start) + '\uFFFC'.repeat(end - start)
	return bare + text.slice(bare.length)
}

/** As many whole words as fit into `most` code units, with … where that is not all. */
function firstWords(text: string, most: number): string {
	if (text.length <= most) return text
	const cut = text.slice(0, most + 1)
	const space = cut.lastIndexOf(' ')
	const kept = space > most / 2 ? cut.slice(0, space) : cut.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
	return `${kept.replace(/[\s\p{P}]+$/u, '')}…`
}

/** A file's name without its ending, as words; `Untitled` where it is a number or hash. */
export function readableName(fileName: string): string {
	const name = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/(?<=.)\.[^.\s]{1,8}$/, '')
	const words = decoded(name)
		.replace(/[_\s+]+|(?<!\s)-(?!\s)/g, ' ')
		.trim()
	const isHash = /^[0-9a-f]{12,}$/i.test(words.replace(/ /g, '')) || !/\p{L}{2}/u.test(words)
	return isHash ? untitled : words
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name)
	} catch {
		return name
	}
}
