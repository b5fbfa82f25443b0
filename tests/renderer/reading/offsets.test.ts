import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { renderText } from '../../../renderer/reading/surface.ts'
import { anyReadingText, paragraphs } from './readingtexts.ts'

const render = (text: Parameters<typeof renderText>[0]) => {
	const surface = renderText(text, { document, assetUrl: (key) => key })
	document.body.append(surface.element)
	return surface
}

afterEach(() => document.body.replaceChildren())

test('every offset goes to the page and back', () => {
	fc.assert(
		fc.property(anyReadingText, fc.nat(), (text, seed) => {
			if (text.text === '') return
			const { map } = renderText(text, { document, assetUrl: (key) => key })
			const offset = seed % (text.text.length + 1)
			for (const lean of ['forward', 'backward'] as const) {
				const place = map.position(offset, lean)
				expect(map.offset(place.node, place.offset)).toBe(offset)
			}
		}),
		{ numRuns: 200 },
	)
})

test('a range of the page holds the words of the range of the text', () => {
	fc.assert(
		fc.property(anyReadingText, fc.nat(), fc.nat(), (text, a, b) => {
			if (text.text === '') return
			const { map } = renderText(text, { document, assetUrl: (key) => key })
			const ends = [a % (text.text.length + 1), b % (text.text.length + 1)]
			const range = { start: Math.min(...ends), end: Math.max(...ends) }
			const live = map.liveRange(range)
			expect(map.textRange(live)).toEqual(range)
			expect(live.toString()).toBe(text.text.slice(range.start, range.end))
		}),
		{ numRuns: 200 },
	)
})

test('places outside the text mean its ends', () => {
	const before = document.createElement('p')
	before.textContent = 'before'
	document.body.append(before)
	const surface = render(paragraphs('one', 'two'))
	const after = document.createElement('p')
	after.textContent = 'after'
	document.body.append(after)
	expect(surface.map.offset(before, 0)).toBe(0)
	expect(surface.map.offset(document.body, 0)).toBe(0)
	expect(surface.map.offset(after, 0)).toBe(8)
	expect(surface.map.offset(document.body, 3)).toBe(8)
})

test('places between elements mean the text that follows', () => {
	const surface = render(paragraphs('one', 'two', 'three'))
	const [first, second] = surface.blocks
	const section = surface.sections[0]?.element
	if (!first || !second || !section) throw new Error('the text was not rendered')
	expect(surface.map.offset(second, 0)).toBe(4)
	expect(surface.map.offset(section, 1)).toBe(4)
	expect(surface.map.offset(first, 1)).toBe(4)
	expect(surface.map.offset(section, 3)).toBe(14)
})
