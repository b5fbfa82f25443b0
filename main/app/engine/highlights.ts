import { UserError } from '../../../corpus/errors.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import { parseThemePath } from '../../../corpus/themetree.ts'
import { currentCoder } from '../../store/coders.ts'
import type { ReadDb, WriteDb } from '../../store/connection.ts'
import {
	deleteHighlights,
	deleteTaggings,
	findHighlights,
	type HighlightKeys,
	highlightKeys,
	highlightScopes,
	insertHighlight,
	insertTagging,
	type Placement,
	placeHighlight,
} from '../../store/highlights.ts'
import { insertNote } from '../../store/notes.ts'
import { type Context, found } from './context.ts'
import { oneDocument } from './documents.ts'
import { joinHighlights } from './joining.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'
import { type Ground, place } from './placement.ts'
import { addPath, oneTheme } from './themes.ts'
import { oneOrMany, quoted } from './words.ts'

type Of<M> = Extract<M, `highlights.${string}`>

export const highlightReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'highlights.of': ({ document }) => findHighlights(db, highlightScopes.document, { document }),
	'highlights.get': ({ ids }) => findHighlights(db, highlightScopes.named, { ids: JSON.stringify(ids) }),
})

export const highlightWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'highlights.create': ({
		id = context.newId(),
		document: documentId,
		themes,
		paths = [],
		note,
		...range
	}) => {
		const document = oneDocument(context.db, documentId)
		if (context.db.get('SELECT k FROM highlight WHERE id = :id', { id }))
			throw new UserError('invalid', 'This highlight was made before.')
		const placement = place(groundOf(document), context.texts.get(document.version), range)
		const tags = themes.map((theme) => oneTheme(context.db, theme))
		const ways = paths.map(parseThemePath)
		const names = [...tags.map(({ name }) => name), ...ways.map((way) => way.join('/'))].join(', ')
		const tagged = names === '' ? '' : ` with ${names}`
		context.write({ name: `Highlight in ${quoted(document.metadata.title)}${tagged}` }, (db) => {
			const all = [...tags, ...ways.map((way) => addPath(context, db, way))]
			addHighlight(context, db, { id, placement, themes: all.map(({ k }) => k), note: note ?? '' })
		})
		return id
	},
	'highlights.move': ({ id, ...range }) => {
		const highlight = oneHighlight(context.db, id)
		const document = oneDocument(context.db, highlight.documentId)
		const placement = place(groundOf(document), context.texts.get(document.version), range)
		context.write({ name: `Adjust the highlight ${quoted(highlight.quote)}` }, (db) =>
			placeHighlight(db, highlight.k, placement),
		)
		return null
	},
	'highlights.join': ({ ids }) => joinHighlights(context, theHighlights(context.db, ids)),
	'highlights.remove': ({ ids }) => {
		const highlights = theHighlights(context.db, ids)
		const one = highlights.length === 1 ? 'the highlight ' : ''
		context.write({ name: `Remove ${one}${quotes(highlights, 'highlights')}` }, (db) =>
			deleteHighlights(db, highlights, context.clock()),
		)
		return null
	},
	'highlights.tag': ({ ids, theme: themeId }) => {
		const highlights = theHighlights(context.db, ids)
		const theme = oneTheme(context.db, themeId)
		context.write({ name: `Tag ${quotes(highlights, 'passages')} with ${theme.name}` }, (db) => {
			for (const { k } of highlights) tag(context, db, k, theme.k)
		})
		return null
	},
	'highlights.untag': ({ ids, theme: themeId }) => {
		const highlights = theHighlights(context.db, ids)
		const theme = oneTheme(context.db, themeId)
		context.write({ name: `Take ${theme.name} from ${quotes(highlights, 'passages')}` }, (db) =>
			deleteTaggings(
				db,
				highlights.map(({ k }) => k),
				theme.k,
			),
		)
		return null
	},
})

export const oneHighlight = (db: ReadDb, id: HighlightId): HighlightKeys =>
	found(highlightKeys(db, [id])[0], 'This highlight')

/** @throws UserError `not-found` where one of them is not in the library */
function theHighlights(db: ReadDb, ids: readonly HighlightId[]): readonly HighlightKeys[] {
	const highlights = highlightKeys(db, ids)
	if (highlights.length < new Set(ids).size)
		throw new UserError('not-found', 'Some of these highlights are not in the library any more.')
	return highlights
}

const quotes = (highlights: readonly HighlightKeys[], plural: string) =>
	oneOrMany(
		highlights.map(({ quote }) => quote),
		plural,
	)

export const groundOf = ({ k, version, versionId }: Ground): Ground => ({ k, version, versionId })

export interface HighlightToAdd {
	readonly id: HighlightId
	readonly placement: Placement
	/** Their `k`. */
	readonly themes: readonly number[]
	/** Markdown; '' for none. */
	readonly note: string
}

/** Inside a write. */
export function addHighlight(
	context: Context,
	db: WriteDb,
	{ id, placement, themes, note }: HighlightToAdd,
): void {
	const coder = currentCoder(db).k
	const at = context.clock()
	const highlight = insertHighlight(db, { id, coder, at, ...placement })
	for (const theme of themes) tag(context, db, highlight, theme)
	if (note !== '')
		insertNote(db, {
			id: context.newId(),
			target: { highlight, document: null, theme: null },
			body: note,
			coder,
			at,
		})
}

/** Gives a highlight a theme by the `k` of both. Inside a write. */
export function tag(context: Context, db: WriteDb, highlight: number, theme: number): void {
	insertTagging(db, {
		id: context.newId(),
		...{ highlight, theme, coder: currentCoder(db).k, at: context.clock(), weight: null },
	})
}
