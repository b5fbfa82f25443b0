import type { Highlight, Passage } from '../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../corpus/folding.ts'
import type { DocumentId } from '../../corpus/ids.ts'
import type { PassageQuery } from '../../preload/calls/passages.ts'
import type { ReadDb } from './connection.ts'
import { findHighlightsInContext, type HighlightInContext } from './highlights.ts'

/** Passages in library order: documents by title, passages by place. */
export function findPassages(db: ReadDb, query: PassageQuery): readonly Passage[] {
	const found = findHighlightsInContext(db, whereOf(query), {
		theme: query.theme ?? null,
		document: query.document ?? null,
		collection: query.collection ?? null,
	})
	return inLibraryOrder(withTitles(db, filterByWords(found, query.words ?? '')))
}

/** SQL over `h` and `d`: see `highlightScopes`. */
export function whereOf({ theme, below, document, collection, toSort }: PassageQuery): string {
	const conditions = ['true']
	if (theme !== undefined) conditions.push(below ? inTree : inTheme)
	if (document !== undefined) conditions.push('d.id = :document')
	if (collection !== undefined) conditions.push(inCollection)
	if (toSort) conditions.push('NOT EXISTS (SELECT 1 FROM tagging g WHERE g.highlight = h.k)')
	return conditions.join(' AND ')
}

const inCollection = `h.document IN (
	SELECT document FROM collection_document WHERE collection = (SELECT k FROM collection WHERE id = :collection)
)`

const inTheme = `h.k IN (
	SELECT g.highlight FROM tagging g WHERE g.theme = (SELECT k FROM theme WHERE id = :theme)
)`

const inTree = `h.k IN (
	WITH RECURSIVE tree (k) AS (
		SELECT k FROM theme WHERE id = :theme UNION SELECT t.k FROM tree JOIN theme t ON t.parent = tree.k
	)
	SELECT g.highlight FROM tree CROSS JOIN tagging g ON g.theme = tree.k
)`

function withTitles(db: ReadDb, found: readonly HighlightInContext[]): readonly Passage[] {
	const titles = titlesOf(db, found)
	return found.map(({ context, ...highlight }) => ({
		highlight,
		documentTitle: titles.get(highlight.document) ?? '',
		...context,
	}))
}

function titlesOf(db: ReadDb, highlights: readonly Highlight[]): ReadonlyMap<DocumentId, string> {
	const ids = [...new Set(highlights.map(({ document }) => document))]
	const rows = db.all<{ id: DocumentId; title: string }>(
		`SELECT id, metadata ->> '$.title' AS title FROM document
		WHERE id IN (SELECT value FROM json_each(:ids))`,
		{ ids: JSON.stringify(ids) },
	)
	return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Each word must begin a word of the quote or of the note. */
function filterByWords(
	highlights: readonly HighlightInContext[],
	words: string,
): readonly HighlightInContext[] {
	const wanted = tokensOf(foldForIndex(words)).map((word) => ` ${word}`)
	if (wanted.length === 0) return highlights
	return highlights.filter(({ anchor, note }) => {
		const text = ` ${foldForIndex(`${anchor.quote}\n${note?.body ?? ''}`)}`
		return wanted.every((word) => text.includes(word))
	})
}

function inLibraryOrder(passages: readonly Passage[]): readonly Passage[] {
	const { compare } = new Intl.Collator(undefined, { numeric: true })
	const titles = [...new Set(passages.map(({ documentTitle }) => documentTitle))].toSorted(compare)
	const rank = new Map(titles.map((title, index) => [title, index]))
	const place = (passage: Passage) => rank.get(passage.documentTitle) ?? 0
	// The sort is stable: within equal titles, documents and places stay as they came.
	return passages.toSorted((a, b) => place(a) - place(b))
}
