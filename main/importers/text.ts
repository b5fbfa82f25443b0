import type { Element } from 'hast'
import { make, root } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import { type Imported, type TextImporter, type TextSource, titleOfFile } from './importer.ts'
import { type Turn, turnsIn } from './transcripts/turns.ts'

/**
 * Plain text. What its lines mean is decided once for the whole file, so that nothing surprises:
 *
 * - *wrapped*: its lines are broken at one width of at most 100 characters. Lines are joined to
 *   paragraphs, which end at blank lines, before indented lines and before list signs. Runs of lines far
 *   shorter than the width are verse, and keep their lines.
 * - *verse*: all lines are short, and not of one width. Stanzas keep their lines.
 * - otherwise *every line is a paragraph*, as text copied out of pages has it.
 *
 * In all three: columns (lines with wide gaps or tabs inside) keep their white space; a short first line
 * without a full stop is the title; a form feed begins a page. Where every line is a paragraph, a short
 * line without a final stop before a long one is a heading: such files are often several articles. In
 * interviews every turn begins a paragraph.
 */
export const textImporter: TextImporter = {
	kind: 'text',
	name: 'text',
	isMarkup: false,
	recognises: () => false,
	read: readText,
}

/** Any text as plain text. */
export function readText({ text, fileName }: TextSource): readonly Imported[] {
	const { elements, shape, turns } = elementsOfText(text)
	const taken = takeTitle(elements, turns)
	// The first words of an interview tell nothing.
	const title = taken === '' && turns.size > 0 ? titleOfFile(fileName) : taken
	if (shape.kind === 'lines' && turns.size === 0) markHeadings(elements)
	const walked = toReadingText(root(elements), { base: null, language: null, linkHeadings: false })
	return [{ part: '', metadata: { title }, ...walked }]
}

/** Paragraphs, verse and columns, none of them a title or heading yet. */
export function elementsOfText(text: string): {
	readonly elements: Element[]
	readonly shape: Shape
	/** The lines that begin turns, where the text is an interview; trimmed. */
	readonly turns: Turns
} {
	const pages = text.replace(/\r\n?/g, '\n').replaceAll('\u0085', '\n').split('\f')
	const lines = pages.flatMap((page) => page.split('\n'))
	const found = shapeOf(lines)
	const turns = turnLines(lines, found)
	const shape = turns.size > 0 && found.kind === 'verse' ? shapeOfSpeech(lines, turns) : found
	const elements = pages.flatMap((page, number) => {
		const content = runsOf(page.split('\n')).flatMap((run) => elementsOf(run, shape, turns))
		return pages.length > 1 && content.length > 0 ? [pageBreak(number + 1), ...content] : content
	})
	return { elements, shape, turns }
}

/** The lines that begin turns of an interview, trimmed; none where it is none. */
type Turns = ReadonlyMap<string, Turn>

/** Plays in verse have names before colons too, but their lines begin with capitals and keep their breaks. */
function turnLines(lines: readonly string[], shape: Shape): Turns {
	const filled = lines.filter((line) => line.trim() !== '')
	const turns = turnsIn(filled)
	if (turns === null) return new Map()
	const others = filled.filter((_, at) => turns[at] === null)
	const isTimed = turns.some((turn) => turn !== null && turn.time !== null)
	const capitals = others.filter((line) => /^\s*["'“‘(]*\p{Lu}/u.test(line)).length
	const isPlay = !isTimed && shape.kind !== 'lines' && others.length > 4 && capitals * 5 >= others.length * 4
	return new Map(
		filled.flatMap((line, at) => {
			const turn = isPlay ? null : turns[at]
			return turn ? [[line.trim(), turn] as const] : []
		}),
	)
}

/** Of an interview with short lines: sentences run on in the next line, or they do not. */
function shapeOfSpeech(lines: readonly string[], turns: Turns): Shape {
	const others = lines.filter((line) => line.trim() !== '' && !turns.has(line.trim()))
	const lower = others.filter((line) => /^\s*\p{Ll}/u.test(line)).length
	const width = Math.max(...lines.map((line) => line.length).slice(0, 10_000))
	return lower * 4 >= others.length && lower > 0 ? { kind: 'wrapped', width } : { kind: 'lines' }
}

type Shape =
	| { readonly kind: 'lines' }
	| { readonly kind: 'wrapped'; readonly width: number }
	| { readonly kind: 'verse' }

const longestTitle = 100
const listSign = /^\s*([-*•–—·▪◦]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)])\s+\S/u

