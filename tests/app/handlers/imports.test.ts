import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { clientOf } from '../../contract/client.ts'
import { inThisThreadBut, openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

test('an import tells what was added also where no room is left to name its step', async () => {
	const full = { ok: false, code: 'disk-full', message: 'Nothing was changed.' } as const
	const { app, root, logged, ...rest } = await openTestApp({
		startWorker: inThisThreadBut((method) => (method === 'import.name' ? full : null)),
	})
	opened.push({ app, root, logged, ...rest })
	const { call, job } = clientOf(app.bridge)
	const paths = ['a.txt', 'b.txt'].map((name) => join(root, name))
	for (const path of paths) await writeFile(path, path)
	const files = paths.map((path) => app.issueToken(path))
	const { outcomes } = await call('import.files', { job: job(), files, html: 'article' })
	expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added'])
	const pasted = await call('import.text', { job: job(), text: 'Pasted.', format: 'text', title: '' })
	expect(pasted.outcomes).toMatchObject([{ kind: 'added' }])
	expect(await call('documents.list', {})).toHaveLength(3)
	expect(logged).toEqual(
		Array(2).fill(expect.stringMatching(/^warning: The step of an import .*Nothing was changed/)),
	)
})
