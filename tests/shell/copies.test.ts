import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { Copies } from '../../main/shell/copies.ts'

function scene(problem = '') {
	const temporary = mkdtempSync(join(tmpdir(), 'commonplace-copies-'))
	onTestFinished(() => rmSync(temporary, { recursive: true, force: true }))
	const opened: string[] = []
	const copies = new Copies(temporary, async (path) => {
		opened.push(path)
		return problem
	})
	return { temporary, opened, copies }
}

const bytes = new TextEncoder().encode('Rain')

it('opens copies that only this user can read and nobody can write, each under its own name', async () => {
	const { copies, opened, temporary } = scene()
	await copies.open('a.txt', bytes)
	await copies.open('a.txt', bytes)
	expect(opened.map((path) => basename(path))).toEqual(['a.txt', 'a.txt'])
	expect(new Set(opened).size).toBe(2)
	const [first = ''] = opened
	expect(await readFile(first, 'utf8')).toBe('Rain')
	expect(statSync(first).mode & 0o777).toBe(0o400)
	for (const name of readdirSync(temporary)) expect(statSync(join(temporary, name)).mode & 0o777).toBe(0o700)
})

it('removes them when the app ends', async () => {
	const { copies, opened, temporary } = scene()
	copies.remove()
	await copies.open('a.txt', bytes)
	copies.remove()
	expect(opened.some((path) => existsSync(path))).toBe(false)
	expect(readdirSync(temporary)).toEqual([])
})

it('says when no program can open a file', async () => {
	const { copies } = scene('No application is registered')
	await expect(copies.open('a.epub', bytes)).rejects.toThrow('“a.epub”')
})
