import { blockIndexAt } from '../../corpus/blocks.ts'
import { RangeIndex } from '../../corpus/rangeindex.ts'
import { byPlace } from '../../corpus/ranges.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import type { PaintedMark } from './inline.ts'
import { renderMarkdown } from './markdownview.ts'
import { type Paintable, type Piece, piecesOf } from './paint.ts'
import { renderText, type SurfaceOptions } from './surface.ts'

/** A highlight as it goes on paper. */
export interface PrintedPassage extends Paintable {
	/** Names of its themes. */
	readonly themes: readonly string[]
	/** Markdown; null: without a note. */
	readonly note: string | null
}

export interface PrintOptions extends SurfaceOptions {
	readonly title: string
	/** Authors, date: one line. */
	readonly byline: string
}

/**
 * A copy of a text for paper: highlights as coloured spans, those with themes or notes numbered, and
 * behind the text a list of the numbers. Its look is print.css.
 */
export function renderForPrint(
	text: ReadingText,
	passages: readonly PrintedPassage[],
	options: PrintOptions,
): HTMLElement {
	const { document } = options
	const sorted = passages.toSorted(byPlace)
	const listed = sorted.filter((passage) => passage.themes.length > 0 || passage.note !== null)
	const numbers = new Map(listed.map((passage, index) => [passage.id, index + 1]))
	const index = new RangeIndex(sorted, (passage) => passage)
	const painted = sorted.flatMap((passage) => {
		const others = index.overlapping(passage).filter((other) => other !== passage)
		const pieces = piecesOf(passage, others).flatMap((piece) => inBlocks(text, piece))
		const number = numbers.get(passage.id)
		return number === undefined ? pieces : [...pieces, ...numbered(text, passage, number)]
	})
	const view = document.createElement('article')
	view.className = 'print-view'
	view.append(heading(options), renderText(text, { ...options, painted }).element)
	if (listed.length > 0) view.append(passageList(text, listed, document))
	return view
}

/** A piece cut at the ends of blocks, without the line feeds between them. */
function inBlocks(text: ReadingText, piece: Piece): readonly PaintedMark[] {
	const marks: PaintedMark[] = []
	for (const block of text.blocks.slice(Math.max(0, blockIndexAt(text.blocks, piece.start)))) {
		if (block.start >= piece.end) break
		const start = Math.max(block.start, piece.start)
		const end = Math.min(block.end - 1, piece.end)
		if (start < end) marks.push({ kind: 'painted', start, end, paint: piece.paint })
	}
	return marks
}

/** The last code unit of a passage, which the number stands behind. */
function numbered(text: ReadingText, passage: PrintedPassage, number: number): readonly PaintedMark[] {
	const [last] = inBlocks(text, { start: passage.end - 1, end: passage.end, paint: 'numbered' })
	return last ? [{ ...last, number }] : []
}

function heading({ document, title, byline }: PrintOptions): HTMLElement {
	const header = document.createElement('header')
	const name = document.createElement('p')
	name.className = 'title'
	name.append(title)
	header.append(name)
	if (byline) {
		const line = document.createElement('p')
		line.append(byline)
		header.append(line)
	}
	return header
}

function passageList(
	text: ReadingText,
	passages: readonly PrintedPassage[],
	document: Document,
): HTMLElement {
	const section = document.createElement('section')
	section.className = 'passages'
	const title = document.createElement('h2')
	title.append('Passages and notes')
	const list = document.createElement('ol')
	for (const passage of passages) {
		const item = document.createElement('li')
		const quote = document.createElement('blockquote')
		quote.append(text.text.slice(passage.start, passage.end))
		if (passage.themes.length > 0) {
			const themes = document.createElement('p')
			themes.className = 'themes'
			themes.append(passage.themes.join(' · '))
			item.append(themes)
		}
		item.append(quote)
		if (passage.note) item.append(renderMarkdown(passage.note, document))
		list.append(item)
	}
	section.append(title, list)
	return section
}
