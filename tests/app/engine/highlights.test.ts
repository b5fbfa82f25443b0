import { describe, expect, it } from 'vitest'
import type { HighlightId } from '../../../corpus/ids.ts'
import { addText, engineOn, highlight, newLibrary } from '../../store/world.ts'

const text = '# One\nThe river rose. Nobody spoke of it. The dam held.\nAnother paragraph.\n# Two\nThe end.'

function reading() {
	const engine = engineOn(newLibrary())
	const document = addText(engine, text)
	return { engine, document, of: () => engine.handlers['highlights.of']({ document }) }
}

const quotesOf = (of: ReturnType<typeof reading>['of']) => of().map(({ anchor }) => anchor.quote)

describe('highlights', () => {
	it('are anchored by quote and context, trimmed of white space', () => {
		const { engine, document, of } = reading()
		const start = 'One\nThe river rose.'.length
		engine.handlers['highlights.create']({
			document,
			start,
			end: start + ' Nobody spoke of it. '.length,
			themes: [],
		})
		expect(of()[0]?.anchor).toMatchObject({
			quote: 'Nobody spoke of it.',
			prefix: 'One\nThe river rose. ',
			start: start + 1,
		})
	})

	it('come in the order of the text, the longer first', () => {
		const { engine, document, of } = reading()
		for (const quote of ['Another', 'The river', 'The river rose.']) highlight(engine, document, quote)
		expect(quotesOf(of)).toEqual(['The river rose.', 'The river', 'Another'])
	})

	it('may have an id that the caller chose, once', () => {
		const { engine, document } = reading()
		const id = 'chosen' as HighlightId
		const create = () => engine.handlers['highlights.create']({ id, document, start: 0, end: 3, themes: [] })
		expect(create()).toBe(id)
		expect(create).toThrow(expect.objectContaining({ code: 'invalid' }))
	})

	it('hold something, inside the text', () => {
		const { engine, document } = reading()
		const create = (start: number, end: number) => () =>
			engine.handlers['highlights.create']({ document, start, end, themes: [] })
		for (const range of [create(3, 4), create(5, 5), create(9, 6), create(0, 10_000)])
			expect(range).toThrow(expect.objectContaining({ code: 'invalid' }))
		expect(engine.handlers['history.list']({})).toHaveLength(1)
	})

	it('never cut a character in two', () => {
		const engine = engineOn(newLibrary())
		const document = addText(engine, 'a😀b e\u0301!')
		engine.handlers['highlights.create']({ document, start: 0, end: 2, themes: [] })
		engine.handlers['highlights.create']({ document, start: 5, end: 6, themes: [] })
		expect(engine.handlers['highlights.of']({ document }).map(({ anchor }) => anchor.quote)).toEqual([
			'a😀',
			'e\u0301',
		])
	})

	it('have their ends adjusted', () => {
		const { engine, document, of } = reading()
		const id = highlight(engine, document, 'river')
		engine.handlers['highlights.move']({ id, start: 4, end: 13 })
		expect(quotesOf(of)).toEqual(['The river'])
	})

	it('are tagged once by a theme, and untagged', () => {
		const { engine, document, of } = reading()
		const id = highlight(engine, document, 'river')
		const theme = engine.handlers['themes.path']({ path: 'water' })
		engine.handlers['highlights.tag']({ ids: [id], theme })
		engine.handlers['highlights.tag']({ ids: [id], theme })
		expect(of()[0]?.taggings).toEqual([
			{ theme, coder: expect.any(String), at: expect.any(Number), weight: null },
		])
		expect(engine.handlers['history.list']({})[0]?.name).toBe('Tag “river” with water')
		engine.handlers['highlights.untag']({ ids: [id], theme })
		expect(of()[0]?.taggings).toEqual([])
	})

	it('are removed with their notes, and come back with them', () => {
		const { engine, document, of } = reading()
		const id = highlight(engine, document, 'river', { note: 'Wide.' })
		engine.handlers['highlights.remove']({ ids: [id] })
		expect(engine.handlers['notes.list']({})).toEqual([])
		engine.handlers['history.undo']({})
		expect(of()[0]?.note?.body).toBe('Wide.')
	})

	it('tell everybody what a write concerned', () => {
		const { engine, document } = reading()
		const theme = engine.handlers['themes.path']({ path: 'water' })
		const id = highlight(engine, document, 'river')
		const changes: unknown[] = []
		engine.onChange((changed) => changes.push(changed))
		engine.handlers['highlights.tag']({ ids: [id], theme })
		engine.handlers['highlights.remove']({ ids: [id] })
		engine.handlers['history.undo']({})
		const concerned = { highlights: [id], touched: [document], themes: [theme], documents: [], history: true }
		expect(changes).toEqual([concerned, concerned, concerned].map((each) => expect.objectContaining(each)))
	})

	it('vanish with their document and tell so', () => {
		const { engine, document } = reading()
		const id = highlight(engine, document, 'river', { note: 'Wide.' })
		const [note] = engine.handlers['notes.list']({})
		const changes: unknown[] = []
		engine.onChange((changed) => changes.push(changed))
		engine.handlers['documents.remove']({ ids: [document] })
		expect(changes).toEqual([
			expect.objectContaining({ documents: [document], highlights: [id], notes: [note?.id] }),
		])
		expect(engine.handlers['highlights.get']({ ids: [id] })).toEqual([])
		expect(engine.handlers['notes.list']({})).toEqual([])
	})
})

