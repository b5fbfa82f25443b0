import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function importCases(scene: () => Scene): void {
	test('a file becomes a document', async () => {
		const { file, importFiles, call, word } = scene()
		const own = word()
		const report = await importFiles(
			await file('one/first.md', `# A day in ${own}\n\nThe *first* paragraph.\n`),
		)
		expect(report).toMatchObject({
			cancelled: false,
			outcomes: [{ kind: 'added', file: 'first.md', title: `A day in ${own}` }],
		})
		const [outcome] = report.outcomes
		const id = outcome?.kind === 'added' ? outcome.document : null
		if (!id) throw new Error('not added')
		const detail = await call('documents.get', { id })
		expect(detail).toMatchObject({ fileName: 'first.md', status: 'to-read', position: null, part: '' })
		expect(detail.originalHash).toMatch(/^[0-9a-f]{64}$/)
		const { text, blocks } = await call('documents.text', { id })
		expect(text).toContain('The first paragraph.')
		expect(detail.length).toBe(text.length)
		expect(blocks.at(-1)?.end).toBe(text.length)
	})

	test('the same bytes add nothing, whatever the file is called', async () => {
		const { file, importFiles, word } = scene()
		const content = `Only once: ${word()}.`
		const [first] = (await importFiles(await file('same/a.txt', content))).outcomes
		const [second] = (await importFiles(await file('same/b.txt', content))).outcomes
		if (first?.kind !== 'added' || second?.kind !== 'present') throw new Error('not as told')
		expect(second.document).toBe(first.document)
	})

	test('a folder is imported with its folders, bad files are refused and stop nothing', async () => {
		const { file, directory, importFiles, word } = scene()
		await file('folder/a.txt', `First ${word()}`)
		await file('folder/deep/b.md', `Second ${word()}`)
		await file('folder/film.mp4', 'no text')
		await file('folder/empty.txt', '')
		await file('folder/.hidden.txt', 'hidden')
		const { outcomes } = await importFiles(await directory('folder'))
		expect(outcomes.map(({ kind, file: name }) => `${kind} ${name}`)).toEqual([
			'added folder/a.txt',
			'added folder/deep/b.md',
			'refused folder/empty.txt',
			'refused folder/film.mp4',
		])
		const unknown = outcomes.map((each) => each.kind === 'refused' && each.unknownKind === true)
		expect(unknown).toEqual([false, false, false, true])
	})

	test('one import is one step, and can be undone and redone', async () => {
		const { file, importFiles, call, word } = scene()
		const tokens = [await file('undo/a.txt', `A ${word()}`), await file('undo/b.txt', `B ${word()}`)]
		const before = await call('documents.list', {})
		await importFiles(...tokens)
		expect(await call('documents.list', {})).toHaveLength(before.length + 2)
		expect(await call('history.undo', {})).toMatchObject({ name: 'Add 2 documents' })
		expect(await call('documents.list', {})).toHaveLength(before.length)
		await call('history.redo', {})
		expect(await call('documents.list', {})).toHaveLength(before.length + 2)
	})

	test('a step is named after what was added, not after what was tried', async () => {
		const { file, importFiles, call, word } = scene()
		const [one, other] = [word(), word()]
		const bad = [await file('tried/a.txt', ''), await file('tried/b.docx', 'no archive')]
		const good = await file('tried/c.md', `# Title ${one}\n\nText`)
		await importFiles(...bad, good)
		expect((await call('history.list', {}))[0]).toMatchObject({ name: `Add “Title ${one}”` })
		await call('history.undo', {})
		await importFiles(...bad, good, await file('tried/d.txt', `More ${other}`))
		expect((await call('history.list', {}))[0]).toMatchObject({ name: 'Add 2 documents' })
	})

	test('what was removed comes back when it is imported again', async () => {
		const { file, importFiles, call, word } = scene()
		const token = await file('back/a.txt', `Back again ${word()}`)
		const [first] = (await importFiles(token)).outcomes
		if (first?.kind !== 'added') throw new Error('not added')
		await call('documents.remove', { ids: [first.document] })
		expect((await importFiles(token)).outcomes).toMatchObject([{ kind: 'added', document: first.document }])
	})

	test('pasted text becomes a document with the given title', async () => {
		const { call, job, word } = scene()
		const own = word()
		const { outcomes } = await call('import.text', {
			job: job(),
			text: `Some *words* ${own}`,
			format: 'markdown',
			title: `Pasted ${own}`,
		})
		expect(outcomes).toMatchObject([{ kind: 'added', title: `Pasted ${own}` }])
		const [outcome] = outcomes
		if (outcome?.kind !== 'added') throw new Error('not added')
		expect((await call('documents.text', { id: outcome.document })).text).toContain(`Some words ${own}`)
	})

	test('pasted text without a title is named by its first words', async () => {
		const { call, job, word } = scene()
		const own = word()
		const input = { job: job(), text: `${own} said little.`, format: 'text', title: '' } as const
		expect((await call('import.text', input)).outcomes).toMatchObject([
			{ kind: 'added', file: `${own} said little.txt`, title: expect.stringContaining(own) },
		])
	})

	test('progress is told with the names of files', async () => {
		const { call, job, file, heard, word } = scene()
		const id = job()
		const files = [await file('progress/a.txt', `A ${word()}`), await file('progress/b.txt', `B ${word()}`)]
		await call('import.files', { job: id, files, html: 'page' })
		const last = await heard((change) => change.kind === 'progress' && change.job === id && change.done === 2)
		expect(last).toMatchObject({ total: 2 })
		expect(scene().changes).toContainEqual({ kind: 'progress', job: id, label: 'a.txt', done: 0, total: 2 })
	})

	test('everybody hears of a document that was added', async () => {
		const { add, heard } = scene()
		const document = await add('Heard of')
		await heard(
			(change) => change.kind === 'changed' && change.documents.includes(document) && change.history,
		)
	})

	test('an import that is stopped keeps what was added', async () => {
		const { call, job, file, directory, heard, word } = scene()
		for (let index = 100; index < 160; index++) await file(`many/${index}.txt`, `${index} ${word()}`)
		const id = job()
		const running = call('import.files', { job: id, files: [await directory('many')], html: 'article' })
		await heard((change) => change.kind === 'progress' && change.job === id)
		await call('jobs.cancel', { job: id })
		const { outcomes, cancelled } = await running
		expect(cancelled).toBe(true)
		expect(outcomes.length).toBeLessThan(60)
		const ids = outcomes.flatMap((each) => (each.kind === 'added' ? [each.document] : []))
		expect(await call('documents.rows', { ids })).toHaveLength(ids.length)
	})

	test('the sample library is added as one step', async () => {
		const { call, job } = scene()
		const before = await call('documents.list', {})
		const { outcomes } = await call('library.sample', { job: job() })
		expect(outcomes.length).toBeGreaterThanOrEqual(8)
		expect(outcomes.filter(({ kind }) => kind !== 'added')).toEqual([])
		expect((await call('themes.list', {})).length).toBeGreaterThan(5)
		expect((await call('passages.find', {})).length).toBeGreaterThan(5)
		await call('history.undo', {})
		expect(await call('documents.list', {})).toHaveLength(before.length)
		await call('history.redo', {})
		expect(await call('documents.list', {})).toHaveLength(before.length + outcomes.length)
		await call('history.undo', {})
	})
}
