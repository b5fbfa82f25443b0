import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	labelHeight,
	laneColumns,
	layoutLabels,
	layoutLanes,
	type MarginItem,
} from '../../../renderer/elements/marginlayout.ts'
import { id } from '../support/testbridge.ts'

const look = (hue: number) => ({ id: id<'theme'>(`t${hue}`), name: 'x', path: ['x'], hue })

const items: fc.Arbitrary<readonly MarginItem[]> = fc
	.array(
		fc.record({
			top: fc.nat({ max: 900 }),
			height: fc.integer({ min: 20, max: 200 }),
			themes: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 3 }).map((hues) => hues.map(look)),
			note: fc.constantFrom(
				'',
				'A note',
				'A note that is so long that it takes more than one line of the margin',
			),
		}),
		{ maxLength: 25 },
	)
	.map((list) =>
		list
			.map(({ height, ...rest }, index) => ({
				...rest,
				id: id<'highlight'>(`h${index}`),
				bottom: rest.top + height,
				quote: '',
				pending: false,
			}))
			.sort((a, b) => a.top - b.top),
	)

test('no label lies on another or on the card, nor above its highlight', () => {
	const card = fc.option(fc.record({ at: fc.nat(), height: fc.integer({ min: 80, max: 300 }) }), {
		nil: null,
	})
	fc.assert(
		fc.property(items, card, (list, wanted) => {
			const owner = wanted && list.length > 0 ? list[wanted.at % list.length] : undefined
			const open =
				owner && wanted ? { id: owner.id, top: owner.top, bottom: owner.top + wanted.height } : null
			const labels = layoutLabels(list, open)
			let free = Number.NEGATIVE_INFINITY
			for (const { item, top } of labels) {
				expect(top).toBeGreaterThanOrEqual(item.top)
				expect(top).toBeGreaterThanOrEqual(free)
				free = top + labelHeight(item)
				if (open) expect(free <= open.top || top >= open.bottom).toBe(true)
			}
		}),
	)
})

test('every highlight has a lane for each of its hues, and lanes share a column only one below the other', () => {
	fc.assert(
		fc.property(items, (list) => {
			const lanes = layoutLanes(list)
			expect(lanes).toHaveLength(list.reduce((sum, item) => sum + Math.max(1, item.themes.length), 0))
			for (let column = 0; column < laneColumns - 1; column++) {
				const own = lanes.filter((lane) => lane.column === column)
				own.slice(1).forEach((lane, index) => {
					expect(lane.item.top).toBeGreaterThanOrEqual(own[index]?.item.bottom ?? 0)
				})
			}
		}),
	)
})
