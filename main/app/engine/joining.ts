import { UserError } from '../../../corpus/errors.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import { currentCoder } from '../../store/coders.ts'
import type { ReadDb, WriteDb } from '../../store/connection.ts'
import {
	deleteHighlights,
	type HighlightKeys,
	insertTagging,
	placeHighlight,
	taggingsOf,
} from '../../store/highlights.ts'
import { insertNote, moveCitations, updateNote } from '../../store/notes.ts'
import type { Context } from './context.ts'
import { oneDocument } from './documents.ts'
import { groundOf } from './highlights.ts'
import { place } from './placement.ts'
import { quoted } from './words.ts'

/**
 * Makes one highlight of several: the first of the text stays, over the range of all, with the themes of
 * all (each with who gave it and when) and their notes, one below the other. Notes that cite one of the
 * others cite the one that stays.
 *
 * @param highlights in the order of the text
 * @throws UserError `invalid` where they are of several documents, or text lies between them
 */
export function joinHighlights(context: Context, highlights: readonly HighlightKeys[]): HighlightId {
	const [first, ...others] = highlights
	if (!first || others.length === 0) throw new UserError('invalid', 'Choose at least two highlights to join.')
	if (others.some(({ document }) => document !== first.document))
		throw new UserError('invalid', 'Highlights of different documents cannot be joined.')
	if (highlights.some(({ placed }) => !placed))
		throw new UserError('invalid', 'A highlight without a place in the present text cannot be joined.')
	const document = oneDocument(context.db, first.documentId)
	const known = context.texts.get(document.version)
	const range = joined(known.text.text, first, others)
	const placement = place(groundOf(document), known, range)
	context.write({ name: `Join ${highlights.length} highlights in ${quoted(first.title)}` }, (db) => {
		for (const { k } of others)
			for (const tagging of taggingsOf(db, k))
				insertTagging(db, { ...tagging, id: context.newId(), highlight: first.k })
		// First, so that the joined note gets bodies whose links lead somewhere.
		moveCitations(db, others, first.id, context.clock())
		joinNotes(context, db, highlights)
		deleteHighlights(db, others, context.clock())
		placeHighlight(db, first.k, placement)
	})
	return first.id
}

/** Highlights of neighbouring paragraphs touch: only white space lies between them. */
function joined(text: string, first: HighlightKeys, others: readonly HighlightKeys[]) {
	let { end } = first
	for (const next of others) {
		if (next.start > end && text.slice(end, next.start).trim() !== '')
			throw new UserError('invalid', 'Only highlights that touch or overlap can be joined.')
		end = Math.max(end, next.end)
	}
	return { start: first.start, end }
}

function joinNotes(context: Context, db: WriteDb, highlights: readonly HighlightKeys[]): void {
	const notes = highlights.flatMap(({ k }) => notesOf(db, k))
	if (notes.length === 0 || (notes.length === 1 && notes[0]?.highlight === highlights[0]?.k)) return
	const body = notes
		.map((note) => note.body)
		.filter((part) => part.trim() !== '')
		.join('\n\n')
	const kept = notes.find(({ highlight }) => highlight === highlights[0]?.k)
	if (kept) updateNote(db, kept.k, body, context.clock())
	else
		insertNote(db, {
			id: context.newId(),
			target: { highlight: highlights[0]?.k ?? null, document: null, theme: null },
			body,
			coder: currentCoder(db).k,
			at: context.clock(),
		})
}

const notesOf = (db: ReadDb, highlight: number) =>
	db.all<{ k: number; highlight: number; body: string }>(
		'SELECT k, highlight, body FROM note WHERE highlight = :highlight ORDER BY k',
		{ highlight },
	)
