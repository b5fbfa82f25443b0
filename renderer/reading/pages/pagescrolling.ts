import type { Range } from '../../../corpus/range.ts'
import { type Alignment, breathing, nextFrame, progressOf, type Scrolling } from '../scrolling.ts'
import type { PageGeometry } from './pagegeometry.ts'
import { pageAtHeight, pageGap } from './pagelayout.ts'
import type { PageSurface } from './pagesurface.ts'

/** Px of scrolling that do not count as another place. */
const still = 2

/** Scrolling of pages. Their sizes are known, so every place is found at once. */
export class PageScrolling implements Scrolling {
	readonly #surface: PageSurface
	readonly #geometry: PageGeometry
	readonly #scroller: HTMLElement
	/**
	 * Where the reader was brought: columns stand beside each other, so what is in sight alone does not say
	 * where in the text that was.
	 */
	#arrived: { readonly offset: number; readonly at: number } | null = null

	constructor(surface: PageSurface, geometry: PageGeometry, scroller: HTMLElement) {
		this.#surface = surface
		this.#geometry = geometry
		this.#scroller = scroller
	}

	async reveal(range: Range, align: Alignment): Promise<void> {
		const { top, bottom } = this.#geometry.extent(range)
		const origin = this.#origin
		const height = this.#scroller.clientHeight
		const from = this.#scroller.scrollTop
		const [upper, lower] = [top + origin, bottom + origin]
		if (align === 'start') this.#scroller.scrollTop = upper - breathing
		else if (align === 'center')
			this.#scroller.scrollTop = upper - Math.max(breathing, (height - (lower - upper)) / 2.6)
		else if (upper < from + breathing) this.#scroller.scrollTop = upper - breathing
		else if (lower > from + height - breathing)
			this.#scroller.scrollTop = Math.min(upper - breathing, lower - (height - breathing))
		this.#revealAcross(range)
		if (align === 'start') this.#arrived = { offset: range.start, at: this.#scroller.scrollTop }
		await nextFrame()
	}

	/** Brings the beginning of a page to the top. */
	showPage(page: number): void {
		const box = this.#surface.layout.boxes[page]
		if (box) this.#scroller.scrollTop = box.top - pageGap / 2 + this.#origin
	}

	/** The same part of the same page stays at the top, at another size as well. */
	async keep(change: () => void): Promise<void> {
		const { layout } = this.#surface
		const at = this.#scroller.scrollTop - this.#origin
		const page = pageAtHeight(layout, at)
		const box = layout.boxes[page]
		const part = box ? (at - box.top) / box.height : 0
		const middle = (this.#scroller.scrollLeft + this.#scroller.clientWidth / 2) / this.#scroller.scrollWidth
		const arrived = this.#arrival
		change()
		const after = this.#surface.layout.boxes[page]
		if (at > 0 && after) this.#scroller.scrollTop = after.top + part * after.height + this.#origin
		this.#scroller.scrollLeft = middle * this.#scroller.scrollWidth - this.#scroller.clientWidth / 2
		if (arrived !== null) this.#arrived = { offset: arrived, at: this.#scroller.scrollTop }
	}

	get top(): number {
		const arrived = this.#arrival
		if (arrived !== null) return arrived
		const { layout, layers } = this.#surface
		const { scrollTop } = this.#scroller
		const line = scrollTop - this.#origin + (scrollTop > 0 ? breathing : 0)
		const page = pageAtHeight(layout, line)
		const below = this.#surface
			.layersOn(page)
			.flatMap((layer) => layer.runs)
			.filter((run) => this.#geometry.extent({ start: run.start, end: run.start + 1 }).bottom > line)
		const offsets = below.map((run) => run.start)
		if (offsets.length > 0) return Math.min(...offsets)
		const next = this.#surface.pages[page + 1]
		return Math.min(next?.start ?? this.#surface.pages[page]?.start ?? 0, layers.at(-1)?.end ?? 0)
	}

	get progress(): number {
		return progressOf(this.#scroller)
	}

	get #arrival(): number | null {
		const { offset, at } = this.#arrived ?? { offset: 0, at: Number.NaN }
		return Math.abs(this.#scroller.scrollTop - at) < still ? offset : null
	}

	/** Px from the top of what scrolls to the top of the surface. */
	get #origin(): number {
		const { element } = this.#surface
		return (
			element.getBoundingClientRect().top -
			this.#scroller.getBoundingClientRect().top +
			this.#scroller.scrollTop
		)
	}

	/** Where pages are wider than the window, brings the beginning of a range into it. */
	#revealAcross(range: Range): void {
		if (this.#scroller.scrollWidth <= this.#scroller.clientWidth) return
		const window = this.#scroller.getBoundingClientRect()
		const [first] = this.#geometry.rects({ start: range.start, end: range.start + 1 })
		if (!first) return
		if (first.left < window.left + breathing)
			this.#scroller.scrollLeft += first.left - window.left - breathing
		else if (first.right > window.right - breathing)
			this.#scroller.scrollLeft += Math.min(first.left - window.left, first.right - window.right) - breathing
	}
}
