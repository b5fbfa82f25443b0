import { describe, expect, it } from 'vitest'
import { deriveTitle, makeCitekey, shortCitation } from '../../corpus/citation.ts'
import type { Metadata } from '../../corpus/metadata.ts'
import { readingText } from '../support/readingtexts.ts'

const never = () => false
const article: Metadata = {
	title: 'The Tribunal’s Day',
	author: [{ family: 'Nguyễn', given: 'Thi' }],
	issued: { from: [2024, 5] },
}

describe('a citekey', () => {
	it('is made of author, year and the first telling word', () => {
		expect(makeCitekey(article, never)).toBe('nguyen2024tribunal')
		expect(makeCitekey({ title: 'Two days in Hanoi' }, never)).toBe('twodays')
		expect(makeCitekey({ title: '南海仲裁案的裁决' }, never)).toBe('南海仲裁')
		expect(makeCitekey({ title: '— 1984' }, never)).toBe('document1984')
	})

	it('is unique', () => {
		const taken = new Set<string>()
		const keys = Array.from({ length: 30 }, () => {
			const key = makeCitekey(article, (each) => taken.has(each))
			taken.add(key)
			return key
		})
		expect(new Set(keys).size).toBe(30)
		expect(keys.slice(0, 2)).toEqual(['nguyen2024tribunal', 'nguyen2024tribunala'])
		expect(keys.at(-1)).toBe('nguyen2024tribunalac')
	})
})

describe('a short citation', () => {
	it('names who and when', () => {
		expect(shortCitation(article)).toBe('Nguyễn 2024')
		expect(
			shortCitation({ title: 'X', author: [{ literal: 'Plato' }], issued: { from: [-380], circa: true } }),
		).toBe('Plato c. 380 BC')
		expect(shortCitation({ title: 'A report', 'container-title': 'Daily News' })).toBe('Daily News n.d.')
		expect(shortCitation({ title: 'A very long title that goes on and on without any end' })).toBe(
			'A very long title that goes on and on… n.d.',
		)
	})
})

describe('a title', () => {
	it('is the first short line', () => {
		expect(deriveTitle(readingText(['', '\uFFFC', 'Two days\nin Hanoi', 'x']), 'f.txt')).toBe('Two days')
	})

	it('is without the calls of footnotes', () => {
		const text = readingText(['Salt1 roads12', 'x'])
		const call = (start: number, end: number) =>
			({ kind: 'footnote-call', footnote: 'n', start, end }) as const
		expect(deriveTitle({ ...text, marks: [call(11, 13), call(4, 5)] }, 'f.txt')).toBe('Salt roads')
	})

	it('is the first words of a long line', () => {
		const title = deriveTitle(readingText(['word, '.repeat(40).trim()]), 'f.txt')
		expect(title).toMatch(/^word, .*word…$/)
		expect(title.length).toBeLessThan(85)
	})

	it('is the file name where a text begins in the middle of a sentence', () => {
		const extract = readingText(['however, it did not last long.', 'The siege began in May.'])
		expect(deriveTitle(extract, 'Siege_of_Vicksburg.pdf')).toBe('Siege of Vicksburg')
		expect(deriveTitle(extract, '0007.pdf')).toBe('however, it did not last long.')
		expect(deriveTitle(readingText(['notes on the siege']), 'a1.txt')).toBe('notes on the siege')
	})

	it('is the file name made readable, and never a hash', () => {
		const empty = readingText(['', '***'])
		expect(deriveTitle(empty, 'dir/two_days-in%20Hanoi.final.html')).toBe('two days in Hanoi.final')
		expect(deriveTitle(empty, 'd41d8cd98f00b204e9800998ecf8427e.pdf')).toBe('Untitled')
		expect(deriveTitle(empty, '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b.html')).toBe('Untitled')
		expect(deriveTitle(empty, '20240512.txt')).toBe('Untitled')
	})
})
