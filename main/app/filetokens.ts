import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'

/** Names for paths, so that the page can speak of files without learning where they lie. */
export interface FileTokens {
	/** @param path absolute */
	issue(path: string): FileToken
	/** @throws UserError `not-found` when the token was never issued or is too old */
	pathOf(token: FileToken): string
}

const lifetime = 24 * 60 * 60 * 1000
const most = 50_000

/**
 * Tokens last a day, and the newest 50,000 are kept: a page that asks for files again and again does
 * not fill the memory.
 */
export function fileTokens({ clock, newId }: { clock: () => number; newId: () => string }): FileTokens {
	const issued = new Map<FileToken, { readonly path: string; readonly until: number }>()
	return {
		issue: (path) => {
			const token = newId() as FileToken
			issued.set(token, { path, until: clock() + lifetime })
			for (const oldest of issued.keys()) {
				if (issued.size <= most) break
				issued.delete(oldest)
			}
			return token
		},
		pathOf: (token) => {
			const file = issued.get(token)
			if (file && clock() < file.until) return file.path
			issued.delete(token)
			throw new UserError('not-found', 'This file is not at hand any more. Choose it again.')
		},
	}
}
