import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function searchCases(scene: () => Scene): void {
	const find = (query: string, more: { order?: 'library' | 'rank'; document?: never } = {}) =>
		scene().call('search.find', {
			job: scene().job(),
			query,
			order: 'library',
			limit: 50,
			perDocument: 10,
			...more,
		})

	test('words are found in texts, whatever their case and accents', async () => {
		const { add, call, word } = scene()
		const own = word()
		const document = await add('Searched', 'Nothing here.', `Họp ở Đà Nẵng, ${own}.`)
		const { groups, documents, problem } = await find(`da NANG ${own}`)
		expect({ documents, problem }).toEqual({ documents: 1, problem: null })
		const [group] = groups
		expect(group).toMatchObject({ document, title: 'Searched', total: 1 })
		const hit = group?.hits[0]
		if (hit?.kind !== 'text') throw new Error('no hit in the text')
		const { text } = await call('documents.text', { id: document })
		expect(text.slice(hit.start, hit.end)).toBe('Đà')
		expect(hit.snippet.hits.map(({ start, end }) => hit.snippet.text.slice(start, end))).toEqual([
			'Đà',
			'Nẵng',
			own,
		])
		expect(hit.place).toMatchObject({ paragraph: 2 })
	})

	test('all words must be in the document, but not in one paragraph', async () => {
		const { add, word } = scene()
		const [a, b] = [word(), word()]
		const both = await add('Both', `First ${a}.`, `Then ${b}.`)
		await add('One', `Only ${a}.`)
		expect((await find(`${a} ${b}`)).groups.map((group) => group.document)).toEqual([both])
		expect((await find(a)).documents).toBe(2)
	})

	test('a phrase stands in a row, a star is the rest of a word, Chinese needs no spaces', async () => {
		const { add, word } = scene()
		const own = word()
		await add('Phrases', `${own} red tea and green coffee 在南海之上`)
		expect((await find(`${own} "red tea"`)).documents).toBe(1)
		expect((await find(`${own} "green tea"`)).documents).toBe(0)
		expect((await find(`${own} cof*`)).documents).toBe(1)
		expect((await find(`${own} cof`)).documents).toBe(0)
		expect((await find(`${own} 南海`)).documents).toBe(1)
		expect((await find(`${own} 海南`)).documents).toBe(0)
	})

	test('metadata, notes and themes are searched too', async () => {
		const { add, call, word, highlight } = scene()
		const own = word()
		const document = await add('Elsewhere', 'Some words here.')
		await call('documents.edit', { ids: [document], patch: { 'container-title': `The ${own} Times` } })
		const on = await highlight(document, 'words')
		await call('notes.create', { target: { kind: 'highlight', id: on }, body: `Compare ${own}.` })
		const free = await call('notes.create', { target: { kind: 'library' }, body: `Later: ${own}` })
		const theme = await call('themes.create', { name: `On ${own}`, parent: null })
		const result = await find(own)
		expect(result.groups).toMatchObject([
			{
				document,
				hits: [
					{ kind: 'metadata', field: 'container-title', snippet: { text: `The ${own} Times` } },
					{ kind: 'note', highlight: on },
				],
			},
		])
		expect(result.themes).toMatchObject([{ theme }])
		expect(result.notes).toMatchObject([{ note: free }])
	})

	test('one document alone is searched', async () => {
		const { add, call, job, word } = scene()
		const own = word()
		const document = await add('Alone', own)
		await add('Other', own)
		const input = { job: job(), query: own, order: 'rank', document, limit: 9, perDocument: 9 } as const
		expect((await call('search.find', input)).groups).toMatchObject([{ document }])
	})

	test('the best come first when they are ranked', async () => {
		const { add, word } = scene()
		const own = word()
		await add('A little', `${own} and a great many other words that say nothing of it at all, really.`)
		const best = await add('B much', `${own} ${own} ${own}`)
		expect((await find(own)).groups.map(({ title }) => title)).toEqual(['A little', 'B much'])
		expect((await find(own, { order: 'rank' })).groups[0]?.document).toBe(best)
	})

	test('what was removed is not found', async () => {
		const { add, call, word } = scene()
		const own = word()
		const id = await add('Vanished', own)
		await call('documents.remove', { ids: [id] })
		expect((await find(own)).documents).toBe(0)
		await call('history.undo', {})
		expect((await find(own)).documents).toBe(1)
	})

	test.each(['', '   ', '""', '*', '"', 'AND', '(((', 'a:b', '-', "'", '😀', '\u0000'])(
		'the query %j is no error',
		async (query) => {
			expect(await find(query)).toMatchObject({ groups: expect.any(Array) })
		},
	)

	test('of searches with one job only the last is answered', async () => {
		const { call, job, word, add, bridge } = scene()
		const own = word()
		await add('Last', own)
		const input = { job: job(), query: 'a*', order: 'rank', limit: 50, perDocument: 10 } as const
		const earlier = Array.from({ length: 5 }, () => bridge.call('search.find', input))
		const { documents } = await call('search.find', { ...input, query: own })
		expect(documents).toBe(1)
		for (const reply of await Promise.all(earlier))
			expect(reply.ok || reply.code).toSatisfy((answer) => answer === true || answer === 'cancelled')
	})
}
