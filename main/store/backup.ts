import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { WriteDb } from './connection.ts'

/**
 * Copies the database, as it is committed, into `backups/` of the library. The originals are not copied:
 * nothing ever changes them.
 *
 * @param version of the schema, named in the file's name
 * @param at milliseconds since 1970-01-01 UTC
 * @returns the copy's path
 */
export function keepBackup(folder: string, db: WriteDb, version: number, at: number): string {
	const backups = join(folder, 'backups')
	mkdirSync(backups, { recursive: true })
	const time = new Date(at).toISOString().replaceAll(':', '-')
	const file = join(backups, `library-version-${version}-${time}.sqlite`)
	db.copyTo(file)
	return file
}
