import type { Resolution } from '../../../corpus/anchor.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId, HighlightId, VersionId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { sameRange } from '../../../corpus/ranges.ts'
import { resolve } from '../../../corpus/resolving.ts'
import { mapText, type TextMap } from '../../../corpus/textmap.ts'
import type { WriteDb } from '../../store/connection.ts'
import { type DocumentKeys, readingOf, setPosition, setVersion } from '../../store/documents.ts'
import { findHighlights, highlightKeys, highlightScopes, placeHighlight } from '../../store/highlights.ts'
import { addPages } from '../../store/pages.ts'
import { isSameReading, rereadSources, restampVersion, versionKeys } from '../../store/rereading.ts'
import { addAssets, addVersion } from '../../store/versions.ts'
import type { Context } from './context.ts'
import { oneDocument } from './documents.ts'
import type { InternalWrites } from './internal.ts'
import { place } from './placement.ts'
import { oneOrMany } from './words.ts'

/** Where the highlights of a document would stand in a new reading of its original. */
export interface PreparedReading {
	/** Of the new reading, which no document has yet. */
	readonly version: VersionId
	/** How many stand at the same place, and how many elsewhere. */
	readonly exact: number
	readonly moved: number
	readonly places: readonly { readonly highlight: HighlightId; readonly range: Range }[]
	/** The quotes of those for which no place is sure. */
	readonly left: readonly string[]
}

/** A moved highlight needs this score (0 to 1) to be placed anew without the reader's eye on it. */
const sure = 0.9

type Rereading = Pick<InternalWrites, 'reread.sources' | 'reread.prepare' | 'reread.apply'>

export const rereadingWrites = (context: Context): Rereading => ({
	'reread.sources': ({ documents }) => rereadSources(context.db, documents),
	'reread.prepare': ({ document: id, parsed, options: { password: _, ...options } }) => {
		const document = oneDocument(context.db, id)
		if (isSameReading(context.db, document.version, parsed)) {
			context.writeAside(
				(db) => restampVersion(db, document.version, parsed),
				() => ({ documents: [id] }),
			)
			return null
		}
		const version = context.newId<VersionId>()
		const at = context.clock()
		const { original } = document
		// Nobody sees a version that no document has; it goes with the next start if none gets it.
		context.writeAside(
			(db) => {
				const { text, warnings, importer, assets, pages } = parsed
				const k = addVersion(db, { id: version, original, text, warnings, importer, options, at })
				addAssets(db, k, assets)
				addPages(db, k, pages)
			},
			() => null,
		)
		return { version, ...fates(context, document, parsed.text.text, version) }
	},
	'reread.apply': ({ readings }) => {
		const documents = readings.map(({ document }) => oneDocument(context.db, document))
		const titles = documents.map(({ metadata }) => metadata.title)
		const name = `Read ${oneOrMany(titles, 'documents')} again`
		return context.write({ name }, (db) => {
			let highlights = 0
			for (const [index, document] of documents.entries()) {
				const reading = readings[index]
				if (reading) highlights += applyReading(context, db, document, reading)
			}
			return highlights
		})
	},
})

function fates(
	context: Context,
	document: DocumentKeys,
	text: string,
	version: VersionId,
): Omit<PreparedReading, 'version'> {
	const before = context.texts.get(document.version).text.text
	const highlights = highlightsOn(context, document.id)
	const map = before === text || highlights.length === 0 ? undefined : mapText(before, text)
	const places: { highlight: HighlightId; range: Range }[] = []
	const left: string[] = []
	let exact = 0
	for (const { id, anchor, placed } of highlights) {
		const found: Resolution =
			placed && before === text
				? { kind: 'exact', range: { start: anchor.start, end: anchor.end } }
				: resolve(anchor, text, version, placed ? map : undefined)
		if (found.kind === 'exact' || (found.kind === 'moved' && found.score >= sure)) {
			places.push({ highlight: id, range: found.range })
			if (sameRange(found.range, anchor) && sameWords(text, anchor) !== null) exact++
		} else left.push(anchor.quote)
	}
	return { exact, moved: places.length - exact, places, left }
}

/** Also those that have no place in the document's present text: the new one may hold them again. */
const highlightsOn = (context: Context, document: DocumentId) =>
	findHighlights(context.db, highlightScopes.document, { document })

/** @returns how many highlights got their place in the new reading */
function applyReading(
	context: Context,
	db: WriteDb,
	document: DocumentKeys,
	{ version: id, places }: Pick<PreparedReading, 'version' | 'places'>,
): number {
	const version = versionKeys(db, id)
	if (!version || version.original !== document.original)
		throw new UserError('not-found', 'This reading is not at hand any more. Read the document again.')
	const present = highlightsOn(context, document.id)
	const known = context.texts.get(version.k)
	const ground = { k: document.k, version: version.k, versionId: id }
	const ranges = new Map(places.map(({ highlight, range }) => [highlight, range]))
	const keys = new Map(
		highlightKeys(
			db,
			present.map((highlight) => highlight.id),
		).map((each) => [each.id, each.k]),
	)
	const old = context.texts.get(document.version).text.text
	const { text } = known.text
	const map = old === text ? null : mapText(old, text)
	setVersion(db, document.k, version.k, document.part)
	let placed = 0
	for (const { id: highlight, anchor, placed: wasPlaced } of present) {
		const k = keys.get(highlight)
		// Made after the preview: it is where it is, as long as the same words stand there.
		const range = ranges.get(highlight) ?? (wasPlaced ? sameWords(text, anchor) : null)
		if (k === undefined || range === null) continue
		placeHighlight(db, k, place(ground, known, range))
		placed++
	}
	const reading = readingOf(db, document.version)
	if (reading) setPosition(db, version.k, positionIn(text, reading.position, old, map), reading.openedAt)
	return placed
}

function sameWords(text: string, anchor: Range & { readonly quote: string }): Range | null {
	return text.slice(anchor.start, anchor.end) === anchor.quote
		? { start: anchor.start, end: anchor.end }
		: null
}

/** How far from the old position to look for words that were kept, in UTF-16 code units. */
const reach = 2000

/** Where reading goes on: at the same words, else as far down as it was. */
function positionIn(text: string, position: number, old: string, map: TextMap | null): number {
	if (map === null) return position
	const moved = map.moved({ start: position, end: Math.min(old.length, position + reach) })
	const share = old.length === 0 ? 0 : position / old.length
	return Math.min(text.length, moved?.range.start ?? Math.round(share * text.length))
}
