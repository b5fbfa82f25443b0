import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { page as window_ } from 'vitest/browser'
import { moveCaretByLines } from '../../../../renderer/reading/pages/pagecaret.ts'
import { PageGeometry } from '../../../../renderer/reading/pages/pagegeometry.ts'
import { PageScrolling } from '../../../../renderer/reading/pages/pagescrolling.ts'
import { PageSelecting } from '../../../../renderer/reading/pages/pageselecting.ts'
import { PageSurface } from '../../../../renderer/reading/pages/pagesurface.ts'
import { Painter } from '../../../../renderer/reading/paint.ts'
import { select, selectionIn } from '../../../../renderer/reading/selection.ts'
import '../../../../renderer/reading/pages/pages.css'
import { paragraphs } from '../readingtexts.ts'
import { anyPagedText, line, type PagedText, page } from './pagetexts.ts'

const surfaceOf = ({ text, pages, runs }: PagedText) => new PageSurface(text, { document, pages, runs })

afterEach(() => document.body.replaceChildren())

const everything = [0, Number.POSITIVE_INFINITY] as const

test('the text of all pages is the reading text, and ranges go there and back', () => {
	fc.assert(
		fc.property(anyPagedText, fc.nat(), fc.nat(), fc.boolean(), (paged, a, b, isLaidOut) => {
			const { text } = paged.text
			if (text === '') return
			const surface = surfaceOf(paged)
			document.body.replaceChildren(surface.element)
			if (isLaidOut) surface.layOutBetween(...everything)
			expect(surface.element.textContent).toBe(text)
			const ends = [a % (text.length + 1), b % (text.length + 1)]
			const range = { start: Math.min(...ends), end: Math.max(...ends) }
			const live = surface.map.liveRange(range)
			expect(surface.map.textRange(live)).toEqual(range)
			expect(live.toString()).toBe(text.slice(range.start, range.end))
			for (const lean of ['forward', 'backward'] as const) {
				const place = surface.map.position(range.start, lean)
				expect(surface.map.offset(place.node, place.offset)).toBe(range.start)
			}
		}),
		{ numRuns: 150 },
	)
})

test('a selection stays when the text of its page is laid out', () => {
	fc.assert(
		fc.property(anyPagedText, fc.nat(), fc.nat(), (paged, a, b) => {
			const { text } = paged.text
			if (text === '') return
			const surface = surfaceOf(paged)
			document.body.replaceChildren(surface.element)
			const ends = [a % (text.length + 1), b % (text.length + 1)]
			const range = { start: Math.min(...ends), end: Math.max(...ends) }
			if (range.start === range.end) return
			select(surface, range)
			surface.layOutBetween(...everything)
			const live = getSelection()?.getRangeAt(0)
			expect(live && surface.map.textRange(live)).toEqual(range)
		}),
		{ numRuns: 60 },
	)
})

/** Two columns, and a running head whose text comes last. */
const text = paragraphs(
	'The left column is here and the sentence goes on over to the right where it ends.',
	'The second page says more.',
	'Running head',
)
const at = (words: string) => {
	const start = text.text.indexOf(words)
	return { start, end: start + words.length }
}
const columns: PagedText = {
	text,
	pages: [page('iv'), page('v')],
	runs: [
		[
			{ ...line(at('The left column is here').start, at('The left column is here').end, 2), width: 140 },
			{ ...line(at('and the sentence goes').start, at('and the sentence goes').end, 3), width: 140 },
			{ ...line(at('on over to the right').start, at('on over to the right').end, 2), x: 220, width: 140 },
			{ ...line(at('where it ends.').start, at('where it ends.').end, 3), x: 220, width: 80 },
			{ ...line(at('Running head').start, at('Running head').end, 0), y: 10 },
		],
		[line(at('The second page').start, at('The second page says more.').end, 2)],
	],
}

