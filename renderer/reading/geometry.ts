import { blockIndexAt } from '../../corpus/blocks.ts'
import type { Range } from '../../corpus/range.ts'
import { offsetAtPoint } from './hits.ts'
import type { FlowSurface, Section } from './surface.ts'

/** Vertical extent in CSS px, measured from the surface's own top, so that scrolling alters nothing. */
export interface Extent {
	readonly top: number
	readonly bottom: number
}

/** Where ranges stand in the page. Only reads, so that any number of questions in a row costs one layout. */
export interface Geometry {
	/** From the top of the range's first line to the bottom of its last one. */
	extent(range: Range): Extent
	/** The boxes of a range in the window, one for each line at least; for a toolbar or handles beside it. */
	rects(range: Range): readonly DOMRect[]
	/** The parts of the text that stand between two heights of the window, in px; more rather than less. */
	textBetween(top: number, bottom: number): readonly Range[]
	/** The offset of what is drawn under a point of the window, or null where there is no text. */
	offsetAt(x: number, y: number): number | null
}

/**
 * Where ranges of a text that flows stand. Only reads, so that any number of questions in a row costs one layout.
 * In sections that the browser has not laid out nothing is measured: their answer is the section's extent.
 */
export class FlowGeometry implements Geometry {
	readonly #surface: FlowSurface

	constructor(surface: FlowSurface) {
		this.#surface = surface
	}

	/** The section that holds the offset; the last one for the text's end; null in an empty text. */
	sectionAt(offset: number): Section | null {
		const { sections } = this.#surface
		let low = 0
		let high = sections.length - 1
		while (low < high) {
			const middle = (low + high + 1) >> 1
			if ((sections[middle]?.start ?? 0) <= offset) low = middle
			else high = middle - 1
		}
		return sections[low] ?? null
	}

	extent(range: Range): Extent {
		const origin = this.#surface.element.getBoundingClientRect().top
		const first = this.#rectAt(range.start)
		const last = range.end > range.start + 1 ? this.#rectAt(range.end - 1) : first
		return { top: first.top - origin, bottom: Math.max(first.bottom, last.bottom) - origin }
	}

	rects(range: Range): readonly DOMRect[] {
		return [...this.#surface.map.liveRange(range).getClientRects()].filter((rect) => rect.width > 0)
	}

	offsetAt(x: number, y: number): number | null {
		return offsetAtPoint(this.#surface, x, y)
	}

	/** To whole blocks; in sections that are not laid out, to whole sections. */
	textBetween(top: number, bottom: number): readonly Range[] {
		const { sections, text } = this.#surface
		const first = firstWhere(sections.length, (at) => bottomOf(sections[at]?.element) > top)
		const last = firstWhere(sections.length, (at) => topOf(sections[at]?.element) >= bottom) - 1
		const [opening, closing] = [sections[first], sections[last]]
		if (!opening || !closing || first > last) return []
		const start = isLaidOut(opening.element)
			? this.#blockWhere(opening, (block) => bottomOf(block) > top)
			: blockIndexAt(text.blocks, opening.start)
		const end = isLaidOut(closing.element)
			? this.#blockWhere(closing, (block) => topOf(block) >= bottom) - 1
			: blockIndexAt(text.blocks, closing.end - 1)
		const range = {
			start: text.blocks[start]?.start ?? opening.start,
			end: text.blocks[end]?.end ?? closing.end,
		}
		return range.start < range.end ? [range] : []
	}

	/** Index of the first block of a section for which `holds`; of the one behind the section if there is none. */
	#blockWhere(section: Section, holds: (block: HTMLElement | undefined) => boolean): number {
		const { blocks, text } = this.#surface
		const first = blockIndexAt(text.blocks, section.start)
		const count = blockIndexAt(text.blocks, section.end - 1) + 1 - first
		return first + firstWhere(count, (at) => holds(blocks[first + at]))
	}

	/** The line box of one code unit in the window, or the box of its section. */
	#rectAt(offset: number): DOMRect {
		const section = this.sectionAt(offset)
		if (section && !isLaidOut(section.element)) return section.element.getBoundingClientRect()
		const range = this.#surface.map.liveRange({ start: offset, end: offset + 1 })
		const rect = range.getClientRects()[0] ?? range.getBoundingClientRect()
		const parent = range.startContainer.parentElement
		if (rect.height === 0 && parent) return parent.getBoundingClientRect()
		return rect
	}
}

const topOf = (element: Element | undefined): number =>
	element?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
const bottomOf = (element: Element | undefined): number =>
	element?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY

/** The least index below `count` for which `holds`, which must not become false again; else `count`. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
	let low = 0
	let high = count
	while (low < high) {
		const middle = (low + high) >> 1
		if (holds(middle)) high = middle
		else low = middle + 1
	}
	return low
}

/** Whether the browser shows what is in an element with `content-visibility: auto`. */
export function isLaidOut(section: HTMLElement): boolean {
	return section.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true
}
