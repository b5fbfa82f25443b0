import type { LibraryInfo } from '../../corpus/entities.ts'
import type { ReadDb } from './connection.ts'

/** How much there is in the library. What belongs to removed documents is not counted. */
export type LibraryCounts = Pick<LibraryInfo, 'documents' | 'highlights' | 'toSort' | 'notes'>

export function countLibrary(db: ReadDb): LibraryCounts {
	const counts = db.get<LibraryCounts>(`
		SELECT
			(SELECT count(*) FROM document WHERE removed_at IS NULL) AS documents,
			count(*) AS highlights,
			coalesce(sum(NOT EXISTS (SELECT 1 FROM tagging g WHERE g.highlight = h.k)), 0) AS toSort,
			(SELECT count(*) FROM note n
				LEFT JOIN highlight nh ON nh.k = n.highlight
				LEFT JOIN document nd ON nd.k = coalesce(n.document, nh.document)
			WHERE nd.removed_at IS NULL) AS notes
		FROM highlight h JOIN document d ON d.k = h.document
		WHERE d.removed_at IS NULL`)
	if (!counts) throw new Error('A count has no answer')
	return counts
}
