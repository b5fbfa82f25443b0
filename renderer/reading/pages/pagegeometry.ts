import type { Run } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'
import { joinRanges } from '../../../corpus/ranges.ts'
import type { Extent, Geometry } from '../geometry.ts'
import { pageAtHeight, pagesBetween } from './pagelayout.ts'
import type { PageSurface } from './pagesurface.ts'
import { areaAt, areasOf, type Bounds, boundsOf, indexAt, type PageArea } from './pagetext.ts'

/** A place between two characters, and the direction in which a passage goes on from there. */
export interface Caret {
	readonly offset: number
	/** The character at the caret is the one before it: where lines meet, the end of the earlier one. */
	readonly lean: 'forward' | 'backward'
}

/** How much farther something above or below counts than something beside. */
const lineWeight = 3

/**
 * Where ranges stand on pages: computed from the stored boxes, so that nothing has to be laid out for it;
 * within a run, asked of the page.
 */
export class PageGeometry implements Geometry {
	readonly #surface: PageSurface

	constructor(surface: PageSurface) {
		this.#surface = surface
	}

	extent(range: Range): Extent {
		const { layers } = this.#surface
		const first = this.#inSurface(areaAt(layers, range.start))
		const last = this.#inSurface(areaAt(layers, Math.max(range.start, range.end - 1)))
		return { top: Math.min(first.top, last.top), bottom: Math.max(first.bottom, last.bottom) }
	}

