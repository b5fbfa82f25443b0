import { expect, test } from 'vitest'
import type { HighlightId } from '../../../corpus/ids.ts'
import type { Scene } from '../scene.ts'

const paragraphs = ['The delegation arrived on Friday evening.', 'It left again on Sunday, early.']

export function highlightCases(scene: () => Scene): void {
	test('a passage is marked with themes and a note', async () => {
		const { add, call, theme, heard } = scene()
		const document = await add('Marked', ...paragraphs)
		const trade = await theme('trade')
		const { text } = await call('documents.text', { id: document })
		const start = text.indexOf('Friday')
		const range = { start, end: start + 'Friday evening'.length }
		const id = await call('highlights.create', { document, ...range, themes: [trade], note: 'Late?' })
		await heard((change) => change.kind === 'changed' && change.highlights.includes(id))
		const [highlight] = await call('highlights.of', { document })
		expect(highlight).toMatchObject({
			id,
			document,
			anchor: { ...range, quote: 'Friday evening', occurrence: 0 },
			taggings: [{ theme: trade, at: expect.any(Number), weight: null }],
			note: { body: 'Late?' },
		})
		expect(await call('documents.get', { id: document })).toMatchObject({
			highlights: 1,
			notes: 1,
			themes: [trade],
		})
	})

	test('the caller may choose the id', async () => {
		const { add, call } = scene()
		const document = await add('Own id', ...paragraphs)
		const id = `0190-own-${Date.now()}` as HighlightId
		expect(await call('highlights.create', { id, document, start: 0, end: 3, themes: [] })).toBe(id)
		expect(await call('highlights.get', { ids: [id, 'unknown' as HighlightId] })).toMatchObject([{ id }])
	})

	test('a passage lies in the text', async () => {
		const { add, refusal, call } = scene()
		const document = await add('Bounds', ...paragraphs)
		const { length } = (await call('documents.text', { id: document })).text
		for (const [start, end] of [
			[5, 5],
			[9, 3],
			[0, length + 1],
			[length, length + 9],
		])
			expect(await refusal('highlights.create', { document, start, end, themes: [] })).toMatchObject({
				code: 'invalid',
			})
		expect(await call('highlights.of', { document })).toEqual([])
	})

	test('highlights may overlap and come in the order of the text', async () => {
		const { add, call, highlight } = scene()
		const document = await add('Overlap', ...paragraphs)
		const late = await highlight(document, 'Friday evening.\nIt left')
		const early = await highlight(document, 'arrived on Friday')
		expect((await call('highlights.of', { document })).map(({ id }) => id)).toEqual([early, late])
	})

	test('its ends are moved', async () => {
		const { add, call, highlight } = scene()
		const document = await add('Ends', ...paragraphs)
		const id = await highlight(document, 'arrived')
		const [before] = await call('highlights.get', { ids: [id] })
		const start = before?.anchor.start ?? 0
		await call('highlights.move', { id, start, end: start + 'arrived on Friday'.length })
		expect((await call('highlights.get', { ids: [id] }))[0]?.anchor.quote).toBe('arrived on Friday')
	})

	test('highlights that touch become one with all themes and notes', async () => {
		const { add, call, highlight, theme } = scene()
		const document = await add('Joined', ...paragraphs)
		const [one, two] = [await theme('one'), await theme('two')]
		const a = await highlight(document, 'arrived on', one)
		const b = await highlight(document, 'on Friday', two)
		const id = await call('highlights.join', { ids: [a, b] })
		const all = await call('highlights.of', { document })
		expect(all.map((each) => each.id)).toEqual([id])
		expect(all[0]?.anchor.quote).toBe('arrived on Friday')
		expect(all[0]?.taggings.map((tagging) => tagging.theme).toSorted()).toEqual([one, two].toSorted())
	})

	test('highlights apart are not joined', async () => {
		const { add, refusal, highlight } = scene()
		const document = await add('Apart', ...paragraphs)
		const ids = [await highlight(document, 'delegation'), await highlight(document, 'Sunday')]
		expect(await refusal('highlights.join', { ids })).toMatchObject({ code: 'invalid' })
	})

	test('themes are put on and taken off', async () => {
		const { add, call, highlight, theme } = scene()
		const document = await add('Tagged', ...paragraphs)
		const id = await highlight(document, 'delegation')
		const own = await theme('own')
		const themes = async () =>
			(await call('highlights.get', { ids: [id] }))[0]?.taggings.map((tagging) => tagging.theme)
		await call('highlights.tag', { ids: [id], theme: own })
		await call('highlights.tag', { ids: [id], theme: own })
		expect(await themes()).toEqual([own])
		await call('highlights.untag', { ids: [id], theme: own })
		expect(await themes()).toEqual([])
	})

	test('a removed highlight takes its note along, and brings it back', async () => {
		const { add, call, highlight } = scene()
		const document = await add('Gone', ...paragraphs)
		const id = await highlight(document, 'Sunday')
		const note = await call('notes.create', { target: { kind: 'highlight', id }, body: 'Early!' })
		await call('highlights.remove', { ids: [id] })
		expect(await call('highlights.of', { document })).toEqual([])
		expect(await call('notes.get', { ids: [note] })).toEqual([])
		await call('history.undo', {})
		expect(await call('highlights.of', { document })).toMatchObject([
			{ id, note: { id: note, body: 'Early!' } },
		])
	})

	test('passages are found by theme, by document, by words, and to sort', async () => {
		const { add, call, highlight, theme } = scene()
		const document = await add('Found', ...paragraphs)
		const own = await theme('own')
		const child = await call('themes.create', { name: 'child', parent: own })
		const a = await highlight(document, 'delegation', own)
		const b = await highlight(document, 'Friday', child)
		const c = await highlight(document, 'Sunday')
		const find = async (query: Parameters<typeof call<'passages.find'>>[1]) =>
			(await call('passages.find', query)).map(({ highlight: { id } }) => id)
		expect(await find({ theme: own })).toEqual([a])
		expect(await find({ theme: own, below: true })).toEqual([a, b])
		expect(await find({ document })).toEqual([a, b, c])
		expect(await find({ document, toSort: true })).toEqual([c])
		expect(await find({ document, words: 'SUN' })).toEqual([c])
		expect((await call('passages.find', { document }))[0]).toMatchObject({
			documentTitle: 'Found',
			before: expect.stringContaining('The'),
			after: expect.stringContaining('arrived'),
			place: { page: null, paragraph: 1 },
		})
	})
}