describe('joining highlights', () => {
	it('makes one of those that touch or overlap, with all themes and notes', () => {
		const { engine, document, of } = reading()
		const [a, b] = ['river', 'dam'].map((path) => engine.handlers['themes.path']({ path }))
		const first = highlight(engine, document, 'The dam held.', { note: 'One.' })
		const second = highlight(engine, document, 'Another', { note: 'Two.' })
		if (a) engine.handlers['highlights.tag']({ ids: [first], theme: a })
		if (b) engine.handlers['highlights.tag']({ ids: [first, second], theme: b })
		expect(engine.handlers['highlights.join']({ ids: [second, first] })).toBe(first)
		expect(of()).toMatchObject([
			{
				anchor: { quote: 'The dam held.\nAnother' },
				taggings: [{ theme: a }, { theme: b }],
				note: { body: 'One.\n\nTwo.' },
			},
		])
	})

	it('takes along what notes cite, theirs and others, as one step', () => {
		const { engine, document } = reading()
		const link = (id: HighlightId) => `[x](commonplace://library/highlight/${id})`
		const first = highlight(engine, document, 'The dam held.')
		const second = highlight(engine, document, 'Another', { note: `Not ${link(first)}.` })
		const river = highlight(engine, document, 'river')
		engine.handlers['notes.edit']({
			id: engine.handlers['highlights.get']({ ids: [second] })[0]?.note?.id ?? expect.fail(),
			body: `Myself: ${link(second)}.`,
			session: 's',
		})
		engine.handlers['notes.create']({
			target: { kind: 'library' },
			body: `${link(second)} ${link(river)} ${link(first)}`,
		})
		const notes = () => engine.handlers['notes.list']({}).map(({ body, cites }) => ({ body, cites }))
		const before = notes()
		engine.handlers['highlights.join']({ ids: [first, second] })
		expect(notes()).toHaveLength(2)
		expect(notes()).toEqual(
			expect.arrayContaining([
				{ body: `Myself: ${link(first)}.`, cites: [first] },
				{ body: `${link(first)} ${link(river)} ${link(first)}`, cites: [first, river] },
			]),
		)
		engine.handlers['history.undo']({})
		expect(notes()).toEqual(before)
	})

	it('refuses those with text between them', () => {
		const { engine, document } = reading()
		const ids = ['The river', 'The dam'].map((quote) => highlight(engine, document, quote))
		expect(() => engine.handlers['highlights.join']({ ids })).toThrow(
			expect.objectContaining({ code: 'invalid' }),
		)
	})
})

describe('passages', () => {
	it('come by title and place, with what stands around them', () => {
		const engine = engineOn(newLibrary())
		const later = addText(engine, '# Zebra\nStripes are many. They shine at night. Ask a lion.', 'z')
		const earlier = addText(engine, '# Apple\nSweet.', 'a')
		highlight(engine, later, 'shine')
		highlight(engine, earlier, 'Sweet')
		expect(engine.handlers['passages.find']({})).toMatchObject([
			{ documentTitle: 'Apple', before: '', after: '.' },
			{
				documentTitle: 'Zebra',
				before: 'They ',
				after: ' at night.',
				place: { page: null, heading: 'Zebra', paragraph: 1 },
			},
		])
	})

	it('are found by theme, by the themes below it, by document, by words, and for lack of a theme', () => {
		const { engine, document } = reading()
		const [above, below] = ['water', 'water/dams'].map((path) => engine.handlers['themes.path']({ path }))
		if (!above || !below) throw new Error('no themes')
		const river = highlight(engine, document, 'river')
		const dam = highlight(engine, document, 'dam', { note: 'Đập cao' })
		const end = highlight(engine, document, 'end')
		engine.handlers['highlights.tag']({ ids: [river], theme: above })
		engine.handlers['highlights.tag']({ ids: [dam], theme: below })
		const found = (query: Parameters<(typeof engine.handlers)['passages.find']>[0]) =>
			engine.handlers['passages.find'](query).map((passage) => passage.highlight.id)
		expect(found({ theme: above })).toEqual([river])
		expect(found({ theme: above, below: true })).toEqual([river, dam])
		expect(found({ toSort: true })).toEqual([end])
		expect(found({ document })).toEqual([river, dam, end])
		expect(found({ words: 'dap CA' })).toEqual([dam])
		expect(found({ words: 'nothing' })).toEqual([])
	})
})
