import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseLink } from '../../corpus/links.ts'
import { isTooLong, keep, pack, unpack } from '../../main/shell/handover.ts'
import { type Invocation, nothing } from '../../main/shell/invocation.ts'
import { temporaryFolder } from '../store/world.ts'

const asked: Invocation = { ...nothing, files: ['/x/Hà Nội, 南海.md'], lost: ['gone.txt'] }

describe('what a second start hands over', () => {
	it('arrives as it was, in letters that Electron does not garble', () => {
		const handed = pack(['/x/Hà Nội, 南海.md', 'gone.txt'], asked)
		expect(JSON.stringify(handed)).toMatch(/^[ -~]+$/)
		expect(unpack(handed, '/tmp')).toEqual(asked)
	})

	it('asks for nothing when it is in another shape', () => {
		for (const data of [null, undefined, {}, { asked: 7 }, { asked: '{' }, { kept: 7 }, 'asked'])
			expect(unpack(data, '/tmp')).toEqual(nothing)
		for (const other of [
			null,
			5,
			{},
			{ ...nothing, files: 5 },
			{ ...nothing, lost: [5] },
			{ ...nothing, link: 5 },
		]) {
			const encoded = Buffer.from(JSON.stringify(other)).toString('base64')
			expect(unpack({ asked: encoded }, '/tmp')).toEqual(nothing)
		}
	})

	it('brings links along', () => {
		const link = parseLink('commonplace://library/document/one?at=7')
		expect(unpack(pack([], { ...nothing, link }), '/tmp')).toEqual({ ...nothing, link })
	})

	it('goes through a file when it is long, and leaves nothing of that', () => {
		const folder = temporaryFolder()
		const many: Invocation = {
			...nothing,
			files: Array.from({ length: 1000 }, (_, n) => `/a/long/folder/of/articles/number ${n}.pdf`),
		}
		expect(isTooLong(many.files)).toBe(true)
		const word = keep(many, folder)
		expect(isTooLong(['--no-sandbox', word])).toBe(false)
		expect(unpack(pack(['--no-sandbox', word], nothing), folder)).toEqual(many)
		expect(readdirSync(folder)).toEqual([])
	})

	it('reads and removes no other file', () => {
		const folder = temporaryFolder()
		for (const place of ['mine', 'commonplace-asked-1/deep']) {
			mkdirSync(join(folder, place), { recursive: true })
			const file = join(folder, place, 'asked.json')
			writeFileSync(file, JSON.stringify(asked))
			expect(unpack({ kept: file }, folder)).toEqual(nothing)
			expect(existsSync(file)).toBe(true)
		}
	})
})
