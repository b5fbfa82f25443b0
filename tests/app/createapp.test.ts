import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import type { DocumentId, HighlightId, JobId, VersionId } from '../../corpus/ids.ts'
import type { Host } from '../../main/app/options.ts'
import type { Change } from '../../preload/bridge.ts'
import { type Client, clientOf } from '../contract/client.ts'
import {
	asThreads,
	bareProgram,
	inThisThreadBut,
	openTestApp,
	silentHost,
	type TestApp,
} from './support/world.ts'

const opened: TestApp[] = []
const open: typeof openTestApp = async (differing) => {
	const app = await openTestApp(differing)
	opened.push(app)
	return app
}
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

const add = async ({ call, job }: Client, text: string, format: 'text' | 'html' = 'text') => {
	const { outcomes } = await call('import.text', { job: job(), text, format, title: '' })
	const [outcome] = outcomes
	if (outcome?.kind !== 'added') throw new Error(JSON.stringify(outcomes))
	return outcome.document
}

test.each([
	['in this thread', {}],
	['with threads', { startWorker: asThreads }],
])('a library that is open is not opened again (%s)', async (_name, how) => {
	const { folder, app } = await open(how)
	await expect(openTestApp({ ...how, folder })).rejects.toMatchObject({ name: 'UserError', code: 'locked' })
	await app.close()
	await open({ ...how, folder })
})

test('a library of a newer Commonplace is left alone', async () => {
	const { folder, app } = await open()
	await app.close()
	const file = join(folder, 'library.sqlite')
	const database = new Database(file)
	database.pragma('user_version = 9999')
	database.close()
	const before = await readFile(file)
	await expect(openTestApp({ folder })).rejects.toMatchObject({ code: 'newer' })
	expect(await readFile(file)).toEqual(before)
})

test('a folder of other things is no library, and stays as it is', async () => {
	const { root } = await open()
	const folder = join(root, 'photos')
	await mkdir(folder)
	await writeFile(join(folder, 'cat.jpg'), 'x')
	await expect(openTestApp({ folder })).rejects.toMatchObject({ code: 'not-a-library' })
	expect(await readdir(folder)).toEqual(['cat.jpg'])
})

test('closing leaves one file, ends what runs, and may be asked twice', async () => {
	const { app, folder } = await open({ startWorker: asThreads })
	const client = clientOf(app.bridge)
	await add(client, 'Some words.')
	const importing = client.call('import.files', {
		job: 'j' as JobId,
		files: [app.issueToken(folder)],
		html: 'article',
	})
	await Promise.all([app.close(), app.close()])
	await importing.catch(() => {})
	expect((await readdir(folder)).filter((name) => name.startsWith('library'))).toEqual(['library.sqlite'])
	expect(await app.bridge.call('documents.list', {})).toMatchObject({
		ok: false,
		code: 'cancelled',
		message: 'The library is closed.',
	})
})

test('a part that does not close for a mistake of the program is logged with all that is known', async () => {
	const mistake = new TypeError('no such port')
	const logged: unknown[] = []
	const { app } = await open({
		startWorker: inThisThreadBut((method) => {
			if (method === 'close') throw mistake
			return null
		}),
		log: (...line) => logged.push(line),
	})
	await app.close()
	expect(logged).toEqual([['warning', 'A part did not close', mistake]])
})

test('what is in the library can be shown, and nothing else', async () => {
	const { app } = await open()
	const client = clientOf(app.bridge)
	const document = await add(client, 'Shown.')
	const target = { kind: 'document', document, offset: 3 } as const
	expect(await app.show(target)).toBe(true)
	expect(client.changes).toContainEqual({ kind: 'show', target })
	expect(await app.show({ kind: 'highlight', highlight: 'unknown' as HighlightId })).toBe(false)
})

test('originals are kept as they came', async () => {
	const { app } = await open()
	const document = await add(clientOf(app.bridge), 'To the letter.\r\n\r\n')
	const original = await app.originalOf(document)
	expect(original?.fileName).toBe('To the letter.txt')
	expect(await readFile(original?.path ?? '', 'utf8')).toBe('To the letter.\r\n\r\n')
	expect(await app.originalOf('unknown' as DocumentId)).toBeNull()
})

