import { describe, expect, it } from 'vitest'
import type { DocumentId, HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import { citekeysIn } from '../../main/store/citekeys.ts'
import type { Parameters, ReadDb } from '../../main/store/connection.ts'
import { documentDetail, documentRows, listDocuments, queuePlaceBefore } from '../../main/store/documents.ts'
import { findHighlights, highlightKeys, highlightScopes } from '../../main/store/highlights.ts'
import { findNotes, noteScopes } from '../../main/store/notes.ts'
import { documentsOfOriginal } from '../../main/store/originals.ts'
import { whereOf } from '../../main/store/passages.ts'
import {
	countMatchingBlocks,
	documentsMatching,
	matchingBlocks,
	matchingNotes,
	rankDocuments,
} from '../../main/store/search.ts'
import { assetOf, textOfVersion } from '../../main/store/versions.ts'
import { newLibrary } from './world.ts'

const document = 'a' as DocumentId
const theme = 'a' as ThemeId
const highlights = ['a' as HighlightId]

/** What each query does when it asks by key: nothing is to be read through from end to end. */
const seeking: Record<string, (db: ReadDb) => unknown> = {
	'rows of some documents': (db) => documentRows(db, [document]),
	'a document': (db) => documentDetail(db, document),
	'the text of a version': (db) => ignoreMissing(() => textOfVersion(db, 1)),
	'a picture': (db) => assetOf(db, 'a' as never, 'a'),
	'highlights of a document': (db) => findHighlights(db, highlightScopes.document, { document }),
	'some highlights': (db) => findHighlights(db, highlightScopes.named, { ids: JSON.stringify(highlights) }),
	'highlights about to change': (db) => highlightKeys(db, highlights),
	'passages of a theme': (db) => findHighlights(db, whereOf({ theme }), { theme }),
	'passages below a theme': (db) => findHighlights(db, whereOf({ theme, below: true }), { theme }),
	'notes of a document': (db) => findNotes(db, noteScopes.document, { k: 1 }),
	'notes of a highlight': (db) => findNotes(db, noteScopes.highlight, { k: 1 }),
	'some notes': (db) => findNotes(db, noteScopes.named, { ids: JSON.stringify(['a' as NoteId]) }),
	'documents of an original': (db) => documentsOfOriginal(db, 'a'),
	'a citekey': (db) => citekeysIn(db)('a'),
	'a place in the queue': (db) => queuePlaceBefore(db, 1),
	'documents with a word': (db) => documentsMatching(db, ['"a"']),
	'documents by rank': (db) => rankDocuments(db, ['"a"']),
	'blocks with a word': (db) => matchingBlocks(db, 1, ['"a"'], 10),
	'how many blocks have a word': (db) => countMatchingBlocks(db, 1, ['"a"'], 10),
	'notes with a word': (db) => matchingNotes(db, 1, ['"a"']),
}

describe('query plans', () => {
	it.each(Object.entries(seeking))('seek %s', (_, query) => {
		const library = newLibrary()
		library.db.define('alive', { deterministic: false }, () => 1)
		const plan = planOf(library.db, query)
		expect(plan.length).toBeGreaterThan(0)
		expect(
			plan.filter((step) =>
				/^SCAN (?!json_each|value|tree|hit|i VIRTUAL|\w+_index VIRTUAL|\(|SUBQUERY|CONSTANT)/.test(step),
			),
		).toEqual([])
	})

	it('reads the documents once for each kind of count, and everything else by key', () => {
		const { db } = newLibrary()
		const scans = planOf(db, listDocuments).filter((step) => step.startsWith('SCAN'))
		expect(scans.filter((step) => !/^SCAN (d\b|h\b|n\b|m\b|g\b|\(subquery)/.test(step))).toEqual([])
		expect(scans.length).toBeLessThan(10)
	})
})

/** What SQLite would do for every query that `run` makes. */
function planOf(db: ReadDb, run: (db: ReadDb) => unknown): readonly string[] {
	const queries: { sql: string; parameters: Parameters }[] = []
	const listening = new Proxy(db, {
		get: (target, name) => {
			const value: unknown = Reflect.get(target, name)
			if (typeof value !== 'function') return value
			return (...values: unknown[]) => {
				const [sql, parameters = {}] = values
				if (typeof sql === 'string') queries.push({ sql, parameters: parameters as Parameters })
				return Reflect.apply(value, target, values)
			}
		},
	})
	run(listening)
	return queries.flatMap(({ sql, parameters }) =>
		db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail),
	)
}

function ignoreMissing(read: () => unknown): void {
	expect(read).toThrow()
}
