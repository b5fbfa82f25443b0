import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Host } from '../../../main/app/options.ts'
import { clientOf } from '../../contract/client.ts'
import { openTestApp, silentHost, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

const words = 'Rain fell on the harbour.\n'

/** A library with one document, and what its host was handed. */
async function scene(host: Partial<Host> = {}) {
	const copies: { readonly name: string; readonly text: string }[] = []
	const app = await openTestApp({
		host: {
			...silentHost,
			openCopy: async (name, bytes) => void copies.push({ name, text: new TextDecoder().decode(bytes) }),
			...host,
		},
	})
	opened.push(app)
	const client = clientOf(app.app.bridge)
	await writeFile(join(app.root, 'harbour.TXT'), words)
	const files = [app.app.issueToken(join(app.root, 'harbour.TXT'))]
	const { outcomes } = await client.call('import.files', { job: client.job(), files, html: 'article' })
	const [outcome] = outcomes
	if (outcome?.kind !== 'added') throw new Error('Not added')
	const originals = join(app.folder, 'originals')
	const [hash = ''] = await readdir(originals)
	return { ...app, ...client, copies, id: outcome.document, original: join(originals, hash) }
}

test('another program gets a copy of the bytes, under the name of the file', async () => {
	const { call, id, copies } = await scene()
	expect(await call('documents.openOriginal', { id })).toEqual({ kind: 'done', name: 'harbour.txt' })
	expect(copies).toEqual([{ name: 'harbour.txt', text: words }])
})

test('a copy is saved where the reader says, to the letter', async () => {
	const asked: string[] = []
	let answer: string | null = null
	const { call, id, root, folder } = await scene({
		choosePlace: async (name) => {
			asked.push(name)
			return answer
		},
	})
	expect(await call('documents.saveOriginal', { id })).toEqual({ kind: 'cancelled' })
	answer = join(root, 'saved.txt')
	expect(await call('documents.saveOriginal', { id })).toEqual({ kind: 'done', name: answer })
	expect(await readFile(answer, 'utf8')).toBe(words)
	expect(asked).toEqual(['harbour.txt', 'harbour.txt'])
	answer = join(folder, 'library.sqlite')
	await expect(call('documents.saveOriginal', { id })).rejects.toThrow('folder of the library itself')
	answer = join(folder, 'originals', 'mine.txt')
	await expect(call('documents.saveOriginal', { id })).rejects.toThrow('folder of the library itself')
	expect(await call('documents.list', {})).toHaveLength(1)
})

test('where files are downloaded, the copy waits for that', async () => {
	const offered: string[] = []
	const { call, id } = await scene({
		offerDownload: (name) => {
			offered.push(name)
			return `/download/${offered.length}`
		},
	})
	expect(await call('documents.openOriginal', { id })).toEqual({ kind: 'download', url: '/download/1' })
	expect(await call('documents.saveOriginal', { id })).toEqual({ kind: 'download', url: '/download/2' })
	expect(offered).toEqual(['harbour.txt', 'harbour.txt'])
})

test('an original that is missing or damaged is not handed out, and the reader is told what is safe', async () => {
	const { refusal, id, original, copies, logged } = await scene()
	await chmod(original, 0o600)
	for (const damaged of [words.toUpperCase(), words.slice(1), `${words}more`]) {
		await writeFile(original, damaged)
		const { code, message } = await refusal('documents.openOriginal', { id })
		expect(['refused', 'not-found']).toContain(code)
		expect(message).toContain('Its text, highlights and notes are safe.')
	}
	await rm(original)
	expect(await refusal('documents.saveOriginal', { id })).toMatchObject({ code: 'not-found' })
	await mkdir(original)
	expect(await refusal('documents.openOriginal', { id })).toMatchObject({ code: 'not-found' })
	expect(copies).toEqual([])
	expect(logged).toEqual([])
})

test('a document that was removed has no original to open', async () => {
	const { call, refusal, id } = await scene()
	await call('documents.remove', { ids: [id] })
	expect(await refusal('documents.openOriginal', { id })).toMatchObject({ code: 'not-found' })
})
