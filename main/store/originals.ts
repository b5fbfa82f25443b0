import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DocumentId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { friendly } from './failures.ts'

/** A file that was imported. */
export interface OriginalFile {
	/** SHA-256 of its bytes, 64 hex digits in lower case. */
	readonly hash: string
	/** How many. */
	readonly bytes: number
	readonly fileName: string
	readonly mediaType: string
}

export const originalPath = (folder: string, hash: string) => join(folder, 'originals', hash)

/**
 * Puts the bytes of an original into the library's folder, complete or not at all. What is there stays.
 * When this is done they are on the disk for good, also through a power cut.
 *
 * @throws UserError `disk-full` or `read-only`
 */
export async function keepOriginal(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
	const path = originalPath(folder, hash)
	const kept = await stat(path).catch(() => null)
	if (kept?.size === bytes.length) return
	// Two files with the same bytes may be kept at the same time.
	const unfinished = `${path}.${randomUUID()}`
	try {
		await mkdir(dirname(path), { recursive: true })
		await writeFile(unfinished, bytes, { flush: true })
		await rename(unfinished, path)
		await flushFolder(dirname(path))
	} catch (error) {
		await rm(unfinished, { force: true }).catch(() => {})
		throw friendly(error, folder)
	}
}

/** A new name is on the disk only when its folder is. Windows knows no such thing. */
async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return
	const folder = await open(path)
	try {
		await folder.sync()
	} finally {
		await folder.close()
	}
}

/** @returns its `k`; that of the same bytes where they are known */
export function addOriginal(db: WriteDb, { hash, bytes, fileName, mediaType }: OriginalFile): number {
	const known = db.get<{ k: number }>('SELECT k FROM original WHERE hash = :hash', { hash })
	if (known) return known.k
	return db.run(
		`INSERT INTO original (hash, bytes, file_name, media_type)
		VALUES (:hash, :bytes, :fileName, :mediaType)`,
		{ hash, bytes, fileName, mediaType },
	).k
}

/** Documents made from these bytes that are in the library now. */
export const documentsOfOriginal = (db: ReadDb, hash: string) =>
	db.all<{ document: DocumentId; title: string }>(
		`SELECT d.id AS document, d.metadata ->> '$.title' AS title
		FROM original o JOIN document d ON d.original = o.k
		WHERE o.hash = :hash AND d.removed_at IS NULL ORDER BY d.k`,
		{ hash },
	)

/** The file that a document was imported from, and the name of the importer that read it. */
export const originalOf = (db: ReadDb, document: DocumentId) =>
	db.get<{ hash: string; bytes: number; fileName: string; importer: string }>(
		`SELECT o.hash, o.bytes, o.file_name AS fileName, v.importer
		FROM document d JOIN original o ON o.k = d.original JOIN version v ON v.k = d.version
		WHERE d.id = :document AND d.removed_at IS NULL`,
		{ document },
	) ?? null
