import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForIndex } from '../../corpus/folding.ts'
import { fuzzyMatch, fuzzyNames } from '../../corpus/fuzzy.ts'

const names = [
	'Tariffs',
	'Trade',
	'Trade / Tariffs',
	'Fisheries',
	'Đà Nẵng',
	'Arbitration',
	'Open settings',
	'南海 dispute',
]
const prepared = fuzzyNames(names, (name) => name)
const found = (query: string) => fuzzyMatch(query, prepared).map(({ item }) => item)
const marked = (query: string) =>
	fuzzyMatch(query, prepared).map(({ item, ranges }) =>
		ranges.reduceRight(
			(all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
			item,
		),
	)

describe('fuzzy matching', () => {
	it('finds names by some of their letters, the best first', () => {
		expect(found('tar')[0]).toBe('Tariffs')
		expect(found('trade').slice(0, 2)).toEqual(['Trade', 'Trade / Tariffs'])
		expect(found('fsh')).toEqual(['Fisheries'])
		expect(found('xyz')).toEqual([])
	})

	it('ignores case, diacritics and the order of words', () => {
		expect(found('DANANG')).toEqual(['Đà Nẵng'])
		expect(found('da nang')).toEqual(['Đà Nẵng'])
		expect(found('set op')).toEqual(['Open settings'])
		expect(found('海')).toEqual(['南海 dispute'])
	})

	it('says what fits', () => {
		expect(marked('tar')).toContain('Trade / [Tar]iffs')
		expect(marked('nẵ')).toContain('Đà [Nẵ]ng')
	})

	it('leaves names in their order while nothing is typed', () => {
		expect(found(' ')).toEqual(names)
	})

	it('finds exactly the names that hold every word’s letters in order', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'Á', 'đ', '南'), maxLength: 12 })
		const holds = (name: string, word: string) => {
			let at = -1
			return [...word].every((letter) => {
				at = name.indexOf(letter, at + 1)
				return at >= 0
			})
		}
		fc.assert(
			fc.property(text, text, (query, name) => {
				const words = foldForIndex(query).split(' ')
				const fits = words.every((word) => holds(foldForIndex(name), word))
				expect(
					fuzzyMatch(
						query,
						fuzzyNames([name], (each) => each),
					).length,
				).toBe(fits ? 1 : 0)
			}),
		)
	})
})
