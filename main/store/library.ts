import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CoderId, LibraryId } from '../../corpus/ids.ts'
import { defaultSettings } from '../../corpus/settings.ts'
import { keepBackup } from './backup.ts'
import { WriteDb } from './connection.ts'
import { friendly, leftInTwo, newer, notALibrary } from './failures.ts'
import { History } from './history.ts'
import { keepIndexes } from './indexing.ts'
import { libraryFile } from './libraryfile.ts'
import { takeLock } from './lock.ts'
import { migrations as known } from './migrations/all.ts'
import { applicationId, migrate } from './migrations/migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { makeFolders, removeFolders } from './newfolders.ts'
import { purge } from './purging.ts'

/** An open library: the one connection that writes, with its history. */
export interface Library {
	/** Absolute. */
	readonly folder: string
	readonly id: LibraryId
	readonly db: WriteDb
	readonly history: History
	/**
	 * Everything that was committed is in the one file afterwards. The lock is given back.
	 * @throws UserError `disk-full` where a second file has to stay beside it; it is closed nevertheless
	 */
	close(): void
}

export interface LibraryOptions {
	/** Milliseconds since 1970-01-01 UTC. */
	readonly clock: () => number
	/** A new UUIDv7. */
	readonly newId: () => string
	/** Those of this version of Commonplace, unless told. */
	readonly migrations?: readonly Migration[]
}

/**
 * Opens the library in a folder. A folder that is missing or empty becomes a new library. A library of an
 * older version is copied into `backups/` and brought up to date.
 *
 * @param folder absolute
 * @throws UserError `locked`, `newer`, `not-a-library`, `read-only`, `disk-full`, or `refused` where no folder can be
 * made; nothing was changed then
 */
export function openLibrary(folder: string, options: LibraryOptions): Library {
	const undo: (() => void)[] = []
	try {
		const state = inspect(folder, options.migrations ?? known)
		if (state !== 'library') makeFolder(folder, undo)
		const lockFile = join(folder, 'lock.sqlite')
		const isNewLock = !existsSync(lockFile)
		const release = takeLock(lockFile)
		undo.push(release)
		// Only who holds the lock may take its file away: another process may be founding the same library.
		if (isNewLock) undo.push(() => removeFile(lockFile))
		const file = libraryFile(folder)
		if (state !== 'library')
			undo.push(() => {
				removeDatabase(file)
				removeFolders([join(folder, 'originals')])
			})
		const db = WriteDb.openForWriting(file)
		undo.push(() => db.close())
		return { ...prepare(folder, db, options), close: () => close(folder, db, release) }
	} catch (error) {
		for (const step of undo.toReversed()) step()
		throw friendly(error, folder)
	}
}

function prepare(folder: string, db: WriteDb, options: LibraryOptions) {
	const { migrations = known } = options
	const version = db.pragma('user_version')
	// Seen again, since a migration may lie in the write-ahead log, where `inspect` does not look.
	if (version > migrations.length) throw newer(folder)
	if (version > 0 && version < migrations.length) keepBackup(folder, db, version, options.clock())
	migrate(db, migrations)
	db.transaction(() => found(db, options))
	db.keepLog()
	mkdirSync(join(folder, 'originals'), { recursive: true })
	keepIndexes(db)
	purge(folder, db)
	const row = db.get<{ id: LibraryId }>('SELECT id FROM library')
	if (!row) throw notALibrary(folder)
	return { folder, id: row.id, db, history: new History(folder, db, options) }
}

function found(db: WriteDb, { clock, newId }: LibraryOptions): void {
	if (db.get('SELECT k FROM library')) return
	db.run('INSERT INTO library (k, id, created_at) VALUES (1, :id, :at)', { id: newId(), at: clock() })
	const coder = newId() as CoderId
	db.run('INSERT INTO coder (id, name) VALUES (:coder, :name)', { coder, name: defaultSettings.coder })
	db.run("INSERT INTO setting (key, json) VALUES ('coder', :json)", { json: JSON.stringify(coder) })
}

function close(folder: string, db: WriteDb, release: () => void): void {
	try {
		db.pragma('wal_checkpoint(TRUNCATE)')
	} catch (error) {
		throw leftInTwo(error, folder)
	} finally {
		db.close()
		release()
	}
}

/** What lies at this place, without touching it. @throws UserError `newer` or `not-a-library` */
function inspect(folder: string, migrations: readonly Migration[]): 'missing' | 'empty' | 'library' {
	if (!existsSync(folder)) return 'missing'
	if (!statSync(folder).isDirectory()) throw notALibrary(folder)
	const file = libraryFile(folder)
	// An empty file is what a power cut in the middle of founding leaves.
	if (existsSync(file) && statSync(file).size > 0) {
		const header = headerOf(file)
		if (header?.applicationId !== applicationId) throw notALibrary(folder)
		if (header.version > migrations.length) throw newer(folder)
		return 'library'
	}
	if (readdirSync(folder).some((name) => !own.has(name))) throw notALibrary(folder)
	return 'empty'
}

/** What may lie in a folder that becomes a library: what a broken founding, or a file manager, left there. */
const own: ReadonlySet<string> = new Set([
	...['library.sqlite', 'library.sqlite-journal', 'library.sqlite-wal', 'library.sqlite-shm'],
	...['lock.sqlite', 'lock.sqlite-journal', 'originals', 'backups'],
	...['.DS_Store', 'Thumbs.db', 'desktop.ini'],
])

/** https://sqlite.org/fileformat.html#the_database_header. Null: the file is no SQLite database. */
function headerOf(file: string): { version: number; applicationId: number } | null {
	const bytes = Buffer.alloc(100)
	const handle = openSync(file, 'r')
	try {
		readSync(handle, bytes, 0, bytes.length, 0)
	} finally {
		closeSync(handle)
	}
	if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null
	return { version: bytes.readUInt32BE(60), applicationId: bytes.readUInt32BE(68) }
}

/** Undone, the folders that were made go again, as far as nothing came to lie in them. */
function makeFolder(folder: string, undo: (() => void)[]): void {
	const made = makeFolders(folder)
	undo.push(() => removeFolders(made))
}

function removeDatabase(file: string): void {
	for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** Windows does not remove what is open, and a little too much does no harm. */
function removeFile(path: string): void {
	try {
		rmSync(path)
	} catch {
		// It stays.
	}
}
