import { describe, expect, it } from 'vitest'
import type { Metadata, MetadataField } from '../../../corpus/metadata.ts'
import { countMatrix } from '../../../renderer/views/compare/countmatrix.ts'
import { commonText, patchOf, problemOf, readingOf } from '../../../renderer/views/metadata/draft.ts'
import { type Field, fields, textOf } from '../../../renderer/views/metadata/fields.ts'
import { momentOf } from '../../../renderer/views/moments.ts'
import { readingTime } from '../../../renderer/views/reading/openeddocument.ts'
import {
	conflictsOf,
	withDefaults,
	withKey,
	withoutKeys,
} from '../../../renderer/views/settings/shortcuts.ts'
import { id } from '../support/testbridge.ts'

const field = (name: MetadataField): Field => {
	const found = fields.find((each) => each.name === name)
	if (!found) throw new Error(`There is no field ${name}.`)
	return found
}

describe('metadata', () => {
	it('says what several documents have in common, and where they differ', () => {
		const documents: Metadata[] = [
			{ title: 'One', language: 'vi' },
			{ title: 'Two', language: 'vi' },
		]
		expect(commonText(documents, field('language'))).toEqual({ kind: 'one', text: 'vi' })
		expect(commonText(documents, field('title'))).toEqual({ kind: 'several' })
	})

	it('changes only what was touched, and takes away what was emptied', () => {
		const patch = patchOf(
			new Map<MetadataField, string>([
				['author', 'Nguyễn, Thị Minh; Smith, Anna'],
				['issued', 'c. 1790'],
				['URL', ''],
			]),
		)
		expect(patch).toEqual({
			author: [
				{ family: 'Nguyễn', given: 'Thị Minh' },
				{ family: 'Smith', given: 'Anna' },
			],
			issued: { from: [1790], circa: true },
			URL: null,
		})
	})

	it('does not save a wrong field', () => {
		expect(patchOf(new Map<MetadataField, string>([['URL', 'example.org']]))).toBeNull()
		expect(problemOf(field('title'), ' ')).not.toBeNull()
	})

	it('tells what was understood while it is typed', () => {
		expect(readingOf(field('issued'), '2023-04-16')).toBe('Read as 16 April 2023.')
		expect(readingOf(field('issued'), 'Easter, undated')).toMatch(/as words/)
		expect(readingOf(field('author'), 'Smith, Anna; World Bank')).toMatch(/^2 names/)
		expect(readingOf(field('author'), '{River Desk}')).toBe('One name: River Desk. Braces keep a name whole.')
	})

	it('writes every field so that it can be read back', () => {
		const metadata: Metadata = {
			title: 'A *title*',
			author: [{ literal: 'World Bank; Hanoi' }, { family: 'Lê', given: 'Mai' }],
			issued: { from: [2021], to: [2023] },
			abstract: 'Two\nlines',
		}
		const touched = new Map(fields.map((each) => [each.name, textOf(metadata, each)]))
		for (const [name, text] of touched) if (text === '') touched.delete(name)
		expect(patchOf(touched)).toEqual(metadata)
	})
})

describe('shortcuts', () => {
	it('names what has a key already, and gives it over', () => {
		expect(conflictsOf('passage.note', 't', {})).toEqual(['passage.theme'])
		const own = withKey({}, 'passage.note', 't')
		expect(own).toEqual({ 'passage.note': ['t'], 'passage.theme': [] })
		expect(conflictsOf('passage.theme', 't', own)).toEqual(['passage.note'])
	})

	it('keeps nothing that the defaults say', () => {
		const own = withoutKeys({}, 'passage.note')
		expect(own).toEqual({ 'passage.note': [] })
		expect(withDefaults(own, 'passage.note')).toEqual({})
		expect(withKey(own, 'passage.note', 'n')).toEqual({})
	})

	it('does not take a default back from a command that has it now', () => {
		const own = withKey({}, 'passage.note', 't')
		expect(withDefaults(own, 'passage.theme')).toEqual(own)
	})
})

it('counts a passage once in a column, once in the total', () => {
	const look = (name: string) => ({ id: id<'theme'>(name), name, path: [name], hue: 0 })
	const matrix = countMatrix({
		passages: [
			{ document: id('a'), themes: [id('trade'), id('tariffs')] },
			{ document: id('a'), themes: [id('dioxin')] },
			{ document: id('b'), themes: [] },
		],
		columns: [
			{ look: look('trade'), themes: new Set([id<'theme'>('trade'), id<'theme'>('tariffs')]) },
			{ look: look('war'), themes: new Set([id<'theme'>('dioxin')]) },
			{ look: look('empty'), themes: new Set([id<'theme'>('empty')]) },
		],
		rows: ['a', 'b'].map((name) => ({
			label: name,
			source: { kind: 'document', id: id<'document'>(name) } as const,
			documents: [id<'document'>(name)],
		})),
	})
	expect(matrix.columns.map(({ name }) => name)).toEqual(['trade', 'war'])
	expect(matrix.rows.map(({ label, counts, total }) => ({ label, counts, total }))).toEqual([
		{ label: 'a', counts: [1, 1], total: 2 },
	])
	expect(matrix.greatest).toBe(1)
})

it('says how long a text takes to read', () => {
	expect([10, 230 * 90, 230 * 91, 230 * 3955].map(readingTime)).toEqual(['1 min', '90 min', '2 h', '66 h'])
})

it('says moments as one would', () => {
	const now = new Date(2024, 3, 16, 18, 0).getTime()
	expect(momentOf(new Date(2024, 3, 16, 10, 42).getTime(), now)).toBe('Today, 10:42')
	expect(momentOf(new Date(2024, 3, 15, 9, 5).getTime(), now)).toBe('Yesterday, 09:05')
	expect(momentOf(new Date(2024, 0, 2, 9, 5).getTime(), now)).toBe('2 January, 09:05')
	expect(momentOf(new Date(2022, 3, 16, 9, 5).getTime(), now)).toBe('16 April 2022')
})
