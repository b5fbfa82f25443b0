import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function themeCases(scene: () => Scene): void {
	const find = async (id: string) => (await scene().call('themes.list', {})).find((theme) => theme.id === id)

	test('a theme is made, described, coloured and pinned', async () => {
		const { call, word, heard } = scene()
		const name = `Trade ${word()}`
		const id = await call('themes.create', { name, parent: null })
		await heard((change) => change.kind === 'changed' && change.themes.includes(id))
		await call('themes.edit', { id, hue: 3, description: '*Goods* and duties', pin: 9 })
		expect(await find(id)).toMatchObject({
			name,
			parent: null,
			hue: 3,
			pin: 9,
			description: '*Goods* and duties',
			highlights: 0,
		})
		await call('themes.edit', { id, pin: null })
		expect(await find(id)).toMatchObject({ pin: null, hue: 3 })
	})

	test('a path finds or makes what it names', async () => {
		const { call, word } = scene()
		const own = word()
		const tariffs = await call('themes.path', { path: `${own}/tariffs` })
		expect(await call('themes.path', { path: `${own.toUpperCase()}/Tariffs` })).toBe(tariffs)
		const parent = (await find(tariffs))?.parent ?? ''
		expect(await find(parent)).toMatchObject({ name: own })
		const slashed = await call('themes.path', { path: `${own}/and\\/or` })
		expect(await find(slashed)).toMatchObject({ name: 'and/or', parent })
	})

	test('siblings have different names', async () => {
		const { call, refusal, word } = scene()
		const name = word()
		await call('themes.create', { name, parent: null })
		expect(await refusal('themes.create', { name, parent: null })).toMatchObject({ code: 'ambiguous' })
		expect(await refusal('themes.create', { name: '  ', parent: null })).toMatchObject({ code: 'invalid' })
	})

	test('a theme moves under another, never below itself', async () => {
		const { call, theme, refusal } = scene()
		const [a, b] = [await theme('a'), await theme('b')]
		await call('themes.move', { id: b, parent: a, before: null })
		expect(await find(b)).toMatchObject({ parent: a, order: 0 })
		expect(await refusal('themes.move', { id: a, parent: b, before: null })).toMatchObject({
			code: 'invalid',
		})
		expect(await refusal('themes.move', { id: a, parent: a, before: null })).toMatchObject({
			code: 'invalid',
		})
	})

	test('themes are merged with their taggings', async () => {
		const { call, theme, add, highlight } = scene()
		const [a, b] = [await theme('a'), await theme('b')]
		const document = await add('Merged', 'Two words here.')
		const one = await highlight(document, 'Two', a)
		const both = await highlight(document, 'words', a, b)
		await call('themes.merge', { id: a, into: b })
		expect(await find(a)).toBeUndefined()
		expect(await find(b)).toMatchObject({ highlights: 2 })
		for (const { taggings } of await call('highlights.get', { ids: [one, both] }))
			expect(taggings.map((tagging) => tagging.theme)).toEqual([b])
	})

	test('a removed theme leaves its highlights, and its children move up', async () => {
		const { call, theme, add, highlight } = scene()
		const parent = await theme('parent')
		const child = await call('themes.create', { name: `child of ${parent}`, parent })
		const document = await add('Kept', 'Some words here.')
		const id = await highlight(document, 'words', parent)
		await call('themes.remove', { id: parent })
		expect(await call('highlights.get', { ids: [id] })).toMatchObject([{ id, taggings: [] }])
		expect(await find(child)).toMatchObject({ parent: null })
		await call('history.undo', {})
		expect(await call('highlights.get', { ids: [id] })).toMatchObject([{ taggings: [{ theme: parent }] }])
		expect(await find(child)).toMatchObject({ parent })
	})
}
