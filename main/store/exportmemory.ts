import type { ExportMemory } from '../../preload/calls/export.ts'
import type { ReadDb, WriteDb } from './connection.ts'

/** The last export; null: nothing was exported yet. */
export function lastExport(db: ReadDb): ExportMemory | null {
	const row = db.get<{ folder: string; spec: string; at: number }>(
		'SELECT folder, spec, at FROM export_target ORDER BY at DESC, k DESC LIMIT 1',
	)
	return row ? { ...row, spec: JSON.parse(row.spec) } : null
}

/** Beside history. */
export function rememberExport(db: WriteDb, { folder, spec, at }: ExportMemory): void {
	db.run(
		`INSERT INTO export_target (folder, spec, at) VALUES (:folder, :spec, :at)
		ON CONFLICT (folder) DO UPDATE SET spec = excluded.spec, at = excluded.at`,
		{ folder, spec: JSON.stringify(spec), at },
	)
}
