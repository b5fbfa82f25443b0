import { expect, test } from 'vitest'
import type { FileToken } from '../../../corpus/ids.ts'
import type { Scene } from '../scene.ts'

export function referenceCases(scene: () => Scene): void {
	const metadata = async (id: Awaited<ReturnType<Scene['add']>>) =>
		(await scene().call('documents.get', { id })).metadata

	test('a folder with a bibliography fills what the entries say of its files, as one step', async () => {
		const { file, directory, importFiles, call, word } = scene()
		const own = word()
		await file(`${own}/files/1/Lee - 2020.txt`, `A scan of nothing ${own}`)
		await file(`${own}/files/2/page.txt`, `Another text ${own}`)
		await file(
			`${own}/Export.bib`,
			`@article{lee${own}, author = {Lee, Ana}, title = {Fish and {P}orts ${own}}, year = 2020,
				journaltitle = {Sea Review}, file = {PDF:files/1/Lee - 2020.txt:text/plain}}
@misc{other${own}, title = {Nowhere ${own}}, file = {files/9/gone.pdf}}`,
		)
		const { outcomes } = await importFiles(await directory(own))
		expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added', 'references'])
		const references = outcomes.find((outcome) => outcome.kind === 'references')
		expect(references).toMatchObject({ entries: 2, filled: 1, unmatched: [`Nowhere ${own}`] })
		const [first] = outcomes
		if (first?.kind !== 'added') throw new Error('not added')
		expect(first.title).toBe(`Fish and Ports ${own}`)
		expect(await metadata(first.document)).toEqual({
			type: 'article-journal',
			title: `Fish and Ports ${own}`,
			author: [{ family: 'Lee', given: 'Ana' }],
			issued: { from: [2020] },
			'container-title': 'Sea Review',
			citekey: `lee${own}`,
		})
		await call('history.undo', {})
		expect((await call('documents.rows', { ids: [first.document] })).length).toBe(0)
	})

	test('what is filled in stays, unless the reader wants it replaced', async () => {
		const { file, add, call, word } = scene()
		const own = word()
		const title = `Ports of the north ${own}`
		const id = await add(title)
		await call('documents.edit', {
			ids: [id],
			patch: { author: [{ literal: 'By hand' }], DOI: `10.1000/${own}`, citekey: `mine${own}` },
		})
		const ris = await file(
			`${own}.ris`,
			`TY  - BOOK\nTI  - Another title ${own}\nAU  - Lee, Ana\nPY  - 1999\nPB  - Press\nDO  - https://doi.org/10.1000/${own.toUpperCase()}\nER  - \nTY  - BOOK\nTI  - Unknown ${own}\nER  - \n`,
		)
		const preview = await call('metadata.preview', { file: ris })
		expect(preview).toMatchObject({
			kind: 'references',
			unmatched: { count: 1, titles: [`Unknown ${own}`] },
			rows: [{ documents: [id], by: 'DOI', patch: { publisher: 'Press', issued: { from: [1999] } } }],
		})
		expect(preview.rows[0]?.patch).not.toHaveProperty('author')
		expect(await call('metadata.apply', { file: ris })).toBe(1)
		expect(await metadata(id)).toMatchObject({
			title,
			author: [{ literal: 'By hand' }],
			publisher: 'Press',
			citekey: `mine${own}`,
		})
		expect(await call('metadata.apply', { file: ris, keep: false })).toBe(1)
		expect(await metadata(id)).toMatchObject({
			title: `Another title ${own}`,
			author: [{ family: 'Lee', given: 'Ana' }],
		})
	})

	test('entries are known by address and title too, and left alone where they fit several', async () => {
		const { file, add, call, word } = scene()
		const own = word()
		const [web, titled, ...twins] = [
			await add(`Web ${own}`),
			await add(`The long way home ${own}`),
			await add(`Twins of the south ${own}`),
			await add(`Twins of the south ${own}`),
		]
		await call('documents.edit', { ids: [web], patch: { URL: `https://www.example.org/${own}/` } })
		await call('documents.edit', { ids: [titled], patch: { issued: { from: [2001] } } })
		const items = [
			{ type: 'webpage', title: 'W', URL: `http://example.org/${own}#top`, publisher: 'A' },
			{
				type: 'book',
				title: `the LONG way hóme ${own}`,
				issued: { 'date-parts': [['2001', 5]] },
				publisher: 'B',
			},
			{ type: 'book', title: `Twins of the south ${own}`, publisher: 'C' },
		]
		const json = await file(`${own}.json`, JSON.stringify(items))
		const { rows, unmatched } = await call('metadata.preview', { file: json })
		expect(rows.map(({ by, documents }) => [by, documents])).toEqual([
			['URL', [web]],
			['title', [titled]],
		])
		expect(unmatched.count).toBe(1)
		expect(twins.length).toBe(2)
	})

	test('tables and bibliographies are told apart, also in JSON', async () => {
		const { file, directory, importFiles, word } = scene()
		const own = word()
		const table = await file(`${own}.json`, JSON.stringify([{ title: 'One', text: `Two ${own}` }]))
		const items = await file(`${own}-csl.json`, JSON.stringify([{ type: 'book', title: `None ${own}` }]))
		const csv = await file(`${own}.csv`, `text\n${own}\n`)
		const kinds = async (...files: readonly FileToken[]) =>
			(await importFiles(...files)).outcomes.map(({ kind }) => kind)
		expect(await kinds(table)).toEqual(['table'])
		expect(await kinds(items)).toEqual(['references'])
		expect(await kinds(csv)).toEqual(['table'])
		await file(`${own}/settings.json`, '{"a": 1}')
		await file(`${own}/broken.bib`, 'no entries')
		expect(await kinds(await directory(own))).toEqual(['refused', 'refused'])
	})

	test('a column that is no field becomes one of the reader’s own', async () => {
		const { file, add, call, word } = scene()
		const own = word()
		const id = await add(`Own ${own}`)
		const { fileName } = await call('documents.get', { id })
		const table = await file(`${own}.csv`, `file,Village\n${fileName},Hội An\n`)
		expect((await call('metadata.preview', { file: table })).fields).toEqual(['file', null])
		expect(await call('metadata.apply', { file: table, fields: ['file', 'own'] })).toBe(1)
		expect(await metadata(id)).toMatchObject({ fields: { Village: 'Hội An' } })
		const kept = await call('metadata.preview', { file: table, fields: ['file', 'own'], keep: true })
		expect(kept.rows[0]?.patch).toEqual({})
	})
}
