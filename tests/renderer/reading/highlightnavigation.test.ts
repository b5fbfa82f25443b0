import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RangeIndex } from '../../../corpus/rangeindex.ts'
import { neighbour } from '../../../renderer/reading/highlightnavigation.ts'

interface Item {
	readonly id: string
	readonly start: number
	readonly end: number
}

const items: fc.Arbitrary<readonly Item[]> = fc
	.array(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 8 })), { maxLength: 20 })
	.map((pairs) => pairs.map(([start, length], index) => ({ id: `h${index}`, start, end: start + length })))

test('stepping forth passes every highlight once, and stepping back too', () => {
	fc.assert(
		fc.property(items, (all) => {
			const index = new RangeIndex(all, (item) => item)
			for (const direction of ['next', 'previous'] as const) {
				const offset = direction === 'next' ? 0 : 1000
				const seen: string[] = []
				let current = neighbour<Item>(index, { current: null, offset }, direction)
				while (current && seen.length <= all.length) {
					seen.push(current.id)
					current = neighbour<Item>(index, { current, offset }, direction)
				}
				expect([...seen].sort()).toEqual(all.map((item) => item.id).sort())
			}
		}),
	)
})
