import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import type { DocumentId, HighlightId, ThemeId } from '../../corpus/ids.ts'
import { inThisThread, openTestApp } from '../app/support/world.ts'
import { type Client, clientOf } from '../contract/client.ts'

const here = import.meta.dirname
const children = new Set<ChildProcess>()
const folders: string[] = []
afterEach(async () => {
	for (const child of children) child.kill('SIGKILL')
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

type Acknowledged =
	| { readonly document: DocumentId; readonly text: string }
	| { readonly theme: ThemeId }
	| { readonly highlight: HighlightId; readonly theme: ThemeId; readonly note: string }

/** Lets a process write into the library, kills it after so many acknowledged writes. @returns these and later ones */
async function writeUntilKilled(folder: string, after: number): Promise<readonly Acknowledged[]> {
	const child = spawn(
		process.execPath,
		['--import', join(here, '../support/rawfiles.ts'), join(here, 'crash/writer.ts'), folder],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	)
	children.add(child)
	const acknowledged: Acknowledged[] = []
	for await (const line of createInterface(child.stdout)) {
		acknowledged.push(JSON.parse(line))
		// In the middle of whatever it does next.
		if (acknowledged.length === after) child.kill('SIGKILL')
	}
	return acknowledged
}

async function isThere(one: Acknowledged, { call }: Client): Promise<void> {
	if ('document' in one) expect((await call('documents.text', { id: one.document })).text).toBe(one.text)
	else if ('highlight' in one)
		expect(await call('highlights.get', { ids: [one.highlight] })).toMatchObject([
			{ taggings: [{ theme: one.theme }], note: { body: one.note } },
		])
	else expect((await call('themes.list', {})).map(({ id }) => id)).toContain(one.theme)
}

test('what was acknowledged outlives the death of the process, and the lock does not', async () => {
	const root = await mkdtemp(join(tmpdir(), 'commonplace-crash-'))
	folders.push(root)
	const folder = join(root, 'library')
	const acknowledged: Acknowledged[] = []
	for (const after of [1, 2, 9, 30]) acknowledged.push(...(await writeUntilKilled(folder, after)))
	expect(acknowledged.length).toBeGreaterThanOrEqual(42)

	const { app, close } = await openTestApp({ folder, startWorker: inThisThread })
	const client = clientOf(app.bridge)
	for (const each of acknowledged) await isThere(each, client)

	// The originals are whole, and undoing goes on where the dead process left off.
	for (const hash of (await readdir(join(folder, 'originals'))).filter((name) => /^[0-9a-f]{64}$/.test(name)))
		expect(await readFile(join(folder, 'originals', hash), 'utf8')).toMatch(/^Document \d+ of \d+\.$/)
	const before = await client.call('library.info', {})
	await client.call('history.goto', { step: null })
	expect(await client.call('library.info', {})).toMatchObject({ documents: 0, highlights: 0 })
	const [last] = await client.call('history.list', {})
	await client.call('history.goto', { step: last?.id ?? null })
	expect(await client.call('library.info', {})).toEqual(before)
	await close()
}, 120_000)
