import type { Note, NoteTarget } from '../../corpus/entities.ts'
import { unreachable } from '../../corpus/errors.ts'
import type { CoderId, DocumentId, HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { citations } from './highlights.ts'
import { bury } from './tombstones.ts'

interface Row {
	readonly k: number
	readonly id: NoteId
	readonly highlight: HighlightId | null
	readonly document: DocumentId | null
	readonly theme: ThemeId | null
	readonly body: string
	readonly coder: CoderId
	readonly createdAt: number
	readonly changedAt: number
}

/** What a note is on, by its `k`. */
export interface NoteTargetKeys {
	readonly highlight: number | null
	readonly document: number | null
	readonly theme: number | null
}

/** Which notes, as SQL over `n`. */
export const noteScopes = {
	all: 'true',
	named: 'n.id IN (SELECT value FROM json_each(:ids))',
	highlight: 'n.highlight = :k',
	document: 'n.document = :k',
	theme: 'n.theme = :k',
	library: 'n.highlight IS NULL AND n.document IS NULL AND n.theme IS NULL',
	inDocuments: 'n.document IN (SELECT k FROM document WHERE id IN (SELECT value FROM json_each(:ids)))',
	onThemes: 'n.theme IS NOT NULL',
} as const

/** Notes on things that are in the library, the most recently changed first. */
export function findNotes(
	db: ReadDb,
	where: string,
	parameters: Readonly<Record<string, string | number | null>> = {},
): readonly Note[] {
	const rows = db.all<Row>(
		`SELECT n.k, n.id, h.id AS highlight, d.id AS document, t.id AS theme, n.body, c.id AS coder,
			n.created_at AS createdAt, n.changed_at AS changedAt
		FROM note n
			JOIN coder c ON c.k = n.coder
			LEFT JOIN highlight h ON h.k = n.highlight
			LEFT JOIN document hd ON hd.k = h.document
			LEFT JOIN document d ON d.k = n.document
			LEFT JOIN theme t ON t.k = n.theme
		WHERE ${where} AND coalesce(hd.removed_at, d.removed_at) IS NULL
		ORDER BY n.changed_at DESC, n.k DESC`,
		parameters,
	)
	const cites = citations(
		db,
		rows.map(({ k }) => k),
	)
	return rows.map(({ k, highlight, document, theme, ...note }) => ({
		...note,
		target: targetOf(highlight, document, theme),
		cites: cites.get(k) ?? [],
	}))
}

function targetOf(
	highlight: HighlightId | null,
	document: DocumentId | null,
	theme: ThemeId | null,
): NoteTarget {
	if (highlight !== null) return { kind: 'highlight', id: highlight }
	if (document !== null) return { kind: 'document', id: document }
	return theme === null ? { kind: 'library' } : { kind: 'theme', id: theme }
}

export const noteKeys = (db: ReadDb, id: NoteId) =>
	db.get<{ k: number; body: string } & NoteTargetKeys>(
		'SELECT k, body, highlight, document, theme FROM note WHERE id = :id',
		{ id },
	) ?? null

/** Null where the target is not in the library. */
export function targetKeys(db: ReadDb, target: NoteTarget): NoteTargetKeys | null {
	const none = { highlight: null, document: null, theme: null }
	if (target.kind === 'library') return none
	const row = db.get<{ k: number }>(targetSql(target.kind), { id: target.id })
	return row ? { ...none, [target.kind]: row.k } : null
}

function targetSql(kind: Exclude<NoteTarget['kind'], 'library'>): string {
	switch (kind) {
		case 'highlight':
			return `SELECT h.k FROM highlight h JOIN document d ON d.k = h.document
				WHERE h.id = :id AND d.removed_at IS NULL`
		case 'document':
			return 'SELECT k FROM document WHERE id = :id AND removed_at IS NULL'
		case 'theme':
			return 'SELECT k FROM theme WHERE id = :id'
		default:
			return unreachable(kind)
	}
}

export interface NewNote {
	readonly id: NoteId
	readonly target: NoteTargetKeys
	readonly body: string
	/** `k` of who wrote it. */
	readonly coder: number
	readonly at: number
}

/** @returns its `k` */
export function insertNote(db: WriteDb, { id, target, body, coder, at }: NewNote): number {
	const { k } = db.run(
		`INSERT INTO note (id, highlight, document, theme, body, coder, created_at, changed_at)
		VALUES (:id, :highlight, :document, :theme, :body, :coder, :at, :at)`,
		{ id, body, coder, at, ...target },
	)
	keepCitations(db, k, body)
	return k
}

export function updateNote(db: WriteDb, k: number, body: string, at: number): void {
	db.run('UPDATE note SET body = :body, changed_at = :at WHERE k = :k', { k, body, at })
	keepCitations(db, k, body)
}

export function deleteNote(db: WriteDb, k: number, id: NoteId, at: number): void {
	db.run('DELETE FROM note_citation WHERE note = :k', { k })
	db.run('DELETE FROM note WHERE k = :k', { k })
	bury(db, 'note', [id], at)
}

const link = /commonplace:\/\/[^\s()<>[\]"]*?\/?highlight\/([\w-]{1,64})/g

/** Makes notes that cite highlights cite another one instead, in their bodies too. */
export function moveCitations(
	db: WriteDb,
	from: readonly { k: number; id: HighlightId }[],
	to: HighlightId,
	at: number,
): void {
	const ids: ReadonlySet<string> = new Set(from.map(({ id }) => id))
	const notes = db.all<{ k: number; body: string }>(
		`SELECT k, body FROM note WHERE k IN (
			SELECT note FROM note_citation WHERE highlight IN (SELECT value FROM json_each(:ks))
		)`,
		{ ks: JSON.stringify(from.map(({ k }) => k)) },
	)
	for (const { k, body } of notes) {
		const moved = body.replace(link, (whole, id: string) =>
			ids.has(id) ? whole.slice(0, whole.length - id.length) + to : whole,
		)
		updateNote(db, k, moved, at)
	}
}

/** Makes the citations of a note those of its body, and touches only what differs. */
function keepCitations(db: WriteDb, note: number, body: string): void {
	const ids = [...new Set([...body.matchAll(link)].map(([, id]) => id))]
	const cited = JSON.stringify(ids)
	db.run(
		`DELETE FROM note_citation WHERE note = :note AND highlight NOT IN (
			SELECT h.k FROM json_each(:cited) c JOIN highlight h ON h.id = c.value
		)`,
		{ note, cited },
	)
	db.run(
		`INSERT INTO note_citation (note, highlight, ordinal)
		SELECT :note, h.k, c.key FROM json_each(:cited) c JOIN highlight h ON h.id = c.value WHERE true
		ON CONFLICT (note, highlight) DO UPDATE SET ordinal = excluded.ordinal
			WHERE ordinal <> excluded.ordinal`,
		{ note, cited },
	)
}
