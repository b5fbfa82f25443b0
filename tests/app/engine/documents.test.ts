import { describe, expect, it } from 'vitest'
import { addText, engineOn, fileOf, highlight, newLibrary, parsed } from '../../store/world.ts'

const engineHere = () => engineOn(newLibrary())
const titles = (engine: ReturnType<typeof engineHere>) =>
	engine.handlers['documents.list']({}).map(({ metadata }) => metadata.title)

describe('adding documents', () => {
	it('takes the title of the source, else words of the text, and makes a citekey', () => {
		const { handlers } = engineHere()
		const named = parsed('Some text.', {
			metadata: { title: 'Dams', author: [{ family: 'Nguyễn' }], issued: { from: [2023] } },
		})
		handlers['documents.add'](fileOf('a.txt', named))
		handlers['documents.add'](fileOf('b.txt', parsed('# Two days in Hanoi\nThe visit.')))
		expect(handlers['documents.list']({}).map(({ metadata }) => [metadata.title, metadata.citekey])).toEqual([
			['Dams', 'nguyen2023dams'],
			['Two days in Hanoi', expect.stringMatching(/./)],
		])
	})

	it('keeps the text to the letter, with its structure', () => {
		const engine = engineHere()
		const document = parsed('# Đường\nOne 😀 two.\n\nThree 南海.')
		const [added] = engine.handlers['documents.add'](fileOf('a.txt', document))
		if (!added) throw new Error('nothing added')
		expect(engine.handlers['documents.text']({ id: added.document })).toEqual(document.text)
	})

	it('adds nothing when the bytes are known, and says where they are', () => {
		const engine = engineHere()
		const [first] = engine.handlers['documents.add'](fileOf('a.txt', parsed('Text.')))
		const [second] = engine.handlers['documents.add'](fileOf('a.txt', parsed('Text.')))
		expect(second).toEqual({ ...first, kind: 'present' })
		expect(titles(engine)).toHaveLength(1)
	})

	it('lists those that were added last, without the removed ones', () => {
		const engine = engineHere()
		const ids = ['One', 'Two', 'Three', 'Four'].map((text) => addText(engine, text, `${text}.txt`))
		engine.handlers['documents.remove']({ ids: ids.slice(3) })
		const newest = engine.handlers['documents.list']({ newest: 2 })
		expect(newest).toEqual(engine.handlers['documents.list']({}).slice(-2))
		expect(newest.map(({ id }) => id)).toEqual(ids.slice(1, 3))
	})

	it('brings back what was removed, with its highlights', () => {
		const engine = engineHere()
		const id = addText(engine, 'A passage to keep.')
		highlight(engine, id, 'passage')
		engine.handlers['documents.remove']({ ids: [id] })
		expect(engine.handlers['documents.list']({})).toEqual([])
		expect(engine.handlers['passages.find']({})).toEqual([])
		expect(engine.handlers['documents.add'](fileOf('a.txt', parsed('A passage to keep.')))).toMatchObject([
			{ kind: 'added', document: id },
		])
		expect(engine.handlers['highlights.of']({ document: id })).toHaveLength(1)
	})

	it('knows the parts of one original apart', () => {
		const engine = engineHere()
		const rows = ['1', '2'].map((part) => parsed(`Row ${part}.`, { part }))
		expect(engine.handlers['documents.add'](fileOf('table.csv', ...rows)).map(({ kind }) => kind)).toEqual([
			'added',
			'added',
		])
		expect(titles(engine)).toHaveLength(2)
	})

	it('keeps pictures, and gives them out by their keys', () => {
		const engine = engineHere()
		const bytes = Uint8Array.of(1, 2, 3)
		const asset = { key: 'a.png', mediaType: 'image/png', bytes } as const
		const [added] = engine.handlers['documents.add'](fileOf('a.md', parsed('x', { assets: [asset] })))
		if (!added) throw new Error('nothing added')
		const { version } = engine.handlers['documents.get']({ id: added.document })
		const found = engine.handlers['assets.get']({ version, key: 'a.png' })
		expect(found?.mediaType).toBe('image/png')
		expect([...(found?.bytes ?? [])]).toEqual([1, 2, 3])
		expect(engine.handlers['assets.get']({ version, key: 'b.png' })).toBeNull()
	})

	it('remembers how a file was read, but never its password', () => {
		const library = newLibrary()
		const engine = engineOn(library)
		const file = fileOf('a.html', parsed('The visit.\nThe return.'))
		const [added] = engine.handlers['documents.add']({
			...file,
			options: { html: 'page', password: 'secret' },
		})
		const options = () => library.db.all<{ options: string }>('SELECT DISTINCT options FROM version')
		expect(options()).toEqual([{ options: '{"html":"page"}' }])
		if (added) engine.handlers['documents.split']({ id: added.document, at: 11 })
		expect(options()).toEqual([{ options: '{"html":"page"}' }])
	})

	it('makes one step of many files that are imported together', () => {
		const engine = engineHere()
		for (const name of ['a', 'b', 'c'])
			engine.handlers['documents.add']({
				...fileOf(name, parsed(name)),
				step: { name: `Add files up to ${name}`, session: 'import 1' },
			})
		expect(engine.handlers['history.list']({}).map(({ name }) => name)).toEqual(['Add files up to c'])
		engine.handlers['history.undo']({})
		expect(titles(engine)).toEqual([])
		engine.handlers['history.redo']({})
		expect(titles(engine)).toHaveLength(3)
	})

	it('names each step of an import after what it added, where other work came between', () => {
		const engine = engineHere()
		const add = (name: string) =>
			engine.handlers['documents.add']({
				...fileOf(name, parsed(name)),
				step: { name: 'Add 9 files', session: 'import 1' },
			})
		for (const name of ['a', 'b']) add(name)
		engine.handlers['themes.create']({ name: 'Trade', parent: null })
		add('c')
		engine.handlers['import.name']({ session: 'import 1' })
		expect(engine.handlers['history.list']({}).map(({ name }) => name)).toEqual([
			'Add “c”',
			expect.stringContaining('Trade'),
			'Add 2 documents',
		])
	})
})

