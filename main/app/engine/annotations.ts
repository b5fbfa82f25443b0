import { UserError } from '../../../corpus/errors.ts'
import type { ParsedAnnotation, ParsedDocument } from '../../../corpus/parseddocument.ts'
import { placesIn } from '../../../corpus/places.ts'
import { coderNamed, currentCoder } from '../../store/coders.ts'
import type { WriteDb } from '../../store/connection.ts'
import { insertHighlight, type Placement } from '../../store/highlights.ts'
import { insertNote } from '../../store/notes.ts'
import type { Context } from './context.ts'
import { type Ground, place } from './placement.ts'
import type { KnownText } from './texts.ts'

/** What became of the highlights and comments of an original. */
export interface TakenOver {
	readonly taken: number
	/** Those that name no passage, or are more than can be taken. */
	readonly left: number
}

/**
 * Makes highlights of what somebody highlighted or commented on in the original, with a note where they
 * wrote one, in the name of whoever did it. Inside a write.
 */
export function takeOver(context: Context, db: WriteDb, ground: Ground, parsed: ParsedDocument): TakenOver {
	const { text, annotations } = parsed
	if (annotations.length === 0) return { taken: 0, left: 0 }
	const known: KnownText = { text, placeOf: placesIn(text) }
	const coders = new Map<string | null, number>()
	let taken = 0
	for (const annotation of annotations.slice(0, mostIn(text.text))) {
		const placement = placed(ground, known, annotation)
		if (placement === null) continue
		const author = annotation.author?.replace(/\s+/g, ' ').trim() || null
		const coder = coders.get(author) ?? coderOf(context, db, author)
		coders.set(author, coder)
		addAnnotation(context, db, annotation, placement, coder)
		taken++
	}
	return { taken, left: annotations.length - taken }
}

/**
 * To tell a passage apart its text is searched: how many there may be depends on how long that is, so
 * that no file keeps the library busy for more than a few seconds.
 */
const mostIn = (text: string): number =>
	Math.min(20_000, Math.max(200, Math.floor(4e9 / Math.max(1, text.length))))

function placed(ground: Ground, known: KnownText, annotation: ParsedAnnotation): Placement | null {
	try {
		return place(ground, known, annotation)
	} catch (error) {
		if (error instanceof UserError) return null
		throw error
	}
}

const coderOf = (context: Context, db: WriteDb, author: string | null): number =>
	author === null ? currentCoder(db).k : coderNamed(db, author, context.newId)

function addAnnotation(
	context: Context,
	db: WriteDb,
	annotation: ParsedAnnotation,
	placement: Placement,
	coder: number,
): void {
	const at = timeOf(annotation.at) ?? context.clock()
	const highlight = insertHighlight(db, { id: context.newId(), coder, at, ...placement })
	const body = annotation.note.trim()
	if (body === '') return
	const target = { highlight, document: null, theme: null }
	insertNote(db, { id: context.newId(), target, body, coder, at })
}

/** Whole milliseconds that a date can have; null: the original says none. */
const timeOf = (at: number | null): number | null =>
	at !== null && at > 0 && at <= 8.64e15 ? Math.round(at) : null