async function mounted(paged: PagedText, scale = 1) {
	await window_.viewport(900, 700)
	const scroller = document.createElement('div')
	scroller.style.cssText = 'height: 500px; overflow: auto'
	const surface = surfaceOf(paged)
	scroller.append(surface.element)
	document.body.replaceChildren(scroller)
	surface.zoom(scale)
	surface.layOutBetween(...everything)
	const geometry = new PageGeometry(surface)
	return { scroller, surface, geometry, scrolling: new PageScrolling(surface, geometry, scroller) }
}

test.each([
	['upright', {}],
	['turned', { angle: 90, x: 200, y: 100, width: 150 }],
	['upside down', { angle: 180, x: 300, y: 200, width: 150 }],
	['vertical', { vertical: true, x: 200, y: 60, width: 14, height: 200 }],
] as const)('a run stands in its box, %s, at any size', async (_, more) => {
	const words = paragraphs('縦書きの文章です。')
	for (const scale of [1, 1.7]) {
		const run = line(0, words.text.length - 1, 3, more)
		const { surface, geometry } = await mounted({ text: words, pages: [page('1')], runs: [[run]] }, scale)
		const origin = surface.element.getBoundingClientRect()
		const [rect] = geometry.rects({ start: 0, end: run.end })
		const drawn = surface.element.querySelector('.page-layer > span')?.getBoundingClientRect()
		const extent = geometry.extent({ start: 0, end: 1 })
		// Typefaces for vertical scripts differ a little in how far letters stand apart.
		const accuracy = 'vertical' in more ? -1 : 0
		expect((drawn?.top ?? 0) - origin.top).toBeCloseTo(extent.top, accuracy)
		expect((drawn?.bottom ?? 0) - origin.top).toBeCloseTo(extent.bottom, accuracy)
		expect(rect?.width).toBeGreaterThan(10)
	}
})

/** Presses at the middle of one character, draws to another, and lets go. */
function drag(surface: PageSurface, from: number, to: number, detail = 1): void {
	const middle = (offset: number) => {
		const rect = surface.map.liveRange({ start: offset, end: offset + 1 }).getBoundingClientRect()
		return { clientX: rect.left + rect.width / 2, clientY: rect.top + rect.height / 2 }
	}
	const options = { bubbles: true, cancelable: true, button: 0, buttons: 1, detail }
	surface.element.dispatchEvent(new MouseEvent('mousedown', { ...options, ...middle(from) }))
	document.dispatchEvent(new MouseEvent('mousemove', { ...options, ...middle(to) }))
	document.dispatchEvent(new MouseEvent('mouseup', { ...options, ...middle(to) }))
}

test('what is drawn over with the mouse is selected over columns and pages, and nothing else', async () => {
	const { surface, geometry, scroller } = await mounted(columns)
	const selecting = new PageSelecting(surface, geometry, scroller, 'en')
	drag(surface, at('sentence').start + 2, at('right').start + 2)
	expect(selectionIn(surface, 'words', 'en')?.range).toEqual(at('sentence goes on over to the right'))
	drag(surface, at('ends').start + 1, at('second').start + 1)
	expect(selectionIn(surface, 'words', 'en')?.range).toEqual(at('ends.\nThe second'))
	drag(surface, at('page').start + 2, at('left').start + 1)
	expect(selectionIn(surface, 'words', 'en')).toMatchObject({ backwards: true })
	drag(surface, at('column').start + 2, at('column').start + 2, 2)
	expect(selectionIn(surface, 'words', 'en')?.range).toEqual(at('column'))
	drag(surface, at('more').start, at('more').start, 3)
	expect(selectionIn(surface, 'words', 'en')?.range).toEqual(at('The second page says more.'))
	selecting.dispose()
})

test('beside the text the nearest line is meant, and under the pointer only what is there', async () => {
	const { surface, geometry } = await mounted(columns)
	const rect = surface.map.liveRange(at('goes')).getBoundingClientRect()
	const right = { x: rect.right + 10, y: rect.top + rect.height / 2 }
	expect(geometry.caretAt(right.x, right.y)).toEqual({ offset: at('goes').end, lean: 'backward' })
	expect(geometry.offsetAt(right.x, right.y)).toBeNull()
	expect(geometry.offsetAt(rect.right - 2, right.y)).toBe(at('goes').end - 1)
	const head = surface.map.liveRange(at('Running')).getBoundingClientRect()
	expect(geometry.offsetAt(head.left + 2, head.top + 4)).toBe(at('Running').start)
})

