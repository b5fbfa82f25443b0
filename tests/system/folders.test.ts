import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder, libraryFolder, userFolder, usualLibrary } from '../../main/system/folders.ts'
import { recall, remember, rememberIfPossible } from '../../main/system/memory.ts'

const linux = { env: {}, platform: 'linux', home: '/home/a' } as const

describe('folders', () => {
	it('follow the habits of the system', () => {
		expect(userFolder(linux)).toBe('/home/a/.config/commonplace')
		expect(userFolder({ ...linux, env: { XDG_CONFIG_HOME: '/c' } })).toBe('/c/commonplace')
		expect(userFolder({ ...linux, platform: 'darwin' })).toBe(
			'/home/a/Library/Application Support/Commonplace',
		)
		expect(cacheFolder({ ...linux, env: { XDG_CACHE_HOME: '/c' } })).toBe('/c/commonplace')
		expect(userFolder({ ...linux, env: { COMMONPLACE_HOME: '/d' } })).toBe('/d')
	})

	it('lead to the library that was told, then to the last one, then to the usual one', () => {
		const env = { COMMONPLACE_LIBRARY: '/env' }
		const last = mkdtempSync(join(tmpdir(), 'last-'))
		writeFileSync(join(last, 'library.sqlite'), 'one')
		expect(libraryFolder('told', last, { ...linux, env })).toBe(resolve('told'))
		expect(libraryFolder(undefined, last, { ...linux, env })).toBe('/env')
		expect(libraryFolder(undefined, last, linux)).toBe(last)
		expect(usualLibrary(last, { ...linux, env })).toBe(last)
		expect(libraryFolder(undefined, null, linux)).toBe('/home/a/.config/commonplace/library')
	})

	it('do not lead to a new library where the last one is missing', () => {
		expect(() => libraryFolder(undefined, '/a/drive/that/is/missing', linux)).toThrow('not at /a/drive')
		const leftBehind = mkdtempSync(join(tmpdir(), 'drive-'))
		expect(() => libraryFolder(undefined, leftBehind, linux)).toThrow(`not at ${leftBehind}`)
	})
})

describe('what is remembered between runs', () => {
	const file = () => join(mkdtempSync(join(tmpdir(), 'memory-')), 'memory.json')

	it('keeps what was not changed', () => {
		const path = file()
		remember(path, { library: '/a' })
		remember(path, { libraries: { id: '/a' } })
		expect(recall(path)).toEqual({ library: '/a', libraries: { id: '/a' }, seen: null, window: null })
	})

	it('keeps the place of a window when how much it was enlarged is missing or no number', () => {
		const path = file()
		const place = { x: 4, y: 5, width: 900, height: 640, maximized: false }
		for (const zoom of [undefined, null, 'large']) {
			writeFileSync(path, JSON.stringify({ window: { ...place, zoom } }))
			expect(recall(path).window).toEqual({ ...place, zoom: 1 })
		}
	})

	it('is nothing when the file is missing, torn or of another kind, and can be written anew', () => {
		const path = file()
		expect(recall(path).library).toBeNull()
		for (const text of ['', '{', '[]', '{"library":1,"window":{"x":"a"}}']) {
			writeFileSync(path, text)
			expect(recall(path)).toEqual({ library: null, libraries: {}, seen: null, window: null })
		}
		remember(path, { library: '/b' })
		expect(JSON.parse(readFileSync(path, 'utf8')).library).toBe('/b')
	})

	it('stays as it was where it cannot be written, which is logged', () => {
		const path = file()
		const logged: string[] = []
		const log = (level: string, message: string) => logged.push(`${level}: ${message}`)
		rememberIfPossible(path, { library: '/a' }, log)
		expect(logged).toEqual([])
		mkdirSync(`${path}.new`)
		rememberIfPossible(path, { library: '/b' }, log)
		expect(recall(path).library).toBe('/a')
		expect(logged).toEqual([expect.stringMatching(/^warning: .*cannot be remembered/)])
	})
})
