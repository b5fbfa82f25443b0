import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { switches } from '../../main/launch/runtime.ts'
import { runtime, staged } from '../support/desktop.ts'
import { familyOf, openPorts } from '../support/processes.ts'
import { expect, test } from './support/fixtures.ts'

test('the desktop opens no port', async ({ folder }) => {
	const electron = runtime()
	test.skip(process.platform !== 'linux' || electron === null, 'Asks the kernel of Linux.')
	const home = join(folder, 'home')
	const library = join(folder, 'library')
	mkdirSync(library)
	// Not by Playwright, which talks to the app through ports of its own.
	const app = spawn(electron?.executable ?? '', [...switches(), staged, '--library', library], {
		env: { ...process.env, COMMONPLACE_HOME: home },
		stdio: 'ignore',
		detached: true,
	})
	const ended = once(app, 'exit')
	try {
		await expect.poll(() => existsSync(join(home, 'memory.json'))).toBe(true)
		const family = familyOf(app.pid ?? 0)
		expect(family.length).toBeGreaterThan(1)
		expect(openPorts(family)).toEqual([])
	} finally {
		app.kill('SIGTERM')
		await ended
	}
})
