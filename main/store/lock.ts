import Database from 'better-sqlite3'

/**
 * Takes the lock of a library: an open exclusive transaction on a small database, which the operating
 * system releases even when the process is killed. (On an empty database SQLite takes no lock, hence the
 * table.)
 *
 * @returns a function that releases it
 * @throws SqliteError SQLITE_BUSY when another process (or another connection of this one) holds it
 */
export function takeLock(file: string): () => void {
	const sqlite = new Database(file, { timeout: 0 })
	try {
		sqlite.exec('CREATE TABLE IF NOT EXISTS held (by_whom TEXT) STRICT')
		sqlite.exec('BEGIN EXCLUSIVE')
	} catch (error) {
		sqlite.close()
		throw error
	}
	return () => void sqlite.close()
}
