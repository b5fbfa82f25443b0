import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNames, parseNames, shortNames, writeNames } from '../../corpus/names.ts'

describe('names', () => {
	it.each([
		['Nguyen, Thi; Lee, Ana', ['Nguyen, Thi', 'Lee, Ana']],
		['Thi Nguyen and Ana B. Lee', ['Nguyen, Thi', 'Lee, Ana B.']],
		['Thi Nguyen, Ana Lee & Jo Park', ['Nguyen, Thi', 'Lee, Ana', 'Park, Jo']],
		['Thi Nguyen, Ana Lee, and Jo Park', ['Nguyen, Thi', 'Lee, Ana', 'Park, Jo']],
		['Thi Nguyen, Ana Lee', ['Nguyen, Thi', 'Lee, Ana']],
		['Nguyen, Thi and Lee, Ana', ['Nguyen, Thi', 'Lee, Ana']],
		['Nguyen, Thi', ['Nguyen, Thi']],
		['Ludwig van Beethoven', ['van Beethoven, Ludwig']],
		['Martin Luther King Jr.', ['King Jr., Martin Luther']],
		['Nguyễn Phú Trọng', ['Nguyễn, Phú Trọng']],
		['夏目 漱石', ['夏目, 漱石']],
		['김 소월', ['김, 소월']],
		['World Bank', ['World Bank']],
		['{Smith and Sons}; Lee, Ana', ['Smith and Sons', 'Lee, Ana']],
		['Reuters', ['Reuters']],
		[' ; ,', []],
	])('%j are %j', (source, expected) => {
		expect(parseNames(source).map((name) => formatNames([name]))).toEqual(expected)
	})

	it('know what cannot be divided', () => {
		expect(parseNames('World Bank; {John Smith}; Plato')).toEqual([
			{ literal: 'World Bank' },
			{ literal: 'John Smith' },
			{ literal: 'Plato' },
		])
	})

	it('read back what was written for editing', () => {
		const word = fc.constantFrom('Ana', 'Lee', 'van', 'O’Neill', 'Đặng', 'World', 'Bank', 'and', 'J.', '李')
		const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '))
		const name = fc.oneof(
			fc.record({ family: words, given: words }),
			words.map((literal) => ({ literal })),
		)
		fc.assert(
			fc.property(fc.array(name, { minLength: 2, maxLength: 4 }), (names) => {
				expect(parseNames(writeNames(names))).toEqual(names)
			}),
		)
	})

	it('are short in citations', () => {
		const names = parseNames('Nguyen, Thi; Lee, Ana; World Bank')
		expect([0, 1, 2, 3].map((count) => shortNames(names.slice(0, count)))).toEqual([
			'',
			'Nguyen',
			'Nguyen & Lee',
			'Nguyen et al.',
		])
	})
})
