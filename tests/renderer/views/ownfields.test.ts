import { expect, test } from 'vitest'
import { ownFieldsOf, ownPatchOf, ownProblemOf } from '../../../renderer/views/metadata/ownfields.ts'

const documents = [
	{ title: 'One', fields: { Village: 'Mỹ Lai', Round: '1' } },
	{ title: 'Two', fields: { Round: '2' } },
]

test('fields in which documents differ have no value of their own', () => {
	expect(ownFieldsOf(documents)).toEqual([
		{ was: 'Village', name: 'Village', value: null },
		{ was: 'Round', name: 'Round', value: null },
	])
})

test('only what was added, renamed, edited or removed changes', () => {
	const before = ownFieldsOf([{ title: 'One', fields: { Village: 'Mỹ Lai', Round: '1', Age: '41' } }])
	expect(ownPatchOf(before, before)).toEqual({})
	const [village, round] = before
	if (!village || !round) throw new Error('no fields')
	const rows = [
		{ ...village, name: 'Place' },
		{ ...round, value: '3' },
		{ was: null, name: ' Language ', value: 'vi' },
		{ was: null, name: '', value: '' },
	]
	expect(ownPatchOf(before, rows)).toEqual({
		Village: null,
		Place: 'Mỹ Lai',
		Round: '3',
		Language: 'vi',
		Age: null,
	})
	expect(ownPatchOf(before, [{ ...village, value: ' ' }])).toEqual({ Village: null, Round: null, Age: null })
})

test('names are needed, and needed once', () => {
	const row = (name: string) => ({ was: null, name, value: 'x' })
	expect(ownProblemOf(row(' '), [row(' ')])).toMatch(/name/)
	expect(ownPatchOf([], [row('A'), row('A ')])).toBeNull()
	expect(ownProblemOf(row('A'), [row('A'), row('B')])).toBeNull()
})
