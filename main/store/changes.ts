import type { CollectionId, DocumentId, HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { ReadDb } from './connection.ts'
import type { RecordedRow } from './recording.ts'

/** A logged row as its image says. Columns that a table does not have are absent. */
interface Image {
	readonly k: number
	readonly id?: string
	readonly document?: number | null
	readonly highlight?: number | null
	readonly theme?: number | null
	readonly note?: number
	readonly collection?: number
	readonly removed_at?: number | null
	readonly version?: number
}

/** The `k` of rows that a change concerns. */
class Concerned {
	readonly documents = new Set<number>()
	/** Documents that came or went, with all that belongs to them. */
	readonly whole = new Set<number>()
	readonly touched = new Set<number>()
	readonly highlights = new Set<number>()
	readonly themes = new Set<number>()
	readonly notes = new Set<number>()
	readonly collections = new Set<number>()
}

/**
 * Which things a write (or an undo) made, altered or removed, as everybody is told.
 *
 * @param db inside the transaction, after the change
 */
export function changedBy(db: ReadDb, rows: readonly RecordedRow[]): Changed {
	const concerned = new Concerned()
	const gone = new Map<string, string>()
	const goneHighlights = new Map<number, number>()
	for (const row of rows) {
		const before: Image | null = row.before === null ? null : JSON.parse(row.before)
		const after: Image | null = row.after === null ? null : JSON.parse(row.after)
		for (const image of [before, after]) {
			if (!image) continue
			note(concerned, row, image)
			if (image.id !== undefined) gone.set(`${row.of} ${image.k}`, image.id)
			if (row.of === 'highlight' && image.document) goneHighlights.set(image.k, image.document)
		}
		if (row.of === 'document' && isAnother(before, after)) concerned.whole.add(row.row)
	}
	addWhole(db, concerned)
	addTouched(db, concerned, goneHighlights)
	const ids = <Id extends string>(table: string, ks: ReadonlySet<number>) => idsOf<Id>(db, table, ks, gone)
	return {
		kind: 'changed',
		documents: ids<DocumentId>('document', concerned.documents),
		collections: ids<CollectionId>('collection', concerned.collections),
		highlights: ids<HighlightId>('highlight', concerned.highlights),
		touched: ids<DocumentId>('document', concerned.touched),
		themes: ids<ThemeId>('theme', concerned.themes),
		notes: ids<NoteId>('note', concerned.notes),
		settings: false,
		history: true,
	}
}

/** The document came or went, or has another text: that concerns all that belongs to it. */
const isAnother = (before: Image | null, after: Image | null): boolean =>
	(before?.removed_at === null) !== (after?.removed_at === null) || before?.version !== after?.version

function note(concerned: Concerned, { of, row }: RecordedRow, image: Image): void {
	const add = (set: Set<number>, k: number | null | undefined) => void (k && set.add(k))
	if (of === 'document') concerned.documents.add(row)
	if (of === 'highlight') concerned.highlights.add(row)
	if (of === 'theme') concerned.themes.add(row)
	if (of === 'note') concerned.notes.add(row)
	if (of === 'collection') concerned.collections.add(row)
	if (of === 'note_citation') add(concerned.notes, image.note)
	if (of === 'collection_document') {
		add(concerned.collections, image.collection)
		add(concerned.documents, image.document)
	}
	if (of === 'tagging') add(concerned.themes, image.theme)
	if (of === 'tagging' || of === 'note') add(concerned.highlights, image.highlight)
	if (of === 'note') add(concerned.touched, image.document)
}

function addWhole(db: ReadDb, concerned: Concerned): void {
	if (concerned.whole.size === 0) return
	const documents = JSON.stringify([...concerned.whole])
	const add = (set: Set<number>, sql: string) => {
		for (const { k } of db.all<{ k: number }>(sql, { documents })) set.add(k)
	}
	const inDocuments = 'document IN (SELECT value FROM json_each(:documents))'
	const theirHighlights = `highlight IN (SELECT k FROM highlight WHERE ${inDocuments})`
	add(concerned.highlights, `SELECT k FROM highlight WHERE ${inDocuments}`)
	add(concerned.themes, `SELECT DISTINCT theme AS k FROM tagging WHERE ${theirHighlights}`)
	add(concerned.notes, `SELECT k FROM note WHERE ${inDocuments}`)
	add(concerned.notes, `SELECT k FROM note WHERE ${theirHighlights}`)
	add(concerned.collections, `SELECT collection AS k FROM collection_document WHERE ${inDocuments}`)
}

/** A document is touched when a highlight of it is concerned. */
function addTouched(db: ReadDb, concerned: Concerned, gone: ReadonlyMap<number, number>): void {
	const rows = db.all<{ document: number }>(
		'SELECT DISTINCT document FROM highlight WHERE k IN (SELECT value FROM json_each(:ks))',
		{ ks: JSON.stringify([...concerned.highlights]) },
	)
	for (const { document } of rows) concerned.touched.add(document)
	for (const document of gone.values()) concerned.touched.add(document)
}

function idsOf<Id extends string>(
	db: ReadDb,
	table: string,
	ks: ReadonlySet<number>,
	gone: ReadonlyMap<string, string>,
): readonly Id[] {
	if (ks.size === 0) return []
	const rows = db.all<{ k: number; id: string }>(
		`SELECT k, id FROM ${table} WHERE k IN (SELECT value FROM json_each(:ks))`,
		{ ks: JSON.stringify([...ks]) },
	)
	const known = new Map(rows.map(({ k, id }) => [k, id]))
	return [...ks].flatMap((k) => {
		const id = known.get(k) ?? gone.get(`${table} ${k}`)
		return id === undefined ? [] : [id as Id]
	})
}
