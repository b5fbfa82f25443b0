import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	statSync,
	writeSync,
} from 'node:fs'
import { join } from 'node:path'
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
 *
 * @throws UserError `disk-full` or `read-only`
 */
export function keepOriginal(folder: string, hash: string, bytes: Uint8Array): void {
	const path = originalPath(folder, hash)
	try {
		if (existsSync(path) && statSync(path).size === bytes.length) return
		mkdirSync(join(folder, 'originals'), { recursive: true })
		const unfinished = `${path}.unfinished`
		const handle = openSync(unfinished, 'w')
		try {
			for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
			fsyncSync(handle)
		} finally {
			closeSync(handle)
		}
		renameSync(unfinished, path)
	} catch (error) {
		throw friendly(error, folder)
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

export const originalOf = (db: ReadDb, document: DocumentId) =>
	db.get<{ hash: string; fileName: string }>(
		`SELECT o.hash, o.file_name AS fileName FROM document d JOIN original o ON o.k = d.original
		WHERE d.id = :document`,
		{ document },
	) ?? null
