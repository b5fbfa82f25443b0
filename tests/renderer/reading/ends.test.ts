import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EndStep, moveEnd } from '../../../renderer/reading/ends.ts'

const text = 'The quick, brown fox — jumps.\nOver 南海 😀 dogs.'
const of = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const moved = (
	quote: string,
	edge: EndStep['edge'],
	direction: EndStep['direction'],
	by: EndStep['by'] = 'word',
) => {
	const { start, end } = moveEnd(text, of(quote), { edge, direction, by })
	return text.slice(start, end)
}

test('the end goes from word to word', () => {
	expect(moved('quick', 'end', 'forth')).toBe('quick, brown')
	expect(moved('brown fox', 'end', 'forth')).toBe('brown fox — jumps')
	expect(moved('quick, brown', 'end', 'back')).toBe('quick')
	expect(moved('jumps', 'end', 'forth')).toBe('jumps.\nOver')
})

test('the start goes from word to word', () => {
	expect(moved('brown fox', 'start', 'back')).toBe('quick, brown fox')
	expect(moved('brown fox', 'start', 'forth')).toBe('fox')
	expect(moved('The', 'start', 'back')).toBe('The')
})

test('by letters, signs of two units stay whole', () => {
	expect(moved('海 ', 'end', 'forth', 'letter')).toBe('海 😀')
	expect(moved('quick', 'end', 'back', 'letter')).toBe('quic')
})

test('a range never becomes empty, whatever the steps', () => {
	const step = fc.record({
		edge: fc.constantFrom('start' as const, 'end' as const),
		direction: fc.constantFrom('back' as const, 'forth' as const),
		by: fc.constantFrom('word' as const, 'letter' as const),
	})
	fc.assert(
		fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
			let range = of('brown')
			for (const each of steps) {
				range = moveEnd(text, range, each)
				expect(range.start).toBeLessThan(range.end)
				expect(range.start).toBeGreaterThanOrEqual(0)
				expect(range.end).toBeLessThanOrEqual(text.length)
			}
		}),
	)
})