test('the caret goes from line to line in its column, and on to the next page', async () => {
	const { surface, geometry } = await mounted(columns)
	const stop = moveCaretByLines(surface, geometry)
	surface.element.toggleAttribute('data-caret', true)
	const press = (key: string, shiftKey = false) =>
		surface.element.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }))
	const left = at('column').start
	select(surface, { start: left, end: left })
	press('ArrowDown', true)
	const down = selectionIn(surface, 'letters')?.range
	expect(down?.start).toBe(left)
	expect(down?.end).toBeGreaterThan(at('and the').start)
	expect(down?.end).toBeLessThanOrEqual(at('goes').end)
	select(surface, { start: at('ends.').start, end: at('ends.').start })
	press('ArrowDown', true)
	expect(surface.text.text.slice(at('ends.').start, selectionIn(surface, 'letters')?.range.end)).toContain(
		'page',
	)
	press('ArrowUp')
	expect(getSelection()?.isCollapsed).toBe(true)
	stop()
})

test('paint is on the words of a page before and after it was laid out', async () => {
	const surface = surfaceOf(columns)
	document.body.replaceChildren(surface.element)
	const painter = new Painter(surface)
	painter.show([{ id: 'a', ...at('goes on over'), hues: [3], pending: false }])
	const painted = () => [...(CSS.highlights.get('tint-3') ?? [])].map((range) => surface.map.textRange(range))
	expect(painted()).toEqual([at('goes on over')])
	for (const range of surface.layOutBetween(...everything)) painter.renew(range)
	expect(painted()).toEqual([at('goes on over')])
	expect(surface.layers.map(({ element }) => element.classList.contains('blended'))).toEqual([
		true,
		false,
		false,
	])
	painter.dispose()
	expect(painted()).toEqual([])
})

test('a place is found at once, stays when the size changes, and says where it is', async () => {
	const { surface, scroller, scrolling } = await mounted(columns)
	scroller.style.height = '200px'
	await scrolling.reveal(at('The second'), 'start')
	expect(scrolling.top).toBe(at('The second').start)
	await scrolling.keep(() => surface.zoom(2))
	expect(scrolling.top).toBe(at('The second').start)
	const y = surface.map.liveRange(at('The second')).getBoundingClientRect().top
	expect(y).toBeGreaterThan(scroller.getBoundingClientRect().top)
	expect(y).toBeLessThan(scroller.getBoundingClientRect().bottom)
	// Columns stand beside each other: where the reader was brought is where they are.
	await scrolling.reveal(at('where it ends'), 'start')
	expect(scrolling.top).toBe(at('where it ends').start)
	scroller.scrollTop += 4
	expect(scrolling.top).toBeLessThan(at('where it ends').start)
})

test('a page without text is one passage', async () => {
	const scan = paragraphs('\uFFFC')
	const { surface, geometry } = await mounted({
		text: scan,
		pages: [page('1')],
		runs: [[{ start: 0, end: 1, x: 0, y: 0, width: 400, height: 600, angle: 0 }]],
	})
	expect(surface.pictureOf(0)).toEqual({ start: 0, end: 1 })
	const box = surface.sheets[0]?.getBoundingClientRect()
	if (!box) throw new Error('there is no page')
	expect(geometry.offsetAt(box.left + 100, box.top + 500)).toBe(0)
	const [rect] = geometry.rects({ start: 0, end: 1 })
	expect(rect?.width).toBeCloseTo(box.width, 0)
	expect(rect?.height).toBeCloseTo(box.height, 0)
	expect((await mounted(columns)).surface.pictureOf(0)).toBeNull()
})

test('screen readers are told the label of each page', async () => {
	const { surface } = await mounted(columns)
	const groups = [...surface.element.querySelectorAll('[role="group"]')].map((each) =>
		each.getAttribute('aria-label'),
	)
	expect(groups).toEqual(['Page iv', 'Page v', 'Page iv, beside the text'])
})
