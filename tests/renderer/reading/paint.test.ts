import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Paintable, Painter, piecesOf } from '../../../renderer/reading/paint.ts'
import { renderText, type Surface } from '../../../renderer/reading/surface.ts'
import { paragraphs } from './readingtexts.ts'

const long = 'x'.repeat(200)
let surface: Surface
let painter: Painter

beforeEach(() => {
	surface = renderText(paragraphs(long), { document, assetUrl: (key) => key })
	document.body.append(surface.element)
	painter = new Painter(surface)
})

afterEach(() => {
	painter.dispose()
	document.body.replaceChildren()
})

const item = (id: string, start: number, end: number, ...hues: number[]): Paintable => ({
	id,
	start,
	end,
	hues,
	pending: false,
})

/** What the browser is told to paint, in a fixed order. */
function painted(): readonly string[] {
	return [...CSS.highlights]
		.flatMap(([name, ranges]) =>
			[...ranges].map((range) => {
				const { start, end } = surface.map.textRange(range)
				return `${name} ${start}–${end}`
			}),
		)
		.sort()
}

test('a highlight is tinted in the hue of its first theme, and underlined in that of its second', () => {
	painter.show([item('a', 10, 20, 3, 5)])
	expect(painted()).toEqual(['line-5 10–20', 'tint-3 10–20'])
})

test('one without a theme is grey, one not yet written is marked as such', () => {
	painter.show([{ ...item('a', 10, 20), pending: true }])
	expect(painted()).toEqual(['pending 10–20', 'tint-none 10–20'])
})

test('where highlights overlap, the first gives the tint and the other an underline', () => {
	painter.show([item('a', 10, 30, 1), item('b', 20, 40, 2)])
	expect(painted()).toEqual(['line-2 20–30', 'tint-1 10–30', 'tint-2 30–40'])
})

test('taking a highlight away paints what it covered', () => {
	painter.show([item('a', 10, 30, 1), item('b', 20, 40, 2)])
	painter.show([item('b', 20, 40, 2)])
	expect(painted()).toEqual(['tint-2 20–40'])
})

const items = fc
	.uniqueArray(
		fc.record({
			id: fc.nat({ max: 30 }).map(String),
			start: fc.nat({ max: 150 }),
			length: fc.integer({ min: 1, max: 50 }),
			hues: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 3 }),
			pending: fc.boolean(),
		}),
		{ selector: (each) => each.id, maxLength: 20 },
	)
	.map((list) => list.map(({ length, ...rest }): Paintable => ({ ...rest, end: rest.start + length })))

test('painting changes step by step equals painting the last list alone', () => {
	fc.assert(
		fc.property(fc.array(items, { minLength: 1, maxLength: 5 }), (lists) => {
			for (const list of lists) painter.show(list)
			const stepwise = painted()
			painter.dispose()
			painter = new Painter(surface)
			painter.show(lists.at(-1) ?? [])
			expect(painted()).toEqual(stepwise)
		}),
		{ numRuns: 100 },
	)
})

test('every painted code unit carries exactly one tint', () => {
	fc.assert(
		fc.property(items, (list) => {
			const tints = new Array<number>(210).fill(0)
			for (const each of list) {
				const others = list.filter((other) => other !== each)
				for (const piece of piecesOf(
					each,
					others.filter((o) => o.start < each.end && each.start < o.end),
				)) {
					if (!piece.paint.startsWith('tint')) continue
					for (let at = piece.start; at < piece.end; at++) tints[at] = (tints[at] ?? 0) + 1
				}
			}
			tints.forEach((count, at) => {
				expect(count).toBe(list.some((each) => each.start <= at && at < each.end) ? 1 : 0)
			})
		}),
	)
})

test('a picture in a highlight gets a frame', () => {
	painter.dispose()
	document.body.replaceChildren()
	const text = {
		...paragraphs('a \uFFFC b'),
		marks: [{ kind: 'picture' as const, asset: null, alt: 'Map', start: 2, end: 3 }],
	}
	surface = renderText(text, { document, assetUrl: (key) => key })
	painter = new Painter(surface)
	painter.show([item('a', 0, 5, 4)])
	const picture = surface.element.querySelector('.picture')
	expect(picture?.className).toContain('painted')
	painter.show([])
	expect(picture?.className).not.toContain('painted')
})

test('only the part that is looked at has paint, and all of it has', () => {
	painter.show([item('a', 10, 30, 1), item('b', 90, 110, 2), item('c', 150, 160)])
	painter.hits(
		[
			{ start: 5, end: 8 },
			{ start: 95, end: 98 },
		],
		null,
	)
	painter.look([{ start: 80, end: 120 }])
	expect(painted()).toEqual(['hit 95–98', 'tint-2 90–110'])
	painter.show([item('a', 10, 30, 1), item('b', 90, 100, 2), item('d', 99, 105, 3)])
	expect(painted()).toEqual(['hit 95–98', 'line-3 99–100', 'tint-2 90–100', 'tint-3 100–105'])
	painter.look([{ start: 0, end: 200 }])
	expect(painted()).toEqual([
		'hit 5–8',
		'hit 95–98',
		'line-3 99–100',
		'tint-1 10–30',
		'tint-2 90–100',
		'tint-3 100–105',
	])
})
