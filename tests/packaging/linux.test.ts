import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandPlace, firstWords, verbNames } from '../../main/commandline/names.ts'
import { commandSwitches } from '../../main/commandline/switches.ts'
import { makeDeb } from '../../main/packaging/linux/debian.ts'
import { launcher } from '../../main/packaging/linux/launcher.ts'

const own = join(import.meta.dirname, '../../main/packaging/linux')
const folder = mkdtempSync(join(tmpdir(), 'commonplace-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, content: string, mode = 0o644): string {
	const file = join(folder, path)
	mkdirSync(dirname(file), { recursive: true })
	writeFileSync(file, content)
	chmodSync(file, mode)
	return file
}

const hasShell = existsSync('/bin/sh')

describe.skipIf(!hasShell)('the command that the package installs', () => {
	const program = put('program', '#!/bin/sh\nprintf "<%s>" "$@"\n', 0o755)
	const script = put('launcher', launcher(program), 0o755)
	const run = (words: readonly string[], env: Record<string, string>) =>
		spawnSync(script, words, { encoding: 'utf8', env: { PATH: '/usr/bin:/bin', ...env } })
	const said = (words: readonly string[]) => words.map((word) => `<${word}>`).join('')

	it('runs each command without a display, word for word', () => {
		for (const word of firstWords)
			expect(run([word, 'a b', '"c"', '--json'], {}).stdout).toBe(
				said([...commandSwitches, word, 'a b', '"c"', '--json']),
			)
	})

	it('leaves everything else to the window', () => {
		for (const words of [['a b.pdf', 'search'], ['--library', 'export'], ['commonplace://l/note/n']])
			expect(run(words, { DISPLAY: ':1' }).stdout).toBe(said(words))
		expect(run([], { WAYLAND_DISPLAY: 'w' }).stdout).toBe('<>')
	})

	it('knows commands behind options, as the program does', () => {
		const cases = [
			['--json', 'documents'],
			['--library', 'my library', 'search', 'a b'],
			['--library', 'search', 'themes'],
			['--library=b', '--json', 'undo'],
			['--', 'search'],
			['--library', 'export'],
			['--library', 'export', 'a.pdf', 'search'],
			['--library=search', 'a.pdf'],
			['--library'],
			['--json'],
			['', 'search'],
			['-', 'redo'],
		]
		for (const words of cases)
			expect(run(words, { DISPLAY: ':1' }).stdout).toBe(
				said(commandPlace(words) === -1 ? words : [...commandSwitches, ...words]),
			)
		expect(cases.filter((words) => commandPlace(words) === -1)).toHaveLength(6)
	})

	it('says what to do where no window can be', () => {
		const { status, stdout, stderr } = run(['a.pdf'], {})
		expect([status, stdout]).toEqual([1, ''])
		expect(stderr).toContain('commonplace --help')
	})
})

describe.skipIf(!hasShell)('removing the package', () => {
	/** Two users; the first of them keeps a library on a drive as well. */
	const memory = {
		library: '/nowhere/gone',
		libraries: { 'a-1': join(folder, 'drive', 'the “best” "one"'), 'a-2': '/nowhere/gone' },
		window: { x: 0, y: 0 },
	}
	put('home/an/.config/commonplace/memory.json', JSON.stringify(memory, null, '\t'))
	put('home/an/.config/commonplace/library/library.sqlite', '')
	put('drive/the “best” "one"/library.sqlite', '')
	put('home/binh/.config/commonplace/memory.json', '{ "library": "/x\u001b[2J"')
	put('home/chi/.profile', '')
	const people = ['an', 'binh', 'chi'].map((name) => `${name}:x:1:1::${folder}/home/${name}:/bin/sh`)
	put('bin/getent', `#!/bin/sh\ncat <<'END'\n${people.join('\n')}\nEND\n`, 0o755)
	const after = (...words: string[]) =>
		spawnSync('/bin/sh', [join(own, 'postrm'), ...words], {
			encoding: 'utf8',
			env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
		})

	it('says where the libraries of all users stay', () => {
		const { status, stdout, stderr } = after('remove')
		expect([status, stderr]).toEqual([0, ''])
		expect(stdout.split('\n').filter((line) => line.startsWith('  '))).toEqual([
			`  ${folder}/drive/the “best” "one"`,
			`  ${folder}/home/an/.config/commonplace/library`,
		])
	})

	it('does so in words alone: everything is still there', () => {
		after('remove')
		after('purge')
		expect(existsSync(join(folder, 'home/an/.config/commonplace/library/library.sqlite'))).toBe(true)
		expect(existsSync(join(folder, 'home/an/.config/commonplace/memory.json'))).toBe(true)
	})

	it('passes nothing of a file on that could command a terminal', () => {
		put('x\u001b[2J/library.sqlite', '')
		put('home/binh/.config/commonplace/memory.json', `\t"library": "${join(folder, 'x\u001b[2J')}"`)
		expect(after('remove').stdout).toContain(`${folder}/x[2J`)
		// The same beyond ASCII; beside it letters with bytes like those of that sign.
		put('“ở” x\u009b2J/library.sqlite', '')
		put('home/binh/.config/commonplace/memory.json', `\t"library": "${join(folder, '“ở” x\u009b2J')}"`)
		expect(after('remove').stdout).toContain(`${folder}/“ở” x?2J`)
	})

	it('is silent while another version is installed, and says on purge what stays', () => {
		for (const word of ['upgrade', 'abort-install', 'disappear']) expect(after(word, '0.1.0').stdout).toBe('')
		expect(after('purge').stdout).toContain('leaves')
	})
})

describe('what the system is told', () => {
	const entry = readFileSync(join(own, 'commonplace.desktop'), 'utf8')
	const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(entry)?.[1] ?? ''

	it('names the types and the links that the program opens, with the words that it is started by', () => {
		const types = value('MimeType').split(';')
		for (const type of [
			'application/pdf',
			'application/epub+zip',
			'text/html',
			'text/markdown',
			'text/plain',
		])
			expect(types).toContain(type)
		expect(types).toContain('x-scheme-handler/commonplace')
		expect(value('Exec')).toBe('/usr/bin/commonplace %U')
	})

	it('belongs to the windows of the program', () => {
		const manifest = JSON.parse(readFileSync(join(own, '../../../package.json'), 'utf8'))
		expect(manifest.desktopName).toBe('commonplace.desktop')
		expect(value('StartupWMClass')).toBe('Commonplace')
	})

	it('holds a manual of every command', () => {
		const manual = readFileSync(join(own, 'commonplace.1'), 'utf8').replaceAll('\\-', '-')
		for (const word of [...verbNames, 'serve', 'help', '--help', '--version'])
			expect(manual).toMatch(new RegExp(`^\\.(TP\\n\\.)?B.*[ "]${word}\\b`, 'm'))
	})

	it('makes the program the default for nothing', () => {
		for (const name of ['postrm', 'commonplace.desktop'])
			expect(readFileSync(join(own, name), 'utf8')).not.toMatch(/xdg-(mime|settings)|mimeapps/)
	})
})

const hasPackager = spawnSync('dpkg-deb', ['--version']).status === 0

describe.skipIf(!hasPackager)('the Debian package', () => {
	it('holds the program, and what joins it to the system', { timeout: 60_000 }, async () => {
		// As by a maker whose umask keeps others out.
		put('unpacked/commonplace', 'program', 0o700)
		put('unpacked/chrome-sandbox', 'sandbox', 0o755)
		put('unpacked/libEGL.so', 'library', 0o755)
		put('unpacked/LICENSE', 'MIT License\n\nPermission is granted.\n')
		put('unpacked/version', '33.0.0', 0o600)
		chmodSync(join(folder, 'unpacked'), 0o700)
		put('unpacked/resources/app/package.json', '{"name":"commonplace","version":"1.2.3"}')
		chmodSync(join(folder, 'unpacked/resources'), 0o700)
		const made = await makeDeb({
			unpacked: join(folder, 'unpacked'),
			output: folder,
			version: '1.2.3-beta.1',
			arch: 'amd64',
			maintainer: 'Somebody <somebody@example.org>',
			date: new Date(0),
			compression: 'zstd',
		})
		expect(made).toBe(join(folder, 'commonplace_1.2.3~beta.1_amd64.deb'))
		const control = execFileSync('dpkg-deb', ['--field', made], { encoding: 'utf8' })
		expect(control).toContain('Package: commonplace')
		expect(control).toMatch(/^Depends: .*libgtk-3-0t64 \| libgtk-3-0/m)

		const lines = execFileSync('dpkg-deb', ['--contents', made], { encoding: 'utf8' }).split('\n')
		const entry = (path: string) => lines.find((line) => line.endsWith(` ./${path}`)) ?? `no ${path}`
		expect(entry('usr/lib/commonplace/chrome-sandbox')).toMatch(/^-rwsr-xr-x root\/root/)
		expect(entry('usr/lib/commonplace/commonplace')).toMatch(/^-rwxr-xr-x root\/root/)
		expect(entry('usr/lib/commonplace/libEGL.so')).toMatch(/^-rw-r--r-- root\/root/)
		expect(entry('usr/lib/commonplace/version')).toMatch(/^-rw-r--r-- root\/root/)
		expect(entry('usr/lib/commonplace/resources/')).toMatch(/^drwxr-xr-x root\/root/)
		expect(entry('usr/lib/commonplace/')).toMatch(/^drwxr-xr-x root\/root/)
		expect(entry('usr/bin/commonplace')).toMatch(/^-rwxr-xr-x root\/root/)
		for (const path of [
			'usr/share/applications/commonplace.desktop',
			'usr/share/doc/commonplace/copyright',
			'usr/share/icons/hicolor/16x16/apps/commonplace.png',
			'usr/share/icons/hicolor/512x512/apps/commonplace.png',
			'usr/share/icons/hicolor/scalable/apps/commonplace.svg',
			'usr/share/man/man1/commonplace.1.gz',
			'usr/share/metainfo/app.commonplace.Commonplace.metainfo.xml',
		])
			expect(entry(path)).toMatch(/^-rw-r--r-- root\/root/)

		const out = join(folder, 'out')
		execFileSync('dpkg-deb', ['--raw-extract', made, out])
		const metainfo = join(out, 'usr/share/metainfo/app.commonplace.Commonplace.metainfo.xml')
		expect(readFileSync(metainfo, 'utf8')).toContain('version="1.2.3-beta.1" date="1970-01-01"')
		expect(readFileSync(join(out, 'usr/share/doc/commonplace/copyright'), 'utf8')).toContain(
			'License: Expat\n MIT License\n .\n Permission is granted.\n',
		)
		execFileSync('md5sum', ['--check', '--quiet', 'DEBIAN/md5sums'], { cwd: out })
	})
})
