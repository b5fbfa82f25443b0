import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolders, removeFolders } from '../../main/store/newfolders.ts'
import { temporaryFolder } from './world.ts'

const refused = (sentence: RegExp) =>
	expect.objectContaining({ code: 'refused', message: expect.stringMatching(sentence) })

describe('folders', () => {
	it('are made with those above them, and told the outermost first', () => {
		const top = temporaryFolder()
		expect(makeFolders(join(top, 'a', 'b'))).toEqual([join(top, 'a'), join(top, 'a', 'b')])
		expect(makeFolders(join(top, 'a', 'c'))).toEqual([join(top, 'a', 'c')])
		expect(makeFolders(top)).toEqual([])
	})

	it('are not made where something else stands', () => {
		const top = temporaryFolder()
		writeFileSync(join(top, 'file'), '')
		for (const path of ['file', 'file/a', 'file/a/b'])
			expect(() => makeFolders(join(top, path))).toThrow(
				refused(/^The folder “.*” cannot be made: “.*file” is no folder\. .*choose/),
			)
		symlinkSync(join(top, 'nowhere'), join(top, 'link'))
		expect(() => makeFolders(join(top, 'link', 'a'))).toThrow(refused(/“.*link” is no folder/))
	})

	it('are all made or none', () => {
		const top = temporaryFolder()
		expect(() => makeFolders(join(top, 'a', 'b', 'c'.repeat(300)))).toThrow(refused(/cannot be made/))
		expect(readdirSync(top)).toEqual([])
	})

	it('go away again, but for those in which something came to lie', () => {
		const top = temporaryFolder()
		const made = makeFolders(join(top, 'a', 'b', 'c'))
		writeFileSync(join(top, 'a', 'file'), '')
		removeFolders(made)
		expect(readdirSync(join(top, 'a'))).toEqual(['file'])
		removeFolders(made)
	})

	it.skipIf(!existsSync('/proc/self'))('end where the file system makes none', () => {
		// In a process of its own: what never ends would hold up all tests.
		const { stdout } = spawnSync(
			process.execPath,
			[
				...['--input-type=module', '--eval'],
				`const { openLibrary } = await import(${JSON.stringify(resolve('main/store/library.ts'))})
				try { openLibrary('/proc/foo/bar', {}) } catch ({ code, message }) { console.log(code, message) }`,
			],
			{ encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' },
		)
		expect(stdout).toMatch(/^refused The folder “\/proc\/foo\/bar” cannot be made: .*“\/proc\/foo”/)
	})
})
