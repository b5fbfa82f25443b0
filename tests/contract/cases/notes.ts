import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function noteCases(scene: () => Scene): void {
	test('notes are about highlights, documents, themes and the library', async () => {
		const { add, call, highlight, theme } = scene()
		const document = await add('Noted', 'Some words here.')
		const targets = [
			{ kind: 'highlight', id: await highlight(document, 'words') },
			{ kind: 'document', id: document },
			{ kind: 'theme', id: await theme('noted') },
			{ kind: 'library' },
		] as const
		for (const target of targets) {
			const id = await call('notes.create', { target, body: `On the ${target.kind}` })
			expect(await call('notes.get', { ids: [id] })).toMatchObject([
				{ id, target, body: `On the ${target.kind}` },
			])
			expect((await call('notes.of', { target })).map((note) => note.id)).toContain(id)
		}
	})

	test('a body is kept to the letter', async () => {
		const { call } = scene()
		const body = '# Title\n\n  - [ ] *task*\r\n\t<b>no</b> 南海 \\ `x`\n\n\n'
		const id = await call('notes.create', { target: { kind: 'library' }, body })
		expect((await call('notes.get', { ids: [id] }))[0]?.body).toBe(body)
	})

	test('typing is one step', async () => {
		const { call, add, heard } = scene()
		const document = await add('Typed')
		const id = await call('notes.create', { target: { kind: 'document', id: document }, body: 'A' })
		const steps = (await call('history.list', {})).length
		for (const body of ['A b', 'A bi', 'A bit']) await call('notes.edit', { id, body, session: 'stay-1' })
		expect((await call('history.list', {})).length).toBe(steps + 1)
		await heard((change) => change.kind === 'changed' && change.notes.includes(id))
		await call('history.undo', {})
		expect((await call('notes.get', { ids: [id] }))[0]?.body).toBe('A')
	})

	test('a note cites the passages that it links to', async () => {
		const { call, add, highlight } = scene()
		const document = await add('Cited', 'Some words here.')
		const [a, b] = [await highlight(document, 'Some'), await highlight(document, 'words')]
		const { id: library } = await call('library.info', {})
		const link = (id: string) => `[see](commonplace://${library}/highlight/${id})`
		const id = await call('notes.create', { target: { kind: 'library' }, body: `${link(b)} and ${link(a)}` })
		expect((await call('notes.get', { ids: [id] }))[0]?.cites).toEqual([b, a])
	})

	test('a removed note comes back by undo, and the newest stands first', async () => {
		const { call } = scene()
		const id = await call('notes.create', { target: { kind: 'library' }, body: 'Newest' })
		expect((await call('notes.list', {}))[0]?.id).toBe(id)
		await call('notes.remove', { id })
		expect(await call('notes.get', { ids: [id] })).toEqual([])
		await call('history.undo', {})
		expect(await call('notes.get', { ids: [id] })).toMatchObject([{ body: 'Newest' }])
	})
}
