import { blockIndexAt, textOfBlock } from './blocks.ts'
import type { Place } from './entities.ts'
import type { Range } from './range.ts'
import type { Block, ReadingText } from './readingtext.ts'
import { spokenIn } from './speech.ts'

/** A heading of a document, for the outline. */
export interface OutlineEntry extends Range {
	/** 1 to 6. */
	readonly level: number
	readonly title: string
}

/** The headings of a document in order, those without words left out. */
export function outlineOf(text: ReadingText): readonly OutlineEntry[] {
	return text.blocks.flatMap((block) => {
		const title = block.kind === 'heading' ? titleOf(text.text, block) : ''
		return title ? [{ start: block.start, end: block.end, level: block.level ?? 1, title }] : []
	})
}

const titleOf = (text: string, block: Block): string =>
	textOfBlock(text, block).replace(/\s+/g, ' ').replaceAll('\uFFFC', '').trim()

/** Where one passage stands, for people. For many passages of a text, see `placesIn`. */
export const placeOf = (text: ReadingText, range: Range): Place => placesIn(text)(range)

/**
 * Says where passages of the text stand. A passage in a footnote stands where the footnote is called.
 * Rules, furniture and empty blocks are no paragraphs; a table is one; a heading itself counts as the
 * first paragraph below it.
 */
export function placesIn(text: ReadingText): (range: Range) => Place {
	const { headings, paragraphs } = numberParagraphs(text)
	const pages = text.marks
		.flatMap((mark) => (mark.kind === 'page' ? [{ start: mark.start, label: mark.label }] : []))
		.toSorted((a, b) => a.start - b.start)
	const callOf = footnoteCalls(text)
	const spokenAt = spokenIn(text)
	return (range) => {
		const start = callOf(range.start) ?? range.start
		const index = blockIndexAt(text.blocks, start)
		const spoken = spokenAt(start)
		return {
			page: pages.findLast((page) => page.start <= start)?.label ?? null,
			heading: headings[index] ?? null,
			paragraph: Math.max(1, paragraphs[index] ?? 1),
			...(spoken !== null && { spoken }),
		}
	}
}

/** For each block: the heading above it (or itself), and which paragraph below that heading it is. */
function numberParagraphs({ text, blocks, containers }: ReadingText) {
	const tableOf: (number | null)[] = []
	for (const [index, { kind, parent }] of containers.entries())
		tableOf.push(tableOf[parent ?? -1] ?? (kind === 'table' ? index : null))
	const headings: (string | null)[] = []
	const paragraphs: number[] = []
	let heading: string | null = null
	let paragraph = 0
	let lastTable: number | null = null
	for (const block of blocks) {
		const table = block.container === null ? null : (tableOf[block.container] ?? null)
		const words = block.kind === 'rule' || block.kind === 'furniture' ? '' : titleOf(text, block)
		const isPicture = text.charAt(block.start) === '\uFFFC'
		if (block.kind === 'heading' && words && table === null) {
			heading = words
			paragraph = 0
		} else if ((words || isPicture) && (table === null || table !== lastTable)) {
			paragraph++
			lastTable = table
		}
		headings.push(heading)
		paragraphs.push(paragraph)
	}
	return { headings, paragraphs }
}

/** Maps offsets in footnotes to the place of the footnote's first call; others to null. */
function footnoteCalls({ blocks, containers, marks }: ReadingText): (offset: number) => number | null {
	const calls = new Map<string, number>()
	for (const mark of marks)
		if (mark.kind === 'footnote-call')
			calls.set(mark.footnote, Math.min(mark.start, calls.get(mark.footnote) ?? mark.start))
	return (offset) => {
		let index = blocks[blockIndexAt(blocks, offset)]?.container ?? null
		while (index !== null) {
			const container = containers[index]
			if (container?.kind === 'footnote') return calls.get(container.id) ?? null
			index = container?.parent ?? null
		}
		return null
	}
}
