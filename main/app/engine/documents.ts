import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'
import { freeCitekey } from '../../store/adding.ts'
import { citekeysIn } from '../../store/citekeys.ts'
import type { ReadDb, WriteDb } from '../../store/connection.ts'
import {
	type DocumentKeys,
	documentDetail,
	documentKeys,
	documentRows,
	listDocuments,
	queuePlaceBefore,
	renumberQueue,
	setMetadata,
	setPosition,
	setQueue,
	setRemoved,
	setStatus,
} from '../../store/documents.ts'
import { pagesOf, runsOf } from '../../store/pages.ts'
import { textOfVersion } from '../../store/versions.ts'
import { type Context, found } from './context.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'
import { withOutdated } from './outdated.ts'
import { splitDocument } from './splitting.ts'
import { oneOrMany, quoted } from './words.ts'

type Of<M> = Extract<M, `documents.${string}`>

export const documentReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'documents.list': ({ newest }) => listDocuments(db, newest).map((row) => withOutdated(row)),
	'documents.rows': ({ ids }) => documentRows(db, ids).map((row) => withOutdated(row)),
	'documents.get': ({ id }) => withOutdated(found(documentDetail(db, id), 'This document')),
	'documents.text': ({ id }) => textOfVersion(db, oneDocument(db, id).version),
	'documents.pages': ({ id }) => pagesOf(db, oneDocument(db, id).version),
	'documents.runs': ({ id, from, to }) => runsOf(db, oneDocument(db, id).version, from, to),
})

export const documentWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'documents.edit': ({ ids, patch }) => {
		const documents = theDocuments(context.db, ids)
		if (documents.length > 1 && patch.citekey)
			throw new UserError('invalid', 'Several documents cannot share a citekey. Edit it one by one.')
		const name = `Edit the metadata of ${titles(documents)}`
		context.write({ name }, (db) => {
			for (const document of documents) setMetadata(db, document.k, patched(db, document, patch))
		})
		return null
	},
	'documents.status': ({ ids, status }) => {
		const documents = theDocuments(context.db, ids)
		const words = { 'to-read': 'to read', reading: 'being read', done: 'done' }[status]
		context.write({ name: `Mark ${titles(documents)} as ${words}` }, (db) =>
			setStatus(
				db,
				documents.map(({ k }) => k),
				status,
			),
		)
		return null
	},
	'documents.queue': ({ id, before }) => {
		const document = oneDocument(context.db, id)
		const next = before === null ? null : oneDocument(context.db, before)
		if (next?.k === document.k) return null
		const name = `Move ${quoted(document.metadata.title)} in the queue`
		context.write({ name }, (db) => moveInQueue(db, document.k, next?.k ?? null))
		return null
	},
	'documents.remove': ({ ids }) => {
		const documents = theDocuments(context.db, ids)
		context.write({ name: `Remove ${titles(documents)}` }, (db) =>
			setRemoved(
				db,
				documents.map(({ k }) => k),
				context.clock(),
			),
		)
		return null
	},
	'documents.split': ({ id, at }) => splitDocument(context, oneDocument(context.db, id), at),
	'documents.position': ({ id, position }) => {
		const { version } = oneDocument(context.db, id)
		const at = context.clock()
		context.writeAside(
			(db) => setPosition(db, version, position, at),
			(openedAt) => (openedAt === null || at - openedAt > oneVisit ? { documents: [id] } : null),
		)
		return null
	},
})

/** Positions saved in quicker succession than this (ms) are one visit, of which the library view hears once. */
const oneVisit = 60_000

export const oneDocument = (db: ReadDb, id: DocumentId): DocumentKeys =>
	found(documentKeys(db, [id])[0], 'This document')

/** @throws UserError `not-found` where one of them is not in the library */
export function theDocuments(db: ReadDb, ids: readonly DocumentId[]): readonly DocumentKeys[] {
	const documents = documentKeys(db, ids)
	if (documents.length < new Set(ids).size)
		throw new UserError('not-found', 'Some of these documents are not in the library any more.')
	return documents
}

const titles = (documents: readonly DocumentKeys[]) =>
	oneOrMany(
		documents.map(({ metadata }) => metadata.title),
		'documents',
	)

/**
 * The metadata with the patch: null and empty texts take a field away; a citekey that is taken away is
 * made anew.
 *
 * @throws UserError `ambiguous` where another document has the citekey
 */
export function patched(db: ReadDb, { k, metadata }: DocumentKeys, patch: MetadataPatch): Metadata {
	const { citekey, fields: _, ...given } = { ...metadata, ...patch }
	const kept = withoutEmpty(given)
	const own = withoutEmpty({ ...metadata.fields, ...patch.fields })
	const full: Metadata = {
		...kept,
		title: patch.title?.trim() || metadata.title,
		...(Object.keys(own).length > 0 && { fields: own }),
	}
	if (!citekey) return { ...full, citekey: freeCitekey(db, full, k) }
	if (citekeysIn(db, k)(citekey))
		throw new UserError('ambiguous', `Another document has the citekey ${citekey}. Choose another one.`)
	return { ...full, citekey }
}

const withoutEmpty = (fields: object) =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))

const isEmpty = (value: unknown) =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0)

function moveInQueue(db: WriteDb, k: number, before: number | null): void {
	const place = queuePlaceBefore(db, before)
	setQueue(db, k, place)
	if (!isBetween(db, k)) {
		renumberQueue(db)
		setQueue(db, k, queuePlaceBefore(db, before))
	}
}

/** Halving a gap ends where numbers end: after some fifty moves to the same place. */
const isBetween = (db: ReadDb, k: number): boolean =>
	db.get(
		'SELECT 1 FROM document d JOIN document o ON o.queue = d.queue AND o.k <> d.k WHERE d.k = :k LIMIT 1',
		{ k },
	) === undefined
