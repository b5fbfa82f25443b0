import { describe, expect, it } from 'vitest'
import type { ThemeId } from '../../../corpus/ids.ts'
import { addText, engineOn, highlight, newLibrary } from '../../store/world.ts'

function sorting() {
	const engine = engineOn(newLibrary())
	const list = () => engine.handlers['themes.list']({})
	const path = (id: ThemeId | null): string => {
		const theme = list().find((each) => each.id === id)
		return theme ? [path(theme.parent), theme.name].filter((name) => name !== '').join('/') : ''
	}
	return {
		engine,
		list,
		make: (name: string) => engine.handlers['themes.path']({ path: name }),
		theme: (id: ThemeId) => list().find((each) => each.id === id),
		tree: () =>
			list()
				.map(({ id }) => path(id))
				.toSorted(),
		top: () =>
			list()
				.filter(({ parent }) => parent === null)
				.toSorted((a, b) => a.order - b.order)
				.map(({ name }) => name),
	}
}

const code = (expected: string) => expect.objectContaining({ code: expected })

describe('themes', () => {
	it('are found by their path, and what is missing of it is made', () => {
		const { make, tree, engine } = sorting()
		const id = make('trade/tariffs')
		expect(make(' Trade / TARIFFS ')).toBe(id)
		make('trade/and\\/or')
		expect(tree()).toEqual(['trade', 'trade/and/or', 'trade/tariffs'])
		expect(engine.handlers['history.list']({})).toHaveLength(2)
		expect(() => make(' / ')).toThrow(code('invalid'))
	})

	it('have names that differ from their siblings’', () => {
		const { engine, make } = sorting()
		const trade = make('Trade')
		const create = (name: string, parent: ThemeId | null) => () =>
			engine.handlers['themes.create']({ name, parent })
		expect(create('trade', null)).toThrow(code('ambiguous'))
		expect(create('  ', null)).toThrow(code('invalid'))
		expect(create('Trade', trade)).not.toThrow()
		const other = make('Other')
		expect(() => engine.handlers['themes.edit']({ id: other, name: 'TRADE' })).toThrow(code('ambiguous'))
		expect(() => engine.handlers['themes.edit']({ id: other, name: 'OTHER' })).not.toThrow()
	})

	it('at the top get the hue that is used least; the others inherit', () => {
		const { make, list } = sorting()
		for (let number = 0; number < 12; number++) make(`t${number}`)
		make('t0/below')
		const hues = list().map(({ name, hue }) => [name, hue])
		expect(new Set(hues.slice(0, 10).map(([, hue]) => hue)).size).toBeGreaterThan(8)
		expect(hues).toContainEqual(['below', null])
		expect(list().filter(({ hue }) => hue === 0)).toHaveLength(2)
	})

	it('share no pin: one that is taken is free elsewhere', () => {
		const { engine, make, theme } = sorting()
		const [a, b] = [make('a'), make('b')]
		engine.handlers['themes.edit']({ id: a, pin: 1 })
		engine.handlers['themes.edit']({ id: b, pin: 1 })
		expect([theme(a)?.pin, theme(b)?.pin]).toEqual([null, 1])
		engine.handlers['history.undo']({})
		expect([theme(a)?.pin, theme(b)?.pin]).toEqual([1, null])
	})

	it('move before a sibling and under another parent, never below themselves', () => {
		const { engine, make, tree, top } = sorting()
		const [a, b, c] = [make('a'), make('b'), make('c')]
		engine.handlers['themes.move']({ id: c, parent: null, before: a })
		expect(top()).toEqual(['c', 'a', 'b'])
		engine.handlers['themes.move']({ id: b, parent: a, before: null })
		expect(tree()).toEqual(['a', 'a/b', 'c'])
		expect(() => engine.handlers['themes.move']({ id: a, parent: b, before: null })).toThrow(code('invalid'))
		expect(() => engine.handlers['themes.move']({ id: a, parent: a, before: null })).toThrow(code('invalid'))
		engine.handlers['themes.move']({ id: b, parent: null, before: null })
		expect(top()).toEqual(['c', 'a', 'b'])
	})

	it('go away without their highlights, and their children move up', () => {
		const { engine, make, tree } = sorting()
		const document = addText(engine, 'The river.')
		const id = highlight(engine, document, 'river')
		const theme = make('water')
		make('water/dams')
		make('dams')
		engine.handlers['highlights.tag']({ ids: [id], theme })
		engine.handlers['themes.remove']({ id: theme })
		expect(tree()).toEqual(['dams', 'dams (water)'])
		expect(engine.handlers['passages.find']({ toSort: true })).toHaveLength(1)
		engine.handlers['history.undo']({})
		expect(tree()).toEqual(['dams', 'water', 'water/dams'])
		expect(engine.handlers['passages.find']({ theme })).toHaveLength(1)
	})

	it('merge with all that hangs on them; children of one name become one', () => {
		const { engine, make, tree, theme } = sorting()
		const document = addText(engine, 'The river and the dam.')
		const [one, two] = ['river', 'dam'].map((quote) => highlight(engine, document, quote))
		if (!one || !two) throw new Error('no highlights')
		const [from, into] = [make('rivers'), make('water')]
		const [deep, other] = [make('rivers/dams'), make('water/Dams')]
		make('rivers/boats')
		engine.handlers['highlights.tag']({ ids: [one, two], theme: from })
		engine.handlers['highlights.tag']({ ids: [one], theme: into })
		engine.handlers['highlights.tag']({ ids: [two], theme: deep })
		engine.handlers['notes.create']({ target: { kind: 'theme', id: from }, body: 'Why' })
		engine.handlers['themes.merge']({ id: from, into })
		expect(tree()).toEqual(['water', 'water/Dams', 'water/boats'])
		expect([theme(into)?.highlights, theme(other)?.highlights]).toEqual([2, 1])
		expect(engine.handlers['notes.of']({ target: { kind: 'theme', id: into } })).toHaveLength(1)
	})

	it('merge into one that lies below them', () => {
		const { engine, make, tree } = sorting()
		const [above, , below] = [make('a'), make('a/b'), make('a/b/c')]
		make('a/d')
		engine.handlers['themes.merge']({ id: above, into: below })
		expect(tree()).toEqual(['c', 'c/b', 'c/d'])
	})

	it('count the passages that are in the library', () => {
		const { engine, make, theme } = sorting()
		const document = addText(engine, 'The river.')
		const id = make('water')
		engine.handlers['highlights.tag']({ ids: [highlight(engine, document, 'river')], theme: id })
		expect(theme(id)?.highlights).toBe(1)
		engine.handlers['documents.remove']({ ids: [document] })
		expect(theme(id)?.highlights).toBe(0)
	})
})

describe('collections', () => {
	it('hold documents, each once, and have names of their own', () => {
		const { engine } = sorting()
		const ids = ['a', 'b'].map((name) => addText(engine, name, name))
		const set = engine.handlers['collections.create']({ name: ' Spring ', documents: ids })
		engine.handlers['collections.add']({ id: set, documents: ids })
		expect(engine.handlers['collections.list']({})).toEqual([{ id: set, name: 'Spring', documents: 2 }])
		engine.handlers['collections.take']({ id: set, documents: ids.slice(1) })
		engine.handlers['documents.remove']({ ids: ids.slice(0, 1) })
		expect(engine.handlers['collections.list']({})).toMatchObject([{ documents: 0 }])
		expect(() => engine.handlers['collections.create']({ name: 'spring', documents: [] })).toThrow(
			code('ambiguous'),
		)
		engine.handlers['collections.remove']({ id: set })
		expect(engine.handlers['documents.list']({})).toHaveLength(1)
	})
})
