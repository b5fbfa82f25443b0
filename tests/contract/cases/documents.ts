import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function documentCases(scene: () => Scene): void {
	test('rows are those that were asked for', async () => {
		const { add, call } = scene()
		const id = await add('One row')
		const rows = await call('documents.rows', { ids: [id] })
		expect(rows).toMatchObject([{ id, metadata: { title: 'One row' }, highlights: 0, collections: [] }])
		expect((await call('documents.list', {})).find((row) => row.id === id)).toEqual(rows[0])
	})

	test('metadata is edited, for one and for many, and taken away', async () => {
		const { add, call } = scene()
		const [a, b] = [await add('Edit a'), await add('Edit b')]
		await call('documents.edit', {
			ids: [a, b],
			patch: { 'container-title': 'The Paper', issued: { from: [1790], circa: true }, language: 'vi' },
		})
		await call('documents.edit', { ids: [a], patch: { title: 'Edited', language: null } })
		const [first, second] = await call('documents.rows', { ids: [a, b] })
		expect(first?.metadata).toMatchObject({
			title: 'Edited',
			'container-title': 'The Paper',
			issued: { from: [1790], circa: true },
		})
		expect(first?.metadata).not.toHaveProperty('language')
		expect(second?.metadata).toMatchObject({ title: 'Edit b', language: 'vi' })
	})

	test('own fields are set and taken away one by one, and found', async () => {
		const { add, call, job, word, refusal } = scene()
		const [a, b] = [await add('Own a'), await add('Own b')]
		const village = word()
		await call('documents.edit', {
			ids: [a, b],
			patch: { fields: { Village: village, 'Round of talks': '2' } },
		})
		await call('documents.edit', { ids: [b], patch: { fields: { Village: null, Age: '41' } } })
		const [first, second] = await call('documents.rows', { ids: [a, b] })
		expect(first?.metadata.fields).toEqual({ Village: village, 'Round of talks': '2' })
		expect(second?.metadata.fields).toEqual({ 'Round of talks': '2', Age: '41' })
		await call('documents.edit', { ids: [b], patch: { fields: { 'Round of talks': '', Age: null } } })
		expect((await call('documents.get', { id: b })).metadata).not.toHaveProperty('fields')
		const sought = { job: job(), query: village, order: 'library', limit: 10, perDocument: 5 } as const
		expect((await call('search.find', sought)).documents).toBe(1)
		expect(
			await refusal('documents.edit', { ids: [a], patch: { fields: { '': 'nameless' } } }),
		).toMatchObject({ code: 'invalid' })
	})

	test('a title cannot be taken away', async () => {
		const { add, refusal } = scene()
		const id = await add('Stays')
		expect(await refusal('documents.edit', { ids: [id], patch: { title: '' } })).toMatchObject({
			code: 'invalid',
			message: expect.stringContaining('title'),
		})
	})

	test('every title survives to the letter', async () => {
		const { add, call } = scene()
		const id = await add('Letters')
		const title = '--- "Đà Nẵng": 南海 & <b>bold</b> \\ \' # {x} 👩‍👩‍👧'
		await call('documents.edit', { ids: [id], patch: { title } })
		expect((await call('documents.get', { id })).metadata.title).toBe(title)
	})

	test('a status is kept', async () => {
		const { add, call } = scene()
		const id = await add('Status')
		await call('documents.status', { ids: [id], status: 'done' })
		expect((await call('documents.get', { id })).status).toBe('done')
	})

	test('the queue follows what is moved', async () => {
		const { add, call } = scene()
		const [a, b, c] = [await add('Queue a'), await add('Queue b'), await add('Queue c')]
		const order = async () => {
			const rows = await call('documents.rows', { ids: [a, b, c] })
			return rows
				.toSorted((one, other) => one.queue - other.queue)
				.map((row) => row.metadata.title.at(-1))
				.join('')
		}
		expect(await order()).toBe('abc')
		await call('documents.queue', { id: c, before: a })
		expect(await order()).toBe('cab')
		await call('documents.queue', { id: a, before: null })
		expect(await order()).toBe('cba')
	})

	test('the reading position is remembered, and is no step of history', async () => {
		const { add, call } = scene()
		const id = await add('Position', 'A paragraph to stop in.')
		const steps = await call('history.list', {})
		await call('documents.position', { id, position: 7 })
		expect(await call('documents.get', { id })).toMatchObject({ position: 7, openedAt: expect.any(Number) })
		expect(await call('history.list', {})).toEqual(steps)
	})

	test('a removed document is gone until it is undone', async () => {
		const { add, call, refusal, heard } = scene()
		const id = await add('Removed')
		await call('documents.remove', { ids: [id] })
		await heard((change) => change.kind === 'changed' && change.documents.includes(id))
		expect(await refusal('documents.get', { id })).toMatchObject({ code: 'not-found' })
		await call('history.undo', {})
		expect((await call('documents.get', { id })).metadata.title).toBe('Removed')
	})

	test('a document that the newest importer read is not read again', async () => {
		const { add, call, job } = scene()
		const id = await add('Up to date', 'Some words.')
		expect(await call('documents.get', { id })).toMatchObject({ outdated: false })
		expect(await call('reread.preview', { job: job(), documents: [id, 'unknown' as never] })).toEqual({
			readings: [],
			cancelled: false,
		})
		expect(await call('reread.apply', { versions: [] })).toBe(0)
	})

	test('a document is divided, highlights go with their text', async () => {
		const { add, call, highlight } = scene()
		const id = await add('Divided', 'The first article.', 'The second article.')
		const early = await highlight(id, 'first')
		const late = await highlight(id, 'second')
		const { text } = await call('documents.text', { id })
		const second = await call('documents.split', { id, at: text.indexOf('second') })
		expect((await call('documents.text', { id })).text).toBe('The first article.\n')
		expect((await call('documents.text', { id: second })).text).toMatch(/^The second article\.\n/)
		expect((await call('highlights.of', { document: id })).map((each) => each.id)).toEqual([early])
		expect((await call('highlights.of', { document: second })).map((each) => each.id)).toEqual([late])
		await call('history.undo', {})
		expect((await call('documents.text', { id })).text).toBe(text)
		expect(await call('highlights.of', { document: id })).toHaveLength(2)
	})

	test('a document is not divided where nothing stands before', async () => {
		const { add, refusal } = scene()
		const id = await add('Undivided', 'Only this.')
		expect(await refusal('documents.split', { id, at: 2 })).toMatchObject({ code: 'invalid' })
	})
}
