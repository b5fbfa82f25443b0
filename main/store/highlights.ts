import type { Anchor } from '../../corpus/anchor.ts'
import type { Highlight, Note, Place, Tagging } from '../../corpus/entities.ts'
import type { CoderId, DocumentId, HighlightId, NoteId, VersionId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { bury } from './tombstones.ts'

/** What stands around a highlight and where it is, for people. Kept with it, since its text never changes. */
export interface Context {
	readonly before: string
	readonly after: string
	readonly place: Place
}

export type HighlightInContext = Highlight & { readonly context: Context }

/**
 * Which highlights, as SQL over `h` (highlight) and `d` (its document, not a removed one); `:ids` is a JSON
 * list.
 */
export const highlightScopes = {
	all: 'true',
	document: 'd.id = :document',
	named: 'h.id IN (SELECT value FROM json_each(:ids))',
	inDocuments: 'd.id IN (SELECT value FROM json_each(:ids))',
} as const

type ScopeParameters = Readonly<Record<string, string | number | null>>

/** Highlights in the order of documents' arrival and of texts, with what hangs on them: a few queries in all. */
export const findHighlights = (
	db: ReadDb,
	where: string,
	parameters: ScopeParameters = {},
): readonly Highlight[] => find(db, where, parameters).map(({ highlight }) => highlight)

/** The same with their surroundings. */
export const findHighlightsInContext = (
	db: ReadDb,
	where: string,
	parameters: ScopeParameters = {},
): readonly HighlightInContext[] =>
	find(db, where, parameters).map(({ highlight, context }) => ({
		...highlight,
		context: JSON.parse(context),
	}))

/** A highlight with its `Context` as it is kept. */
interface Found {
	readonly highlight: Highlight
	readonly context: string
}

function find(db: ReadDb, where: string, parameters: ScopeParameters): readonly Found[] {
	const from = `highlight h JOIN document d ON d.k = h.document AND d.removed_at IS NULL`
	const rows = db.all<HighlightRow>(
		`SELECT h.k, h.id, d.id AS document, h.version = d.version AS placed, v.id AS version, h.start, h.end, h.quote, h.prefix, h.suffix,
			h.occurrence, h.context, c.id AS coder, h.at
		FROM ${from} JOIN version v ON v.k = h.version JOIN coder c ON c.k = h.coder
		WHERE ${where} ORDER BY h.document, h.start, h.end DESC, h.k`,
		parameters,
	)
	if (rows.length === 0) return []
	const taggings = group(
		db.all<Tagging & { highlight: number }>(
			`SELECT g.highlight, t.id AS theme, c.id AS coder, g.at, g.weight
			FROM ${from} JOIN tagging g ON g.highlight = h.k
				JOIN theme t ON t.k = g.theme JOIN coder c ON c.k = g.coder
			WHERE ${where} ORDER BY g.highlight, g.k`,
			parameters,
		),
	)
	const notes = group(
		db.all<NoteRow & { highlight: number }>(
			`SELECT n.highlight, n.k, n.id, n.body, c.id AS coder, n.created_at AS createdAt,
				n.changed_at AS changedAt
			FROM ${from} JOIN note n ON n.highlight = h.k JOIN coder c ON c.k = n.coder
			WHERE ${where} ORDER BY n.highlight, n.k`,
			parameters,
		),
	)
	const cites = citations(
		db,
		[...notes.values()].flat().map(({ k }) => k),
	)
	return rows.map(({ k, context, ...row }) => {
		const note = notes.get(k)?.[0]
		const { id, document, placed, coder, at, ...anchor } = row
		const highlight: Highlight = {
			...{ id, document, anchor, placed: placed === 1, coder, at },
			taggings: taggings.get(k) ?? [],
			note: note ? noteOn(id, note, cites) : null,
		}
		return { highlight, context }
	})
}

interface HighlightRow extends Omit<Anchor, 'version'> {
	readonly k: number
	readonly id: HighlightId
	readonly document: DocumentId
	readonly placed: 0 | 1
	readonly version: VersionId
	readonly context: string
	readonly coder: CoderId
	readonly at: number
}

interface NoteRow {
	readonly k: number
	readonly id: NoteId
	readonly body: string
	readonly coder: CoderId
	readonly createdAt: number
	readonly changedAt: number
}

function group<Row extends { readonly highlight: number }>(rows: readonly Row[]) {
	const groups = new Map<number, Omit<Row, 'highlight'>[]>()
	for (const { highlight, ...row } of rows) {
		const known = groups.get(highlight)
		if (known) known.push(row)
		else groups.set(highlight, [row])
	}
	return groups
}

const noteOn = (
	id: HighlightId,
	{ k, ...note }: NoteRow,
	cites: ReadonlyMap<number, readonly HighlightId[]>,
): Note => ({
	...note,
	target: { kind: 'highlight', id },
	cites: cites.get(k) ?? [],
})

/** Which highlights the notes cite, in the order of their bodies. @param notes their `k` */
export function citations(db: ReadDb, notes: readonly number[]): ReadonlyMap<number, readonly HighlightId[]> {
	const lists = new Map<number, HighlightId[]>()
	if (notes.length === 0) return lists
	const rows = db.all<{ note: number; id: HighlightId }>(
		`SELECT c.note, h.id FROM note_citation c
			JOIN highlight h ON h.k = c.highlight
			JOIN document d ON d.k = h.document AND d.removed_at IS NULL
		WHERE c.note IN (SELECT value FROM json_each(:notes)) ORDER BY c.note, c.ordinal`,
		{ notes: JSON.stringify(notes) },
	)
	for (const { note, id } of rows) lists.set(note, [...(lists.get(note) ?? []), id])
	return lists
}

/** A highlight as the handlers of writes need it. */
export interface HighlightKeys {
	readonly k: number
	readonly id: HighlightId
	/** `k` of its document. */
	readonly document: number
	readonly documentId: DocumentId
	readonly title: string
	readonly start: number
	readonly end: number
	readonly quote: string
	/** 0: see `Highlight.placed`. */
	readonly placed: 0 | 1
}

/** Those of the named highlights that exist, in the order of documents and texts. */
export const highlightKeys = (db: ReadDb, ids: readonly HighlightId[]): readonly HighlightKeys[] =>
	db.all<HighlightKeys>(
		`SELECT h.k, h.id, h.document, d.id AS documentId, d.metadata ->> '$.title' AS title,
			h.start, h.end, h.quote, h.version = d.version AS placed
		FROM highlight h JOIN document d ON d.k = h.document AND d.removed_at IS NULL
		WHERE ${highlightScopes.named} ORDER BY h.document, h.start, h.end DESC, h.k`,
		{ ids: JSON.stringify(ids) },
	)

/** Where a highlight is: the anchor's version as its `k`. */
export interface Placement {
	readonly document: number
	readonly version: number
	readonly anchor: Omit<Anchor, 'version'>
	readonly context: Context
}

export interface NewHighlight extends Placement {
	readonly id: HighlightId
	/** `k` of who made it. */
	readonly coder: number
	readonly at: number
}

/** @returns its `k` */
export function insertHighlight(db: WriteDb, { id, coder, at, ...placement }: NewHighlight): number {
	return db.run(
		`INSERT INTO highlight
			(id, document, version, start, end, quote, prefix, suffix, occurrence, context, coder, at)
		VALUES (:id, :document, :version, :start, :end, :quote, :prefix, :suffix, :occurrence, :context, :coder, :at)`,
		{ id, coder, at, ...placementColumns(placement) },
	).k
}

/** Puts a highlight elsewhere, perhaps into another document. */
export function placeHighlight(db: WriteDb, k: number, placement: Placement): void {
	db.run(
		`UPDATE highlight SET document = :document, version = :version, start = :start, end = :end, quote = :quote,
			prefix = :prefix, suffix = :suffix, occurrence = :occurrence, context = :context
		WHERE k = :k`,
		{ k, ...placementColumns(placement) },
	)
}

function placementColumns({ document, version, anchor, context }: Placement) {
	const { start, end, quote, prefix, suffix, occurrence } = anchor
	return {
		document,
		version,
		start,
		end,
		quote,
		prefix,
		suffix,
		occurrence,
		context: JSON.stringify(context),
	}
}

/** With their taggings and notes. */
export function deleteHighlights(
	db: WriteDb,
	highlights: readonly { k: number; id: HighlightId }[],
	at: number,
): void {
	const ks = JSON.stringify(highlights.map(({ k }) => k))
	const these = 'highlight IN (SELECT value FROM json_each(:ks))'
	const notes = db.all<{ id: string }>(`SELECT id FROM note WHERE ${these}`, { ks })
	db.run(`DELETE FROM note_citation WHERE ${these}`, { ks })
	db.run(`DELETE FROM note_citation WHERE note IN (SELECT k FROM note WHERE ${these})`, { ks })
	db.run(`DELETE FROM note WHERE ${these}`, { ks })
	db.run(`DELETE FROM tagging WHERE ${these}`, { ks })
	db.run('DELETE FROM highlight WHERE k IN (SELECT value FROM json_each(:ks))', { ks })
	bury(
		db,
		'note',
		notes.map(({ id }) => id),
		at,
	)
	bury(
		db,
		'highlight',
		highlights.map(({ id }) => id),
		at,
	)
}

export interface NewTagging {
	readonly id: string
	/** `k` of what it joins, and of who joined them. */
	readonly highlight: number
	readonly theme: number
	readonly coder: number
	readonly at: number
	readonly weight: number | null
}

/** Does nothing where this coder gave this highlight this theme before. */
export function insertTagging(db: WriteDb, { id, highlight, theme, coder, at, weight }: NewTagging): void {
	db.run(
		`INSERT INTO tagging (id, highlight, theme, coder, at, weight)
		VALUES (:id, :highlight, :theme, :coder, :at, :weight) ON CONFLICT (highlight, theme, coder) DO NOTHING`,
		{ id, highlight, theme, coder, at, weight },
	)
}

/** Takes a theme from highlights, whoever gave it. */
export function deleteTaggings(db: WriteDb, highlights: readonly number[], theme: number): void {
	db.run(
		'DELETE FROM tagging WHERE theme = :theme AND highlight IN (SELECT value FROM json_each(:highlights))',
		{ theme, highlights: JSON.stringify(highlights) },
	)
}

/** The taggings of a highlight with the keys of what they join. */
export const taggingsOf = (db: ReadDb, highlight: number) =>
	db.all<Omit<NewTagging, 'highlight'>>(
		'SELECT id, theme, coder, at, weight FROM tagging WHERE highlight = :highlight ORDER BY k',
		{ highlight },
	)
