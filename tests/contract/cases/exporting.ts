import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function exportCases(scene: () => Scene): void {
	async function marked() {
		const { add, highlight, theme } = scene()
		const document = await add('Exported', 'The delegation arrived.')
		const id = await highlight(document, 'delegation', await theme('exported'))
		return { document, highlight: id }
	}

	test('a document is exported after a preview, and again', async () => {
		const { call, job, directory, folder, word } = scene()
		const { document } = await marked()
		const name = `export-${word()}`
		const spec = {
			scope: { kind: 'documents' as const, ids: [document] },
			by: 'document' as const,
			preset: 'plain' as const,
			template: null,
			folder: await directory(name),
		}
		const preview = await call('export.preview', { job: job(), spec })
		expect(preview.files).toContainEqual(expect.objectContaining({ action: 'create' }))
		expect(await readdir(join(folder, name))).toEqual([])
		const done = await call('export.run', { job: job(), spec })
		expect(done).toMatchObject({ passages: 1, files: preview.files })
		for (const { path } of done.files) expect(await readdir(join(folder, name))).toContain(path)
		const again = await call('export.again', { job: job() })
		expect(again.files.every(({ action }) => action === 'unchanged')).toBe(true)
		const last = await call('export.last', {})
		expect(last).toMatchObject({ spec: { by: 'document', preset: 'plain' } })
		// Its folder is named anew: nobody has to choose it again.
		const later = await call('export.preview', { job: job(), spec: last?.spec ?? spec })
		expect(later.files.every(({ action }) => action === 'unchanged')).toBe(true)
	})

	test('a passage is quoted', async () => {
		const { call, refusal } = scene()
		const { document, highlight } = await marked()
		const { title } = (await call('documents.get', { id: document })).metadata
		const ofHighlight = await call('export.quotation', { highlight })
		expect(ofHighlight).toContain(`> delegation\n>\n> — *${title}*, ¶ 1 · [open](`)
		const ofRange = await call('export.passage', { document, start: 0, end: 3 })
		expect(ofRange).toContain(`> The\n>\n> — *${title}*, ¶ 1 · [open](`)
		expect(await refusal('export.passage', { document, start: 5, end: 3 })).toMatchObject({ code: 'invalid' })
	})

	test('a template is made from a preset, tried, edited and removed', async () => {
		const { call, word } = scene()
		const { preset, ...texts } = await call('templates.preset', { preset: 'obsidian' })
		expect(await call('templates.try', { preset, ...texts })).toMatchObject({ ok: true })
		const name = word()
		const id = await call('templates.create', { name, preset, ...texts })
		await call('templates.edit', { id, name: `${name} 2`, ...texts, passage: '{% if %}' })
		expect((await call('templates.list', {})).find((each) => each.id === id)).toMatchObject({
			name: `${name} 2`,
			passage: '{% if %}',
		})
		expect(await call('templates.try', { preset, ...texts, passage: '{{ quote | nosuch' })).toMatchObject({
			ok: false,
			part: 'passage',
		})
		await call('templates.remove', { id })
		expect((await call('templates.list', {})).find((each) => each.id === id)).toBeUndefined()
	})
}
