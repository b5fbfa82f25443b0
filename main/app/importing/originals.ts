import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'

/** The imported files, kept as they came, each named by its SHA-256. Never changed. */
export interface Originals {
	pathOf(hash: string): string
	/**
	 * Keeps the bytes. When this returns they are on the disk for good; the same bytes twice are kept once.
	 *
	 * @throws UserError `disk-full` or `read-only`
	 */
	keep(hash: string, bytes: Uint8Array): Promise<void>
}

/** @param folder the library's `originals` folder; made when it is not there */
export function originals(folder: string, newId: () => string): Originals {
	const pathOf = (hash: string) => join(folder, hash)
	return {
		pathOf,
		keep: async (hash, bytes) => {
			const kept = await stat(pathOf(hash)).catch(() => null)
			if (kept?.size === bytes.byteLength) return
			const unfinished = join(folder, `.${newId()}`)
			try {
				await mkdir(folder, { recursive: true })
				await writeForGood(unfinished, bytes)
				await rename(unfinished, pathOf(hash))
				await flushFolder(folder)
			} catch (error) {
				await rm(unfinished, { force: true }).catch(() => {})
				throw writeError(error)
			}
		},
	}
}

async function writeForGood(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx')
	try {
		await file.writeFile(bytes)
		await file.sync()
	} finally {
		await file.close()
	}
}

/** The name of a new file is on the disk only after its folder is. Windows knows no such thing. */
async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return
	const folder = await open(path)
	try {
		await folder.sync()
	} finally {
		await folder.close()
	}
}

function writeError(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? error.code : null
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return new UserError('disk-full', 'The disk is full. Nothing was changed; make room and try again.')
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
		return new UserError('read-only', 'The library’s folder cannot be written. Nothing was changed.')
	return error
}
