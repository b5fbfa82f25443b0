import type { DocumentDetail, DocumentRow, ReadingStatus } from '../../corpus/entities.ts'
import type { CollectionId, DocumentId, ThemeId, VersionId } from '../../corpus/ids.ts'
import type { Metadata } from '../../corpus/metadata.ts'
import type { ReadDb, WriteDb } from './connection.ts'

/** Which documents, as SQL on a row `d`; `:ids` is a JSON list. Removed ones are never among them. */
const scopes = {
	all: '',
	newest: 'AND d.k IN (SELECT k FROM document WHERE removed_at IS NULL ORDER BY k DESC LIMIT :newest)',
	named: 'AND d.id IN (SELECT value FROM json_each(:ids))',
}

type Parameters = Readonly<Record<string, string | number>>

interface Row {
	readonly k: number
	readonly id: DocumentId
	readonly metadata: string
	readonly status: ReadingStatus
	readonly queue: number
	readonly length: number
	readonly words: number
	readonly addedAt: number
	readonly openedAt: number | null
	readonly fileName: string
	readonly format: string
	readonly importerVersion: number
}

/** What the library itself knows of a row: not which importers there are by now. */
export type StoredRow = Omit<DocumentRow, 'outdated'> & Pick<Row, 'importerVersion'>
export type StoredDetail = Omit<DocumentDetail, 'outdated'> & Pick<Row, 'importerVersion'>

/** In the order in which they were added. @param newest only so many, those that were added last */
export const listDocuments = (db: ReadDb, newest?: number): readonly StoredRow[] =>
	newest === undefined ? rows(db, scopes.all, {}) : rows(db, scopes.newest, { newest })

/** Those of the named documents that are in the library. */
export const documentRows = (db: ReadDb, ids: readonly DocumentId[]): readonly StoredRow[] =>
	rows(db, scopes.named, { ids: JSON.stringify(ids) })

function rows(db: ReadDb, scope: string, parameters: Parameters): readonly StoredRow[] {
	const documents = db.all<Row>(
		`SELECT d.k, d.id, d.metadata, d.status, d.queue, v.length, v.words, d.added_at AS addedAt,
			r.opened_at AS openedAt, o.file_name AS fileName, v.importer AS format,
			v.importer_version AS importerVersion
		FROM document d
			JOIN version v ON v.k = d.version
			JOIN original o ON o.k = d.original
			LEFT JOIN reading r ON r.k = d.version
		WHERE d.removed_at IS NULL ${scope} ORDER BY d.k`,
		parameters,
	)
	const highlights = counts(db, countHighlights(scope), parameters)
	const notes = counts(db, countNotes(scope), parameters)
	const themes = gather<ThemeId>(db, themesByUse(scope), parameters)
	const collections = gather<CollectionId>(db, collectionsOf(scope), parameters)
	return documents.map(({ k, metadata, ...row }) => ({
		...row,
		metadata: JSON.parse(metadata),
		highlights: highlights.get(k) ?? 0,
		notes: notes.get(k) ?? 0,
		themes: themes.get(k) ?? [],
		collections: collections.get(k) ?? [],
	}))
}

const countHighlights = (scope: string) => `
	SELECT d.k, count(*) AS count FROM document d JOIN highlight h ON h.document = d.k
	WHERE d.removed_at IS NULL ${scope} GROUP BY d.k`

const countNotes = (scope: string) => `
	SELECT k, sum(count) AS count FROM (
		SELECT d.k, count(*) AS count FROM document d JOIN note n ON n.document = d.k
		WHERE d.removed_at IS NULL ${scope} GROUP BY d.k
		UNION ALL
		SELECT d.k, count(*) FROM document d
			JOIN highlight h ON h.document = d.k JOIN note n ON n.highlight = h.k
		WHERE d.removed_at IS NULL ${scope} GROUP BY d.k
	) GROUP BY k`

const themesByUse = (scope: string) => `
	SELECT d.k, t.id FROM document d
		JOIN highlight h ON h.document = d.k
		JOIN tagging g ON g.highlight = h.k
		JOIN theme t ON t.k = g.theme
	WHERE d.removed_at IS NULL ${scope}
	GROUP BY d.k, t.k ORDER BY d.k, count(DISTINCT h.k) DESC, t.k`

const collectionsOf = (scope: string) => `
	SELECT d.k, c.id FROM document d
		JOIN collection_document m ON m.document = d.k
		JOIN collection c ON c.k = m.collection
	WHERE d.removed_at IS NULL ${scope} ORDER BY d.k, c.k`

function counts(db: ReadDb, sql: string, parameters: Parameters): ReadonlyMap<number, number> {
	return new Map(db.all<{ k: number; count: number }>(sql, parameters).map(({ k, count }) => [k, count]))
}

