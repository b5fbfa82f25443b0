import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateParts, VagueDate } from '../../corpus/metadata.ts'
import { formatVagueDate, orderOfDate, parseVagueDate, toEdtf } from '../../corpus/vaguedate.ts'

const year = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -9000, max: -1 }))
const parts: fc.Arbitrary<DateParts> = fc.oneof(
	year.map((each): DateParts => [each]),
	fc.tuple(year, fc.integer({ min: 1, max: 12 })),
	fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
)
const dates: fc.Arbitrary<VagueDate> = fc
	.tuple(parts, fc.option(parts), fc.boolean())
	.map(([from, to, circa]) => {
		const later = to && orderOfDate({ from: to }) > orderOfDate({ from }) ? { to } : {}
		return { from, ...later, ...(circa ? { circa: true as const } : {}) }
	})

describe('a vague date', () => {
	it.each([
		['1887', '1887', '1887'],
		['2023-04', 'April 2023', '2023-04'],
		['c. 1790', 'c. 1790', '1790~'],
		['~1790', 'c. 1790', '1790~'],
		['April 2023', 'April 2023', '2023-04'],
		['16 Apr 2023', '16 April 2023', '2023-04-16'],
		['Apr. 16, 2023', '16 April 2023', '2023-04-16'],
		['Tuesday, 12 July 2016', '12 July 2016', '2016-07-12'],
		['16th of April 2023', '16 April 2023', '2023-04-16'],
		['2023-04-16T09:30:00Z', '16 April 2023', '2023-04-16'],
		['16.4.2023', '16 April 2023', '2023-04-16'],
		['16/04/2023', '16 April 2023', '2023-04-16'],
		['04/16/2023', '16 April 2023', '2023-04-16'],
		['2021–2023', '2021–2023', '2021/2023'],
		['2021-2023', '2021–2023', '2021/2023'],
		['1914-18', '1914–1918', '1914/1918'],
		['2009-10', 'October 2009', '2009-10'],
		['12–14 April 2023', '12–14 April 2023', '2023-04-12/2023-04-14'],
		['12 April – 3 May 2023', '12 April – 3 May 2023', '2023-04-12/2023-05-03'],
		['April–May 2023', 'April–May 2023', '2023-04/2023-05'],
		['44 BC', '44 BC', '-0043'],
		['AD 79', '79 AD', '0079'],
		['24 August AD 79', '24 August AD 79', null],
		['24 August 79 AD', '24 August 79 AD', '0079-08-24'],
		['ngày 16 tháng 4 năm 2023', '16 April 2023', '2023-04-16'],
		['Tháng 4/2023', 'Tháng 4/2023', null],
		['16. März 2023', '16 March 2023', '2023-03-16'],
		['1er août 1914', '1 August 1914', '1914-08-01'],
		['2023年4月16日', '16 April 2023', '2023-04-16'],
		['03/04/2023', '03/04/2023', null],
		['31 April 2023', '31 April 2023', null],
		['2023-13', '2023-13', null],
		['Easter 1916', 'Easter 1916', null],
	])('%j is %j, in EDTF %j', (source, words, edtf) => {
		const date = parseVagueDate(source)
		expect(date && formatVagueDate(date)).toBe(words)
		expect(date && toEdtf(date)).toBe(edtf)
	})

	it('is none where nothing is written', () => {
		expect(parseVagueDate(' \n')).toBeNull()
	})

	it('is read back from what people see, and from EDTF', () => {
		fc.assert(
			fc.property(dates, (date) => {
				expect(parseVagueDate(formatVagueDate(date))).toEqual(date)
				expect(parseVagueDate(toEdtf(date) ?? '')).toEqual(date)
			}),
			{ numRuns: 1000 },
		)
	})

	it('takes any words as they are', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (source) => {
				const date = parseVagueDate(source)
				if (date && 'literal' in date)
					expect(date.literal).toBe(source.normalize('NFC').replace(/\s+/g, ' ').trim())
			}),
		)
	})

	it('sorts earlier first, words last', () => {
		const order = ['44 BC', 'AD 79', '1887', 'January 1887', '2 January 1887', 'some day'].map((source) =>
			orderOfDate(parseVagueDate(source) ?? { literal: '' }),
		)
		expect(order).toEqual(order.toSorted((a, b) => a - b))
	})
})
