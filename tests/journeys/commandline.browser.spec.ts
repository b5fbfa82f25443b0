import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

/** Runs the built program as `npx` does: as an executable file of its own. */
const commonplace = (home: string, ...words: string[]) =>
	new Promise<{ readonly code: number; readonly out: string; readonly complaints: string }>((resolve) => {
		execFile(
			join(root, 'out/main/cli.js'),
			words,
			// The test runner's wish for colours, beside a wish for none, makes Node complain.
			{ env: { ...process.env, FORCE_COLOR: undefined, COMMONPLACE_HOME: home } },
			(error, out, complaints) => resolve({ code: Number(error?.code ?? 0), out, complaints }),
		)
	})

test('what is done in a terminal is seen in the page', async ({ openApp, folder }) => {
	const home = join(folder, 'home')
	const library = join(folder, 'library')
	writeFileSync(join(folder, 'lamp.md'), '# A lamp\n\nIt was lit at dusk.\n')
	const imported = await commonplace(home, 'import', join(folder, 'lamp.md'), '--library', library)
	expect(imported).toMatchObject({ code: 0, complaints: '' })
	const [, id = ''] = /^added (\S+)\t.+\n$/.exec(imported.out) ?? []
	const marked = await commonplace(
		home,
		...['highlight', id, '--quote', 'lit at dusk', '--theme', 'light/evening', '--library', library],
	)
	expect(marked).toMatchObject({ code: 0, complaints: '' })

	const app = await openApp(library)
	await expect(app.page.getByText('A lamp').first()).toBeVisible()
	await expect(app.page.getByText('evening').first()).toBeVisible()

	const second = await commonplace(home, 'documents', '--library', library)
	expect(second).toMatchObject({ code: 1, out: '' })
	expect(second.complaints).toContain('open')
})

test('a library is served also where nothing can be remembered', async ({ folder }) => {
	writeFileSync(join(folder, 'file'), '')
	const child = spawn(
		join(root, 'out/main/cli.js'),
		['serve', '--no-open', '--json', '--library', join(folder, 'library')],
		{
			env: { ...process.env, FORCE_COLOR: undefined, COMMONPLACE_HOME: join(folder, 'file', 'home') },
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	)
	let complaints = ''
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaints += text
	})
	const ended = once(child, 'close')
	const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
	expect((await fetch(JSON.parse(line).url, { redirect: 'manual' })).status).toBeLessThan(400)
	child.kill('SIGTERM')
	expect((await ended)[0]).toBe(0)
	expect(complaints).toMatch(/^warning: What was open last cannot be remembered .*cannot be made/)
})
