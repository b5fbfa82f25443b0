import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandSwitches } from '../../main/commandline/switches.ts'
import { runtime, staged } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

/** Starts the desktop's entry with a command, as the installed `commonplace` does: without any display. */
const start = (folder: string, ...words: string[]) => startWith(commandSwitches, folder, words)

/** What is not for commands: the program starts itself again with their switches. */
const untold = ['--no-sandbox', '--log-level=3']

function startWith(switches: readonly string[], folder: string, words: readonly string[]) {
	const child = spawn(runtime()?.executable ?? '', [...switches, staged, ...words], {
		cwd: folder,
		env: {
			...process.env,
			DISPLAY: undefined,
			WAYLAND_DISPLAY: undefined,
			COMMONPLACE_HOME: join(folder, 'home'),
			COMMONPLACE_LIBRARY: join(folder, 'library'),
			TMPDIR: join(folder, 'temporary'),
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let out = ''
	let complaints = ''
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		out += text
	})
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaints += text
	})
	const ended = once(child, 'close').then(([code]) => ({ code, out, complaints }))
	return { child, ended, out: () => out }
}

test.beforeEach(({ folder }) => {
	mkdirSync(join(folder, 'temporary'))
	test.skip(process.platform !== 'linux' || runtime() === null, 'The launcher is that of Linux.')
})

test('commands of the installed program print results only, and end with their code', async ({ folder }) => {
	const commonplace = (...words: string[]) => start(folder, ...words).ended
	writeFileSync(join(folder, 'lamp.md'), '# A lamp\n\nIt was lit at dusk.\n')
	const refused = await commonplace('documents')
	expect(refused).toMatchObject({ code: 1, out: '' })
	expect(refused.complaints).toContain('There is no library')

	// A parser of its own reads the file, though nothing here runs as Node.
	const imported = await commonplace('import', 'lamp.md')
	expect(imported).toMatchObject({ code: 0, complaints: '' })
	const [, id = ''] = /^added (\S+)\t.+\n$/.exec(imported.out) ?? []

	const found = await commonplace('search', 'dusk', '--json')
	expect(found).toMatchObject({ code: 0, complaints: '' })
	expect(JSON.parse(found.out)).toEqual([expect.objectContaining({ documentId: id, start: 21, end: 25 })])

	const listed = await commonplace('--json', 'documents')
	expect(listed).toMatchObject({ code: 0, complaints: '' })
	expect(JSON.parse(listed.out)).toMatchObject([{ id }])

	// What `import *` finds may be named as a switch of Chromium, which must not follow it.
	const misled = await commonplace('import', '--utility-cmd-prefix=sh lamp.sh', 'lamp.md')
	expect(misled).toMatchObject({ code: 2, out: '' })
	expect(misled.complaints).toContain('There is no option --utility-cmd-prefix here')
	writeFileSync(join(folder, '--no-zygote'), '# Another lamp\n')
	expect(await commonplace('import', '--', '--no-zygote')).toMatchObject({ code: 0, complaints: '' })

	expect((await commonplace('--version')).out).toMatch(/^commonplace \d+\.\d+\.\d+\n$/)
})

test('a served library is there until Ctrl+C, and nothing is left behind', async ({ folder }) => {
	const { child, ended, out } = start(folder, 'serve', '--no-open', '--json')
	await expect.poll(out).toContain('\n')
	const { url } = JSON.parse(out())
	expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400)
	child.kill('SIGINT')
	expect(await ended).toMatchObject({ code: 0, complaints: '' })
	expect(readdirSync(join(folder, 'temporary'))).toEqual([])
})

test('a command runs also where Chromium was not told that it needs no display', async ({ folder }) => {
	const { ended } = startWith(untold, folder, ['undo', '--help'])
	const { code, out } = await ended
	expect(code).toBe(0)
	expect(out).toContain('commonplace undo')
})

test('a command ends with the program that was told to run it', async ({ folder }) => {
	const { child, ended, out } = startWith(untold, folder, ['serve', '--no-open', '--json'])
	await expect.poll(out).toContain('\n')
	const { url } = JSON.parse(out())
	child.kill('SIGTERM')
	// Its output closes when the last that holds it has ended.
	await ended
	await expect(fetch(url)).rejects.toThrow()
	expect(readdirSync(join(folder, 'temporary'))).toEqual([])
})

test('a command that is stopped says so by its code', async ({ folder }) => {
	mkdirSync(join(folder, 'articles'))
	for (let n = 0; n < 300; n += 1)
		writeFileSync(join(folder, 'articles', `${n}.md`), `# Article ${n}\n\nWords.\n`)
	const { child, ended } = start(folder, 'import', 'articles')
	await expect.poll(() => existsSync(join(folder, 'library', 'lock.sqlite'))).toBe(true)
	child.kill('SIGINT')
	expect((await ended).code).toBe(130)
	expect(readdirSync(join(folder, 'temporary'))).toEqual([])
})
