import { deriveTitle } from '../../../corpus/citation.ts'
import type { Highlight } from '../../../corpus/entities.ts'
import type { DocumentId, VersionId } from '../../../corpus/ids.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import { placesIn } from '../../../corpus/places.ts'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import { splitReadingText } from '../../../corpus/readingtextsplit.ts'
import { freeCitekey, insertDocument, partSeparator } from '../../store/adding.ts'
import { copyCollections } from '../../store/collections.ts'
import type { WriteDb } from '../../store/connection.ts'
import { type DocumentKeys, readingOf, setPosition, setVersion } from '../../store/documents.ts'
import {
	findHighlights,
	highlightKeys,
	highlightScopes,
	insertHighlight,
	insertTagging,
	placeHighlight,
	taggingsOf,
} from '../../store/highlights.ts'
import { addVersion, copyAssets } from '../../store/versions.ts'
import type { Context } from './context.ts'
import { type Ground, place, surroundings } from './placement.ts'
import type { KnownText } from './texts.ts'
import { quoted } from './words.ts'

/** One of the two documents that come out. */
interface Part {
	readonly ground: Ground
	readonly known: KnownText
	/** Where it lies in the text that was split. */
	readonly start: number
	readonly end: number
}

/**
 * Divides a document in two before the block that holds `at`. Both get a new version; highlights, their
 * notes and the reading position go with their text; a highlight across the cut is divided too.
 *
 * @returns the second document
 * @throws UserError `invalid` where nothing stands before that block
 */
export function splitDocument(context: Context, document: DocumentKeys, at: number): DocumentId {
	const whole = context.texts.get(document.version).text
	const [first, second] = splitReadingText(whole, at)
	const id = context.newId<DocumentId>()
	context.write({ name: `Split ${quoted(document.metadata.title)}` }, (db) => {
		const cut = first.text.length
		const versions = [addPart(context, db, document, first), addPart(context, db, document, second)] as const
		setVersion(db, document.k, versions[0].k, `${document.part}${partSeparator}1`)
		const metadata = sharedMetadata(document.metadata, second)
		const added = insertDocument(db, {
			id,
			original: document.original,
			part: `${document.part}${partSeparator}2`,
			version: versions[1].k,
			metadata: { ...metadata, citekey: freeCitekey(db, metadata) },
			status: document.status,
			queue: document.queue,
			at: context.clock(),
		})
		copyCollections(db, document.k, added)
		keepPosition(db, document.version, versions[0].k, versions[1].k, cut)
		const parts = [
			partOf(document.k, versions[0], first, 0),
			partOf(added, versions[1], second, cut),
		] as const
		moveHighlights(context, db, document, parts)
	})
	return id
}

function addPart(context: Context, db: WriteDb, document: DocumentKeys, text: ReadingText) {
	const source = db.get<{ name: string; version: number; warnings: string; options: string }>(
		'SELECT importer AS name, importer_version AS version, warnings, options FROM version WHERE k = :version',
		{ version: document.version },
	)
	const { warnings = '[]', options = '{}', ...importer } = source ?? { name: 'text', version: 1 }
	const id = context.newId<VersionId>()
	const k = addVersion(db, {
		id,
		original: document.original,
		text,
		importer,
		warnings: JSON.parse(warnings),
		options: JSON.parse(options),
		at: context.clock(),
	})
	copyAssets(db, document.version, k, text)
	return { k, id }
}

/** What is true of every article of the same source. */
function sharedMetadata(metadata: Metadata, text: ReadingText): Metadata {
	const shared = [
		'type',
		'container-title',
		'publisher',
		'publisher-place',
		'issued',
		'accessed',
		'language',
		'URL',
	]
	const kept = Object.entries(metadata).filter(([field]) => shared.includes(field))
	return { ...Object.fromEntries(kept), title: deriveTitle(text, metadata.title) }
}

function keepPosition(db: WriteDb, from: number, first: number, second: number, cut: number): void {
	const reading = readingOf(db, from)
	if (!reading) return
	setPosition(db, first, Math.min(reading.position, cut), reading.openedAt)
	setPosition(db, second, Math.max(0, reading.position - cut), reading.openedAt)
}

function partOf(k: number, version: { k: number; id: VersionId }, text: ReadingText, start: number): Part {
	return {
		ground: { k, version: version.k, versionId: version.id },
		known: { text, placeOf: placesIn(text) },
		start,
		end: start + text.text.length,
	}
}

function moveHighlights(
	context: Context,
	db: WriteDb,
	document: DocumentKeys,
	parts: readonly [Part, Part],
): void {
	const highlights = findHighlights(db, highlightScopes.document, { document: document.id })
	const keys = new Map(
		highlightKeys(
			db,
			highlights.map(({ id }) => id),
		).map(({ id, k }) => [id, k]),
	)
	const [first, second] = parts
	for (const highlight of highlights) {
		// What has no place in the text stays with the first part.
		if (highlight.anchor.version !== document.versionId) continue
		const k = keys.get(highlight.id)
		if (k === undefined) continue
		const { start, end } = highlight.anchor
		if (end <= first.end) moveInto(db, k, highlight, first)
		else if (start >= second.start) moveInto(db, k, highlight, second)
		else divide(context, db, k, highlight, parts)
	}
}

function moveInto(db: WriteDb, k: number, { anchor }: Highlight, part: Part): void {
	const range = { start: anchor.start - part.start, end: anchor.end - part.start }
	const { document, version } = { document: part.ground.k, version: part.ground.version }
	const contextStays =
		anchor.occurrence === 0 &&
		anchor.start - anchor.prefix.length >= part.start &&
		anchor.end + anchor.suffix.length <= part.end
	// What was the only or the first one in the whole text is so in its part: no need to search the text.
	if (contextStays)
		placeHighlight(db, k, {
			document,
			version,
			anchor: { ...anchor, ...range },
			context: surroundings(part.known, range),
		})
	else placeHighlight(db, k, place(part.ground, part.known, range))
}

/** The first part keeps the highlight and its note; the second gets one with the same themes. */
function divide(
	context: Context,
	db: WriteDb,
	k: number,
	{ anchor }: Highlight,
	[first, second]: readonly [Part, Part],
): void {
	const source = db.get<{ coder: number; at: number }>('SELECT coder, at FROM highlight WHERE k = :k', { k })
	placeHighlight(db, k, place(first.ground, first.known, { start: anchor.start, end: first.end }))
	const rest = place(second.ground, second.known, { start: 0, end: anchor.end - second.start })
	if (!source) return
	const highlight = insertHighlight(db, { id: context.newId(), ...source, ...rest })
	for (const tagging of taggingsOf(db, k)) insertTagging(db, { ...tagging, id: context.newId(), highlight })
}