test('pictures come out as they went in', async () => {
	const { app } = await open()
	const client = clientOf(app.bridge)
	// The smallest picture, with as much after its end as counters do not have.
	const dot =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
	const png = Buffer.concat([Buffer.from(dot, 'base64'), Buffer.alloc(60)]).toString('base64')
	const document = await add(
		client,
		`<html><body><p>Words before the picture.</p><p><img alt="a dot" src="data:image/png;base64,${png}"></p></body></html>`,
		'html',
	)
	const { version } = await client.call('documents.get', { id: document })
	const { marks } = await client.call('documents.text', { id: document })
	const picture = marks.find((mark) => mark.kind === 'picture')
	if (picture?.kind !== 'picture' || picture.asset === null) throw new Error('no picture')
	const asset = await app.assets(version, picture.asset)
	expect(asset?.mediaType).toBe('image/png')
	expect(Buffer.from(asset?.bytes ?? []).toString('base64')).toBe(png)
	expect(await app.assets(version, 'unknown')).toBeNull()
	expect(await app.assets('unknown' as VersionId, picture.asset)).toBeNull()
})

test('listeners hear until they stop listening', async () => {
	const { app } = await open()
	const heard: Change[] = []
	const stop = app.bridge.onChange((change) => heard.push(change))
	const client = clientOf(app.bridge)
	await client.call('themes.create', { name: 'one', parent: null })
	expect(heard).toHaveLength(1)
	stop()
	await client.call('themes.create', { name: 'two', parent: null })
	expect(heard).toHaveLength(1)
})

test('the writer has heard of the change when it gets the answer', async () => {
	const { app } = await open({ startWorker: asThreads })
	const client = clientOf(app.bridge)
	const theme = await client.call('themes.create', { name: 'one', parent: null })
	expect(client.changes).toMatchObject([{ kind: 'changed', themes: [theme] }])
})

test('the host asks the reader; the page gets tokens, never paths', async () => {
	const asked: string[] = []
	const host: Host = {
		...silentHost,
		chooseFiles: async (kind) => {
			asked.push(`files ${kind}`)
			return ['/home/ana/a.md', '/home/ana/b.md']
		},
		chooseFolder: async (kind) => {
			asked.push(`folder ${kind}`)
			return kind === 'library' ? '/home/ana/other' : null
		},
		openLibrary: async (folder) => void asked.push(`open ${folder}`),
		showFolder: async (folder) => void asked.push(`show ${folder}`),
		openLink: async (href) => void asked.push(`link ${href}`),
	}
	const { app, folder } = await open({ host, program: { ...bareProgram, licencesFolder: '/usr/lib/c' } })
	const { call } = clientOf(app.bridge)
	const tokens = await call('files.choose', { kind: 'documents' })
	expect(tokens).toHaveLength(2)
	expect(JSON.stringify(tokens)).not.toContain('ana')
	expect(await call('files.choose', { kind: 'export-folder' })).toEqual([])
	expect(await call('library.choose', {})).toBe(true)
	await call('links.open', { href: 'HTTPS://example.org/a b' })
	await call('program.showFolder', { which: 'library' })
	await call('program.showFolder', { which: 'licences' })
	expect(asked).toEqual([
		'files documents',
		'folder export',
		'folder library',
		'open /home/ana/other',
		'link https://example.org/a%20b',
		`show ${folder}`,
		'show /usr/lib/c',
	])
})

test('a face that cannot ask says so', async () => {
	const { app } = await open()
	const { refusal } = clientOf(app.bridge)
	expect(await refusal('files.choose', { kind: 'folder' })).toMatchObject({ code: 'unsupported' })
})

test('a file that is too large is refused', async () => {
	const { app, root } = await open({ limits: { fileSize: 1000 } })
	await writeFile(join(root, 'large.txt'), 'x'.repeat(1001))
	const { call, job } = clientOf(app.bridge)
	const files = [app.issueToken(join(root, 'large.txt'))]
	expect(await call('import.files', { job: job(), files, html: 'article' })).toMatchObject({
		outcomes: [{ kind: 'refused', file: 'large.txt', reason: expect.stringContaining('larger') }],
	})
})
