import { afterEach, beforeEach, expect, test } from 'vitest'
import { Find } from '../../../renderer/reading/find.ts'
import { Painter } from '../../../renderer/reading/paint.ts'
import { renderText } from '../../../renderer/reading/surface.ts'
import { paragraphs } from './readingtexts.ts'

const text = paragraphs('Đà Nẵng and Da Nang.', 'The trade talks; trade, talk.', '海上の南海')
let find: Find
let painter: Painter

beforeEach(() => {
	const surface = renderText(text, { document, assetUrl: (key) => key })
	document.body.append(surface.element)
	painter = new Painter(surface)
	find = new Find(surface, painter)
})

afterEach(() => {
	painter.dispose()
	document.body.replaceChildren()
})

const quote = (range: { start: number; end: number } | null) =>
	range && text.text.slice(range.start, range.end)

test('case and diacritics do not matter, and the hits are counted', () => {
	const found = find.search('da nang', 0)
	expect(found.count).toBe(2)
	expect(quote(found.range)).toBe('Đà Nẵng')
	expect(quote(find.step('next').range)).toBe('Da Nang')
	expect(find.step('next').current).toBe(1)
	expect(find.step('previous').current).toBe(2)
})

test('the first hit is the next one from where the reader is', () => {
	expect(find.search('talk', 30).current).toBe(1)
	expect(find.search('talk', 40).current).toBe(2)
	expect(find.search('talk', 60).current).toBe(1)
})

test('the last word may be only begun; words without spaces are found too', () => {
	expect(quote(find.search('trade tal', 0).range)).toBe('trade talks')
	expect(quote(find.search('南海', 0).range)).toBe('南海')
})

test('hits are painted until the bar is closed', () => {
	find.search('trade', 0)
	expect(CSS.highlights.get('hit')?.size).toBe(2)
	expect(CSS.highlights.get('hit-current')?.size).toBe(1)
	find.close()
	expect(CSS.highlights.get('hit')?.size).toBe(0)
	expect(find.search('!', 0)).toEqual({ count: 0, current: 0, range: null })
})
