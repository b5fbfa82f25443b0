import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asThreads, openTestApp } from '../../app/support/world.ts'
import { clientOf } from '../../contract/client.ts'

/**
 * A process that adds texts to a library in the folder it is given until the disk is full, closes it, and says
 * how many were added, what refused the next and what was logged, as one line of JSON.
 */
const disk = process.argv[2] ?? ''
const { app, logged } = await openTestApp({ folder: join(disk, 'library'), startWorker: asThreads })
const { call, job } = clientOf(app.bridge)
const words = 'A word among others. '.repeat(500)
let added = 0
for (let refusal: string | null = null; refusal === null; ) {
	const text = `${added} ${words}`
	const { outcomes } = await call('import.text', { job: job(), text, format: 'text', title: `${added}` })
	const [outcome] = outcomes
	if (outcome?.kind === 'added') added += 1
	else refusal = JSON.stringify(outcome)
}
try {
	for (let size = 65_536; size >= 1; size /= 2)
		writeFileSync(join(disk, 'rest'), 'x'.repeat(size), { flag: 'a' })
} catch {
	// Now it is full to the brim.
}
await app.close()
process.stdout.write(`${JSON.stringify({ added, logged })}\n`)
