import type { PageSize } from '../../../corpus/page.ts'
import { firstWhere } from '../geometry.ts'

/** CSS px for one point at 100 %. */
export const pixelsPerPoint = 96 / 72

/** CSS px between two pages, above the first and below the last. */
export const pageGap = 14

/** Where a page stands, in CSS px from the surface's top left corner. */
export interface PageBox {
	readonly left: number
	readonly top: number
	readonly width: number
	readonly height: number
}

/** Pages one below the other, each in the middle. */
export interface PageLayout {
	/** CSS px for one point. */
	readonly scale: number
	readonly width: number
	readonly height: number
	readonly boxes: readonly PageBox[]
}

/** Sizes are rounded to whole px, so that edges are sharp. @param scale CSS px for one point */
export function layOut(pages: readonly PageSize[], scale: number): PageLayout {
	const sizes = pages.map((page) => ({
		width: Math.max(1, Math.round(page.width * scale)),
		height: Math.max(1, Math.round(page.height * scale)),
	}))
	const width = sizes.reduce((widest, size) => Math.max(widest, size.width), 0)
	let top = pageGap
	const boxes = sizes.map((size) => {
		const box = { ...size, left: Math.floor((width - size.width) / 2), top }
		top += size.height + pageGap
		return box
	})
	return { scale, width, height: top, boxes }
}

/** Index of the first page whose lower edge is below a height of the surface; the last one if none is. */
export function pageAtHeight({ boxes }: PageLayout, height: number): number {
	const found = firstWhere(boxes.length, (at) => {
		const box = boxes[at]
		return box !== undefined && box.top + box.height > height
	})
	return Math.max(0, Math.min(found, boxes.length - 1))
}

/** Indices of the first page between two heights of the surface, and of the one behind the last. */
export function pagesBetween({ boxes }: PageLayout, top: number, bottom: number): readonly [number, number] {
	const first = firstWhere(boxes.length, (at) => {
		const box = boxes[at]
		return box !== undefined && box.top + box.height > top
	})
	return [
		first,
		Math.max(
			first,
			firstWhere(boxes.length, (at) => (boxes[at]?.top ?? 0) >= bottom),
		),
	]
}

/**
 * How large pages are shown: as large as fits the width or the window, or a multiple of their true size;
 * `auto` fits the width, but no larger than is good to read.
 */
export type Zoom = 'auto' | 'width' | 'page' | number

/** What `auto` does not go beyond. */
const comfortable = 1.5

const leastZoom = 0.25
const mostZoom = 5

/** What zooming in and out goes through. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const

/** The next larger or smaller of the usual steps. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
	const found =
		direction === 'in'
			? steps.find((step) => step > zoom * 1.01)
			: steps.findLast((step) => step < zoom * 0.99)
	return found ?? (direction === 'in' ? mostZoom : leastZoom)
}

/** A page that is so much wider than most does not make all others small. */
const foldOut = 1.5

/**
 * The multiple of their true size at which pages are shown in a room of so many px. A few pages may be
 * much larger than the others: they are not what is fitted.
 */
export function zoomFor(
	pages: readonly PageSize[],
	zoom: Zoom,
	room: { readonly width: number; readonly height: number },
): number {
	if (typeof zoom === 'number') return Math.min(mostZoom, Math.max(leastZoom, zoom))
	const width = usual(pages.map((page) => page.width)) * pixelsPerPoint
	const height = usual(pages.map((page) => page.height)) * pixelsPerPoint
	const byWidth = room.width / width
	const fitting = zoom === 'page' ? Math.min(byWidth, (room.height - 2 * pageGap) / height) : byWidth
	const most = zoom === 'auto' ? comfortable : mostZoom
	return Math.min(most, Math.max(leastZoom, fitting))
}

/** The greatest of some lengths but for those that are far beyond the middle one; at least 1. */
function usual(lengths: readonly number[]): number {
	const sorted = lengths.toSorted((a, b) => a - b)
	const middle = sorted[sorted.length >> 1] ?? 1
	return Math.max(1, sorted.findLast((length) => length <= middle * foldOut) ?? middle)
}
