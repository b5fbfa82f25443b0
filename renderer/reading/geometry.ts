import type { Range } from '../../corpus/range.ts'
import type { Section, Surface } from './surface.ts'

/** Vertical extent in CSS px, measured from the surface's own top, so that scrolling alters nothing. */
export interface Extent {
	readonly top: number
	readonly bottom: number
}

/**
 * Where ranges stand in the page. Only reads, so that any number of questions in a row costs one layout.
 * In sections that the browser has not laid out nothing is measured: their answer is the section's extent.
 */
export class Geometry {
	readonly #surface: Surface

	constructor(surface: Surface) {
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

	/** From the top of the range's first line to the bottom of its last one. */
	extent(range: Range): Extent {
		const origin = this.#surface.element.getBoundingClientRect().top
		const first = this.#rectAt(range.start)
		const last = range.end > range.start + 1 ? this.#rectAt(range.end - 1) : first
		return { top: first.top - origin, bottom: Math.max(first.bottom, last.bottom) - origin }
	}

	/** The boxes of a range in the window, one for each line at least; for a toolbar or handles beside it. */
	rects(range: Range): readonly DOMRect[] {
		return [...this.#surface.map.liveRange(range).getClientRects()].filter((rect) => rect.width > 0)
	}

	/**
	 * The part of the text that is laid out around the window: sections between `top` and `bottom`, in px of
	 * the window.
	 */
	textBetween(top: number, bottom: number): Range | null {
		const { sections } = this.#surface
		let low = 0
		let high = sections.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((sections[middle]?.element.getBoundingClientRect().bottom ?? 0) < top) low = middle + 1
			else high = middle
		}
		let end: number | null = null
		for (let at = low; at < sections.length; at++) {
			const section = sections[at]
			if (!section || section.element.getBoundingClientRect().top > bottom) break
			end = section.end
		}
		const first = sections[low]
		return first && end !== null ? { start: first.start, end } : null
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

/** Whether the browser shows what is in an element with `content-visibility: auto`. */
export function isLaidOut(section: HTMLElement): boolean {
	return section.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true
}
