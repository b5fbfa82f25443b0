import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type FlowSurface, renderText } from '../../../renderer/reading/surface.ts'
import '../../../renderer/reading/typography.css'
import { anyReadingText, paragraphs, readingText, renderedText } from './readingtexts.ts'

const render = (text: Parameters<typeof renderText>[0]): FlowSurface => {
	const surface = renderText(text, { document, assetUrl: (key) => `data:,${key}` })
	document.body.append(surface.element)
	return surface
}

afterEach(() => document.body.replaceChildren())

test('any reading text is rendered to the letter', () => {
	fc.assert(
		fc.property(anyReadingText, (text) => {
			const surface = renderText(text, { document, assetUrl: (key) => `data:,${key}` })
			expect(renderedText(surface.element)).toBe(text.text)
			expect(surface.map.length).toBe(text.text.length)
			expect(surface.blocks.map((block) => block.textContent)).toEqual(
				text.blocks.map((block) => text.text.slice(block.start, block.end)),
			)
			expect(surface.sections.map((section) => renderedText(section.element)).join('')).toBe(text.text)
		}),
		{ numRuns: 150 },
	)
})

test('markup in a text stays text', () => {
	const surface = render(paragraphs('<img src=x onerror=alert(1)> & <b>bold</b>'))
	expect(surface.element.querySelector('img, b')).toBeNull()
})

test('crossing marks are split and both are drawn whole', () => {
	const text = readingText(
		[{ text: 'one two three', kind: 'paragraph', container: null }],
		[],
		[
			{ kind: 'emphasis', start: 0, end: 7 },
			{ kind: 'strong', start: 4, end: 13 },
		],
	)
	const { element } = render(text)
	expect([...element.querySelectorAll('em')].map((each) => each.textContent).join('')).toBe('one two')
	expect([...element.querySelectorAll('strong')].map((each) => each.textContent).join('')).toBe('two three')
})

test('a link is never split by emphasis in it', () => {
	const text = readingText(
		[{ text: 'see this page now', kind: 'paragraph', container: null }],
		[],
		[
			{ kind: 'emphasis', start: 0, end: 8 },
			{ kind: 'link', href: 'https://example.org/', start: 4, end: 13 },
		],
	)
	const links = [...render(text).element.querySelectorAll('[role=link]')]
	expect(links.map((link) => link.textContent)).toEqual(['this page'])
})

test('a link says where it leads and goes nowhere by itself', () => {
	const text = readingText(
		[{ text: 'a link', kind: 'paragraph', container: null }],
		[],
		[{ kind: 'link', href: 'https://example.org/', start: 2, end: 6 }],
	)
	const { element } = render(text)
	const followed: string[] = []
	element.addEventListener('follow', (event) => followed.push(event.href))
	const link = element.querySelector<HTMLElement>('.link')
	link?.click()
	link?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
	expect(followed).toEqual(['https://example.org/', 'https://example.org/'])
	expect(element.querySelector('[href]')).toBeNull()
})

test('a footnote leads to its body and back', () => {
	const text = readingText(
		[
			{ text: 'Body1', kind: 'paragraph', container: null },
			{ text: 'The note', kind: 'paragraph', container: 0 },
		],
		[{ kind: 'footnote', parent: null, id: 'one', label: '1' }],
		[{ kind: 'footnote-call', footnote: 'one', start: 4, end: 5 }],
	)
	const { element } = render(text)
	const jumps: number[] = []
	element.addEventListener('jump', (event) => jumps.push(event.offset))
	element.querySelector<HTMLElement>('.footnote-call')?.click()
	element.querySelector<HTMLElement>('.footnote-back')?.click()
	expect(jumps).toEqual([6, 4])
})

