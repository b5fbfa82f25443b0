import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import {
	descendantsOf,
	formatThemePath,
	inOrder,
	isSameThemeName,
	namesTo,
	nextHue,
	parseThemePath,
	themeTree,
} from '../../corpus/themetree.ts'

const theme = (id: string, parent: string | null = null, rest: Partial<Theme> = {}): Theme => ({
	id: id as ThemeId,
	name: id,
	parent: parent as ThemeId | null,
	order: 0,
	hue: null,
	description: '',
	pin: null,
	highlights: 0,
	...rest,
})

const trade = [
	theme('law', null, { order: 1 }),
	theme('trade', null, { order: 0, hue: 3 }),
	theme('tariffs', 'trade', { order: 1 }),
	theme('rice', 'trade', { order: 0, hue: 7 }),
	theme('prices', 'rice'),
]

describe('a theme tree', () => {
	it('stands in the reader’s order, each theme with its inherited hue', () => {
		const nodes = inOrder(themeTree(trade).roots)
		expect(nodes.map(({ theme: { name }, depth, hue }) => [name, depth, hue])).toEqual([
			['trade', 0, 3],
			['rice', 1, 7],
			['prices', 2, 7],
			['tariffs', 1, 3],
			['law', 0, 0],
		])
	})

	it('knows what is below a theme and the way to it', () => {
		const node = inOrder(themeTree(trade).roots).find(({ theme: { name } }) => name === 'rice')
		expect(node && descendantsOf(node).map((each) => each.theme.name)).toEqual(['prices'])
		expect(node && namesTo(node)).toEqual(['trade', 'rice'])
	})

	it('takes names for the same however they are written', () => {
		expect(isSameThemeName(' Đo\u0302ng  A ', 'đông a')).toBe(true)
	})

	it('never loses a theme, whatever the parents say', () => {
		const ids = 'abcdefgh'.split('')
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.constantFrom(...ids, 'gone')), { minLength: 8, maxLength: 8 }),
				(parents) => {
					const themes = ids.map((id, index) => theme(id, parents[index] ?? null))
					const nodes = inOrder(themeTree(themes).roots)
					expect(nodes.map((node) => node.theme.id).toSorted()).toEqual(ids)
				},
			),
		)
	})

	it('gives a new theme the hue that is used least', () => {
		expect(nextHue([])).toBe(0)
		expect(nextHue([0, 1, 2, 4].map((hue) => theme(`${hue}`, null, { hue })))).toBe(3)
		expect(nextHue(Array.from({ length: 11 }, (_, i) => theme(`${i}`, null, { hue: i % 10 })))).toBe(1)
	})
})

describe('a theme path', () => {
	it.each([
		['trade/tariffs', ['trade', 'tariffs']],
		[' trade / tariffs/ ', ['trade', 'tariffs']],
		['and\\/or', ['and/or']],
		['a\\\\/b\\', ['a\\', 'b\\']],
		['C:\\data/x', ['C:\\data', 'x']],
		['//', []],
	])('%j names %j', (path, names) => {
		expect(parseThemePath(path)).toEqual(names)
	})

	it('is read back as it was written', () => {
		const name = fc.string({ unit: fc.constantFrom('a', ' ', '/', '\\', 'đ', '😀'), minLength: 1 })
		const names = fc.array(name.filter((each) => each.trim() === each && each !== ''))
		fc.assert(
			fc.property(names, (each) => {
				expect(parseThemePath(formatThemePath(each))).toEqual(each)
			}),
		)
	})
})
