import { describe, expect, it } from 'vitest'
import type { SampleLibrary } from '../../../corpus/samples/samplelibrary.ts'
import { defaultSettings } from '../../../corpus/settings.ts'
import { addText, engineOn, fileOf, highlight, newLibrary, parsed } from '../../store/world.ts'

function writing() {
	const engine = engineOn(newLibrary())
	const document = addText(engine, 'The river rose. The dam held.')
	return { engine, document, notes: () => engine.handlers['notes.list']({}) }
}

describe('notes', () => {
	it('are on highlights, documents, themes and the library, the last changed first', () => {
		const { engine, document, notes } = writing()
		const theme = engine.handlers['themes.path']({ path: 'water' })
		const targets = [
			{ kind: 'highlight', id: highlight(engine, document, 'river') },
			{ kind: 'document', id: document },
			{ kind: 'theme', id: theme },
			{ kind: 'library' },
		] as const
		for (const target of targets) engine.handlers['notes.create']({ target, body: target.kind })
		expect(notes().map(({ target }) => target)).toEqual(targets.toReversed())
		for (const target of targets)
			expect(engine.handlers['notes.of']({ target }).map(({ body }) => body)).toEqual([target.kind])
	})

	it('are saved as typed, one stay in the editor being one step', () => {
		const { engine, notes } = writing()
		const id = engine.handlers['notes.create']({ target: { kind: 'library' }, body: '' })
		for (const body of ['T', 'Th', 'The\n\n  *end*'])
			engine.handlers['notes.edit']({ id, body, session: 'one' })
		engine.handlers['notes.edit']({ id, body: 'More', session: 'two' })
		engine.handlers['history.undo']({})
		expect(notes()[0]?.body).toBe('The\n\n  *end*')
		engine.handlers['history.undo']({})
		expect(notes()[0]?.body).toBe('')
	})

	it('are gone with one undo of the stay that began them', () => {
		const { engine, notes } = writing()
		const id = engine.handlers['notes.create']({ target: { kind: 'library' }, body: 'T', session: 'one' })
		for (const body of ['Th', 'The end']) engine.handlers['notes.edit']({ id, body, session: 'one' })
		expect(engine.handlers['history.list']({})[0]?.name).toBe('Write a note on the library')
		engine.handlers['history.undo']({})
		expect(notes()).toEqual([])
		engine.handlers['history.redo']({})
		expect(notes()[0]?.body).toBe('The end')
	})

	it('know which highlights they cite, in order', () => {
		const { engine, document, notes } = writing()
		const [river, dam] = ['river', 'dam'].map((quote) => highlight(engine, document, quote))
		const link = (id?: string) => `[x](commonplace://library/highlight/${id})`
		const id = engine.handlers['notes.create']({
			target: { kind: 'library' },
			body: `${link(dam)} ${link('gone')} ${link(river)}`,
		})
		expect(notes()[0]?.cites).toEqual([dam, river])
		engine.handlers['notes.edit']({ id, body: `${link(river)}, then ${link(dam)}`, session: 's' })
		expect(notes()[0]?.cites).toEqual([river, dam])
		if (river) engine.handlers['highlights.remove']({ ids: [river] })
		expect(notes()[0]?.cites).toEqual([dam])
		engine.handlers['history.undo']({})
		expect(notes()[0]?.cites).toEqual([river, dam])
	})

	it('are one for each highlight', () => {
		const { engine, document } = writing()
		const id = highlight(engine, document, 'river', { note: 'One' })
		const second = () => engine.handlers['notes.create']({ target: { kind: 'highlight', id }, body: 'Two' })
		expect(second).toThrow(expect.objectContaining({ code: 'ambiguous' }))
	})

	it('are counted with their documents', () => {
		const { engine, document } = writing()
		highlight(engine, document, 'river', { note: 'One' })
		engine.handlers['notes.create']({ target: { kind: 'document', id: document }, body: 'Two' })
		expect(engine.handlers['documents.list']({})).toMatchObject([{ highlights: 1, notes: 2 }])
		expect(engine.handlers['library.state']({})).toMatchObject({
			documents: 1,
			highlights: 1,
			toSort: 1,
			notes: 2,
		})
	})
})

describe('settings', () => {
	it('are as at first until they are changed, beside history', () => {
		const { engine } = writing()
		expect(engine.handlers['settings.get']({})).toEqual(defaultSettings)
		const changes: unknown[] = []
		engine.onChange((changed) => changes.push(changed))
		engine.handlers['settings.set']({ scheme: 'dark', sidebar: false })
		expect(engine.handlers['settings.get']({})).toEqual({
			...defaultSettings,
			scheme: 'dark',
			sidebar: false,
		})
		expect(changes).toEqual([expect.objectContaining({ settings: true, history: false })])
		expect(engine.handlers['history.list']({})).toHaveLength(1)
	})

	it('name the coder: who has made nothing is renamed, else what was made stays with its maker', () => {
		const { engine, document } = writing()
		const coder = () => engine.handlers['library.state']({}).coder
		const first = coder()
		engine.handlers['settings.set']({ coder: 'Ann' })
		expect(coder()).toEqual({ id: first.id, name: 'Ann' })
		highlight(engine, document, 'river')
		engine.handlers['settings.set']({ coder: 'Bo' })
		highlight(engine, document, 'dam')
		const makers = engine.handlers['highlights.of']({ document }).map((each) => each.coder)
		expect(makers).toEqual([first.id, coder().id])
		expect(coder().id).not.toBe(first.id)
		engine.handlers['settings.set']({ coder: 'Ann' })
		expect(coder()).toEqual({ id: first.id, name: 'Ann' })
	})
})

