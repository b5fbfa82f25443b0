import { UserError } from '../../../corpus/errors.ts'
import type { CollectionId } from '../../../corpus/ids.ts'
import { isSameThemeName } from '../../../corpus/themetree.ts'
import {
	addToCollection,
	collectionKeys,
	deleteCollection,
	insertCollection,
	listCollections,
	renameCollection,
	takeFromCollection,
} from '../../store/collections.ts'
import type { ReadDb } from '../../store/connection.ts'
import { type Context, found, nameOf } from './context.ts'
import { theDocuments } from './documents.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'
import { oneOrMany, quoted } from './words.ts'

type Of<M> = Extract<M, `collections.${string}`>

export const collectionReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'collections.list': () => listCollections(db),
})

export const collectionWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'collections.create': ({ name: given, documents: ids }) => {
		const name = freeName(context.db, given)
		const documents = theDocuments(context.db, ids)
		const id = context.newId<CollectionId>()
		context.write({ name: `Make the collection ${quoted(name)}` }, (db) => {
			const k = insertCollection(db, id, name)
			addToCollection(
				db,
				k,
				documents.map((document) => document.k),
			)
		})
		return id
	},
	'collections.rename': ({ id, name: given }) => {
		const collection = theCollection(context.db, id)
		const name = freeName(context.db, given, id)
		context.write({ name: `Rename the collection ${quoted(collection.name)}` }, (db) =>
			renameCollection(db, collection.k, name),
		)
		return null
	},
	'collections.remove': ({ id }) => {
		const { k, name } = theCollection(context.db, id)
		context.write({ name: `Remove the collection ${quoted(name)}` }, (db) =>
			deleteCollection(db, k, id, context.clock()),
		)
		return null
	},
	'collections.add': ({ id, documents: ids }) => {
		const { k, name } = theCollection(context.db, id)
		const documents = theDocuments(context.db, ids)
		const titles = documents.map(({ metadata }) => metadata.title)
		context.write({ name: `Put ${oneOrMany(titles, 'documents')} into ${quoted(name)}` }, (db) =>
			addToCollection(
				db,
				k,
				documents.map((document) => document.k),
			),
		)
		return null
	},
	'collections.take': ({ id, documents: ids }) => {
		const { k, name } = theCollection(context.db, id)
		const documents = theDocuments(context.db, ids)
		const titles = documents.map(({ metadata }) => metadata.title)
		context.write({ name: `Take ${oneOrMany(titles, 'documents')} out of ${quoted(name)}` }, (db) =>
			takeFromCollection(
				db,
				k,
				documents.map((document) => document.k),
			),
		)
		return null
	},
})

const theCollection = (db: ReadDb, id: CollectionId) => found(collectionKeys(db, id), 'This collection')

function freeName(db: ReadDb, given: string, except?: CollectionId): string {
	const name = nameOf(given, 'collection')
	const taken = listCollections(db).find((other) => other.id !== except && isSameThemeName(other.name, name))
	if (taken) throw new UserError('ambiguous', `There is a collection named ${quoted(taken.name)} already.`)
	return name
}
