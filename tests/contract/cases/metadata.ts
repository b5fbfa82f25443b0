import { expect, test } from 'vitest'
import { workbook } from '../../support/workbook.ts'
import type { Scene } from '../scene.ts'

export function metadataCases(scene: () => Scene): void {
	async function addFile(name: string) {
		const { file, importFiles, word } = scene()
		const [outcome] = (await importFiles(await file(`tables/${name}`, `Text ${word()}`))).outcomes
		if (outcome?.kind !== 'added') throw new Error('not added')
		return outcome.document
	}

	test('a table in CSV is shown, then fills the metadata as one step', async () => {
		const { file, call, word } = scene()
		const own = word()
		const a = await addFile(`${own}-a.txt`)
		const b = await addFile(`${own}-b.txt`)
		const csv = `\uFEFFFile name;Title;Author(s);Year;Colour\n${own}-A.TXT;"A ""day"";\nin Huế";Nguyen, Thi;1887;red\npapers/${own}-b;Other;;;\nunknown.txt;X;;;\n`
		const table = await file(`${own}.csv`, csv)
		const preview = await call('metadata.preview', { file: table })
		expect(preview).toMatchObject({
			columns: ['File name', 'Title', 'Author(s)', 'Year', 'Colour'],
			fields: ['file', 'title', 'author', 'issued', null],
			rows: [
				{ documents: [a], patch: { title: 'A "day";\nin Huế', issued: { from: [1887] } }, problems: [] },
				{ documents: [b], patch: { title: 'Other' } },
			],
		})
		expect((await call('documents.get', { id: b })).metadata.title).not.toBe('Other')
		expect(await call('metadata.apply', { file: table })).toBe(2)
		expect((await call('documents.get', { id: a })).metadata).toMatchObject({
			author: [{ family: 'Nguyen', given: 'Thi' }],
			issued: { from: [1887] },
		})
		await call('history.undo', {})
		expect((await call('documents.get', { id: b })).metadata.title).not.toBe('Other')
	})

	test('the reader says what a column fills', async () => {
		const { file, call, word } = scene()
		const own = word()
		const id = await addFile(`${own}.txt`)
		const table = await file(`${own}.csv`, `a,b\n${own}.txt,Chosen\n`)
		expect(await call('metadata.apply', { file: table })).toBe(0)
		expect(await call('metadata.apply', { file: table, fields: ['file', 'title'] })).toBe(1)
		expect((await call('documents.get', { id })).metadata.title).toBe('Chosen')
		expect(
			await scene().refusal('metadata.apply', { file: table, fields: ['file', 'colour'] }),
		).toMatchObject({
			code: 'invalid',
		})
	})

	test('a table in XLSX is read', async () => {
		const { file, call, word } = scene()
		const own = word()
		const id = await addFile(`${own}.txt`)
		const table = await file(
			`${own}.xlsx`,
			workbook([
				['Filename', 'Date', 'Volume'],
				[own, '2023-04', '12'],
			]),
		)
		expect(await call('metadata.preview', { file: table })).toMatchObject({
			fields: ['file', 'issued', 'volume'],
			rows: [{ documents: [id], patch: { issued: { from: [2023, 4] }, volume: '12' } }],
		})
	})

	test('what is no table is refused', async () => {
		const { file, refusal, word } = scene()
		const broken = await file(`${word()}.xlsx`, new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]))
		expect(await refusal('metadata.preview', { file: broken })).toMatchObject({ code: 'refused' })
		const empty = await file(`${word()}.csv`, '\n\n')
		expect(await refusal('metadata.preview', { file: empty })).toMatchObject({ code: 'refused' })
	})
}
