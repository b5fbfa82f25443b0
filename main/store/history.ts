import type { Step } from '../../corpus/entities.ts'
import { UserError } from '../../corpus/errors.ts'
import type { StepId } from '../../corpus/ids.ts'
import type { Changed } from '../../preload/bridge.ts'
import { changedBy } from './changes.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { friendly } from './failures.ts'
import { type LoggedTable, loggedTables, mergeRows, type RecordedRow, recordRows } from './recording.ts'

/** What a write is called in the list of steps. Writes in a row with the same session are one step, called as the last. */
export interface StepName {
	readonly name: string
	readonly session?: string
	/** It goes on with what was begun: the step stays called as before. */
	readonly goesOn?: boolean
}

export interface Written<Value> {
	readonly value: Value
	/** Null: nothing was changed, and no step was made. */
	readonly changed: Changed | null
}

/** Steps beyond these are forgotten, the oldest first. */
const keptSteps = 10_000

/** A row as JSON has it: no column of a logged table holds bytes. */
type Image = Readonly<Record<string, string | number | null>>

interface StepRow {
	readonly k: number
	readonly id: StepId
	readonly name: string
	readonly at: number
	readonly session: string | null
	readonly undone: 0 | 1
}

/**
 * Undo for everything in the library at once. Every write is one transaction; triggers on the logged
 * tables hand the images of changed rows over, and these are kept as a step. Undo puts the rows back in
 * reverse order. The steps live in the library: they can be undone after a restart.
 */
export class History {
	readonly #folder: string
	readonly #db: WriteDb
	readonly #clock: () => number
	readonly #newId: () => string
	/** What the triggers recorded since the running write began; null outside of writes. */
	#rows: RecordedRow[] | null = null

	constructor(folder: string, db: WriteDb, options: { clock: () => number; newId: () => string }) {
		this.#folder = folder
		this.#db = db
		this.#clock = options.clock
		this.#newId = options.newId
		recordRows(db, (row) => {
			if (!this.#rows) throw new Error(`${row.of} was changed outside of a write`)
			this.#rows.push(row)
		})
	}

	/**
	 * Changes the library: one transaction, one step. What was undone before cannot be redone any more.
	 *
	 * @throws UserError `disk-full` or `read-only`, and whatever `work` throws; nothing is changed then
	 */
	write<Value>(step: StepName, work: (db: WriteDb) => Value): Written<Value> {
		return this.#record(
			() => work(this.#db),
			(rows) => this.#keep(step, rows),
		)
	}

	/**
	 * Changes what is not for undoing (settings, reading positions): one transaction, no step.
	 *
	 * @throws UserError `disk-full` or `read-only`, and whatever `work` throws; nothing is changed then
	 */
	writeAside<Value>(work: (db: WriteDb) => Value): Value {
		return this.#record(
			() => work(this.#db),
			() => {
				throw new Error('A write beside history changed a logged table')
			},
		).value
	}

	/** @returns the step that was undone; null: there is none */
	undo(): Written<Step | null> {
		return this.#record(() => this.#turn('undo'))
	}

	/** @returns the step that was done again; null: there is none */
	redo(): Written<Step | null> {
		return this.#record(() => this.#turn('redo'))
	}

	/**
	 * Undoes or redoes until `step` is the last that is done; null: until nothing is.
	 *
	 * @throws UserError `not-found`
	 */
	goTo(step: StepId | null): Written<null> {
		const target =
			step === null ? 0 : this.#db.get<StepRow>('SELECT * FROM step WHERE id = :step', { step })?.k
		if (target === undefined) throw new UserError('not-found', 'This step is not in the history any more.')
		return this.#record(() => {
			while ((this.#last()?.k ?? 0) > target) this.#turn('undo')
			while ((this.#next()?.k ?? Number.POSITIVE_INFINITY) <= target) this.#turn('redo')
			return null
		})
	}

	#record<Value>(work: () => Value, keep: (rows: readonly RecordedRow[]) => void = () => {}): Written<Value> {
		if (this.#rows) throw new Error('A write began inside another')
		this.#rows = []
		const recorded = this.#rows
		try {
			return this.#db.transaction(() => {
				const value = work()
				const rows = mergeRows(recorded)
				if (rows.length === 0) return { value, changed: null }
				keep(rows)
				return { value, changed: changedBy(this.#db, rows) }
			})
		} catch (error) {
			throw friendly(error, this.#folder)
		} finally {
			this.#rows = null
		}
	}

	#keep({ name, session, goesOn = false }: StepName, rows: readonly RecordedRow[]): void {
		const last = this.#forgetUndone() ? undefined : this.#last()
		const at = this.#clock()
		if (session !== undefined && last?.session === session) {
			const called = goesOn ? last.name : name
			this.#db.run('UPDATE step SET name = :called, at = :at WHERE k = :k', { called, at, k: last.k })
			for (const row of rows) if (!this.#addToRow(last.k, row)) this.#addRow(last.k, row)
			return
		}
		const { k } = this.#db.run(
			'INSERT INTO step (id, name, at, session) VALUES (:id, :name, :at, :session)',
			{ id: this.#newId(), name, at, session: session ?? null },
		)
		for (const row of rows) this.#addRow(k, row)
		this.#forgetBefore(k - keptSteps)
	}

	#addRow(step: number, { of, row, before, after }: RecordedRow): void {
		this.#db.run(
			'INSERT INTO step_row (step, of, row, before, after) VALUES (:step, :of, :row, :before, :after)',
			{ step, of, row, before, after },
		)
	}

	/** An update of a row that this step has changed before becomes part of that change. */
	#addToRow(step: number, { of, row, before, after }: RecordedRow): boolean {
		if (before === null || after === null) return false
		const earlier = this.#db.get<{ k: number; after: string | null }>(
			'SELECT k, after FROM step_row WHERE step = :step AND of = :of AND row = :row ORDER BY k DESC LIMIT 1',
			{ step, of, row },
		)
		if (!earlier || earlier.after === null) return false
		this.#db.run('UPDATE step_row SET after = :after WHERE k = :k', { after, k: earlier.k })
		return true
	}

