import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function collectionCases(scene: () => Scene): void {
	test('documents are gathered and taken out', async () => {
		const { add, call, word } = scene()
		const [a, b] = [await add('Gather a'), await add('Gather b')]
		const name = `Spring ${word()}`
		const id = await call('collections.create', { name, documents: [a] })
		await call('collections.add', { id, documents: [a, b] })
		const find = async () => (await call('collections.list', {})).find((each) => each.id === id)
		expect(await find()).toEqual({ id, name, documents: 2 })
		expect((await call('documents.get', { id: b })).collections).toEqual([id])
		await call('collections.take', { id, documents: [a] })
		expect(await find()).toMatchObject({ documents: 1 })
		await call('collections.rename', { id, name: `${name} 2` })
		expect(await find()).toMatchObject({ name: `${name} 2` })
	})

	test('a removed collection leaves its documents', async () => {
		const { add, call, word } = scene()
		const document = await add('Stays when gathered')
		const id = await call('collections.create', { name: word(), documents: [document] })
		await call('collections.remove', { id })
		expect((await call('documents.get', { id: document })).collections).toEqual([])
		await call('history.undo', {})
		expect((await call('documents.get', { id: document })).collections).toEqual([id])
	})
}
