import type { Range } from '../../../corpus/range.ts'
import { moveCaretByLines } from './pagecaret.ts'
import { PageDrawing } from './pagedrawing.ts'
import { PageGeometry } from './pagegeometry.ts'
import { pagesBetween, pixelsPerPoint, type Zoom, zoomFor } from './pagelayout.ts'
import { PageScrolling } from './pagescrolling.ts'
import { PageSelecting } from './pageselecting.ts'
import type { PageSurface } from './pagesurface.ts'
import type { PageSource } from './pdforiginal.ts'

export interface Room {
	readonly width: number
	readonly height: number
}

/** Pages in their scrolling box: their size, what is drawn of them, which one the reader is at. */
export class PageView {
	readonly surface: PageSurface
	readonly geometry: PageGeometry
	readonly source: PageSource
	readonly #drawing: PageDrawing
	#mounted: {
		readonly scroller: HTMLElement
		readonly scrolling: PageScrolling
		readonly selecting: PageSelecting
		readonly stopCaret: () => void
	} | null = null
	#room: Room = { width: 800, height: 600 }
	#zoom: Zoom

	constructor(surface: PageSurface, source: PageSource, zoom: Zoom) {
		this.surface = surface
		this.geometry = new PageGeometry(surface)
		this.source = source
		this.#zoom = zoom
		this.#drawing = new PageDrawing(surface.sheets, source, (page) => {
			const label = surface.pages[page]?.label ?? ''
			return `Page ${label} is damaged and cannot be drawn. Its text can still be selected where there is any.`
		})
	}

	/**
	 * The surface is in the page now.
	 * @param room for the pages, in CSS px
	 */
	mount(scroller: HTMLElement, room: Room): PageScrolling {
		this.#room = room
		const scrolling = new PageScrolling(this.surface, this.geometry, scroller)
		const selecting = new PageSelecting(this.surface, this.geometry, scroller, this.surface.element.lang)
		this.#mounted = {
			scroller,
			scrolling,
			selecting,
			stopCaret: moveCaretByLines(this.surface, this.geometry),
		}
		this.surface.zoom(this.#scale)
		return scrolling
	}

	/** As it was asked for. */
	get zoom(): Zoom {
		return this.#zoom
	}

	/** The multiple of their true size that pages have now. */
	get factor(): number {
		return zoomFor(this.surface.pages, this.#zoom, this.#room)
	}

	/** The place stays. */
	setZoom(zoom: Zoom): Promise<void> {
		this.#zoom = zoom
		return this.#refit()
	}

	/** There is more or less room than before. */
	fit(room: Room): Promise<void> {
		this.#room = room
		return this.#refit()
	}

	/** Index of the page that the reader looks at. */
	get page(): number {
		const box = this.#mounted?.scroller.getBoundingClientRect()
		return box ? this.geometry.pageBetween(box.top, box.bottom) : 0
	}

	showPage(page: number): void {
		this.#mounted?.scrolling.showPage(page)
	}

	/**
	 * The pages were scrolled or have another size: gives the text of those near the window its place, and
	 * draws them. @returns the parts of the text that have other nodes now
	 */
	look(): readonly Range[] {
		if (!this.#mounted) return []
		const window = this.#mounted.scroller.getBoundingClientRect()
		const top = window.top - this.surface.element.getBoundingClientRect().top
		const bottom = top + window.height
		const ahead = window.height
		const { layout } = this.surface
		const [first, behind] = pagesBetween(layout, top - ahead, bottom + ahead)
		const middle = (top + bottom) / 2
		const distance = (page: number) => {
			const box = layout.boxes[page]
			return box ? Math.max(box.top - middle, middle - box.top - box.height) : 0
		}
		const near = Array.from({ length: behind - first }, (_, index) => first + index)
		this.#drawing.look(
			near.toSorted((a, b) => distance(a) - distance(b)),
			layout,
		)
		return this.surface.layOutBetween(top - ahead, bottom + ahead)
	}

	dispose(): void {
		this.#drawing.close()
		this.#mounted?.selecting.dispose()
		this.#mounted?.stopCaret()
		this.#mounted = null
	}

	get #scale(): number {
		return this.factor * pixelsPerPoint
	}

	async #refit(): Promise<void> {
		const change = () => this.surface.zoom(this.#scale)
		if (this.#mounted) await this.#mounted.scrolling.keep(change)
		else change()
	}
}