	/** @returns whether there was any */
	#forgetUndone(): boolean {
		if (!this.#next()) return false
		this.#db.run('DELETE FROM step_row WHERE step IN (SELECT k FROM step WHERE undone = 1)')
		this.#db.run('DELETE FROM step WHERE undone = 1')
		return true
	}

	#forgetBefore(k: number): void {
		this.#db.run('DELETE FROM step_row WHERE step <= :k', { k })
		this.#db.run('DELETE FROM step WHERE k <= :k', { k })
	}

	#last = () => this.#db.get<StepRow>('SELECT * FROM step WHERE undone = 0 ORDER BY k DESC LIMIT 1')
	#next = () => this.#db.get<StepRow>('SELECT * FROM step WHERE undone = 1 ORDER BY k LIMIT 1')

	#turn(way: 'undo' | 'redo'): Step | null {
		const step = way === 'undo' ? this.#last() : this.#next()
		if (!step) return null
		// Rows come back in an order in which some point to others that are not there yet.
		this.#db.exec('PRAGMA defer_foreign_keys = ON')
		const rows = this.#db.all<RecordedRow>(
			'SELECT of, row, before, after FROM step_row WHERE step = :k ORDER BY k',
			{ k: step.k },
		)
		if (way === 'undo') for (const row of rows.toReversed()) this.#put(row.of, row.row, row.after, row.before)
		else for (const row of rows) this.#put(row.of, row.row, row.before, row.after)
		const undone = way === 'undo' ? 1 : 0
		this.#db.run('UPDATE step SET undone = :undone WHERE k = :k', { undone, k: step.k })
		return stepOf({ ...step, undone })
	}

	#put(of: LoggedTable, k: number, from: string | null, to: string | null): void {
		if (!loggedTables.includes(of)) throw new Error(`History names the table ${of}`)
		if (to === null) {
			this.#expectOne(`DELETE FROM ${of} WHERE k = :k`, { k })
			return
		}
		const image: Image = JSON.parse(to)
		const known = Object.keys(image).filter((name) => /^\w+$/.test(name))
		if (from === null) {
			const columns = known.map(quoted).join(', ')
			const values = known.map((name) => `:${name}`).join(', ')
			this.#expectOne(`INSERT INTO ${of} (${columns}) VALUES (${values})`, image)
		} else {
			const present: Image = JSON.parse(from)
			const sets = known.filter((name) => image[name] !== present[name])
			// In the course of a session it may have come back to what it was.
			if (sets.length === 0) return
			const list = sets.map((name) => `${quoted(name)} = :${name}`).join(', ')
			this.#expectOne(`UPDATE ${of} SET ${list} WHERE k = :k`, image)
		}
	}

	#expectOne(sql: string, parameters: Image): void {
		const { changes } = this.#db.run(sql, parameters)
		if (changes !== 1) throw new Error(`History does not fit the library: ${sql} changed ${changes} rows`)
	}
}

/** The newest first. */
export const listSteps = (db: ReadDb, limit: number): readonly Step[] =>
	db.all<StepRow>('SELECT * FROM step ORDER BY k DESC LIMIT :limit', { limit }).map(stepOf)

/** A step and the documents that it brought into the library: how many, and the title of one of them. */
export interface AddingStep {
	readonly k: number
	readonly documents: number
	readonly title: string
}

/** The steps of a session that brought documents; more than one where other work came between them. */
export const addingSteps = (db: ReadDb, session: string): readonly AddingStep[] =>
	db.all<AddingStep>(
		`SELECT s.k, count(*) AS documents, min(json_extract(r.after, '$.metadata') ->> '$.title') AS title
		FROM step s JOIN step_row r ON r.step = s.k AND r.of = 'document'
		WHERE s.session = :session AND r.after ->> '$.removed_at' IS NULL
			AND (r.before IS NULL OR r.before ->> '$.removed_at' IS NOT NULL)
		GROUP BY s.k`,
		{ session },
	)

export function nameStep(db: WriteDb, k: number, name: string): void {
	db.run('UPDATE step SET name = :name WHERE k = :k', { k, name })
}

const quoted = (name: string) => `"${name}"`

const stepOf = ({ id, name, at, undone }: StepRow): Step => ({
	id,
	name,
	at,
	state: undone ? 'undone' : 'done',
})
