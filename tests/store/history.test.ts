import { describe, expect, it } from 'vitest'
import type { StepId } from '../../corpus/ids.ts'
import type { WriteDb } from '../../main/store/connection.ts'
import { listSteps } from '../../main/store/history.ts'
import type { Library } from '../../main/store/library.ts'
import { newLibrary } from './world.ts'

const collect = (name: string) => (db: WriteDb) =>
	db.run('INSERT INTO collection (id, name) VALUES (:name, :name)', { name }).k
const rename = (k: number, name: string) => (db: WriteDb) =>
	db.run('UPDATE collection SET name = :name WHERE k = :k', { k, name })

const names = ({ db }: Library) =>
	db.all<{ name: string }>('SELECT name FROM collection ORDER BY k').map((row) => row.name)
const steps = ({ db }: Library) => listSteps(db, 100).map(({ name, state }) => `${name} ${state}`)
const rows = ({ db }: Library) => db.get<{ count: number }>('SELECT count(*) AS count FROM step_row')?.count

describe('history', () => {
	it('undoes and redoes what was inserted, changed and removed', () => {
		const library = newLibrary()
		const { history } = library
		const { value: k } = history.write({ name: 'Make' }, collect('A'))
		history.write({ name: 'Rename' }, rename(k, 'B'))
		history.write({ name: 'Remove' }, (db) => db.run('DELETE FROM collection'))
		const seen = [names(library)]
		for (let count = 0; count < 3; count++) {
			history.undo()
			seen.push(names(library))
		}
		expect(seen).toEqual([[], ['B'], ['A'], []])
		expect(history.undo().value).toBeNull()
		expect(history.redo().value).toMatchObject({ name: 'Make', state: 'done' })
		expect(names(library)).toEqual(['A'])
		expect(steps(library)).toEqual(['Remove undone', 'Rename undone', 'Make done'])
	})

	it('cannot redo once something new was done', () => {
		const library = newLibrary()
		library.history.write({ name: 'One' }, collect('A'))
		library.history.undo()
		library.history.write({ name: 'Two' }, collect('B'))
		expect(library.history.redo().value).toBeNull()
		expect(steps(library)).toEqual(['Two done'])
	})

	it('makes no step of a write that changes nothing', () => {
		const library = newLibrary()
		const { value: k } = library.history.write({ name: 'Make' }, collect('A'))
		expect(library.history.write({ name: 'Rename' }, rename(k, 'A')).changed).toBeNull()
		expect(steps(library)).toEqual(['Make done'])
	})

	it('undoes a session that ended where it began', () => {
		const library = newLibrary()
		const { value: k } = library.history.write({ name: 'Make' }, collect('A'))
		for (const typed of ['B', 'A']) library.history.write({ name: 'Type', session: 's' }, rename(k, typed))
		expect(library.history.undo().value).toMatchObject({ name: 'Type' })
		expect(library.history.redo().value).toMatchObject({ name: 'Type' })
		expect(names(library)).toEqual(['A'])
	})

	it('takes writes of one session together, as one row for each thing', () => {
		const library = newLibrary()
		const { value: k } = library.history.write({ name: 'Make' }, collect(''))
		for (const typed of ['H', 'Ha', 'Han'])
			library.history.write({ name: 'Type', session: 's' }, rename(k, typed))
		expect(steps(library)).toEqual(['Type done', 'Make done'])
		expect(rows(library)).toBe(2)
		library.history.undo()
		expect(names(library)).toEqual([''])
		library.history.redo()
		expect(names(library)).toEqual(['Han'])
	})

	it('begins a new step after another one, and after an undo', () => {
		const library = newLibrary()
		const { history } = library
		const { value: k } = history.write({ name: 'Type', session: 's' }, collect('a'))
		history.write({ name: 'Other' }, collect('b'))
		history.write({ name: 'Type', session: 's' }, rename(k, 'c'))
		history.undo()
		history.write({ name: 'Type', session: 's' }, rename(k, 'd'))
		expect(steps(library)).toEqual(['Type done', 'Other done', 'Type done'])
	})

	it('goes to any step, forwards and back', () => {
		const library = newLibrary()
		for (const name of ['A', 'B', 'C']) library.history.write({ name }, collect(name))
		const [, second] = listSteps(library.db, 10)
		library.history.goTo(null)
		expect(names(library)).toEqual([])
		library.history.goTo(second?.id ?? null)
		expect(names(library)).toEqual(['A', 'B'])
		expect(() => library.history.goTo('gone' as StepId)).toThrow(
			expect.objectContaining({ code: 'not-found' }),
		)
	})

	it('leaves the library alone when a write fails', () => {
		const library = newLibrary()
		const failing = (db: WriteDb) => {
			collect('A')(db)
			throw new Error('no')
		}
		expect(() => library.history.write({ name: 'Fail' }, failing)).toThrow('no')
		expect(names(library)).toEqual([])
		expect(steps(library)).toEqual([])
		library.history.write({ name: 'Make' }, collect('A'))
		expect(names(library)).toEqual(['A'])
	})

	it('refuses changes that it would not see', () => {
		const library = newLibrary()
		expect(() => collect('A')(library.db)).toThrow('outside of a write')
		expect(() => library.history.writeAside(collect('A'))).toThrow('logged table')
		expect(names(library)).toEqual([])
	})

	it('keeps every character', () => {
		const library = newLibrary()
		const name = '‘"\\\n\t\u2028 南海 đường 😀 \u0001'
		library.history.write({ name: 'Make' }, collect(name))
		library.history.write({ name: 'Remove' }, (db) => db.run('DELETE FROM collection'))
		library.history.undo()
		expect(names(library)).toEqual([name])
	})

	it('brings back rows that point to each other', () => {
		const library = newLibrary()
		const theme = (db: WriteDb, id: string, parent: number | null) =>
			db.run(
				`INSERT INTO theme (id, name, parent, ordinal, hue, description, pin)
				VALUES (:id, :id, :parent, 0, NULL, '', NULL)`,
				{ id, parent },
			).k
		library.history.write({ name: 'Make' }, (db) => theme(db, 'child', theme(db, 'parent', null)))
		library.history.write({ name: 'Remove' }, (db) => {
			db.run("DELETE FROM theme WHERE id = 'child'")
			db.run("DELETE FROM theme WHERE id = 'parent'")
		})
		library.history.undo()
		expect(library.db.all('SELECT id, parent FROM theme ORDER BY k')).toEqual([
			{ id: 'parent', parent: null },
			{ id: 'child', parent: 1 },
		])
	})
})
