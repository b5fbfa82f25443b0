import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	layOut,
	nextZoom,
	pageAtHeight,
	pageGap,
	pagesBetween,
	pixelsPerPoint,
	zoomFor,
} from '../../../../renderer/reading/pages/pagelayout.ts'
import { page } from './pagetexts.ts'

const anyPages = fc.array(
	fc.record({
		width: fc.integer({ min: 1, max: 3000 }),
		height: fc.integer({ min: 1, max: 3000 }),
		label: fc.string(),
		start: fc.constant(0),
	}),
	{ minLength: 1, maxLength: 40 },
)

test('every page is found at its own height', () => {
	fc.assert(
		fc.property(anyPages, fc.double({ min: 0.3, max: 6, noNaN: true }), (pages, scale) => {
			const layout = layOut(pages, scale)
			for (const [index, box] of layout.boxes.entries()) {
				expect(pageAtHeight(layout, box.top)).toBe(index)
				expect(pageAtHeight(layout, box.top + box.height - 1)).toBe(index)
				expect(pagesBetween(layout, box.top, box.top + box.height)).toEqual([index, index + 1])
				expect(box.left + box.width).toBeLessThanOrEqual(layout.width)
			}
			expect(layout.height).toBe(
				(layout.boxes.at(-1)?.top ?? 0) + (layout.boxes.at(-1)?.height ?? 0) + pageGap,
			)
		}),
	)
})

test('pages fit the width or the window, and one that folds out does not make the others small', () => {
	const pages = [page('1'), page('2'), { ...page('3'), width: 2400 }]
	const room = { width: 400 * pixelsPerPoint, height: 10_000 }
	expect(zoomFor(pages, 'width', room)).toBeCloseTo(1)
	expect(zoomFor(pages, 'page', { ...room, height: 300 * pixelsPerPoint + 2 * pageGap })).toBeCloseTo(0.5)
	expect(zoomFor(pages, 'auto', room)).toBeCloseTo(1)
	expect(zoomFor(pages, 'auto', { ...room, width: 4000 })).toBe(1.5)
	expect(zoomFor(pages, 100, room)).toBe(5)
	expect(zoomFor([], 'width', room)).toBe(5)
})

test('zooming in and out goes through the same steps', () => {
	expect(nextZoom(1, 'in')).toBe(1.1)
	expect(nextZoom(1.1, 'out')).toBe(1)
	expect(nextZoom(0.97, 'in')).toBe(1)
	expect(nextZoom(5, 'in')).toBe(5)
	expect(nextZoom(0.25, 'out')).toBe(0.25)
})
