import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaAt, areasOf, boundsOf, layersOf } from '../../../../renderer/reading/pages/pagetext.ts'
import { anyPagedText, line } from './pagetexts.ts'

test('layers tile the text in its order, and each lies on one page with its runs in order', () => {
	fc.assert(
		fc.property(anyPagedText, ({ text, runs }) => {
			const layers = layersOf(runs, text.text.length)
			let at = 0
			for (const layer of layers) {
				expect(layer.start).toBe(at)
				at = layer.end
				let inside = layer.start
				for (const run of layer.runs) {
					expect(run.start).toBeGreaterThanOrEqual(inside)
					inside = run.end
					expect(runs[layer.page]).toContainEqual(run)
				}
				expect(inside).toBeLessThanOrEqual(layer.end)
			}
			expect(at).toBe(text.text.length)
			expect(layers.flatMap((layer) => layer.runs)).toHaveLength(runs.flat().length)
		}),
	)
})

test('a range covers the runs that it meets, and every offset has a place', () => {
	fc.assert(
		fc.property(anyPagedText, fc.nat(), fc.nat(), ({ text, runs }, a, b) => {
			const { length } = text.text
			if (length === 0) return
			const range = { start: Math.min(a % length, b % length), end: Math.max(a % length, b % length) + 1 }
			const layers = layersOf(runs, length)
			const met = runs.flatMap((own, page) =>
				own
					.filter((run) => run.start < range.end && run.end > range.start)
					.map((run) => ({ start: run.start, area: { page, ...boundsOf(run) } })),
			)
			expect(areasOf(layers, range)).toEqual(
				met.toSorted((one, other) => one.start - other.start).map(({ area }) => area),
			)
			expect(areaAt(layers, range.start)?.page).toBe(
				layers.find((layer) => layer.start <= range.start && layer.end > range.start)?.page,
			)
		}),
	)
})

test('runs that overlap or lie outside of the text are cut, not shown twice', () => {
	const layers = layersOf([[line(0, 6, 0), line(4, 9, 1)], [line(8, 30, 0)]], 12)
	expect(layers.map(({ page, start, end }) => [page, start, end])).toEqual([
		[0, 0, 9],
		[1, 9, 12],
	])
	expect(layers.flatMap((layer) => layer.runs.map(({ start, end }) => [start, end]))).toEqual([
		[0, 6],
		[6, 9],
		[9, 12],
	])
})

test('a turned run has an upright box around it', () => {
	const box = boundsOf({ ...line(0, 1, 0), x: 100, y: 100, width: 50, height: 10, angle: 90 })
	expect(box.left).toBeCloseTo(90)
	expect(box.right).toBeCloseTo(100)
	expect(box.top).toBeCloseTo(100)
	expect(box.bottom).toBeCloseTo(150)
})
