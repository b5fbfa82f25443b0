import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UserError } from '../../corpus/errors.ts'
import { codeOf } from './failures.ts'

/**
 * Makes a folder and those above it that are missing. Node's own way (`recursive`) never ends where the file
 * system denies a folder in one that is there, as below `/proc`: here each is made once, from the outermost on.
 *
 * @param folder absolute
 * @returns those that were made, the outermost first
 * @throws the system's error where writing is not allowed or no room is left, for which every caller has a
 * sentence; for any other UserError `refused`. What was made is gone again, as far as nothing came to lie in it.
 */
export function makeFolders(folder: string): readonly string[] {
	const missing: string[] = []
	for (let at = folder; !isFolder(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
	const made: string[] = []
	for (const path of missing)
		try {
			mkdirSync(path)
			made.push(path)
		} catch (error) {
			// Another process may have made it meanwhile.
			if (isFolder(path)) continue
			removeFolders(made)
			throw explained(error, path, folder)
		}
	return made
}

/**
 * Takes folders away again, the last one first. One in which something came to lie stays, with those above it.
 * @param made as `makeFolders` returns them
 */
export function removeFolders(made: readonly string[]): void {
	for (const each of made.toReversed())
		try {
			rmdirSync(each)
		} catch {
			// An empty folder too much does no harm: nothing to hide the reason for which it goes.
		}
}

function explained(error: unknown, path: string, folder: string): unknown {
	const code = codeOf(error)
	if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code)) return error
	const reason = code === 'EEXIST' ? `“${path}” is no folder` : `the system makes none at “${path}”`
	return new UserError(
		'refused',
		`The folder “${folder}” cannot be made: ${reason}. Nothing was written there; choose a folder in a place where you keep files.`,
	)
}

function isFolder(path: string): boolean {
	try {
		return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
	} catch {
		return false
	}
}
