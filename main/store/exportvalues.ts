import type { Coder, Collection, Note, Theme } from '../../corpus/entities.ts'
import { unreachable } from '../../corpus/errors.ts'
import type { DocumentId, LibraryId } from '../../corpus/ids.ts'
import type { ExportScope } from '../../preload/calls/export.ts'
import { listCoders } from './coders.ts'
import { listCollections } from './collections.ts'
import type { ReadDb } from './connection.ts'
import { documentRows, listDocuments, type StoredRow } from './documents.ts'
import { findHighlightsInContext, type HighlightInContext, highlightScopes } from './highlights.ts'
import { findNotes, noteScopes } from './notes.ts'
import { whereOf } from './passages.ts'
import { listThemes } from './themes.ts'

/** A document with what the reader made on it. */
export interface ExportDocument {
	readonly row: StoredRow
	/** Those in scope, in the order of the text, each with its taggings, note and place. */
	readonly highlights: readonly HighlightInContext[]
	/** Notes on the document itself, the oldest first. */
	readonly notes: readonly Note[]
}

/** All that an export can say of a library, or of a part of it. */
export interface ExportValues {
	readonly library: LibraryId
	readonly documents: readonly ExportDocument[]
	/** The whole tree, also themes that no passage in scope has. */
	readonly themes: readonly Theme[]
	readonly collections: readonly Collection[]
	readonly coders: readonly Coder[]
	/** Notes on themes and on the library, the oldest first. */
	readonly notes: readonly Note[]
}

/**
 * @returns of a theme or a selection of passages only the documents that hold one; else every document of
 * the scope, also those without highlights
 */
export function exportValues(db: ReadDb, scope: ExportScope): ExportValues {
	return db.snapshot(() => {
		const { rows, highlights } = inScope(db, scope)
		const ids = JSON.stringify(rows.map(({ id }) => id))
		const notes = findNotes(db, noteScopes.inDocuments, { ids }).toReversed()
		const notesOf = groupBy(notes, ({ target }) => (target.kind === 'document' ? target.id : null))
		const highlightsOf = groupBy(highlights, ({ document }) => document)
		const library = db.get<{ id: LibraryId }>('SELECT id FROM library')
		if (!library) throw new Error('The library has no id')
		return {
			library: library.id,
			documents: rows.map((row) => ({
				row,
				highlights: highlightsOf.get(row.id) ?? [],
				notes: notesOf.get(row.id) ?? [],
			})),
			themes: listThemes(db),
			collections: listCollections(db),
			coders: listCoders(db),
			notes: findNotes(db, `n.highlight IS NULL AND n.document IS NULL`).toReversed(),
		}
	})
}

function inScope(db: ReadDb, scope: ExportScope) {
	switch (scope.kind) {
		case 'library':
			return { rows: listDocuments(db), highlights: findHighlightsInContext(db, highlightScopes.all) }
		case 'collection':
			return inDocuments(db, documentsIn(db, scope.id))
		case 'documents':
			return inDocuments(db, scope.ids)
		case 'theme':
			return withTheirDocuments(
				db,
				findHighlightsInContext(db, whereOf({ theme: scope.id, below: true }), { theme: scope.id }),
			)
		case 'passages':
			return withTheirDocuments(
				db,
				findHighlightsInContext(db, highlightScopes.named, { ids: JSON.stringify(scope.ids) }),
			)
		default:
			return unreachable(scope)
	}
}

function inDocuments(db: ReadDb, ids: readonly DocumentId[]) {
	return {
		rows: documentRows(db, ids),
		highlights: findHighlightsInContext(db, highlightScopes.inDocuments, { ids: JSON.stringify(ids) }),
	}
}

const withTheirDocuments = (db: ReadDb, highlights: readonly HighlightInContext[]) => ({
	rows: documentRows(db, [...new Set(highlights.map(({ document }) => document))]),
	highlights,
})

const documentsIn = (db: ReadDb, collection: string): readonly DocumentId[] =>
	db
		.all<{ id: DocumentId }>(
			`SELECT d.id FROM collection c
				JOIN collection_document m ON m.collection = c.k
				JOIN document d ON d.k = m.document
			WHERE c.id = :collection ORDER BY m.k`,
			{ collection },
		)
		.map(({ id }) => id)

function groupBy<Key, Item>(
	items: readonly Item[],
	keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
	const groups = new Map<Key, Item[]>()
	for (const item of items) {
		const group = groups.get(keyOf(item))
		if (group) group.push(item)
		else groups.set(keyOf(item), [item])
	}
	return groups
}
