import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startChildParser } from '../../main/app/childparser.ts'
import { asThreads, openTestApp } from '../app/support/world.ts'
import { clientOf } from '../contract/client.ts'

const entry = join(import.meta.dirname, 'parsers/badparser.mjs')

test('files that break their parser are refused with a reason, all others get in', async () => {
	const { app, root, close } = await openTestApp({
		startWorker: asThreads,
		startParser: () => startChildParser(entry),
		limits: { parserTime: 2000, parserMemory: 300e6 },
	})
	const folder = join(root, 'papers')
	await mkdir(folder)
	const bad = [
		'hang',
		'sleep',
		'grow',
		'die',
		'leave',
		'throw',
		'garbage',
		'wrongid',
		'offsets',
		'bug',
		'nothing',
	]
	const good = ['a', 'f', 'k', 'p', 'z'].map((name) => `${name}good.txt`)
	for (const name of bad) await writeFile(join(folder, `${name}-file.txt`), `Bad ${name}`)
	for (const name of good) await writeFile(join(folder, name), `Good ${name}`)

	const { call, job } = clientOf(app.bridge)
	const report = await call('import.files', { job: job(), files: [app.issueToken(folder)], html: 'article' })

	const added = report.outcomes.filter(({ kind }) => kind === 'added')
	const refused = report.outcomes.flatMap((each) => (each.kind === 'refused' ? [each] : []))
	expect(added.map(({ file }) => file)).toEqual(good.map((name) => `papers/${name}`))
	expect(refused.map(({ file }) => file)).toEqual(bad.toSorted().map((name) => `papers/${name}-file.txt`))
	for (const { reason } of refused) expect(reason).toMatch(/^\p{Lu}.*\.$/u)
	expect(await call('documents.list', {})).toHaveLength(good.length)
	await close()
})

test('an engine that dies answers whoever waits, and says that what was saved is safe', async () => {
	const logged: string[] = []
	let kill = async () => {}
	const { app, close } = await openTestApp({
		startWorker: (role) => {
			const port = asThreads(role)
			if (role === 'engine') kill = () => port.terminate()
			return port
		},
		log: (_level, message) => logged.push(message),
	})
	const { call } = clientOf(app.bridge)
	await call('themes.create', { name: 'kept', parent: null })
	const waiting = app.bridge.call('themes.list', {})
	await kill()
	const replies = [await waiting, await app.bridge.call('themes.list', {})]
	expect(replies.at(-1)).toMatchObject({
		ok: false,
		code: 'internal',
		message: expect.stringContaining('safe'),
	})
	expect(logged.join()).toContain('stopped')
	await close()
})