function shapeOf(lines: readonly string[]): Shape {
	const lengths = lines.map((line) => widthOf(line.trimEnd())).filter((length) => length > 0)
	const sorted = lengths.toSorted((a, b) => a - b)
	const width = sorted[Math.floor(sorted.length * 0.95)] ?? 0
	if (width > 100) return { kind: 'lines' }
	let inner = 0
	let full = 0
	for (const run of runsOf(lines)) {
		if (isTabular(run)) continue
		// The last line of a paragraph may be short.
		for (const paragraph of paragraphsOf(run, new Map()))
			for (const line of paragraph.slice(0, -1)) {
				inner++
				if (widthOf(line) >= width * 0.75) full++
			}
	}
	if (inner === 0) return { kind: 'lines' }
	if (width >= 40 && full >= inner * 0.6) return { kind: 'wrapped', width }
	return width <= 70 && inner >= lengths.length * 0.4 ? { kind: 'verse' } : { kind: 'lines' }
}

/** Columns that a line fills; East Asian characters fill two. */
function widthOf(line: string): number {
	const wide = line.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g)
	return line.length + (wide?.length ?? 0)
}

/** The runs of lines between blank ones. */
function runsOf(lines: readonly string[]): readonly (readonly string[])[] {
	const runs: string[][] = []
	let run: string[] = []
	for (const line of lines) {
		if (line.trim() !== '') run.push(line)
		else if (run.length > 0) {
			runs.push(run)
			run = []
		}
	}
	if (run.length > 0) runs.push(run)
	return runs
}

function elementsOf(run: readonly string[], shape: Shape, turns: Turns): readonly Element[] {
	if (isTabular(run) && !run.some((line) => turns.has(line.trim()))) return [make('pre', {}, run.join('\n'))]
	switch (shape.kind) {
		case 'lines':
			return run.map((line) => make('p', {}, line))
		case 'verse':
			return run.length === 1 ? [make('p', {}, run.join(''))] : [verse(run)]
		case 'wrapped': {
			const isVerse = run.length > 1 && run.every((line) => widthOf(line.trim()) < shape.width * 0.7)
			if (isVerse && !run.some((line) => listSign.test(line) || turns.has(line.trim()))) return [verse(run)]
			return paragraphsOf(run, turns).map((lines) => make('p', {}, lines.join('\n')))
		}
	}
}

const verse = (run: readonly string[]): Element => make('pre', { className: ['verse'] }, run.join('\n'))

/** At least half of several lines have a wide gap between words. */
function isTabular(run: readonly string[]): boolean {
	const gapped = run.filter((line) => /\S(\t+| {3,})\S/.test(line.trim())).length
	return run.length > 1 && gapped * 2 >= run.length
}

function paragraphsOf(run: readonly string[], turns: Turns): readonly (readonly string[])[] {
	const paragraphs: string[][] = []
	let before = Number.POSITIVE_INFINITY
	for (const line of run) {
		const indent = line.length - line.trimStart().length
		const current = paragraphs.at(-1)
		const isAfterName = turns.get(current?.at(-1)?.trim() ?? '')?.isAlone === true
		const begins = indent >= before + 2 || listSign.test(line) || turns.has(line.trim()) || isAfterName
		if (current === undefined || begins) paragraphs.push([line])
		else current.push(line)
		// The lines of an item hang under its first word.
		before = listSign.test(line) ? indent + line.trimStart().search(/\s\S/) + 1 : indent
	}
	return paragraphs
}

function pageBreak(number: number): Element {
	return make('span', { role: 'doc-pagebreak', ariaLabel: `${number}` })
}

/** @returns the title, or '' where the text begins otherwise; its line becomes the first heading */
function takeTitle(elements: readonly Element[], turns: Turns): string {
	const [first, second] = elements.filter((element) => element.tagName !== 'span')
	if (first?.tagName !== 'p' || second === undefined) return ''
	const line = lineOf(first)
	if (turns.has(line.trim()) || line.length > longestTitle || line.includes('\n') || !isTitle(line)) return ''
	first.tagName = 'h1'
	return line
}

function markHeadings(elements: readonly Element[]): void {
	const lines = elements.filter((element) => element.tagName !== 'span')
	for (const [at, element] of lines.entries()) {
		const [before, after] = [lines[at - 1], lines[at + 1]]
		if (element.tagName !== 'p' || before?.tagName !== 'p' || after?.tagName !== 'p') continue
		const line = lineOf(element)
		const next = lineOf(after).length
		if (line.length <= 80 && next > 100 && next > 2 * line.length && isTitle(line)) element.tagName = 'h2'
	}
}

/** Begins as titles do, has a word in it and no stop at the end. */
const isTitle = (line: string): boolean =>
	/^["'“‘«¿¡([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line) &&
	/\p{L}{2}|\p{Lo}/u.test(line) &&
	!/[.!?:;,…。！？：；，、]["'”’»)\]]*$/u.test(line) &&
	!listSign.test(line)

const lineOf = (element: Element): string =>
	element.children
		.map((child) => (child.type === 'text' ? child.value : ''))
		.join('')
		.trim()
