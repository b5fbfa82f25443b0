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

/** Of a library that could not be put into its one file when it was closed. */
export function leftInTwo(error: unknown, folder: string): unknown {
	if (codeOf(error) !== 'SQLITE_FULL') return error
	return new UserError(
		'disk-full',
		`The disk of ${folder} is full. Everything that was saved is safe, in library.sqlite and library.sqlite-wal, which belong together now; make room and open the library once more.`,
	)
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

/** How Node and SQLite name an error; '' where they do not. */
export function codeOf(error: unknown): string {
	if (!(error instanceof Error) || !('code' in error)) return ''
	return typeof error.code === 'string' ? error.code : ''
}
