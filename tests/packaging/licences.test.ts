import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from '../../corpus/components.ts'
import { addedComponents } from '../../main/packaging/additions.ts'
import { packageFolder } from '../../main/packaging/licences.ts'
import { isAdmitted, packageComponent } from '../../main/packaging/packagecomponent.ts'

const root = join(import.meta.dirname, '../..')
const texts = join(root, 'main/packaging/licencetexts')

describe('the package of a module', () => {
	it.each([
		['/a/node_modules/lit/index.js', '/a/node_modules/lit'],
		['/a/node_modules/@lit/context/lib/x.js', '/a/node_modules/@lit/context'],
		['/a/node_modules/one/node_modules/@in/two/x.js', '/a/node_modules/one/node_modules/@in/two'],
		['\0/a/node_modules/one/x.js?commonjs-module', '/a/node_modules/one'],
		['/a/node_modules/lucide-static/icons/tag.svg?raw', '/a/node_modules/lucide-static'],
		['C:\\a\\node_modules\\@lit\\context\\x.js', 'C:/a/node_modules/@lit/context'],
	])('of %j is the innermost around it', (id, folder) => expect(packageFolder(id)).toEqual([folder]))

	it('is none for modules of the project and for those that lie nowhere', () => {
		for (const id of ['/a/corpus/range.ts', '\0virtual:thing', '/a/node_modules.ts'])
			expect(packageFolder(id)).toEqual([])
	})
})

describe('a package as a component', () => {
	const folder = mkdtempSync(join(tmpdir(), 'commonplace-licences-'))
	afterEach(() => rmSync(folder, { recursive: true, force: true }))

	const component = (manifest: object, files: Readonly<Record<string, string>> = {}, amended = {}) => {
		mkdirSync(folder, { recursive: true })
		writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'p', version: '1.2.3', ...manifest }))
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
		return packageComponent(folder, { p: amended }, texts)
	}

	it('has all its licences and notices, and nothing else that lies beside them', () => {
		const files = { 'LICENSE.md': 'Do what you like.\n', NOTICE: 'By A.', 'licenser.js': 'x', README: 'y' }
		const { text, ...rest } = component({ license: 'MIT' }, files)
		expect(rest).toEqual({ name: 'p', version: '1.2.3', licence: 'MIT' })
		expect(text).toMatch(/^Do what you like\.\n\n─+\n\nBy A\.$/)
	})

	it('may say its licence as packages did long ago', () => {
		expect(component({ licenses: [{ type: 'MIT' }] }, { LICENSE: 'x' }).licence).toBe('MIT')
		expect(component({ license: { type: 'ISC' } }, { LICENSE: 'x' }).licence).toBe('ISC')
	})

	it('stops the build when its licence is not admitted, unless there is a reason', () => {
		expect(() => component({ license: 'GPL-3.0' }, { LICENSE: 'x' })).toThrow('p is in the bundles under')
		expect(() => component({}, { LICENSE: 'x' })).toThrow('under the licence “”')
		expect(component({ license: 'Odd' }, { LICENSE: 'x' }, { because: 'asked' }).licence).toBe('Odd')
	})

	it('stops the build when it brings no text, unless it is known whose work it is', () => {
		expect(() => component({ license: 'MIT' })).toThrow('brings no text')
		expect(() => component({ license: 'MIT' }, { LICENSE: ' \n' })).toThrow('brings no text')
		const notices = [{ whose: 'Copyright (c) A', text: 'ISC' }]
		expect(component({ license: 'ISC' }, {}, { notices }).text).toMatch(/^Copyright \(c\) A\n\nPermission/)
	})

	it('is admitted under one of the licences to choose from, or under all that apply', () => {
		expect(isAdmitted('(MIT OR GPL-3.0)')).toBe(true)
		expect(isAdmitted('MIT AND Apache-2.0')).toBe(true)
		expect(isAdmitted('MIT AND GPL-3.0')).toBe(false)
	})
})

describe('the usual texts of licences', () => {
	it.each(readdirSync(texts))('%s is whole, up to its last disclaimer', (name) => {
		expect(readFileSync(join(texts, name), 'utf8').trim()).toMatch(/(?:SOFTWARE|SUCH DAMAGE)\.$/)
	})
})

describe('what is no package', () => {
	it('has a text each, and versions where its makers give one', () => {
		const added = addedComponents(root)
		for (const { name, text } of added) expect(text.length, name).toBeGreaterThan(200)
		const version = (name: string) => added.find((each) => each.name === name)?.version
		for (const name of ['Commonplace', 'SQLite', 'core-js']) expect(version(name)).toMatch(/^\d+\.\d+\.\d+$/)
		expect(added.find(({ name }) => name === 'SQLite')?.text).toMatch(/disclaims copyright[^*]*blessing/)
	})
})

describe('the list in the built app', () => {
	const components: readonly Component[] = JSON.parse(
		readFileSync(join(root, 'out/renderer/licences.json'), 'utf8'),
	)
	const names = new Set(components.map(({ name }) => name))
	/** Shown under a name of their own. */
	const shownAs = (name: string) =>
		({
			'@fontsource-variable/inter': 'Inter (typeface)',
			'@fontsource-variable/literata': 'Literata (typeface)',
			'lucide-static': 'Lucide (icons)',
		})[name] ?? name

	const filesIn = (folder: string, ending: RegExp) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => ending.test(name))
			.map((name) => readFileSync(join(root, folder, name), 'utf8'))

	const packageName = (path: string) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path

	it('has everything once, with its licence and a text', () => {
		const keys = components.map(({ name, version }) => `${name} ${version}`)
		expect(new Set(keys).size).toBe(keys.length)
		for (const { name, licence, text } of components) {
			expect(licence, name).not.toBe('')
			expect(text.length, name).toBeGreaterThan(200)
		}
	})

	it('has every package that the built programs name', () => {
		const built = [...filesIn('out/main', /\.js$/), ...filesIn('out/preload', /\.cjs$/)].join('\n')
		// The bundler names the file that each stretch of a bundle was made from.
		const inside = [...built.matchAll(/^\/\/.*\bnode_modules\/(\S+)$/gm)].map(([, path = '']) => path)
		const outside = [...built.matchAll(/^(?:import|export) [^'"]*from ["']([^."'][^"']*)["']/gm)]
			.map(([, name = '']) => name)
			.filter((name) => !isBuiltin(name) && name !== 'electron')
		expect(inside.length).toBeGreaterThan(100)
		expect(outside).toContain('better-sqlite3')
		const used = new Set(
			[...inside, ...outside].map((path) => packageName(path.replace(/^.*node_modules\//, ''))),
		)
		expect([...used].filter((name) => !names.has(name))).toEqual([])
	})

	it('has every package that the sources of the page name', () => {
		const sources = filesIn('renderer', /\.(?:ts|css)$/).join('\n')
		const imported = [
			...sources.matchAll(
				/^import (?!type)[^'"]*?from ['"]([^.'"][^'"]*)['"]|^@import ["']([^.'"][^"']*)["']/gm,
			),
		].map(([, one, other]) => packageName(one ?? other ?? ''))
		expect(imported).toContain('lit')
		expect([...new Set(imported)].filter((name) => !names.has(shownAs(name)))).toEqual([])
	})

	it('has nothing that only the tools need', () => {
		for (const name of ['typescript', 'vitest', 'electron-vite', 'playwright-core'])
			expect(names.has(name)).toBe(false)
	})
})
