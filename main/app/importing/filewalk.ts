import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** A file to import, or why it is none. */
export type FoundFile =
	| {
			readonly kind: 'file'
			readonly path: string
			readonly name: string
			/** Chosen by the reader itself, not met in a folder. */
			readonly chosen: boolean
	  }
	| { readonly kind: 'refused'; readonly name: string; readonly reason: string }

/** A file or folder that the reader names itself. */
export interface Chosen {
	/** Absolute. */
	readonly path: string
	/** For people. */
	readonly name: string
}

export interface WalkLimits {
	readonly files: number
	/** Folders inside each other. */
	readonly depth: number
}

export const walkLimits: WalkLimits = { files: 20_000, depth: 40 }

/**
 * The files of the named files and folders, in the order of their names. Inside folders, hidden things
 * (a name that begins with a dot) are left out, and so is what a browser saved beside a page (`Name_files`
 * beside `Name.html`). Links are not followed: they may lead out of the folder, or back into it. A file
 * that is named itself is taken whatever it is called.
 *
 * `name` is for people: that of what was chosen and, for what lies in a folder, the path in it.
 */
export async function* filesOf(
	chosen: readonly Chosen[],
	limits: WalkLimits = walkLimits,
): AsyncGenerator<FoundFile> {
	let left = limits.files

	async function* inFolder(folder: string, root: Chosen, depth: number): AsyncGenerator<FoundFile> {
		const name = (path: string) => join(root.name, relative(root.path, path)).replaceAll('\\', '/')
		if (depth > limits.depth) {
			yield { kind: 'refused', name: name(folder), reason: 'Too many folders inside each other.' }
			return
		}
		const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
		if (!entries) {
			yield { kind: 'refused', name: name(folder), reason: 'This folder cannot be read.' }
			return
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = join(folder, entry.name)
			if (entry.name.startsWith('.') || (entry.isDirectory() && belongsToPage(entry.name, entries))) continue
			if (left <= 0) {
				yield { kind: 'refused', name: name(path), reason: tooMany(limits.files) }
				return
			}
			if (entry.isDirectory()) yield* inFolder(path, root, depth + 1)
			else if (entry.isSymbolicLink())
				yield {
					kind: 'refused',
					name: name(path),
					reason: 'Links inside a folder are not followed. Add the file itself.',
				}
			else if (entry.isFile()) {
				left -= 1
				yield { kind: 'file', path, name: name(path), chosen: false }
			}
		}
	}

	for (const each of chosen) {
		const { path, name } = each
		const what = await stat(path).catch(() => null)
		if (what?.isDirectory()) yield* inFolder(path, each, 1)
		else if (what?.isFile()) yield { kind: 'file', path, name, chosen: true }
		else if (what) yield { kind: 'refused', name, reason: 'This is neither a file nor a folder.' }
		else yield { kind: 'refused', name, reason: 'This file is not there, or may not be read.' }
	}
}

function belongsToPage(folder: string, beside: readonly Dirent[]): boolean {
	const page = /^(.+)[_.]files$/.exec(folder)?.[1]
	return page !== undefined && beside.some(({ name }) => name === `${page}.html` || name === `${page}.htm`)
}

const tooMany = (files: number) =>
	`Only ${files.toLocaleString('en')} files are taken at once. Add the rest of this folder by itself.`
