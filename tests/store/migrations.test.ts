import { describe, expect, it, onTestFinished } from 'vitest'
import { WriteDb } from '../../main/store/connection.ts'
import { migrations } from '../../main/store/migrations/all.ts'
import { applicationId, migrate } from '../../main/store/migrations/migrate.ts'
import { loggedTables } from '../../main/store/recording.ts'

function database(): WriteDb {
	const db = WriteDb.openForWriting(':memory:')
	onTestFinished(() => db.close())
	return db
}

const tables = (db: WriteDb) =>
	db
		.all<{ name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
		.map(({ name }) => name)
		.filter((name) => !name.startsWith('sqlite_') && name !== 'library')

const first = { version: 1, sql: 'CREATE TABLE step (k); CREATE TABLE step_row (k); CREATE TABLE a (k)' }

describe('migrations', () => {
	it('are numbered without gaps', () => {
		expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
	})

	it('mark the file as a library of this version', () => {
		const db = database()
		migrate(db, migrations)
		expect(db.pragma('application_id')).toBe(applicationId)
		expect(db.pragma('user_version')).toBe(migrations.length)
	})

	it('run once', () => {
		const db = database()
		migrate(db, migrations)
		migrate(db, migrations)
		expect(db.pragma('user_version')).toBe(migrations.length)
	})

	it('run what is missing, in order', () => {
		const db = database()
		migrate(db, [first])
		db.exec('INSERT INTO a VALUES (1)')
		migrate(db, [first, { version: 2, sql: 'ALTER TABLE a ADD COLUMN b DEFAULT 7' }])
		expect(db.all('SELECT * FROM a')).toEqual([{ k: 1, b: 7 }])
	})

	it('leave nothing behind when they fail', () => {
		const db = database()
		migrate(db, [first])
		const broken = { version: 2, sql: 'CREATE TABLE b (k); CREATE TABLE a (k)' }
		expect(() => migrate(db, [first, broken])).toThrow('already exists')
		expect(tables(db)).toEqual(expect.not.arrayContaining(['b']))
		expect(db.pragma('user_version')).toBe(1)
	})

	it('clear a history that would not fit any more', () => {
		const db = database()
		migrate(db, [first])
		db.exec('INSERT INTO step VALUES (1); INSERT INTO step_row VALUES (1)')
		migrate(db, [first, { version: 2, sql: 'ALTER TABLE a ADD COLUMN b', clearsHistory: true }])
		expect(db.all('SELECT * FROM step UNION ALL SELECT * FROM step_row')).toEqual([])
	})

	it('refuse a newer database and a list with gaps', () => {
		const db = database()
		migrate(db, [first])
		expect(() => migrate(db, [])).toThrow(RangeError)
		expect(() => migrate(db, [first, { version: 3, sql: '' }])).toThrow(RangeError)
	})
})

describe('the schema', () => {
	it('is strict, with k as the row id of every table', () => {
		const db = database()
		migrate(db, migrations)
		const own = tables(db).filter((name) => !/_index(_|$)/.test(name))
		expect(own.length).toBeGreaterThan(15)
		for (const table of own) {
			const [about] = db.all('SELECT strict, wr FROM pragma_table_list WHERE name = :table', { table })
			expect([table, about]).toEqual([table, { strict: 1, wr: 0 }])
			const [k] = db.all("SELECT type, pk FROM pragma_table_info(:table) WHERE name = 'k'", { table })
			expect([table, k]).toEqual([table, { type: 'INTEGER', pk: 1 }])
		}
	})

	it('keeps no bytes in a table that is logged', () => {
		const db = database()
		migrate(db, migrations)
		for (const table of loggedTables) {
			const blobs = db.all("SELECT name FROM pragma_table_info(:table) WHERE type = 'BLOB'", { table })
			expect([table, blobs]).toEqual([table, []])
		}
	})

	it('cascades nothing: history would not see it', () => {
		const db = database()
		migrate(db, migrations)
		for (const table of tables(db)) {
			const actions = db.all(
				"SELECT * FROM pragma_foreign_key_list(:table) WHERE on_delete <> 'NO ACTION' OR on_update <> 'NO ACTION'",
				{ table },
			)
			expect(actions).toEqual([])
		}
	})
})