test('lists, tables and quotations are built of their own elements', () => {
	const text = readingText(
		[
			{ text: 'first', kind: 'paragraph', container: 1 },
			{ text: 'second', kind: 'paragraph', container: 2 },
			{ text: 'head', kind: 'paragraph', container: 5 },
			{ text: '', kind: 'paragraph', container: 7 },
			{ text: 'said', kind: 'paragraph', container: 8 },
		],
		[
			{ kind: 'list', parent: null, ordered: true, first: 3 },
			{ kind: 'item', parent: 0 },
			{ kind: 'item', parent: 0 },
			{ kind: 'table', parent: null },
			{ kind: 'row', parent: 3 },
			{ kind: 'cell', parent: 4, header: true, columns: 2 },
			{ kind: 'row', parent: 3 },
			{ kind: 'cell', parent: 6, header: false },
			{ kind: 'quotation', parent: null },
		],
	)
	const { element } = render(text)
	const list = element.querySelector('ol')
	expect(list?.start).toBe(3)
	expect([...(list?.querySelectorAll(':scope > li') ?? [])].map((item) => item.textContent)).toEqual([
		'first\n',
		'second\n',
	])
	expect(element.querySelector<HTMLTableCellElement>('th')?.colSpan).toBe(2)
	expect(element.querySelectorAll('tr')).toHaveLength(2)
	expect(element.querySelector('td')?.textContent).toBe('\n')
	expect(element.querySelector('blockquote')?.textContent).toBe('said\n')
})

test('sections end between top-level containers', () => {
	const text = readingText(
		Array.from({ length: 200 }, (_, index) => ({
			text: `paragraph ${index}`,
			kind: 'paragraph' as const,
			container: index >= 30 && index < 100 ? 0 : null,
		})),
		[{ kind: 'quotation', parent: null }],
	)
	const { element, sections } = render(text)
	expect(element.querySelectorAll('blockquote')).toHaveLength(1)
	expect(sections.length).toBeGreaterThan(2)
	sections.slice(1).forEach((section, index) => {
		expect(section.start).toBe(sections[index]?.end)
	})
})

test('ids of the original do not become ids of the page', () => {
	const text = readingText([{ text: 'x', kind: 'paragraph', container: null, id: 'body' }])
	const surface = render(text)
	expect(surface.element.querySelector('[id]')).toBeNull()
	expect(surface.place('body')).toBe(0)
})

test('a paragraph reads in the direction of its script, whatever its source said', () => {
	const { blocks } = render(paragraphs('هذا نص عربي.', 'This is English.', 'שלום, this is mixed.'))
	const first = (block: HTMLElement | undefined) => {
		const range = document.createRange()
		const text = block?.firstChild
		if (!block || !text) throw new Error('no such block')
		range.setStart(text, 0)
		range.setEnd(text, 1)
		const [letter, all] = [range.getBoundingClientRect(), block.getBoundingClientRect()]
		return letter.left - all.left < all.right - letter.right ? 'left' : 'right'
	}
	expect(blocks.map(first)).toEqual(['right', 'left', 'right'])
})

test('lists, quotations and tables begin on the side on which their words begin', () => {
	const text = readingText(
		[
			{ text: 'أولا', kind: 'paragraph', container: 1, direction: 'rtl' },
			{ text: 'قول مأثور', kind: 'paragraph', container: 2 },
			{ text: 'first', kind: 'paragraph', container: 4 },
			{ text: 'خلية', kind: 'paragraph', container: 7 },
		],
		[
			{ kind: 'list', parent: null, ordered: false },
			{ kind: 'item', parent: 0 },
			{ kind: 'quotation', parent: null },
			{ kind: 'list', parent: null, ordered: false },
			{ kind: 'item', parent: 3 },
			{ kind: 'table', parent: null },
			{ kind: 'row', parent: 5 },
			{ kind: 'cell', parent: 6, header: false },
		],
	)
	const { element } = render(text)
	const sides = [...element.querySelectorAll('ul, blockquote, table')].map(
		(each) => getComputedStyle(each).direction,
	)
	expect(sides).toEqual(['rtl', 'rtl', 'ltr', 'rtl'])
})
