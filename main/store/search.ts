import type { DocumentId, HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import type { Metadata } from '../../corpus/metadata.ts'
import type { ReadDb } from './connection.ts'

/**
 * Full-text queries. Each takes FTS5 MATCH expressions over folded text, one a phrase (`toFts` of
 * corpus/query.ts). The long ones call `alive()` on every row, which the connection must define: it throws
 * when nobody waits for the answer any more.
 */

/** Documents (their `k`) in which every phrase stands: in the text, the metadata or a note on either. */
export function documentsMatching(
	db: ReadDb,
	phrases: readonly string[],
	document?: DocumentId,
): readonly number[] {
	const sets = phrases.map((match) => new Set(documentsWith(db, match, document)))
	const [first, ...others] = sets
	return first ? [...first].filter((k) => others.every((set) => set.has(k))).toSorted((a, b) => a - b) : []
}

function documentsWith(db: ReadDb, match: string, document: DocumentId | undefined): readonly number[] {
	const only = document === undefined ? '' : 'AND d.id = :document'
	return db
		.all<{ k: number }>(
			`SELECT DISTINCT d.k FROM block_index i
				CROSS JOIN block b ON b.k = i.rowid
				CROSS JOIN document d ON d.version = b.version
			WHERE i.text MATCH :match AND alive() AND d.removed_at IS NULL ${only}
			UNION
			SELECT d.k FROM document_index i CROSS JOIN document d ON d.k = i.rowid
			WHERE document_index MATCH :match AND alive() AND d.removed_at IS NULL ${only}
			UNION
			SELECT d.k FROM note_index i
				CROSS JOIN note n ON n.k = i.rowid
				LEFT JOIN highlight h ON h.k = n.highlight
				JOIN document d ON d.k = coalesce(n.document, h.document)
			WHERE i.body MATCH :match AND alive() AND d.removed_at IS NULL ${only}`,
			document === undefined ? { match } : { match, document },
		)
		.map(({ k }) => k)
}

/** A document's `k` and how well its best block fits: the lower the better. */
export interface Ranked {
	readonly k: number
	readonly rank: number
}

/** Documents by how well their text fits any of the phrases, the best first; those whose text holds none are left out. */
export const rankDocuments = (db: ReadDb, phrases: readonly string[]): readonly Ranked[] =>
	db.all<Ranked>(
		`SELECT d.k, min(hit.rank) AS rank FROM (
			SELECT rowid, rank FROM block_index WHERE block_index MATCH :match AND alive()
		) hit
			CROSS JOIN block b ON b.k = hit.rowid
			CROSS JOIN document d ON d.version = b.version
		WHERE d.removed_at IS NULL GROUP BY d.k ORDER BY min(hit.rank)`,
		{ match: anyOf(phrases) },
	)

/** One MATCH expression for any of the phrases. */
export const anyOf = (phrases: readonly string[]) => phrases.map((phrase) => `(${phrase})`).join(' OR ')

export interface MatchingDocument {
	readonly k: number
	readonly id: DocumentId
	readonly metadata: Metadata
}

/** @param ks in the order in which they are wanted */
export function matchingDocuments(db: ReadDb, ks: readonly number[]): readonly MatchingDocument[] {
	const rows = db.all<{ k: number; id: DocumentId; metadata: string }>(
		'SELECT k, id, metadata FROM document WHERE k IN (SELECT value FROM json_each(:ks))',
		{ ks: JSON.stringify(ks) },
	)
	const known = new Map(rows.map((row) => [row.k, { ...row, metadata: JSON.parse(row.metadata) }]))
	return ks.flatMap((k) => known.get(k) ?? [])
}

export interface MatchingBlock {
	/** UTF-16 code units, of the block's beginning in the reading text. */
	readonly start: number
	readonly text: string
}

/** Blocks of one document in which any of the phrases stands, in the order of the text. */
export const matchingBlocks = (db: ReadDb, document: number, phrases: readonly string[], limit: number) =>
	db.all<MatchingBlock>(
		`SELECT b.start, b.text FROM block_index i CROSS JOIN block b ON b.k = i.rowid
		WHERE block_index MATCH :match AND ${blocksOf} AND alive()
		ORDER BY i.rowid LIMIT :limit`,
		{ match: anyOf(phrases), document, limit },
	)

/** How many blocks of one document hold any of the phrases; counted up to `limit`. */
export const countMatchingBlocks = (
	db: ReadDb,
	document: number,
	phrases: readonly string[],
	limit: number,
) =>
	db.get<{ count: number }>(
		`SELECT count(*) AS count FROM (
			SELECT 1 FROM block_index i WHERE block_index MATCH :match AND ${blocksOf} AND alive() LIMIT :limit
		)`,
		{ match: anyOf(phrases), document, limit },
	)?.count ?? 0

const versionOf = '(SELECT version FROM document WHERE k = :document)'

/** The blocks of a version were added in one go: their `k` are an unbroken run, which the index can seek. */
const blocksOf = `i.rowid BETWEEN
	(SELECT k FROM block WHERE version = ${versionOf} ORDER BY start LIMIT 1) AND
	(SELECT k FROM block WHERE version = ${versionOf} ORDER BY start DESC LIMIT 1)`

export interface MatchingNote {
	readonly note: NoteId
	readonly highlight: HighlightId | null
	readonly body: string
}

/** Notes on a document or its highlights in which any of the phrases stands, in the order of the text. */
export const matchingNotes = (db: ReadDb, document: number, phrases: readonly string[]) =>
	db.all<MatchingNote>(
		`SELECT n.id AS note, h.id AS highlight, n.body FROM note_index i
			CROSS JOIN note n ON n.k = i.rowid
			LEFT JOIN highlight h ON h.k = n.highlight
		WHERE note_index MATCH :match AND alive() AND coalesce(n.document, h.document) = :document
		ORDER BY h.start, n.k`,
		{ match: anyOf(phrases), document },
	)

/** Notes on themes or the library in which all of the phrases stand, the most recently changed first. */
export const matchingFreeNotes = (db: ReadDb, phrases: readonly string[], limit: number) =>
	db.all<MatchingNote>(
		`SELECT n.id AS note, NULL AS highlight, n.body FROM note_index i CROSS JOIN note n ON n.k = i.rowid
		WHERE note_index MATCH :match AND n.highlight IS NULL AND n.document IS NULL
		ORDER BY n.changed_at DESC LIMIT :limit`,
		{ match: allOf(phrases), limit },
	)

export interface MatchingTheme {
	readonly theme: ThemeId
	readonly name: string
	readonly description: string
}

/** Themes whose name and description hold all of the phrases. */
export const matchingThemes = (db: ReadDb, phrases: readonly string[], limit: number) =>
	db.all<MatchingTheme>(
		`SELECT t.id AS theme, t.name, t.description FROM theme_index i CROSS JOIN theme t ON t.k = i.rowid
		WHERE theme_index MATCH :match ORDER BY i.rank LIMIT :limit`,
		{ match: allOf(phrases), limit },
	)

const allOf = (phrases: readonly string[]) => phrases.map((phrase) => `(${phrase})`).join(' AND ')
