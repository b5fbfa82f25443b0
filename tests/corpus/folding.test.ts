import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForIndex, foldWithMap, tokensOf } from '../../corpus/folding.ts'

const scripts = fc.constantFrom(
	...'aZ9 .-’éđĐỆßﬁ①ǅİΣςάЙё南海ガｶﾞがか\u3099한\u1112\u1161ㅎㅏกำกि\u0301\u00ad\u200d\ufe0f\u0323😀ﷺא\u05b0ا\u064bş\n',
)
const texts = fc.oneof(
	fc.array(scripts, { maxLength: 30 }).map((parts) => parts.join('')),
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.string({ unit: 'binary', maxLength: 20 }),
)

describe('folding', () => {
	it.each([
		['Đà Nẵng, ĐÔNG Á', 'da nang dong a'],
		['Straße & Ærø, Łódź, Œuvre', 'strasse aero lodz oeuvre'],
		['it’s the U.S.', 'it s the u s'],
		['ΟΔΥΣΣΕΎΣ Ὀδυσσεύς', 'οδυσσευσ οδυσσευσ'],
		['Ёлка й', 'елка и'],
		['İstanbul ISPARTA ılık', 'istanbul isparta ilik'],
		['南海仲裁案 (2016)', '南 海 仲 裁 案 2016'],
		['東京タワーが', '東 京 タ ワ ー が'],
		['ﾊﾟﾝ', 'パ ン'],
		['한국어', '한 국 어'],
		['ﬁnd ① x² Ｗｉｄｅ', 'find 1 x2 wide'],
		['co\u00adoperation', 'cooperation'],
		['हिन्दी', 'हिन्दी'],
		['ภาษา', 'ภ า ษ า'],
		['שָׁלוֹם', 'שלום'],
		['  — …!', ''],
		['1️⃣ 😀', '1'],
		['пʼять', 'п ять'],
	])('makes %j to %j', (text, folded) => {
		expect(foldForIndex(text)).toBe(folded)
	})

	it('makes the same with and without its map, of Latin texts too', () => {
		const latin = fc.constantFrom(...'aZ09 .-’“–\n\u00a0éđĐỆßÆœıİşŉſẞ½²ªµ…‰¼ﬁ×÷\u00ad\u0301'.split(''))
		const latinTexts = fc.array(latin, { maxLength: 40 }).map((parts) => parts.join(''))
		fc.assert(
			fc.property(fc.oneof(latinTexts, texts), (text) => {
				expect(foldForIndex(text)).toBe(foldWithMap(text).folded)
			}),
			{ numRuns: 2000 },
		)
		for (let code = 0; code < 0x3100; code++) {
			const text = `a${String.fromCharCode(code)}b`
			expect(foldForIndex(text)).toBe(foldWithMap(text).folded)
		}
	})

	it('makes the same of composed and decomposed text', () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(foldForIndex(text.normalize('NFD'))).toBe(foldForIndex(text.normalize('NFC')))
			}),
			{ numRuns: 500, examples: [['\u{16d68}'], ['\u{16d6a}']] },
		)
	})

	it('gives words separated by single spaces, which fold to themselves', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const folded = foldForIndex(text)
				expect(tokensOf(folded).join(' ')).toBe(folded)
				expect(folded).not.toMatch(/^ | {2}| $|[\t\n!-/:-@A-Z[-`{-~]/)
				expect(foldForIndex(folded)).toBe(folded)
			}),
			{ numRuns: 500 },
		)
	})

	it('maps every word, and every row of words, to the part of the source that folds to it', () => {
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(3), (text, pick, more) => {
				const { folded, toSource } = foldWithMap(text)
				const tokens = tokensOf(folded)
				if (!tokens.length) return
				const from = pick % tokens.length
				const row = tokens.slice(from, from + more + 1).join(' ')
				const start = tokens.slice(0, from).join(' ').length + (from ? 1 : 0)
				const source = toSource({ start, end: start + row.length })
				expect(source.start).toBeLessThan(source.end)
				expect(` ${foldForIndex(text.slice(source.start, source.end))} `).toContain(` ${row} `)
			}),
			{ numRuns: 500 },
		)
	})
})