describe('templates and the last export', () => {
	it('are kept, edited and removed, undoably', () => {
		const { engine } = writing()
		const parts = { name: 'Mine', document: 'd', theme: 't', passage: 'p' }
		const id = engine.handlers['templates.create']({ ...parts, preset: 'plain' })
		engine.handlers['templates.edit']({ ...parts, id, name: 'Ours' })
		expect(engine.handlers['templates.list']({})).toEqual([{ ...parts, id, name: 'Ours', preset: 'plain' }])
		engine.handlers['templates.remove']({ id })
		engine.handlers['history.undo']({})
		expect(engine.handlers['templates.list']({})).toHaveLength(1)
	})

	it('remember the folder that was exported to last', () => {
		const { engine } = writing()
		const spec = {
			scope: { kind: 'library' },
			by: 'both',
			preset: 'plain',
			template: null,
			folder: null,
		} as const
		expect(engine.handlers['export.last']({})).toBeNull()
		engine.handlers['export.remember']({ spec, folder: '/a', at: 1 })
		engine.handlers['export.remember']({ spec, folder: '/b', at: 2 })
		engine.handlers['export.remember']({ spec, folder: '/a', at: 3 })
		expect(engine.handlers['export.last']({})).toEqual({ spec, folder: '/a', at: 3 })
	})
})

describe('what an export is given', () => {
	it('is the documents of its scope with all that was made on them', () => {
		const { engine, document } = writing()
		const other = addText(engine, 'Another.', 'b')
		const theme = engine.handlers['themes.path']({ path: 'water' })
		const id = highlight(engine, document, 'river', { note: 'Wide' })
		highlight(engine, document, 'dam')
		engine.handlers['highlights.tag']({ ids: [id], theme })
		engine.handlers['notes.create']({ target: { kind: 'document', id: document }, body: 'On it' })
		engine.handlers['notes.create']({ target: { kind: 'library' }, body: 'On all' })
		const values = (scope: Parameters<(typeof engine.handlers)['export.values']>[0]['scope']) =>
			engine.handlers['export.values']({ scope }).documents.map(({ row, highlights, notes }) => [
				row.id,
				highlights.map(({ anchor }) => anchor.quote),
				notes.map(({ body }) => body),
			])
		expect(values({ kind: 'library' })).toEqual([
			[document, ['river', 'dam'], ['On it']],
			[other, [], []],
		])
		expect(values({ kind: 'documents', ids: [other] })).toEqual([[other, [], []]])
		expect(values({ kind: 'theme', id: theme })).toEqual([[document, ['river'], ['On it']]])
		expect(values({ kind: 'passages', ids: [id] })).toEqual([[document, ['river'], ['On it']]])
		expect(engine.handlers['export.values']({ scope: { kind: 'library' } }).notes).toMatchObject([
			{ body: 'On all' },
		])
	})
})

const sampleLibrary: Omit<SampleLibrary, 'documents'> = {
	themes: [
		{ path: 'water', description: 'All that flows' },
		{ path: 'water/rivers', description: '', pin: 1 },
	],
	highlights: [
		{ document: 'a.md', quote: 'river', themes: ['water/rivers'], note: 'Wide' },
		{ document: 'refused.md', quote: 'nothing', themes: [] },
	],
	notes: [
		{ target: 'library', body: 'On all' },
		{ target: { theme: 'water' }, body: 'On water' },
		{ target: { document: 'a.md' }, body: 'On it' },
	],
	collections: [{ name: 'Set', documents: ['a.md', 'refused.md'] }],
	status: { 'a.md': 'reading' },
}

describe('sample documents', () => {
	it('are furnished as one step with their import', () => {
		const engine = engineOn(newLibrary())
		const step = { name: 'Add the sample library', session: 'sample' }
		const [added] = engine.handlers['documents.add']({ ...fileOf('a.md', parsed('The river rose.')), step })
		if (!added) throw new Error('nothing added')
		engine.handlers['samples.furnish']({ sample: sampleLibrary, documents: { 'a.md': added.document }, step })
		expect(engine.handlers['passages.find']({})).toMatchObject([
			{ highlight: { anchor: { quote: 'river' }, taggings: [{}], note: { body: 'Wide' } } },
		])
		expect(engine.handlers['documents.list']({})).toMatchObject([{ status: 'reading', collections: [{}] }])
		expect(engine.handlers['themes.list']({}).map(({ pin }) => pin)).toEqual([null, 1])
		expect(engine.handlers['history.list']({})).toHaveLength(1)
		engine.handlers['history.undo']({})
		expect(engine.handlers['library.state']({})).toMatchObject({ documents: 0, highlights: 0, notes: 0 })
		expect(engine.handlers['themes.list']({})).toEqual([])
	})
})
