import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function historyCases(scene: () => Scene): void {
	test('steps are named, the newest first, and turn undone and done', async () => {
		const { call, add, highlight, heard, forget } = scene()
		const document = await add('Steps', 'Some words here.')
		const id = await highlight(document, 'words')
		const [step] = await call('history.list', {})
		expect(step).toMatchObject({ state: 'done', name: expect.stringContaining('Steps') })
		forget()
		expect(await call('history.undo', {})).toMatchObject({ id: step?.id, state: 'undone' })
		await heard((change) => change.kind === 'changed' && change.history && change.highlights.includes(id))
		expect((await call('history.list', {}))[0]).toMatchObject({ id: step?.id, state: 'undone' })
		expect(await call('history.redo', {})).toMatchObject({ id: step?.id, state: 'done' })
		expect(await call('highlights.of', { document })).toMatchObject([{ id }])
	})

	test('a new step takes the place of what was undone', async () => {
		const { call, theme } = scene()
		await theme('first')
		await call('history.undo', {})
		await theme('second')
		expect(await call('history.redo', {})).toBeNull()
	})

	test('it goes to any step and back', async () => {
		const { call, add } = scene()
		const id = await add('Went')
		const [base] = await call('history.list', {})
		for (const title of ['Went 1', 'Went 2', 'Went 3'])
			await call('documents.edit', { ids: [id], patch: { title } })
		const [last] = await call('history.list', {})
		await call('history.goto', { step: base?.id ?? null })
		expect((await call('documents.get', { id })).metadata.title).toBe('Went')
		await call('history.goto', { step: last?.id ?? null })
		expect((await call('documents.get', { id })).metadata.title).toBe('Went 3')
	})
}
