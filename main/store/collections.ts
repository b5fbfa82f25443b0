import type { Collection } from '../../corpus/entities.ts'
import type { CollectionId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { bury } from './tombstones.ts'

/** In the order in which they were made. */
export const listCollections = (db: ReadDb): readonly Collection[] =>
	db.all<Collection>(
		`SELECT c.id, c.name, (
			SELECT count(*) FROM collection_document m JOIN document d ON d.k = m.document
			WHERE m.collection = c.k AND d.removed_at IS NULL
		) AS documents
		FROM collection c ORDER BY c.k`,
	)

export const collectionKeys = (db: ReadDb, id: CollectionId) =>
	db.get<{ k: number; name: string }>('SELECT k, name FROM collection WHERE id = :id', { id }) ?? null

/** @returns its `k` */
export const insertCollection = (db: WriteDb, id: CollectionId, name: string) =>
	db.run('INSERT INTO collection (id, name) VALUES (:id, :name)', { id, name }).k

export function renameCollection(db: WriteDb, k: number, name: string): void {
	db.run('UPDATE collection SET name = :name WHERE k = :k', { k, name })
}

/** The documents stay. */
export function deleteCollection(db: WriteDb, k: number, id: CollectionId, at: number): void {
	db.run('DELETE FROM collection_document WHERE collection = :k', { k })
	db.run('DELETE FROM collection WHERE k = :k', { k })
	bury(db, 'collection', [id], at)
}

/** Those that are in it already stay. @param documents their `k` */
export function addToCollection(db: WriteDb, collection: number, documents: readonly number[]): void {
	db.run(
		`INSERT INTO collection_document (collection, document)
		SELECT :collection, value FROM json_each(:documents) WHERE true
		ON CONFLICT DO NOTHING`,
		{ collection, documents: JSON.stringify(documents) },
	)
}

export function takeFromCollection(db: WriteDb, collection: number, documents: readonly number[]): void {
	db.run(
		`DELETE FROM collection_document
		WHERE collection = :collection AND document IN (SELECT value FROM json_each(:documents))`,
		{ collection, documents: JSON.stringify(documents) },
	)
}

/** Puts a document into all collections of another. */
export function copyCollections(db: WriteDb, from: number, to: number): void {
	db.run(
		`INSERT INTO collection_document (collection, document)
		SELECT collection, :to FROM collection_document WHERE document = :from`,
		{ from, to },
	)
}
