import { expect, test } from 'vitest'
import type { Input } from '../../../preload/contract.ts'
import { workbook } from '../../support/workbook.ts'
import type { Scene } from '../scene.ts'

type Reading = Input<'tables.import'>['reading']

export function tableCases(scene: () => Scene): void {
	/** The documents that came from a table, by their parts. */
	async function documentsOf(fileName: string) {
		const { call } = scene()
		const rows = (await call('documents.list', {})).filter((row) => row.fileName === fileName)
		const details = await Promise.all(rows.map(({ id }) => call('documents.get', { id })))
		const texts = await Promise.all(rows.map(({ id }) => call('documents.text', { id })))
		return details.map(({ part, metadata, format }, index) => ({
			part,
			metadata,
			format,
			text: texts[index]?.text ?? '',
		}))
	}

	test('a table in CSV is guessed, shown, and becomes one document a row, as one step', async () => {
		const { file, call, job, word } = scene()
		const own = word()
		const csv = [
			'ID;Name of the speaker;Published;Newspaper;Link;Statement;Village',
			`A-1;;16.04.2023;The Paper;https://example.org/1;"First ${own}, who said ""no"".`,
			'',
			'And then more of it.";Hội An',
			`A-2;;2023;;;Second ${own}, a text that is a little longer.;`,
			'A-3;;;;;;Huế',
		].join('\r\n')
		const table = await file(`${own}.csv`, `\uFEFF${csv}`)
		const preview = await call('tables.preview', { file: table })
		expect(preview).toMatchObject({
			fileName: `${own}.csv`,
			total: 3,
			empty: 1,
			repeated: 0,
			problems: [],
			reading: {
				headings: true,
				markup: 'plain',
				columns: [
					{ kind: 'key' },
					null,
					{ kind: 'metadata', field: 'issued' },
					{ kind: 'metadata', field: 'container-title' },
					{ kind: 'metadata', field: 'URL' },
					{ kind: 'text' },
					{ kind: 'own', name: 'Village' },
				],
			},
		})
		const input = { file: table, reading: preview.reading as Reading, repeated: false }
		expect(await call('tables.import', { job: job(), ...input })).toEqual({
			added: 2,
			present: 0,
			left: 1,
			warnings: [],
			cancelled: false,
		})
		const [first, second] = await documentsOf(`${own}.csv`)
		expect(first).toMatchObject({
			part: 'A-1',
			format: 'table',
			text: `First ${own}, who said "no".\nAnd then more of it.\n`,
			metadata: {
				title: `First ${own}, who said "no".`,
				issued: { from: [2023, 4, 16] },
				'container-title': 'The Paper',
				URL: 'https://example.org/1',
				fields: { Village: 'Hội An' },
			},
		})
		expect(second).toMatchObject({ part: 'A-2', metadata: { issued: { from: [2023] } } })
		expect(second?.metadata).not.toHaveProperty('fields')

		expect(await call('tables.import', { job: job(), ...input })).toMatchObject({ added: 0, present: 2 })
		await call('history.undo', {})
		expect(await documentsOf(`${own}.csv`)).toEqual([])
		expect(await call('tables.import', { job: job(), ...input })).toMatchObject({ added: 2, present: 0 })
	})

	test('several texts of a row stand under their headings, in Markdown and HTML too', async () => {
		const { file, call, job, word } = scene()
		const own = word()
		const lines = [
			{ title: `One ${own}`, question: { first: 'A *yes*.\n\n- so', second: '' }, tags: ['a', 'b'] },
			{ title: `Two ${own}`, question: { first: 'No.', second: '<b>Never</b>' }, tags: [] },
		]
		const table = await file(`${own}.jsonl`, lines.map((line) => JSON.stringify(line)).join('\n'))
		const preview = await call('tables.preview', { file: table })
		expect(preview.columns).toEqual(['title', 'question.first', 'question.second', 'tags'])
		const reading: Reading = {
			headings: true,
			columns: [{ kind: 'metadata', field: 'title' }, { kind: 'text' }, { kind: 'text' }, null],
			markup: 'markdown',
		}
		await call('tables.import', { job: job(), file: table, reading, repeated: false })
		const [one, two] = await documentsOf(`${own}.jsonl`)
		expect(one).toMatchObject({ part: 'row 1', text: 'question.first\nA yes.\nso\n' })
		expect(one?.metadata.title).toBe(`One ${own}`)
		expect(two?.text).toBe('question.first\nNo.\nquestion.second\nNever\n')
	})

	test('a table in XLSX and one without headings are read', async () => {
		const { file, call, job, word } = scene()
		const own = word()
		const rows = [
			['2023-04-16', `A long first text of ${own}, as nobody would head a column with.`],
			['2023-04-17', `A long second text of ${own}, as nobody would head a column with.`],
		]
		const table = await file(`${own}.xlsx`, workbook(rows))
		const { reading, columns } = await call('tables.preview', { file: table })
		expect(columns).toEqual(['Column 1', 'Column 2'])
		expect(reading).toEqual({
			headings: false,
			columns: [{ kind: 'metadata', field: 'issued' }, { kind: 'text' }],
			markup: 'plain',
		})
		await call('tables.import', { job: job(), file: table, reading: reading as Reading, repeated: false })
		expect((await documentsOf(`${own}.xlsx`)).map(({ part }) => part)).toEqual(['row 1', 'row 2'])
		const headed = await call('tables.preview', { file: table, headings: true })
		expect(headed).toMatchObject({ total: 1, reading: { headings: true } })
	})

	test('texts that come again are told, and left out unless they are wanted', async () => {
		const { file, call, job, word } = scene()
		const own = word()
		const table = await file(`${own}.tsv`, `id\ttext\n1\tSame ${own}\n1\tSame ${own}\n2\tOther ${own}\n`)
		const { reading, repeated } = await call('tables.preview', { file: table })
		expect(repeated).toBe(1)
		const input = { file: table, reading: reading as Reading }
		expect(await call('tables.import', { job: job(), ...input, repeated: false })).toMatchObject({
			added: 2,
			left: 1,
		})
		expect(await call('tables.import', { job: job(), ...input, repeated: true })).toMatchObject({
			added: 1,
			present: 2,
			left: 0,
		})
	})

	test('a long table can be stopped: what was added stays, as one step', async () => {
		const { file, call, heard, job, word } = scene()
		const own = word()
		const rows = Array.from({ length: 1500 }, (_, at) => `${at},Same title,Text ${at} of ${own}`)
		const table = await file(`${own}.csv`, `id,title,text\n${rows.join('\n')}\n`)
		const { reading } = await call('tables.preview', { file: table })
		const id = job()
		const running = call('tables.import', {
			job: id,
			file: table,
			reading: reading as Reading,
			repeated: false,
		})
		await heard((change) => change.kind === 'progress' && change.job === id && change.done > 0)
		await call('jobs.cancel', { job: id })
		const { added, cancelled } = await running
		expect(cancelled).toBe(true)
		expect(added).toBeGreaterThan(0)
		expect(added).toBeLessThan(1500)
		const documents = (await call('documents.list', {})).filter((row) => row.fileName === `${own}.csv`)
		expect(documents).toHaveLength(added)
		expect(new Set(documents.map(({ metadata }) => metadata.citekey)).size).toBe(added)
		await call('history.undo', {})
		expect((await call('documents.list', {})).some((row) => row.fileName === `${own}.csv`)).toBe(false)
	})

	test('what is no table of texts is refused, with a reason', async () => {
		const { file, call, job, refusal, word } = scene()
		const own = word()
		const open = await file(`${own}.csv`, 'id,text\n1,"never, closed\n2,more\n')
		expect(await refusal('tables.preview', { file: open })).toMatchObject({
			code: 'refused',
			message: expect.stringContaining('never closed'),
		})
		const broken = await file(`${own}.jsonl`, '{"text":"one"}\n{"text":\n')
		expect(await refusal('tables.preview', { file: broken })).toMatchObject({
			code: 'refused',
			message: expect.stringContaining('line 2'),
		})
		const far = await file(`${own}.xlsx`, workbook([['a', 'b']], 'XFD1048576'))
		expect(await refusal('tables.preview', { file: far })).toMatchObject({
			code: 'refused',
			message: expect.stringContaining('XFD1048576'),
		})
		const fine = await file(`${own}-fine.csv`, 'id,text\n1,one\n')
		const { reading } = await call('tables.preview', { file: fine })
		const columns = reading.columns.map((use) => (use?.kind === 'text' ? null : use))
		const input = { file: fine, reading: { ...reading, columns } as Reading, repeated: false }
		expect(await refusal('tables.import', { job: job(), ...input })).toMatchObject({ code: 'invalid' })
	})
}
