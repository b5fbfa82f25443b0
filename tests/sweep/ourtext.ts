import type { Page } from '../../corpus/page.ts'
import type { Range } from '../../corpus/range.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import type { Imported } from './trying.ts'

/**
 * Which part of a reading text another program's text is compared with, since they order things otherwise:
 *
 * - `whole`: all of it.
 * - `notes last`: all of it without the calls of footnotes (their numbers are made by us), running heads and
 *   running feet. Bodies of notes stand last, on both sides.
 * - `article`: the same; that a page's title was put before the article, or left to the metadata, counts as
 *   neither right nor wrong.
 * - `pages`: page by page, running heads before the body and running feet after it, as they stand on paper.
 *   Where the body alone fits better, it counts: some programs leave these out.
 *
 * The sign that stands for a picture is no letter of any of them.
 */
export type Side = 'whole' | 'notes last' | 'article' | 'pages'

/** Texts of a file that may be compared, best fit first tried. */
export function ourTexts(documents: readonly Imported[], side: Side): readonly string[] {
	const all = (each: (document: Imported) => string) =>
		documents.map(each).join('\n').replaceAll('\uFFFC', '')
	switch (side) {
		case 'whole':
			return [all(({ text }) => text.text)]
		case 'notes last':
			return [all(({ text }) => without(text, [...calls(text), ...furniture(text)]))]
		case 'article':
			return [
				all(({ text }) => without(text, [...calls(text), ...furniture(text)])),
				all(({ text }) => without(text, [...calls(text), ...furniture(text), ...firstHeading(text)])),
			]
		case 'pages':
			return [
				all(({ text, pages }) => pageByPage(text, pages)),
				all(({ text }) => without(text, furniture(text))),
				all(({ text }) => text.text),
			]
	}
}

const calls = ({ marks }: ReadingText): readonly Range[] =>
	marks.filter(({ kind }) => kind === 'footnote-call')

const furniture = ({ blocks }: ReadingText): readonly Range[] =>
	blocks.filter(({ kind }) => kind === 'furniture')

function firstHeading({ blocks }: ReadingText): readonly Range[] {
	const [first] = blocks
	return first?.kind === 'heading' ? [first] : []
}

function without({ text }: ReadingText, ranges: readonly Range[]): string {
	let at = 0
	let kept = ''
	for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
		kept += text.slice(at, Math.max(at, start))
		at = Math.max(at, end)
	}
	return kept + text.slice(at)
}

/** The body of each page with what stands above and below it. Blocks that no page shows are left out. */
function pageByPage(reading: ReadingText, pages: readonly Page[]): string {
	if (pages.length === 0) return reading.text
	const aside = furniture(reading)
	const bodyEnd = aside[0]?.start ?? reading.text.length
	return pages
		.map((page, index) => {
			const { above, below } = heads(reading, page, bodyEnd)
			return [above, reading.text.slice(page.start, pages[index + 1]?.start ?? bodyEnd), below].join('\n')
		})
		.join('\n')
}

function heads({ text }: ReadingText, page: Page, bodyEnd: number) {
	const aside = page.runs.filter(({ start }) => start >= bodyEnd)
	const words = (isAbove: boolean) =>
		aside
			.filter(({ y }) => y < page.height / 2 === isAbove)
			.toSorted((a, b) => a.y - b.y)
			.map(({ start, end }) => text.slice(start, end))
			.join('\n')
	return { above: words(true), below: words(false) }
}
