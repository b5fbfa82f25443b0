import { UserError } from '../../corpus/errors.ts'

/**
 * The error that a reader can do something about, where SQLite or the file system met one of the known
 * obstacles; any other error comes back as it is.
 */
export function friendly(error: unknown, folder: string): unknown {
	const code = codeOf(error)
	if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
		return new UserError(
			'disk-full',
			`There is no room left on the disk of ${folder}. Nothing was changed; make room and try again.`,
		)
	if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN'].includes(code))
		return new UserError(
			'read-only',
			`Commonplace may not write in ${folder}. Nothing was changed; allow writing there, or choose another folder.`,
		)
	if (code.startsWith('SQLITE_BUSY')) return locked(folder)
	if (code === 'SQLITE_NOTADB') return notALibrary(folder)
	return error
}

export const locked = (folder: string) =>
	new UserError(
		'locked',
		`The library in ${folder} is open in another Commonplace. Close it there, or open another library.`,
	)

export const notALibrary = (folder: string) =>
	new UserError(
		'not-a-library',
		`${folder} is not a library of Commonplace. Nothing was changed; choose a library's folder, or an empty one for a new library.`,
	)

export const newer = (folder: string) =>
	new UserError(
		'newer',
		`The library in ${folder} was written by a newer Commonplace. Nothing was changed; open it with the newer one.`,
	)

function codeOf(error: unknown): string {
	if (!(error instanceof Error) || !('code' in error)) return ''
	return typeof error.code === 'string' ? error.code : ''
}
