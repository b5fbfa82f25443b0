import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, trimRange } from '../../corpus/ranges.ts'
import { snapToCharacters, snapToWords, wordAt } from '../../corpus/words.ts'

/** `[` and `]` stand for the ends of the range; answers the text of the snapped range. */
function snapped(marked: string, language?: string): string {
	const start = marked.indexOf('[')
	const end = marked.indexOf(']') - 1
	const text = marked.replace(/[[\]]/g, '')
	const range = snapToWords(text, { start, end }, language)
	return text.slice(range.start, range.end)
}

describe('snapping to words', () => {
	it('takes in the words that the range cuts', () => {
		expect(snapped('The tri[bunal ru]led today')).toBe('tribunal ruled')
		expect(snapped('it[’]s late')).toBe('it’s')
		expect(snapped('a (wo[rd)] b')).toBe('word)')
	})

	it('leaves white space out', () => {
		expect(snapped('The[ tribunal ]ruled')).toBe('tribunal')
		expect(snapped('The[ \n ]ruled')).toBe('')
	})

	it('makes the word out of a mere position', () => {
		expect(snapped('the tri[]bunal')).toBe('tribunal')
		expect(snapped('the tribunal[]')).toBe('tribunal')
		expect(snapped('the tribunal. [] ')).toBe('')
	})

	it('knows Vietnamese with separate marks, and Chinese without spaces', () => {
		expect(snapped('Ha\u0300 No[\u0323]\u0302i', 'vi')).toBe('No\u0323\u0302i')
		expect(snapped('关于南[海仲]裁案', 'zh')).toBe('南海仲裁')
		expect(snapped('ab[c]', 'no such language!')).toBe('abc')
	})

	it('never cuts a character, and covers what was asked without its outer white space', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
				fc.nat(),
				fc.nat(),
				(text, a, b) => {
					const [start, end] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
					const asked = { start: start ?? 0, end: end ?? 0 }
					const found = snapToWords(text, asked)
					if (asked.start < asked.end && found.start < found.end)
						expect(contains(found, trimRange(text, asked))).toBe(true)
					if (found.start < found.end) {
						expect(snapToCharacters(text, found)).toEqual(found)
						expect(text.slice(found.start, found.end)).not.toMatch(/\p{Cs}/u)
					}
				},
			),
		)
	})

	it('finds the word at an offset', () => {
		expect(wordAt('one two', 5)).toEqual({ start: 4, end: 7 })
		expect(wordAt('one two', 3)).toBeNull()
		expect(wordAt('one two', 7)).toBeNull()
	})
})