	rects(range: Range): readonly DOMRect[] {
		const { layers } = this.#surface
		const origin = this.#surface.element.getBoundingClientRect()
		// To ask for what is not laid out would lay it out.
		const [first, last] = [range.start, Math.max(range.start, range.end - 1)].map(
			(offset) => layers[indexAt(layers, offset)],
		)
		if (first?.isLaidOut && last?.isLaidOut) {
			const drawn = [...this.#surface.map.liveRange(range).getClientRects()]
			const wide = drawn.filter((rect) => rect.width > 1)
			if (wide.length > 0) return wide
		}
		return areasOf(layers, range).map((area) => {
			const { left, top, right, bottom } = this.#inSurface(area)
			return new DOMRect(origin.left + left, origin.top + top, right - left, bottom - top)
		})
	}

	/** All that stands on the pages that are there. */
	textBetween(top: number, bottom: number): readonly Range[] {
		const origin = this.#surface.element.getBoundingClientRect().top
		const [first, behind] = pagesBetween(this.#surface.layout, top - origin, bottom - origin)
		const ranges: Range[] = []
		for (let page = first; page < behind; page++)
			ranges.push(...this.#surface.layersOn(page).map(({ start, end }) => ({ start, end })))
		return joinRanges(ranges.toSorted((a, b) => a.start - b.start))
	}

	offsetAt(x: number, y: number): number | null {
		const place = this.#placeAt(x, y)
		if (!place) return null
		const run = this.#runs(place.page).find(({ bounds: { left, top, right, bottom } }) =>
			[place.x >= left, place.x <= right, place.y >= top, place.y <= bottom].every(Boolean),
		)?.run
		return run ? this.#characterAt(run, x, y).offset : null
	}

	/** The caret nearest to a point of the window; null where no page near it has text. */
	caretAt(x: number, y: number): Caret | null {
		const place = this.#nearestPage(x, y)
		let nearest: { run: Run; distance: number } | null = null
		for (const { run, bounds } of this.#runs(place.page)) {
			const aside = Math.max(bounds.left - place.x, 0, place.x - bounds.right)
			const away = Math.max(bounds.top - place.y, 0, place.y - bounds.bottom)
			const distance = aside + away * lineWeight
			if (!nearest || distance < nearest.distance) nearest = { run, distance }
		}
		if (!nearest) return null
		return this.#caretIn(nearest.run, x, y)
	}

	/**
	 * The caret on the line above or below an offset, as near as can be to a column of the window, in px:
	 * on the same page, else on the next; null where there is no line.
	 */
	lineBeside(offset: number, column: number, direction: 'up' | 'down'): Caret | null {
		const here = areaAt(this.#surface.layers, offset)
		if (!here) return null
		const origin = this.#surface.element.getBoundingClientRect()
		const by = direction === 'down' ? 1 : -1
		const { layout } = this.#surface
		for (const page of [here.page, here.page + by]) {
			const box = layout.boxes[page]
			if (!box) return null
			const x = (column - origin.left - box.left) / layout.scale
			let nearest: { run: Run; bounds: Bounds; distance: number } | null = null
			for (const { run, bounds } of this.#runs(page)) {
				const away = by * (bounds.top + bounds.bottom - here.top - here.bottom) * 0.5
				const onward = page === here.page ? away : direction === 'down' ? bounds.top : -bounds.bottom
				if (page === here.page && away < (here.bottom - here.top) / 2) continue
				const aside = Math.max(bounds.left - x, 0, x - bounds.right)
				const distance = aside + onward * lineWeight
				if (!nearest || distance < nearest.distance) nearest = { run, bounds, distance }
			}
			if (nearest) {
				const y = origin.top + box.top + ((nearest.bounds.top + nearest.bounds.bottom) / 2) * layout.scale
				return this.#caretIn(nearest.run, column, y)
			}
		}
		return null
	}

	/** The page in the middle of what is in sight between two heights of the window. */
	pageBetween(top: number, bottom: number): number {
		const origin = this.#surface.element.getBoundingClientRect().top
		return pageAtHeight(this.#surface.layout, top + (bottom - top) * 0.4 - origin)
	}

	#caretIn(run: Run, x: number, y: number): Caret {
		const { offset, behind } = this.#characterAt(run, x, y)
		const length = characterLength(this.#surface.text.text, offset)
		return behind ? { offset: offset + length, lean: 'backward' } : { offset, lean: 'forward' }
	}

	#runs(page: number): readonly { readonly run: Run; readonly bounds: Bounds }[] {
		return this.#surface
			.layersOn(page)
			.flatMap((layer) => layer.runs.map((run) => ({ run, bounds: boundsOf(run) })))
	}

	/** The page under a point of the window, and the point in points on it. */
	#placeAt(x: number, y: number): { page: number; x: number; y: number } | null {
		const place = this.#nearestPage(x, y)
		const page = this.#surface.pages[place.page]
		if (!page || place.x < 0 || place.y < 0 || place.x > page.width || place.y > page.height) return null
		return place
	}

	#nearestPage(x: number, y: number): { page: number; x: number; y: number } {
		const { layout, element } = this.#surface
		const origin = element.getBoundingClientRect()
		const page = pageAtHeight(layout, y - origin.top)
		const box = layout.boxes[page] ?? { left: 0, top: 0 }
		return {
			page,
			x: (x - origin.left - box.left) / layout.scale,
			y: (y - origin.top - box.top) / layout.scale,
		}
	}

	/**
	 * The character of a run that is nearest to a point of the window, and whether the point lies behind its
	 * middle, in the direction in which the run is written.
	 */
	#characterAt(run: Run, x: number, y: number): { readonly offset: number; readonly behind: boolean } {
		const { map, text } = this.#surface
		const centers: { offset: number; x: number; y: number }[] = []
		for (let offset = run.start; offset < run.end; offset += characterLength(text.text, offset)) {
			const end = Math.min(run.end, offset + characterLength(text.text, offset))
			const rect = map.liveRange({ start: offset, end }).getBoundingClientRect()
			centers.push({ offset, x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 })
		}
		const distance = (center: { x: number; y: number }) => (center.x - x) ** 2 + (center.y - y) ** 2
		const found = centers.reduce((best, each) => (distance(each) < distance(best) ? each : best), {
			offset: run.start,
			x: Number.POSITIVE_INFINITY,
			y: Number.POSITIVE_INFINITY,
		})
		const [first, last] = [centers[0], centers.at(-1)]
		const direction =
			first && last && first !== last ? { x: last.x - first.x, y: last.y - first.y } : { x: 1, y: 0 }
		return {
			offset: found.offset,
			behind: (x - found.x) * direction.x + (y - found.y) * direction.y > 0,
		}
	}

	#inSurface(area: PageArea | null): Bounds {
		const { layout } = this.#surface
		const box = area && layout.boxes[area.page]
		if (!area || !box) return { left: 0, top: 0, right: 0, bottom: 0 }
		return {
			left: box.left + area.left * layout.scale,
			top: box.top + area.top * layout.scale,
			right: box.left + area.right * layout.scale,
			bottom: box.top + area.bottom * layout.scale,
		}
	}
}

/** Code units of the character at an offset. */
function characterLength(text: string, offset: number): number {
	return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
}
