import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoted } from '../../main/commandline/quotes.ts'

const find = (text: string, quote: string, prefix = '', suffix = '') =>
	quoted(text, { quote, prefix, suffix })

describe('a quote', () => {
	it('is found wherever it stands, also where places overlap', () => {
		expect(find('aXaXa', 'aXa')).toEqual([
			{ start: 0, end: 3 },
			{ start: 2, end: 5 },
		])
		expect(find('abc', 'd')).toEqual([])
		expect(find('abc', '  ')).toEqual([])
	})

	it('is told apart by what stands before and after it', () => {
		expect(find('one cat, two cats', 'cat', 'two ')).toEqual([{ start: 13, end: 16 }])
		expect(find('one cat, two cats', 'cat', '', ',')).toEqual([{ start: 4, end: 7 }])
	})

	it('may have other white space than the text, when it does not stand there to the letter', () => {
		expect(find('first line\nsecond', 'line second')).toEqual([{ start: 6, end: 17 }])
		expect(find('a b\na  b', 'a b')).toEqual([{ start: 0, end: 3 }])
	})

	it('is plain text, whatever signs it has', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme', minLength: 1 }),
				(before, quote) => {
					fc.pre(quote.trim() !== '')
					const ranges = find(`${before}${quote}`, quote)
					expect(ranges).toContainEqual({ start: before.length, end: before.length + quote.length })
				},
			),
		)
	})
})
