import { basename } from 'node:path'
import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'

/** Names for paths, so that the page can speak of files without learning where they lie. */
export interface FileTokens {
	/**
	 * @param path absolute
	 * @param name what people are told of it; the last part of the path, unless told
	 */
	issue(path: string, name?: string): FileToken
	/** @throws UserError `not-found` when the token was never issued or is too old */
	pathOf(token: FileToken): string
	/** @throws UserError as `pathOf` */
	nameOf(token: FileToken): string
}

interface IssuedFile {
	readonly path: string
	readonly name: string
	/** Milliseconds since 1970-01-01 UTC. */
	readonly until: number
}

const lifetime = 24 * 60 * 60 * 1000
const most = 50_000

/**
 * Tokens last a day, and the newest 50,000 are kept: a page that asks for files again and again does
 * not fill the memory.
 */
export function fileTokens({ clock, newId }: { clock: () => number; newId: () => string }): FileTokens {
	const issued = new Map<FileToken, IssuedFile>()

	function fileOf(token: FileToken): IssuedFile {
		const file = issued.get(token)
		if (file && clock() < file.until) return file
		issued.delete(token)
		throw new UserError('not-found', 'This file is not at hand any more. Choose it again.')
	}

	return {
		issue: (path, name = basename(path)) => {
			const token = newId() as FileToken
			issued.set(token, { path, name, until: clock() + lifetime })
			for (const oldest of issued.keys()) {
				if (issued.size <= most) break
				issued.delete(oldest)
			}
			return token
		},
		pathOf: (token) => fileOf(token).path,
		nameOf: (token) => fileOf(token).name,
	}
}
