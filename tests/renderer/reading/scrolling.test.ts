import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RangeIndex } from '../../../corpus/rangeindex.ts'
import { FlowGeometry, isLaidOut } from '../../../renderer/reading/geometry.ts'
import { itemsAtPoint, offsetAtPoint } from '../../../renderer/reading/hits.ts'
import { FlowScrolling } from '../../../renderer/reading/scrolling.ts'
import { type FlowSurface, renderText } from '../../../renderer/reading/surface.ts'
import '../../../renderer/reading/typography.css'
import { paragraphs } from './readingtexts.ts'

const sentence = 'Turnover had reached 123 billion dollars the year before, and both sides used the date. '
const text = paragraphs(
	...Array.from({ length: 600 }, (_, index) => `${index}. ${sentence.repeat(1 + (index % 7))}`),
)
let scroller: HTMLElement
let surface: FlowSurface
let geometry: FlowGeometry
let scrolling: FlowScrolling

beforeEach(async () => {
	await page.viewport(900, 700)
	scroller = document.createElement('div')
	scroller.style.cssText = 'height: 600px; overflow: auto'
	surface = renderText(text, { document, assetUrl: (key) => key })
	scroller.append(surface.element)
	document.body.append(scroller)
	geometry = new FlowGeometry(surface)
	scrolling = new FlowScrolling(surface, geometry, scroller)
})

afterEach(() => document.body.replaceChildren())

const topOf = (offset: number): number =>
	surface.map.liveRange({ start: offset, end: offset + 1 }).getBoundingClientRect().top

test('a far place comes into sight, and is then what stands at the top', async () => {
	const start = text.blocks[400]?.start ?? 0
	await scrolling.reveal({ start, end: start + 10 }, 'start')
	expect(topOf(start)).toBeGreaterThan(scroller.getBoundingClientRect().top)
	expect(topOf(start)).toBeLessThan(scroller.getBoundingClientRect().top + 120)
	expect(scrolling.top).toBe(start)
	expect(scrolling.progress).toBeGreaterThan(0.5)
	expect(scrolling.progress).toBeLessThan(0.8)
})

test('a reader who scrolls away before the place stands still is not brought back', async () => {
	const start = text.blocks[400]?.start ?? 0
	const arriving = scrolling.reveal({ start, end: start + 10 }, 'start')
	scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -100 }))
	scroller.scrollTop = 0
	await arriving
	expect(scroller.scrollTop).toBe(0)
})

test('what is in sight already does not move', async () => {
	const start = text.blocks[300]?.start ?? 0
	await scrolling.reveal({ start, end: start + 10 }, 'center')
	const before = scroller.scrollTop
	await scrolling.reveal({ start: start + 20, end: start + 30 }, 'nearest')
	expect(scroller.scrollTop).toBe(before)
})

test('the same words stay at the top when the type changes', async () => {
	const start = text.blocks[350]?.start ?? 0
	await scrolling.reveal({ start, end: start + 10 }, 'start')
	await scrolling.keep(() => surface.element.style.setProperty('--read-size', '26px'))
	expect(scrolling.top).toBe(start)
})

test('the ends of the text are progress 0 and 1', async () => {
	expect(scrolling.progress).toBe(0)
	await scrolling.reveal({ start: text.text.length - 2, end: text.text.length - 1 }, 'nearest')
	scroller.scrollTop = scroller.scrollHeight
	expect(scrolling.progress).toBe(1)
})

test('sections far away are not laid out, and their passages are where the section is', async () => {
	await scrolling.reveal({ start: 0, end: 1 }, 'start')
	const far = surface.sections.at(-1)
	if (!far) throw new Error('there is no section')
	expect(isLaidOut(far.element)).toBe(false)
	const extent = geometry.extent({ start: far.start + 100, end: far.start + 200 })
	const box = far.element.getBoundingClientRect()
	expect(extent.bottom - extent.top).toBeCloseTo(box.height, 0)
	const [visible] = geometry.textBetween(0, 600)
	expect(visible?.start).toBe(0)
	expect(visible?.end).toBeLessThan(far.start)
})

test('a point in the window is a place in the text', async () => {
	await scrolling.reveal({ start: 0, end: 1 }, 'start')
	const rect = surface.map.liveRange({ start: 10, end: 11 }).getBoundingClientRect()
	const x = rect.left + rect.width / 2
	const y = rect.top + rect.height / 2
	expect(offsetAtPoint(surface, x, y)).toBe(10)
	expect(offsetAtPoint(surface, 2, 2)).toBeNull()
	const index = new RangeIndex(
		[
			{ id: 'long', start: 0, end: 50 },
			{ id: 'short', start: 8, end: 12 },
		],
		(item) => item,
	)
	expect(itemsAtPoint(geometry, index, x, y).map((item) => item.id)).toEqual(['short', 'long'])
})
