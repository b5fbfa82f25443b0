import { join } from 'node:path'
import type { JobId } from '../../../corpus/ids.ts'
import { asThreads, openTestApp } from '../../app/support/world.ts'
import { clientOf } from '../../contract/client.ts'

/**
 * A process that writes into the library in the folder it is given, and says what was acknowledged, one
 * JSON line each, until it is killed.
 */
const folder = process.argv[2] ?? ''
const { app } = await openTestApp({ folder: join(folder), startWorker: asThreads })
const { call } = clientOf(app.bridge)
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)

for (let number = 0; ; number++) {
	const text = `Document ${number} of ${process.pid}.`
	const { outcomes } = await call('import.text', {
		job: `job-${number}` as JobId,
		text,
		format: 'text',
		title: '',
	})
	const [outcome] = outcomes
	if (outcome?.kind !== 'added') throw new Error(JSON.stringify(outcomes))
	const { document } = outcome
	say({ document, text: `${text}\n` })
	const theme = await call('themes.path', { path: `theme ${number} of ${process.pid}` })
	say({ theme })
	const highlight = await call('highlights.create', {
		document,
		start: 0,
		end: 8,
		themes: [theme],
		note: text,
	})
	say({ highlight, theme, note: text })
}
