import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackageWithOptions, getRawHeader } from '@electron/asar'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inspect } from '../../main/packaging/inspection.ts'
import { contentsOf } from '../../main/packaging/sizes.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const component = (name: string) => ({ name, version: '1', licence: 'MIT', text: 'May be used.' })
const listing = (...names: readonly string[]) => JSON.stringify(names.map(component))

/** Files of an app as a release packs it. */
const app: Files = {
	'package.json': JSON.stringify({ name: 'commonplace', version: '1.2.3', main: 'out/main/index.js' }),
	'out/main/index.js': 'start()',
	'out/preload/index.cjs': 'expose()',
	'out/renderer/index.html': '<!doctype html>',
	'out/renderer/pdfjs/cmaps/H.bcmap': 'data',
	'out/renderer/pdfjs/cmaps/LICENSE': 'May be used.',
	'out/renderer/licences.json': listing('Commonplace', 'better-sqlite3', 'SQLite'),
	'node_modules/better-sqlite3/package.json': '{}',
	'node_modules/better-sqlite3/lib/index.js': 'open()',
	'node_modules/better-sqlite3/prebuilds/linux-x64.node': 'code',
}
/** Files beside it. */
const beside: Files = {
	commonplace: new Uint8Array(6_000_000),
	'LICENSE.electron.txt': 'May be used.',
	'LICENSES.chromium.html': 'May be used.',
}

const made: string[] = []
afterEach(() => {
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

function write(folder: string, files: Files): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true })
		writeFileSync(join(folder, name), content)
	}
}

/** An unpacked program of these files. @returns its folder. Absolute */
async function program(inside: Files, outside: Files = beside): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'archive-'))
	made.push(folder)
	write(join(folder, 'app'), inside)
	write(join(folder, 'program', 'resources'), {})
	write(join(folder, 'program'), outside)
	const archive = join(folder, 'program/resources/app.asar')
	await createPackageWithOptions(join(folder, 'app'), archive, { unpack: '**/*.node' })
	// The packer is done before its last bytes are written.
	await vi.waitUntil(() => statSync(archive).size === sizeOf(archive), { timeout: 15_000 })
	return join(folder, 'program')
}

/** Bytes of a whole archive, as its header says. */
const sizeOf = (archive: string): number =>
	contentsOf(archive).reduce((sum, { size }) => sum + size, 8 + getRawHeader(archive).headerSize)

const complaints = async (inside: Files, outside?: Files) =>
	inspect(await program({ ...app, ...inside }, outside), ['/home/maker/project'])

const without = (files: Files, name: string): Files =>
	Object.fromEntries(Object.entries(files).filter(([each]) => each !== name))

describe('the inspection of a packaged program', () => {
	it('finds nothing in one as it should be', async () => {
		expect(await complaints({})).toEqual([])
	})

	it.each([
		['out/main/index.js.map', '{}', 'is a source map'],
		['out/main/index.ts', 'start()', 'is a source of a bundle'],
		['out/main/tests/index.js', 'it()', 'belongs to tests'],
		['out/renderer/index.test.js', 'it()', 'belongs to tests'],
		['out/renderer/samples/article.pdf', '%PDF', 'is of no kind that bundles consist of'],
		['shared/samples/page.html', '<p>', 'is no part of the app'],
		['tests/index.js', 'it()', 'belongs to tests'],
		['.env', 'TOKEN=1', 'is no part of the app'],
		['node_modules/vitest/index.js', 'it()', 'the package vitest is for development'],
		['node_modules/@lit/reactive-element/index.js', 'x', 'the package @lit/reactive-element'],
		['node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', 'int', 'is no part of the app'],
	])('complains of %s', async (name, content, complaint) => {
		const [found = ''] = await complaints({ [name]: content })
		expect(found).toContain(complaint)
		expect(found).toContain(name)
	})

	it.each([
		['asks for a source map', 'start()\n//# sourceMappingURL=index.js.map\n'],
		['asks for a source map', 'p {}\n/*# sourceMappingURL=index.css.map */'],
		['names /home/maker/project', 'const from = "/home/maker/project/main/index.ts"'],
		['holds a key', `const token = "npm_${'a1B2'.repeat(9)}"`],
		['holds a key', `-----BEGIN RSA PRIVATE KEY-----\n${'QUJD'.repeat(16)}`],
	])('complains of a bundle that %s', async (complaint, content) => {
		const found = await complaints({ 'out/main/index.js': content })
		expect(found).toHaveLength(1)
		expect(found[0]).toContain(`out/main/index.js ${complaint}`)
	})

	it.each(['C:\\maker\\project\\a.ts', 'C:/maker/project/a.ts', String.raw`C:\\maker\\project\\a.ts`])(
		'knows a folder of Windows in %s',
		async (path) => {
			const made = await program({ ...app, 'out/main/index.js': `from = "${path}"` })
			expect(inspect(made, ['C:\\maker\\project'])).toEqual([
				'out/main/index.js names C:\\maker\\project, a folder of the machine that made it.',
			])
		},
	)

	it('takes a bundle that knows of source maps and keys for a good one', async () => {
		const content = 'const a = /[#@] sourceMappingURL=/, b = "-----BEGIN PRIVATE KEY-----"'
		expect(await complaints({ 'out/main/index.js': content })).toEqual([])
	})

	it('reads also what lies unpacked beside the archive', async () => {
		const name = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
		expect(await complaints({ [name]: 'built in /home/maker/project/addon' })).toEqual([
			`${name} names /home/maker/project, a folder of the machine that made it.`,
		])
	})

	it('complains of large files that are not listed, inside and beside', async () => {
		const much = new Uint8Array(5_000_001)
		expect(await complaints({ 'out/main/model.js': much })).toEqual([
			'out/main/model.js has 5.0 MB, more than 5.0 MB, and is not listed.',
		])
		expect(await complaints({}, { ...beside, 'resources/film.mp4': much })).toEqual([
			'resources/film.mp4 has 5.0 MB, more than 5.0 MB, and is not listed.',
		])
	})

	it('complains of what only development needs of package.json', async () => {
		const manifest = JSON.stringify({ name: 'commonplace', scripts: {}, devDependencies: {} })
		expect(await complaints({ 'package.json': manifest })).toEqual([
			'package.json says its scripts.',
			'package.json says its devDependencies.',
		])
	})

	it('complains of licences that are missing', async () => {
		const list = 'out/renderer/licences.json'
		expect(inspect(await program(without(app, list)), [])).toEqual([
			'The licences of what is inside are missing.',
		])
		expect(await complaints({ [list]: listing('Commonplace', 'better-sqlite3') })).toEqual([
			'The list of licences lacks SQLite.',
		])
		const bare = JSON.parse(listing('Commonplace', 'better-sqlite3', 'SQLite', 'lit'))
		bare[3].text = ''
		expect(await complaints({ [list]: JSON.stringify(bare) })).toEqual([
			'The list of licences has no text for lit.',
		])
		expect(await complaints({}, without(beside, 'LICENSES.chromium.html'))).toEqual([
			'LICENSES.chromium.html is not beside the program.',
		])
	})

	it('complains of a folder without a program', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'archive-'))
		made.push(folder)
		expect(inspect(folder, [])).toEqual(['There is no app.asar.'])
	})
})
