import Database from 'better-sqlite3'

/** What SQLite takes and gives. Integers are JavaScript numbers: below 2^53. */
export type Value = string | number | Uint8Array | null

/** Named (`:name` in the SQL, without the colon here). Lists go in as JSON: `IN (SELECT value FROM json_each(:ids))`. */
export type Parameters = Readonly<Record<string, Value>>

/** A function that SQL may call. */
export type SqlFunction = (...values: readonly Value[]) => Value

/**
 * A connection that can only read. Every statement is prepared once. The type of the rows is the word of
 * whoever wrote the SQL: it stands beside the query.
 */
export class ReadDb {
	readonly #sqlite: Database.Database
	readonly #statements = new Map<string, Database.Statement>()

	protected constructor(sqlite: Database.Database) {
		this.#sqlite = sqlite
	}

	/**
	 * Opens a read-only connection beside the writing one, in this or another thread.
	 *
	 * @throws SqliteError when the file cannot be opened
	 */
	static openForReading(file: string): ReadDb {
		const sqlite = new Database(file, { readonly: true, fileMustExist: true })
		prepareConnection(sqlite)
		sqlite.pragma('query_only = ON')
		return new ReadDb(sqlite)
	}

	all<Row>(sql: string, parameters: Parameters = {}): Row[] {
		return this.prepared(sql).all(parameters) as Row[]
	}

	get<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
		return this.prepared(sql).get(parameters) as Row | undefined
	}

	/** Row by row. The connection is busy until the iteration ends or is left. */
	iterate<Row>(sql: string, parameters: Parameters = {}): IterableIterator<Row> {
		return this.prepared(sql).iterate(parameters) as IterableIterator<Row>
	}

	/** Reads in one snapshot: writes that are committed meanwhile are not seen. */
	snapshot<Result>(read: () => Result): Result {
		return this.#sqlite.inTransaction ? read() : this.#sqlite.transaction(read).deferred()
	}

	/** The value of a pragma that answers one number. */
	pragma(name: string): number {
		return Number(this.#sqlite.pragma(name, { simple: true }))
	}

	/** Makes a function known to SQL, on this connection only. It must not use the connection itself. */
	define(name: string, how: { readonly deterministic: boolean }, run: SqlFunction): void {
		this.#sqlite.function(name, { varargs: true, deterministic: how.deterministic }, run)
	}

	close(): void {
		this.#sqlite.close()
	}

	protected prepared(sql: string): Database.Statement {
		const known = this.#statements.get(sql)
		if (known) return known
		const statement = this.#sqlite.prepare(sql)
		this.#statements.set(sql, statement)
		return statement
	}
}

/** The one connection of a library that writes. Functions that only read take it as a `ReadDb`. */
export class WriteDb extends ReadDb {
	readonly #sqlite: Database.Database

	private constructor(sqlite: Database.Database) {
		super(sqlite)
		this.#sqlite = sqlite
	}

	/**
	 * Opens a database, made when it is not there. `':memory:'` for tests.
	 *
	 * @throws SqliteError when the file cannot be opened, or is no database
	 */
	static openForWriting(file: string): WriteDb {
		const sqlite = new Database(file)
		try {
			prepareConnection(sqlite)
		} catch (error) {
			sqlite.close()
			throw error
		}
		return new WriteDb(sqlite)
	}

	/** Lasting from the commit on, also through a power cut; readers do not wait for the writer. */
	keepLog(): void {
		this.#sqlite.pragma('journal_mode = WAL')
		this.#sqlite.pragma('synchronous = FULL')
	}

	/** @returns the `k` of the row that was inserted last, and how many rows were changed */
	run(sql: string, parameters: Parameters = {}): { readonly k: number; readonly changes: number } {
		const { lastInsertRowid, changes } = this.prepared(sql).run(parameters)
		return { k: Number(lastInsertRowid), changes }
	}

	/** Several statements at once, without parameters. */
	exec(sql: string): void {
		this.#sqlite.exec(sql)
	}

	/** Writes the database, as it is committed, to a new file. Not inside a transaction. */
	copyTo(file: string): void {
		this.#sqlite.prepare('VACUUM INTO ?').run(file)
	}

	/** All or nothing. Inside a transaction: a part of it that can fail alone. */
	transaction<Result>(work: () => Result): Result {
		return this.#sqlite.transaction(work).immediate()
	}
}

function prepareConnection(sqlite: Database.Database): void {
	sqlite.pragma('busy_timeout = 5000')
	sqlite.pragma('foreign_keys = ON')
	// A library may come from somebody else: what its schema calls is not to be trusted.
	sqlite.pragma('trusted_schema = OFF')
	sqlite.pragma('cell_size_check = ON')
	sqlite.pragma('temp_store = MEMORY')
	sqlite.pragma('cache_size = -65536')
}
