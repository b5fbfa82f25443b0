import { deriveTitle, makeCitekey } from '../../corpus/citation.ts'
import type { DocumentId, VersionId } from '../../corpus/ids.ts'
import type { Metadata } from '../../corpus/metadata.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import { citekeysIn } from './citekeys.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { addOriginal, type OriginalFile } from './originals.ts'
import { addPages } from './pages.ts'
import { addAssets, addVersion, type StoredOptions } from './versions.ts'

/** What became of a parsed document. */
export interface AddedDocument {
	/** `present`: it was in the library before. What had been removed comes back as `added`. */
	readonly kind: 'added' | 'present'
	readonly document: DocumentId
	readonly title: string
	readonly parsed: ParsedDocument
	/** Its `k`, the `k` and the id of its version, where it was never in the library before. */
	readonly fresh: { readonly k: number; readonly version: number; readonly versionId: VersionId } | null
}

export interface Adding {
	readonly original: OriginalFile
	readonly documents: readonly ParsedDocument[]
	readonly options: StoredOptions
	readonly at: number
	readonly newId: () => string
}

/**
 * Stands between a part of an original and the number of a part that the reader split from it. U+007E: the
 * range up to U+007F holds them all.
 */
export const partSeparator = '~'

/** Adds what one file holds, in the order of the file. Inside a write. */
export function addDocuments(db: WriteDb, adding: Adding): readonly AddedDocument[] {
	const original = addOriginal(db, adding.original)
	return adding.documents.flatMap((parsed) => {
		const known = documentsOfPart(db, original, parsed.part)
		if (known.length === 0) return [addDocument(db, original, parsed, adding)]
		return bringBack(db, known, parsed)
	})
}

interface KnownDocument {
	readonly k: number
	readonly document: DocumentId
	readonly title: string
	readonly removed: number
}

/** The documents of a part, also those that the reader split from it. */
const documentsOfPart = (db: ReadDb, original: number, part: string) =>
	db.all<KnownDocument>(
		`SELECT k, id AS document, metadata ->> '$.title' AS title, removed_at IS NOT NULL AS removed
		FROM document
		WHERE original = :original AND (part = :part OR (part >= :parts AND part < :after))
		ORDER BY part`,
		{ original, part, parts: part + partSeparator, after: `${part}\u007F` },
	)

/** The bytes are known: nothing is added, but what they gave and was removed comes back. */
function bringBack(
	db: WriteDb,
	known: readonly KnownDocument[],
	parsed: ParsedDocument,
): readonly AddedDocument[] {
	const gone = known.filter(({ removed }) => removed)
	const [present] = known
	if (gone.length === 0 && present)
		return [{ kind: 'present', document: present.document, title: present.title, parsed, fresh: null }]
	return gone.map(({ k, document, title }) => {
		db.run('UPDATE document SET removed_at = NULL WHERE k = :k', { k })
		return { kind: 'added', document, title, parsed, fresh: null }
	})
}

function addDocument(db: WriteDb, original: number, parsed: ParsedDocument, adding: Adding): AddedDocument {
	const { text, warnings, importer, assets, pages, part } = parsed
	const { options, at, newId } = adding
	const versionId = newId() as VersionId
	const version = addVersion(db, { id: versionId, original, text, warnings, importer, options, at })
	addAssets(db, version, assets)
	addPages(db, version, pages)
	const document = newId() as DocumentId
	const metadata = completed(db, parsed, adding.original.fileName)
	const k = insertDocument(db, { id: document, original, part, version, metadata, status: 'to-read', at })
	return { kind: 'added', document, title: metadata.title, parsed, fresh: { k, version, versionId } }
}

/** With a title and a citekey, whatever the source says. */
function completed(db: ReadDb, { metadata, text }: ParsedDocument, fileName: string): Metadata {
	const titled = { ...metadata, title: metadata.title || deriveTitle(text, fileName) }
	return { ...titled, citekey: freeCitekey(db, titled) }
}

/**
 * Its own citekey where that is free, else one made from author, year and title.
 *
 * @param except `k` of the document that it is for, where that is in the library
 */
export function freeCitekey(db: ReadDb, metadata: Metadata, except: number | null = null): string {
	const taken = citekeysIn(db, except)
	if (metadata.citekey && !taken(metadata.citekey)) return metadata.citekey
	return makeCitekey(metadata, taken)
}

export interface NewDocument {
	readonly id: DocumentId
	/** `k` of its original. */
	readonly original: number
	readonly part: string
	/** `k` of its version. */
	readonly version: number
	readonly metadata: Metadata
	readonly status: string
	/** Place in the queue; the end, unless told. */
	readonly queue?: number
	readonly at: number
}

/** @returns its `k` */
export function insertDocument(db: WriteDb, document: NewDocument): number {
	const { id, original, part, version, metadata, status, queue, at } = document
	return db.run(
		`INSERT INTO document (id, original, part, version, metadata, status, queue, added_at)
		VALUES (:id, :original, :part, :version, :metadata, :status,
			coalesce(:queue, (SELECT coalesce(max(queue), 0) + 1 FROM document)), :at)`,
		{
			...{ id, original, part, version, status, at },
			metadata: JSON.stringify(metadata),
			queue: queue ?? null,
		},
	).k
}