describe('documents', () => {
	it('have their metadata edited one by one and together', () => {
		const engine = engineHere()
		const ids = [addText(engine, 'One.', 'a'), addText(engine, 'Two.', 'b')]
		engine.handlers['documents.edit']({ ids, patch: { publisher: 'Press', language: 'vi' } })
		engine.handlers['documents.edit']({ ids: ids.slice(0, 1), patch: { publisher: null, title: ' New ' } })
		const [first, second] = engine.handlers['documents.rows']({ ids })
		expect(first?.metadata).toMatchObject({ title: 'New', language: 'vi' })
		expect(first?.metadata).not.toHaveProperty('publisher')
		expect(second?.metadata).toMatchObject({ publisher: 'Press', language: 'vi' })
		expect(engine.handlers['history.list']({})[1]?.name).toBe('Edit the metadata of 2 documents')
	})

	it('have each a citekey of their own', () => {
		const engine = engineHere()
		const [a, b] = [addText(engine, 'One.', 'a'), addText(engine, 'Two.', 'b')]
		engine.handlers['documents.edit']({ ids: [a], patch: { citekey: 'mine' } })
		const take = () => engine.handlers['documents.edit']({ ids: [b], patch: { citekey: 'mine' } })
		expect(take).toThrow(expect.objectContaining({ code: 'ambiguous' }))
		engine.handlers['documents.remove']({ ids: [a] })
		expect(take).toThrow(expect.objectContaining({ code: 'ambiguous' }))
		const both = () =>
			engine.handlers['documents.edit']({ ids: [b, addText(engine, 'x', 'c')], patch: { citekey: 'k' } })
		expect(both).toThrow(expect.objectContaining({ code: 'invalid' }))
	})

	it('are read in the order of the queue, which can be changed', () => {
		const engine = engineHere()
		const ids = ['a', 'b', 'c', 'd'].map((name) => addText(engine, `Text ${name}`, name))
		const queue = () =>
			engine.handlers['documents.list']({})
				.toSorted((a, b) => a.queue - b.queue)
				.map(({ id }) => ids.indexOf(id))
		const move = (which: number, before: number | null) =>
			engine.handlers['documents.queue']({
				id: ids[which] ?? ('' as never),
				before: before === null ? null : (ids[before] ?? null),
			})
		expect(queue()).toEqual([0, 1, 2, 3])
		move(3, 1)
		expect(queue()).toEqual([0, 3, 1, 2])
		move(0, null)
		expect(queue()).toEqual([3, 1, 2, 0])
		// Halving the same gap again and again comes to the end of the numbers.
		for (let round = 0; round < 70; round++) {
			move(0, 2)
			move(3, 2)
		}
		expect(queue()).toEqual([1, 0, 3, 2])
	})

	it('remember where reading stopped, beside history', () => {
		const engine = engineHere()
		const id = addText(engine, 'A text.')
		expect(engine.handlers['documents.get']({ id })).toMatchObject({ position: null, openedAt: null })
		engine.handlers['documents.position']({ id, position: 3 })
		expect(engine.handlers['documents.get']({ id }).position).toBe(3)
		expect(engine.handlers['history.list']({})).toHaveLength(1)
	})

	it('say which change they were in, once', () => {
		const engine = engineHere()
		const changes: unknown[] = []
		const stop = engine.onChange((changed) => changes.push(changed.documents))
		const id = addText(engine, 'A text.')
		engine.handlers['documents.status']({ ids: [id], status: 'done' })
		engine.handlers['documents.status']({ ids: [id], status: 'done' })
		stop()
		engine.handlers['documents.status']({ ids: [id], status: 'reading' })
		expect(changes).toEqual([[id], [id]])
	})

	it('that are gone are not found', () => {
		const engine = engineHere()
		const id = addText(engine, 'A text.')
		engine.handlers['documents.remove']({ ids: [id] })
		expect(() => engine.handlers['documents.get']({ id })).toThrow(
			expect.objectContaining({ code: 'not-found' }),
		)
		expect(engine.handlers['documents.rows']({ ids: [id] })).toEqual([])
	})

	it('take texts that SQLite would cut, with the hole marked', () => {
		const engine = engineHere()
		const id = addText(engine, 'A text.')
		engine.call('documents.edit', { ids: [id], patch: { title: 'before\0after \ud800!' } })
		engine.call('documents.status', { ids: [id], status: 'done' })
		engine.call('history.undo', {})
		expect(titles(engine)).toEqual(['before\uFFFDafter \uFFFD!'])
	})

	it('refuse calls that are not there', () => {
		const engine = engineHere()
		for (const name of ['documents.burn', 'constructor', '__proto__'])
			expect(() => engine.call(name, {})).toThrow(expect.objectContaining({ code: 'invalid' }))
	})
})

