import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesOf, type WalkLimits } from '../../../main/app/importing/filewalk.ts'

let root = ''
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'commonplace-walk-'))
})
afterEach(() => rm(root, { recursive: true }))

/** Each file found as its name, each refusal as "name: reason". */
async function walk(paths: readonly string[], limits?: WalkLimits): Promise<readonly string[]> {
	const found: string[] = []
	const chosen = paths.map((path) => ({ path, name: basename(path) }))
	for await (const each of filesOf(chosen, limits))
		found.push(each.kind === 'file' ? each.name : `${each.name}: ${each.reason}`)
	return found
}

async function files(...names: readonly string[]): Promise<void> {
	for (const name of names) {
		await mkdir(join(root, name, '..'), { recursive: true })
		await writeFile(join(root, name), 'x')
	}
}

test('folders are walked to the bottom, in the order of names, hidden things left out', async () => {
	await files('papers/b.md', 'papers/a.md', 'papers/deep/er/c.md', 'papers/.hidden.md', 'papers/.git/d.md')
	expect(await walk([join(root, 'papers')])).toEqual(['papers/a.md', 'papers/b.md', 'papers/deep/er/c.md'])
})

test('a file that is named itself is taken, hidden or not', async () => {
	await files('.notes.md')
	expect(await walk([join(root, '.notes.md')])).toEqual(['.notes.md'])
})

test('links inside a folder lead nowhere: not out of it, not round in it', async () => {
	await files('papers/a.md', 'secret/key.md')
	await symlink(join(root, 'secret'), join(root, 'papers/out'))
	await symlink(join(root, 'papers'), join(root, 'papers/round'))
	await symlink(join(root, 'secret/key.md'), join(root, 'papers/z.md'))
	expect(await walk([join(root, 'papers')])).toEqual([
		'papers/a.md',
		expect.stringContaining('papers/out: Links'),
		expect.stringContaining('papers/round: Links'),
		expect.stringContaining('papers/z.md: Links'),
	])
})

test('what a browser saved beside a page is left out', async () => {
	await files('web/News.html', 'web/News_files/frame.html', 'web/case_files/letter.txt')
	expect(await walk([join(root, 'web')])).toEqual(['web/News.html', 'web/case_files/letter.txt'])
})

test('what is not there is said', async () => {
	expect(await walk([join(root, 'gone.md')])).toEqual([
		expect.stringContaining('gone.md: This file is not there'),
	])
})

test('there is an end to files and to depth', async () => {
	await files('p/1.md', 'p/2.md', 'p/3.md', 'q/a/b/c/deep.md')
	expect(await walk([join(root, 'p')], { files: 2, depth: 9 })).toEqual([
		'p/1.md',
		'p/2.md',
		expect.stringContaining('Only 2 files'),
	])
	expect(await walk([join(root, 'q')], { files: 9, depth: 2 })).toEqual([
		expect.stringContaining('q/a/b: Too many folders'),
	])
})
