import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { AppOptions } from '../../../main/app/options.ts'
import type { ExportSpec } from '../../../preload/calls/export.ts'
import { clientOf } from '../../contract/client.ts'
import { openTestApp } from '../support/world.ts'

/** An application with a document, and a folder for its export that does not exist yet. */
async function desk(face: AppOptions['face']) {
	const { app, root, close } = await openTestApp({ face })
	onTestFinished(close)
	const client = clientOf(app.bridge)
	const { call, job } = client
	await call('import.text', { job: job(), text: 'A lamp was lit.', format: 'text', title: 'Lamps' })
	const drive = join(root, 'drive')
	const folder = join(drive, 'notes')
	const spec: ExportSpec = {
		...{ scope: { kind: 'library' }, by: 'document', preset: 'plain', template: null },
		folder: app.issueToken(folder),
	}
	return { ...client, root, drive, folder, spec }
}

test('a folder that is gone is not made anew', async () => {
	const { call, refusal, job, root, drive, folder, spec } = await desk('desktop')
	await mkdir(folder, { recursive: true })
	await call('export.run', { job: job(), spec })
	expect(await readdir(folder)).toContain('Lamps.md')
	await rm(drive, { recursive: true })
	const before = await readdir(root)
	const gone = {
		code: 'not-found',
		message: expect.stringMatching(/drive.*Nothing was written.*another folder/),
	}
	expect(await refusal('export.again', { job: job() })).toMatchObject(gone)
	const last = await call('export.last', {})
	for (const method of ['export.preview', 'export.run'])
		expect(await refusal(method, { job: job(), spec: last?.spec })).toMatchObject(gone)
	expect(await readdir(root)).toEqual(before)

	await mkdir(folder, { recursive: true })
	await call('export.again', { job: job() })
	expect(await readdir(folder)).toContain('Lamps.md')
})

test('a folder that is named on the command line is made', async () => {
	const { call, job, folder, spec } = await desk('command-line')
	await call('export.run', { job: job(), spec })
	expect(await readdir(folder)).toContain('Lamps.md')
})
