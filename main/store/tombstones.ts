import type { WriteDb } from './connection.ts'

/** Remembers that these are gone for good. `kind` is the table they were in. */
export function bury(db: WriteDb, kind: string, ids: readonly string[], at: number): void {
	db.run(
		`INSERT INTO tombstone (id, kind, removed_at) SELECT value, :kind, :at FROM json_each(:ids) WHERE true
		ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at`,
		{ kind, at, ids: JSON.stringify(ids) },
	)
}
