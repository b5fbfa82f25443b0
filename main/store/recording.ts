import type { WriteDb } from './connection.ts'

/** The tables whose changes can be undone. None of them has a column for BLOBs. */
export const loggedTables = [
	'document',
	'highlight',
	'tagging',
	'theme',
	'note',
	'note_citation',
	'collection',
	'collection_document',
	'template',
	'tombstone',
] as const

export type LoggedTable = (typeof loggedTables)[number]

/** A change of one row: images of all its columns as JSON objects. */
export interface RecordedRow {
	readonly of: LoggedTable
	/** Its `k`. */
	readonly row: number
	/** Null: the row is new. */
	readonly before: string | null
	/** Null: the row is gone. */
	readonly after: string | null
}

/**
 * From now on tells `listener` every change of a logged row on this connection. The triggers are temporary
 * and made from the schema as it is. (`INSERT OR REPLACE` would escape them: nothing here uses it. Nor do
 * they see text behind a U+0000, which no text in the library holds.)
 */
export function recordRows(db: WriteDb, listener: (row: RecordedRow) => void): void {
	const tables: ReadonlySet<string> = new Set(loggedTables)
	const isLogged = (name: string): name is LoggedTable => tables.has(name)
	db.define('record_row', { deterministic: false }, (of, row, before, after) => {
		if (typeof of !== 'string' || !isLogged(of)) throw new Error(`${of} is not a logged table`)
		listener({ of, row: Number(row), before: textOrNull(before), after: textOrNull(after) })
		return null
	})
	for (const table of loggedTables) db.exec(triggers(table, columnsOf(db, table)))
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

/** Generated columns are not among them. */
const columnsOf = (db: WriteDb, table: string) =>
	db.all<{ name: string }>('SELECT name FROM pragma_table_info(:table)', { table }).map(({ name }) => name)

function triggers(table: string, columns: readonly string[]): string {
	const image = (row: string) =>
		`json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`
	const trigger = (event: string, k: string, before: string, after: string) =>
		`CREATE TEMP TRIGGER record_${table}_${event} AFTER ${event} ON main.${table} BEGIN
			SELECT record_row('${table}', ${k}, ${before}, ${after});
		END;`
	return [
		trigger('INSERT', 'NEW.k', 'NULL', image('NEW')),
		trigger('UPDATE', 'OLD.k', image('OLD'), image('NEW')),
		trigger('DELETE', 'OLD.k', image('OLD'), 'NULL'),
	].join('\n')
}

/**
 * The same changes with fewer rows: an update of a row that was changed just before becomes part of that
 * change, and updates that came to nothing are left out. Sound because no step lets rows
 * exchange what must be unique, and foreign keys wait for the end of an undo.
 */
export function mergeRows(rows: readonly RecordedRow[]): readonly RecordedRow[] {
	const merged: RecordedRow[] = []
	const latest = new Map<string, number>()
	for (const row of rows) {
		const key = `${row.of} ${row.row}`
		const at = latest.get(key)
		const earlier = at === undefined ? undefined : merged[at]
		if (at !== undefined && earlier && earlier.after !== null && row.before !== null && row.after !== null)
			merged[at] = { ...earlier, after: row.after }
		else latest.set(key, merged.push(row) - 1)
	}
	return merged.filter(({ before, after }) => before !== after)
}
