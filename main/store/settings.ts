import { defaultSettings, type Settings } from '../../corpus/settings.ts'
import type { SettingsPatch } from '../../preload/calls/settings.ts'
import { currentCoder, setCoder } from './coders.ts'
import type { ReadDb, WriteDb } from './connection.ts'

const keys = ['scheme', 'type', 'keys', 'sidebar', 'html'] as const satisfies readonly (keyof Settings)[]

/** What the reader has not set is as at first. */
export function readSettings(db: ReadDb): Settings {
	const rows = db.all<{ key: string; json: string }>(
		'SELECT key, json FROM setting WHERE key IN (SELECT value FROM json_each(:keys))',
		{ keys: JSON.stringify(keys) },
	)
	const set = Object.fromEntries(rows.map(({ key, json }) => [key, JSON.parse(json)]))
	return { ...defaultSettings, ...set, coder: currentCoder(db).name }
}

/** What is absent stays. Beside history. */
export function changeSettings(db: WriteDb, patch: SettingsPatch, newId: () => string): void {
	if (patch.coder !== undefined) setCoder(db, patch.coder, newId)
	for (const key of keys) {
		if (patch[key] === undefined) continue
		db.run(
			'INSERT INTO setting (key, json) VALUES (:key, :json) ON CONFLICT (key) DO UPDATE SET json = excluded.json',
			{ key, json: JSON.stringify(patch[key]) },
		)
	}
}
