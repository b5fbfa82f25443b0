import type { WriteDb } from '../connection.ts'
import type { Migration } from './migration.ts'

/** `PRAGMA application_id` of every library: "CmPl". */
export const applicationId = 0x436d506c

/**
 * Runs what is missing of `migrations`, each in a transaction of its own.
 *
 * @throws RangeError when the database is newer than the last migration, or the list has gaps
 */
export function migrate(db: WriteDb, migrations: readonly Migration[]): void {
	const gap = migrations.findIndex((migration, index) => migration.version !== index + 1)
	if (gap >= 0) throw new RangeError(`Migration ${gap + 1} is missing`)
	const version = db.pragma('user_version')
	if (version > migrations.length)
		throw new RangeError(`Version ${version} is newer than ${migrations.length}`)
	for (const migration of migrations.slice(version)) {
		db.transaction(() => {
			db.exec(migration.sql)
			if (migration.clearsHistory) db.exec('DELETE FROM step_row; DELETE FROM step')
			db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migration.version}`)
		})
	}
}
