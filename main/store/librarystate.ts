import type { LibraryInfo } from '../../corpus/entities.ts'
import { currentCoder, listCoders } from './coders.ts'
import type { ReadDb } from './connection.ts'

/** What the database itself knows of a library. What belongs to removed documents is not counted. */
export type LibraryState = Pick<
	LibraryInfo,
	'id' | 'documents' | 'highlights' | 'toSort' | 'notes' | 'coder' | 'coders'
>

export function libraryState(db: ReadDb): LibraryState {
	const state = db.get<Omit<LibraryState, 'coder' | 'coders'>>(
		`WITH here AS (
			SELECT h.k FROM highlight h JOIN document d ON d.k = h.document WHERE d.removed_at IS NULL
		)
		SELECT l.id,
			(SELECT count(*) FROM document WHERE removed_at IS NULL) AS documents,
			(SELECT count(*) FROM here) AS highlights,
			(SELECT count(*) FROM here WHERE NOT EXISTS (
				SELECT 1 FROM tagging g WHERE g.highlight = here.k
			)) AS toSort,
			(SELECT count(*) FROM note n
				LEFT JOIN highlight h ON h.k = n.highlight
				LEFT JOIN document d ON d.k = coalesce(n.document, h.document)
				WHERE d.removed_at IS NULL) AS notes
		FROM library l`,
	)
	if (!state) throw new Error('The library has no id')
	const { id, name } = currentCoder(db)
	return { ...state, coder: { id, name }, coders: listCoders(db) }
}

export interface LibraryBase {
	readonly sqlite: string
	readonly format: number
}

/** What the library is made of: the version of SQLite, and the number of the database's format. */
export function libraryBase(db: ReadDb): LibraryBase {
	const row = db.get<{ sqlite: string }>('SELECT sqlite_version() AS sqlite')
	return { sqlite: row?.sqlite ?? '', format: db.pragma('user_version') }
}
