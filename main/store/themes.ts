import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { bury } from './tombstones.ts'

/** Siblings in their order. */
export const listThemes = (db: ReadDb): readonly Theme[] =>
	db.all<Theme>(
		`SELECT t.id, t.name, p.id AS parent, t.ordinal AS "order", t.hue, t.description, t.pin,
			coalesce(used.highlights, 0) AS highlights
		FROM theme t
			LEFT JOIN theme p ON p.k = t.parent
			LEFT JOIN (
				SELECT g.theme, count(DISTINCT g.highlight) AS highlights
				FROM tagging g
					JOIN highlight h ON h.k = g.highlight
					JOIN document d ON d.k = h.document AND d.removed_at IS NULL
				GROUP BY g.theme
			) used ON used.theme = t.k
		ORDER BY t.ordinal, t.k`,
	)

/** A theme as the handlers of writes need it. */
export interface ThemeKeys {
	readonly k: number
	readonly id: ThemeId
	readonly name: string
	/** `k` of the theme above. */
	readonly parent: number | null
	readonly ordinal: number
	readonly hue: number | null
	readonly pin: number | null
}

/** The whole tree, siblings in their order. */
export const themeKeys = (db: ReadDb): readonly ThemeKeys[] =>
	db.all<ThemeKeys>('SELECT k, id, name, parent, ordinal, hue, pin FROM theme ORDER BY ordinal, k')

export interface NewTheme {
	readonly id: ThemeId
	readonly name: string
	readonly parent: number | null
	readonly ordinal: number
	readonly hue: number | null
}

/** @returns its `k` */
export const insertTheme = (db: WriteDb, { id, name, parent, ordinal, hue }: NewTheme) =>
	db.run(
		`INSERT INTO theme (id, name, parent, ordinal, hue, description, pin)
		VALUES (:id, :name, :parent, :ordinal, :hue, '', NULL)`,
		{ id, name, parent, ordinal, hue },
	).k

/** What is absent stays. */
export interface ThemePatch {
	readonly name?: string
	readonly hue?: number | null
	readonly description?: string
	readonly pin?: number | null
	readonly parent?: number | null
	readonly ordinal?: number
}

export function updateTheme(db: WriteDb, k: number, patch: ThemePatch): void {
	for (const column of ['name', 'hue', 'description', 'pin', 'parent', 'ordinal'] as const) {
		const value = patch[column]
		if (value !== undefined) db.run(`UPDATE theme SET ${column} = :value WHERE k = :k`, { k, value })
	}
}

/** With its notes. Its children must have found another parent, its highlights stay without it. */
export function deleteTheme(db: WriteDb, k: number, id: ThemeId, at: number): void {
	const notes = db.all<{ id: string }>('SELECT id FROM note WHERE theme = :k', { k })
	db.run('DELETE FROM note_citation WHERE note IN (SELECT k FROM note WHERE theme = :k)', { k })
	db.run('DELETE FROM note WHERE theme = :k', { k })
	db.run('DELETE FROM tagging WHERE theme = :k', { k })
	db.run('DELETE FROM theme WHERE k = :k', { k })
	bury(
		db,
		'note',
		notes.map((note) => note.id),
		at,
	)
	bury(db, 'theme', [id], at)
}

/** Gives what hangs on one theme to another: taggings and notes. A highlight that has both keeps one. */
export function passOn(db: WriteDb, from: number, to: number): void {
	db.run(
		`DELETE FROM tagging AS t WHERE theme = :from AND EXISTS (
			SELECT 1 FROM tagging o WHERE o.highlight = t.highlight AND o.theme = :to AND o.coder = t.coder
		)`,
		{ from, to },
	)
	db.run('UPDATE tagging SET theme = :to WHERE theme = :from', { from, to })
	db.run('UPDATE note SET theme = :to WHERE theme = :from', { from, to })
}
