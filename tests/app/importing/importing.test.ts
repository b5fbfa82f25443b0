import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { clientOf } from '../../contract/client.ts'
import { paragraphDocument, stubParser } from '../support/stubparser.ts'
import { openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

/** Each line of a file is a document. */
const lineParser = stubParser(({ bytes }) => {
	const lines = new TextDecoder().decode(bytes).split('\n').filter(Boolean)
	const several = lines.length > 1
	return lines.map((line, index) => ({
		...paragraphDocument(several ? `${index + 1}` : '', line),
		warnings: several ? [`Part ${index + 1} was cut.`] : [],
	}))
})

async function scene() {
	const app = await openTestApp({ startParser: lineParser })
	opened.push(app)
	const folder = join(app.root, 'papers')
	await mkdir(folder)
	const client = clientOf(app.app.bridge)
	return {
		...app,
		...client,
		importPapers: async (papers: Readonly<Record<string, string>>) => {
			for (const [name, content] of Object.entries(papers)) await writeFile(join(folder, name), content)
			const files = [app.app.issueToken(folder)]
			return client.call('import.files', { job: client.job(), files, html: 'article' })
		},
	}
}

test('one file may give several documents, present and undone together', async () => {
	const { call, importPapers } = await scene()
	const { outcomes } = await importPapers({ 'rows.txt': 'First row\nSecond row\nThird row' })
	expect(outcomes).toMatchObject([
		{ kind: 'added', title: 'First row', warnings: ['Part 1 was cut.'] },
		{ kind: 'added', title: 'Second row' },
		{ kind: 'added', title: 'Third row' },
	])
	expect((await importPapers({})).outcomes.map(({ kind }) => kind)).toEqual(['present', 'present', 'present'])
	await call('history.undo', {})
	expect(await call('documents.list', {})).toEqual([])
})

test('the same bytes twice in one import are one document and one original', async () => {
	const { importPapers, folder } = await scene()
	const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.txt`)
	const { outcomes } = await importPapers(Object.fromEntries(names.map((name) => [name, 'The same.'])))
	expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'present', 'present', 'present'])
	expect(outcomes.map(({ file }) => file)).toEqual(names.map((name) => `papers/${name}`))
	expect(await readdir(join(folder, 'originals'))).toHaveLength(1)
})

test('what the reader does meanwhile is a step of its own', async () => {
	const { call, importPapers, heard } = await scene()
	const papers = Object.fromEntries(
		Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `Text ${index}`]),
	)
	const importing = importPapers(papers)
	await heard((change) => change.kind === 'changed' && change.documents.length > 0)
	await call('themes.create', { name: 'meanwhile', parent: null })
	await importing
	const names = (await call('history.list', {})).map(({ name }) => name)
	expect(names.filter((name) => name === 'Add 20 files').length).toBeLessThanOrEqual(2)
	await call('history.goto', { step: null })
	expect(await call('documents.list', {})).toEqual([])
})

test('two imports with one job are not run at once', async () => {
	const { app, root, call, refusal } = await scene()
	const input = { job: 'one' as never, files: [app.issueToken(root)], html: 'page' as const }
	const first = call('import.files', input)
	expect(await refusal('import.files', input)).toMatchObject({ code: 'invalid' })
	await first
})
