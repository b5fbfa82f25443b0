import { isEmptyQuery, locateHits, parseQuery, type Query, toFts } from '../../../corpus/query.ts'
import { snippetAround } from '../../../corpus/snippet.ts'
import type { SearchGroup, SearchHit, SearchResult, Snippet } from '../../../preload/calls/search.ts'
import type { Input } from '../../../preload/contract.ts'
import type { ReadDb } from '../../store/connection.ts'
import {
	countMatchingBlocks,
	documentsMatching,
	type MatchingDocument,
	matchingBlocks,
	matchingDocuments,
	matchingFreeNotes,
	matchingNotes,
	matchingThemes,
	rankDocuments,
} from '../../store/search.ts'
import { fieldTexts } from './fieldtexts.ts'
import { type PlaceFinder, placeFinder } from './placefinder.ts'

type FindInput = Input<'search.find'>

/** Code units of a snippet. */
const snippetWidth = 160
const countedUpTo = 1000

/**
 * Answers searches on a connection that has `alive()`, which also bounds the work between queries.
 *
 * @param alive throws when nobody waits for the answer any more
 */
export function finder(db: ReadDb, alive: () => void): (input: FindInput) => SearchResult {
	const places = placeFinder(db)
	return (input) => {
		const query = parseQuery(input.query)
		if (isEmptyQuery(query)) return { ...nothing, problem: query.problem }
		return db.snapshot(() => find(db, query, input, places, alive))
	}
}

const nothing: SearchResult = { groups: [], themes: [], notes: [], documents: 0, problem: null }

function find(
	db: ReadDb,
	query: Query,
	input: FindInput,
	places: PlaceFinder,
	alive: () => void,
): SearchResult {
	const phrases = toFts(query)
	const ks = documentsMatching(db, phrases, input.document)
	const documents = inOrder(db, input.order, phrases, matchingDocuments(db, ks))
	const groups = documents.slice(0, input.limit).map((document) => {
		alive()
		return groupOf(db, query, phrases, document, input.perDocument, places)
	})
	const { themes, notes } =
		input.document === undefined ? besideDocuments(db, query, phrases, input.limit) : nothing
	return { groups, themes, notes, documents: ks.length, problem: query.problem }
}

/** Library order is that of the titles; documents that rank equally stay in it. */
function inOrder(
	db: ReadDb,
	order: FindInput['order'],
	phrases: readonly string[],
	documents: readonly MatchingDocument[],
): readonly MatchingDocument[] {
	const { compare } = new Intl.Collator(undefined, { numeric: true })
	const byTitle = documents.toSorted((a, b) => compare(a.metadata.title, b.metadata.title))
	if (order === 'library') return byTitle
	const ranks = new Map(rankDocuments(db, phrases).map(({ k, rank }) => [k, rank]))
	// The best ranks are the lowest, below 0; without a hit in the text a document comes last.
	return byTitle.toSorted((a, b) => (ranks.get(a.k) ?? 0) - (ranks.get(b.k) ?? 0))
}

function groupOf(
	db: ReadDb,
	query: Query,
	phrases: readonly string[],
	{ k, id, metadata }: MatchingDocument,
	most: number,
	places: PlaceFinder,
): SearchGroup {
	const notes = matchingNotes(db, k, phrases)
	const hits: SearchHit[] = fieldTexts(metadata).flatMap(({ field, text }) => {
		const snippet = snippetOf(query, text)
		return snippet ? [{ kind: 'metadata', field, snippet }] : []
	})
	const placeIn = places(k)
	for (const { start, text } of matchingBlocks(db, k, phrases, most)) {
		const found = locateHits(query, text)
		const [first] = found
		if (!first) continue
		const range = { start: start + first.start, end: start + first.end }
		const snippet = snippetAround(text, found, snippetWidth)
		hits.push({ kind: 'text', ...range, snippet, place: placeIn(range) })
	}
	for (const { note, highlight, body } of notes) {
		const snippet = snippetOf(query, body)
		if (snippet) hits.push({ kind: 'note', note, highlight, snippet })
	}
	const blocks = countMatchingBlocks(db, k, phrases, countedUpTo)
	return {
		document: id,
		title: metadata.title,
		hits: hits.slice(0, most),
		total: Math.min(countedUpTo, blocks + notes.length),
	}
}

function besideDocuments(
	db: ReadDb,
	query: Query,
	phrases: readonly string[],
	limit: number,
): Pick<SearchResult, 'themes' | 'notes'> {
	const themes = matchingThemes(db, phrases, limit).map(({ theme, name, description }) => ({
		theme,
		snippet: snippetOf(query, name) ?? snippetOf(query, description) ?? { text: name, hits: [] },
	}))
	const notes = matchingFreeNotes(db, phrases, limit).map(({ note, body }) => ({
		note,
		snippet: snippetOf(query, body) ?? snippetAround(body, [], snippetWidth),
	}))
	return { themes, notes }
}

/** The text around the first hit; null where there is none. */
function snippetOf(query: Query, text: string): Snippet | null {
	const hits = locateHits(query, text)
	return hits.length > 0 ? snippetAround(text, hits, snippetWidth) : null
}
