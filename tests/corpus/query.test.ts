import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForIndex, foldWithMap } from '../../corpus/folding.ts'
import { isEmptyQuery, locateHits, parseQuery, phrasesOf, toFts, whileTyping } from '../../corpus/query.ts'

const hits = (query: string, text: string) =>
	locateHits(parseQuery(query), text).map(({ start, end }) => text.slice(start, end))

describe('a query', () => {
	it.each([
		['trade war', ['"trade"', '"war"']],
		['"trade war" tariff*', ['"trade war"', '"tariff"*']],
		['“Đà Nẵng”', ['"da nang"']],
		['it’s', ['"it s"']],
		['南海', ['"南 海"']],
		['"never closed here', ['"never closed here"']],
		['"neg"*', ['"neg"*']],
		['AND OR NOT NEAR(a b) title:x', ['"and"', '"or"', '"not"', '"near a"', '"b"', '"title x"']],
		['', []],
		['""', []],
		['" " a', ['"a"']],
	])('%j is asked as %j', (source, expected) => {
		expect(toFts(parseQuery(source))).toEqual(expected)
		expect(parseQuery(source).problem).toBeNull()
	})

	it('says what it did not understand', () => {
		expect(parseQuery('*').problem).toContain('rest of a word')
		expect(parseQuery('— trade').problem).toBe('“—” holds no letter or digit and was left out.')
		expect(parseQuery('?!').problem).toBe('Type a word: “?!” holds no letter or digit.')
		expect(isEmptyQuery(parseQuery('?!'))).toBe(true)
	})

	it('takes its last word for a beginning while it is being typed', () => {
		expect(whileTyping('trade tar')).toBe('trade tar*')
		expect(whileTyping('trade ')).toBe('trade ')
		expect(whileTyping('"trade w')).toBe('"trade w')
		expect(whileTyping('tar*')).toBe('tar*')
	})

	it('is never anything but quoted words for the index', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (source) => {
				for (const match of toFts(parseQuery(source))) expect(match).toMatch(/^"[^"]+"\*?$/)
			}),
		)
	})
})

describe('locating hits', () => {
	it('finds words without regard to case and diacritics', () => {
		expect(hits('da nang', 'Ở Đà Nẵng và ĐA')).toEqual(['Đà', 'Nẵng', 'ĐA'])
		expect(hits('trade', 'Trade, traders and TRADE')).toEqual(['Trade', 'TRADE'])
	})

	it('finds whole words by their beginning', () => {
		expect(hits('trad*', 'Trade, traders and a tradition of retrading')).toEqual([
			'Trade',
			'traders',
			'tradition',
		])
	})

	it('finds phrases over line breaks and punctuation, and inside Chinese text', () => {
		expect(hits('"trade war"', 'a trade—\nwar of trade')).toEqual(['trade—\nwar'])
		expect(hits('南海 裁', '关于南海仲裁案')).toEqual(['南海', '裁'])
	})

	it('makes one of hits that overlap', () => {
		expect(hits('"a b" "b c" b', 'x a b c')).toEqual(['a b c'])
	})

	it('finds what is asked for wherever it stands', () => {
		const words = fc.array(fc.constantFrom('Việt', 'trade', 'WAR', '南海', 'don’t', '—', 'ß'), {
			maxLength: 12,
		})
		fc.assert(
			fc.property(
				words,
				fc.constantFrom('viet', 'war', '南', '"viet trade"', 'ss', 'tra*'),
				(parts, source) => {
					const text = parts.join(' ')
					const query = parseQuery(source)
					const [phrase] = phrasesOf(query.node)
					const found = locateHits(query, foldWithMap(text))
					const sought = ` ${phrase?.tokens.join(' ')}${phrase?.prefix ? '' : ' '}`
					expect(found.length > 0).toBe(` ${foldForIndex(text)} `.includes(sought))
					for (const { start, end } of found)
						expect(` ${foldForIndex(text.slice(start, end))} `).toContain(sought)
				},
			),
		)
	})
})
