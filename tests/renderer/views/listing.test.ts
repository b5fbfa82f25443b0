import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../../corpus/entities.ts'
import { nothingSelected, step } from '../../../renderer/elements/selection.ts'
import { filterWords, inTab, RowFilter, sortedBy, sortRows } from '../../../renderer/views/library/listing.ts'
import { documentRow, id } from '../support/testbridge.ts'

const titles = (rows: readonly DocumentRow[]) => rows.map((row) => row.metadata.title)
const row = (title: string, metadata: Partial<DocumentRow['metadata']>, more: Partial<DocumentRow> = {}) =>
	documentRow(title, { ...more, metadata: { title, ...metadata } })

describe('filter', () => {
	const filter = new RowFilter()
	const bienHoa = row('Biên Hòa after the fences', {
		author: [{ family: 'Đặng', given: 'Thùy' }],
		'container-title': 'Field reports',
		keyword: 'dioxin, soil',
	})
	const matches = (typed: string) => filter.matches(bienHoa, filterWords(typed))

	it.each(['bien hoa', 'BIÊN', 'dang', 'thuy field', 'dioxin', 'fen', ''])('finds by “%s”', (typed) => {
		expect(matches(typed)).toBe(true)
	})

	it('wants every word', () => {
		expect(matches('bien mekong')).toBe(false)
	})
})

describe('order', () => {
	it('sorts by date as far as it is known, rows without one last in both directions', () => {
		const rows = [
			row('undated', {}),
			row('words', { issued: { literal: 'Easter' } }),
			row('2023', { issued: { from: [2023] } }),
			row('April 2023', { issued: { from: [2023, 4] } }),
			row('1790', { issued: { from: [1790], circa: true } }),
		]
		expect(titles(sortRows(rows, { by: 'date', descending: false }))).toEqual([
			'1790',
			'2023',
			'April 2023',
			'undated',
			'words',
		])
		expect(titles(sortRows(rows, { by: 'date', descending: true }))).toEqual([
			'April 2023',
			'2023',
			'1790',
			'undated',
			'words',
		])
	})

	it('counts numbers in titles and keeps accents together', () => {
		const rows = [row('Interview 10', {}), row('interview 9', {}), row('Ế', {}), row('E', {}), row('F', {})]
		expect(titles(sortRows(rows, { by: 'title', descending: false }))).toEqual([
			'E',
			'Ế',
			'F',
			'interview 9',
			'Interview 10',
		])
	})

	it('begins with the greatest number and turns round at the second click', () => {
		const first = sortedBy('passages', { by: 'added', descending: true })
		expect(first).toEqual({ by: 'passages', descending: true })
		expect(sortedBy('passages', first)).toEqual({ by: 'passages', descending: false })
		expect(sortedBy('title', first)).toEqual({ by: 'title', descending: false })
	})
})

it('shows a collection’s documents and nothing else', () => {
	const trade = row('a', {}, { collections: [id('trade')] })
	expect(inTab(trade, { kind: 'collection', id: id('trade') })).toBe(true)
	expect(inTab(trade, { kind: 'collection', id: id('april') })).toBe(false)
	expect(inTab(trade, { kind: 'status', status: 'done' })).toBe(false)
})

describe('selection', () => {
	const order = ['a', 'b', 'c', 'd']

	it('extends a range from where it began, in both directions', () => {
		const at = step<string>(nothingSelected, order, 'b', 'only')
		const down = step(at, order, 'd', 'range')
		expect([...down.selected]).toEqual(['b', 'c', 'd'])
		expect([...step(down, order, 'a', 'range').selected]).toEqual(['a', 'b'])
	})

	it('toggles one and leaves the others', () => {
		const two = step(step<string>(nothingSelected, order, 'a', 'only'), order, 'c', 'toggle')
		expect([...two.selected]).toEqual(['a', 'c'])
		expect([...step(two, order, 'a', 'toggle').selected]).toEqual(['c'])
	})

	it('moves without selecting', () => {
		expect(step<string>(nothingSelected, order, 'c', 'move').selected.size).toBe(0)
	})
})