function gather<Id extends string>(db: ReadDb, sql: string, parameters: Parameters) {
	const lists = new Map<number, Id[]>()
	for (const { k, id } of db.all<{ k: number; id: Id }>(sql, parameters)) {
		const list = lists.get(k)
		if (list) list.push(id)
		else lists.set(k, [id])
	}
	return lists
}

export function documentDetail(db: ReadDb, id: DocumentId): StoredDetail | null {
	const [row] = documentRows(db, [id])
	const more = db.get<
		Pick<DocumentDetail, 'version' | 'position' | 'originalHash' | 'originalBytes' | 'part'> & {
			warnings: string
		}
	>(
		`SELECT v.id AS version, r.position, v.warnings, o.hash AS originalHash, o.bytes AS originalBytes, d.part
		FROM document d
			JOIN version v ON v.k = d.version
			JOIN original o ON o.k = d.original
			LEFT JOIN reading r ON r.k = d.version
		WHERE d.id = :id`,
		{ id },
	)
	return row && more ? { ...row, ...more, warnings: JSON.parse(more.warnings) } : null
}

/** A document as the handlers of writes need it. */
export interface DocumentKeys {
	readonly k: number
	readonly id: DocumentId
	/** `k` of the current version. */
	readonly version: number
	readonly versionId: VersionId
	/** `k` of the original. */
	readonly original: number
	readonly part: string
	readonly metadata: Metadata
	readonly status: ReadingStatus
	readonly queue: number
}

/** Those of the named documents that are in the library, in the given order. */
export function documentKeys(db: ReadDb, ids: readonly DocumentId[]): readonly DocumentKeys[] {
	const found = db.all<Omit<DocumentKeys, 'metadata'> & { metadata: string }>(
		`SELECT d.k, d.id, d.version, v.id AS versionId, d.original, d.part, d.metadata, d.status, d.queue
		FROM document d JOIN version v ON v.k = d.version
		WHERE d.removed_at IS NULL ${scopes.named}`,
		{ ids: JSON.stringify(ids) },
	)
	const byId = new Map(found.map((row) => [row.id, { ...row, metadata: JSON.parse(row.metadata) }]))
	return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

export function setMetadata(db: WriteDb, k: number, metadata: Metadata): void {
	db.run('UPDATE document SET metadata = :metadata WHERE k = :k', { k, metadata: JSON.stringify(metadata) })
}

export function setStatus(db: WriteDb, ks: readonly number[], status: ReadingStatus): void {
	db.run(
		'UPDATE document SET status = :status WHERE k IN (SELECT value FROM json_each(:ks)) AND status <> :status',
		{ ks: JSON.stringify(ks), status },
	)
}

export function setQueue(db: WriteDb, k: number, queue: number): void {
	db.run('UPDATE document SET queue = :queue WHERE k = :k', { k, queue })
}

/** A place in the queue between a document and the one before it; without a document: after the last. */
export function queuePlaceBefore(db: ReadDb, k: number | null): number {
	if (k === null)
		return db.get<{ place: number }>('SELECT coalesce(max(queue), 0) + 1 AS place FROM document')?.place ?? 1
	const around = db.get<{ after: number; before: number }>(
		`SELECT d.queue AS after,
			(SELECT max(queue) FROM document WHERE queue < d.queue) AS before
		FROM document d WHERE d.k = :k`,
		{ k },
	)
	if (!around) return 1
	return around.before === null ? around.after - 1 : (around.before + around.after) / 2
}

/** Gives every document a whole number as its place, in the order that they have. */
export function renumberQueue(db: WriteDb): void {
	db.exec(`UPDATE document SET queue = numbered.place
		FROM (SELECT k, row_number() OVER (ORDER BY queue, k) AS place FROM document) AS numbered
		WHERE numbered.k = document.k`)
}

export function setRemoved(db: WriteDb, ks: readonly number[], at: number): void {
	db.run('UPDATE document SET removed_at = :at WHERE k IN (SELECT value FROM json_each(:ks))', {
		ks: JSON.stringify(ks),
		at,
	})
}

/** Gives a document another text: a part of its own. */
export function setVersion(db: WriteDb, k: number, version: number, part: string): void {
	db.run('UPDATE document SET version = :version, part = :part WHERE k = :k', { k, version, part })
}

/** @returns when the text was opened last before, or null */
export function setPosition(db: WriteDb, version: number, position: number, at: number): number | null {
	const before = readingOf(db, version)
	db.run(
		`INSERT INTO reading (k, position, opened_at) VALUES (:version, :position, :at)
		ON CONFLICT (k) DO UPDATE SET position = excluded.position, opened_at = excluded.opened_at`,
		{ version, position, at },
	)
	return before?.openedAt ?? null
}

export const readingOf = (db: ReadDb, version: number) =>
	db.get<{ position: number; openedAt: number }>(
		'SELECT position, opened_at AS openedAt FROM reading WHERE k = :version',
		{ version },
	) ?? null
