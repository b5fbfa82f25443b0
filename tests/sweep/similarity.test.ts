import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { similarity } from './similarity.ts'

test.each([
	['one word', 'one  word\n', 1],
	['', ' ', 1],
	['a', '', 0],
	['abc', 'xyz', 0],
	['abc', 'axc', 4 / 6],
	['two columns', 'columns two', 14 / 22],
	['kept words', 'kept', 8 / 14],
])('%j and %j', (a, b, score) => {
	expect(similarity(a, b)).toBeCloseTo(score, 10)
})

/** The table that everybody knows. */
function plainly(a: string, b: string): number {
	const row = new Array<number>(b.length + 1).fill(0)
	for (const sign of a) {
		let diagonal = 0
		for (let at = 1; at <= b.length; at++) {
			const above = row[at] ?? 0
			row[at] = sign === b[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
			diagonal = above
		}
	}
	return row[b.length] ?? 0
}

test('counts the longest common subsequence, however long the texts are', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 150 })
	fc.assert(
		fc.property(text, text, (a, b) => {
			const whole = a.length + b.length
			expect(similarity(a, b)).toBeCloseTo(whole === 0 ? 1 : (2 * plainly(a, b)) / whole, 10)
			expect(similarity(a, b)).toBe(similarity(b, a))
		}),
	)
})

test('compares whole books', () => {
	const word = (at: number) => `${((at * 2_654_435_761) % 4_294_967_296).toString(36)}`
	const book = Array.from({ length: 60_000 }, (_, at) => word(at))
	const other = book.map((each, at) => (at % 100 === 7 ? 'xxxxxx' : each))
	const score = similarity(book.join(' '), other.join(' '))
	expect(score).toBeGreaterThan(0.98)
	expect(score).toBeLessThan(1)
})