describe('splitting', () => {
	const text = '# First\nAlpha beta.\n# Second\nGamma delta.\nEpsilon.'

	it('gives each part its text, highlights, notes and place', () => {
		const engine = engineHere()
		const first = addText(engine, text)
		const whole = engine.handlers['documents.text']({ id: first }).text
		engine.handlers['collections.create']({ name: 'Set', documents: [first] })
		highlight(engine, first, 'beta')
		const moved = highlight(engine, first, 'delta', { note: 'Why?' })
		engine.handlers['documents.position']({ id: first, position: whole.indexOf('Epsilon') })
		const second = engine.handlers['documents.split']({ id: first, at: whole.indexOf('Second') })
		const texts = [first, second].map((id) => engine.handlers['documents.text']({ id }).text)
		expect(texts).toEqual(['First\nAlpha beta.\n', 'Second\nGamma delta.\nEpsilon.\n'])
		expect(titles(engine)).toEqual(['First', 'Second'])
		const [passage] = engine.handlers['passages.find']({ document: second })
		expect(passage?.highlight).toMatchObject({ id: moved, note: { body: 'Why?' } })
		expect(texts[1]?.slice(passage?.highlight.anchor.start, passage?.highlight.anchor.end)).toBe('delta')
		expect(passage?.place.heading).toBe('Second')
		expect(engine.handlers['documents.get']({ id: second })).toMatchObject({
			position: texts[1]?.indexOf('Epsilon'),
			collections: [expect.anything()],
		})
	})

	it('divides a highlight that lies across the cut', () => {
		const engine = engineHere()
		const first = addText(engine, text)
		const theme = engine.handlers['themes.path']({ path: 'greek' })
		const id = highlight(engine, first, 'beta.\nSecond\nGamma', { note: 'Across' })
		engine.handlers['highlights.tag']({ ids: [id], theme })
		const second = engine.handlers['documents.split']({ id: first, at: 20 })
		const quotes = [first, second].map((document) =>
			engine.handlers['highlights.of']({ document }).map(({ anchor, taggings, note }) => [
				anchor.quote,
				taggings.length,
				note?.body,
			]),
		)
		expect(quotes).toEqual([[['beta.', 1, 'Across']], [['Second\nGamma', 1, undefined]]])
	})

	it('is undone to the letter, and done again', () => {
		const engine = engineHere()
		const first = addText(engine, text)
		highlight(engine, first, 'delta')
		const before = [
			engine.handlers['documents.text']({ id: first }),
			engine.handlers['highlights.of']({ document: first }),
		]
		engine.handlers['documents.split']({ id: first, at: 20 })
		engine.handlers['history.undo']({})
		expect([
			engine.handlers['documents.text']({ id: first }),
			engine.handlers['highlights.of']({ document: first }),
		]).toEqual(before)
		engine.handlers['history.redo']({})
		expect(titles(engine)).toEqual(['First', 'Second'])
	})

	it('does not let the same bytes in again', () => {
		const engine = engineHere()
		const first = addText(engine, text)
		const second = engine.handlers['documents.split']({ id: first, at: 20 })
		expect(engine.handlers['documents.add'](fileOf('a.txt', parsed(text)))).toMatchObject([
			{ kind: 'present' },
		])
		engine.handlers['documents.remove']({ ids: [second] })
		expect(engine.handlers['documents.add'](fileOf('a.txt', parsed(text)))).toMatchObject([
			{ kind: 'added', document: second },
		])
		expect(titles(engine)).toEqual(['First', 'Second'])
		engine.handlers['documents.remove']({ ids: [first, second] })
		expect(
			engine.handlers['documents.add'](fileOf('a.txt', parsed(text))).map(({ kind, document }) => [
				kind,
				document,
			]),
		).toEqual([
			['added', first],
			['added', second],
		])
	})

	it('is refused at the very beginning', () => {
		const engine = engineHere()
		const id = addText(engine, text)
		expect(() => engine.handlers['documents.split']({ id, at: 2 })).toThrow(
			expect.objectContaining({ code: 'invalid' }),
		)
	})
})
