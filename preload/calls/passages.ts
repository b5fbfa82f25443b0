import * as v from 'valibot'
import type { Highlight, Note, Passage, Theme } from '../../corpus/entities.ts'
import type { HighlightId, NoteId, ThemeId } from '../../corpus/ids.ts'
import { answers } from './declare.ts'
import { id, line, nothing, offset, prose } from './schemas.ts'

const document = id<'document'>()
const highlight = id<'highlight'>()
const highlights = v.array(highlight)
const theme = id<'theme'>()
const note = id<'note'>()

/**
 * `version` is that of the text which the offsets count in: where the document has another by now, nothing
 * is changed and `not-found` says so. Absent: the present one.
 */
const range = { start: offset, end: offset, version: v.exactOptional(id<'version'>()) }
const hue = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)))
const pin = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)))

const noteTarget = v.variant('kind', [
	v.strictObject({ kind: v.literal('highlight'), id: highlight }),
	v.strictObject({ kind: v.literal('document'), id: document }),
	v.strictObject({ kind: v.literal('theme'), id: theme }),
	v.strictObject({ kind: v.literal('library') }),
])

/** Which passages: what is absent does not narrow. */
const passageQuery = v.strictObject({
	/** With `below`, also the passages of the themes below it. */
	theme: v.exactOptional(theme),
	below: v.exactOptional(v.boolean()),
	document: v.exactOptional(document),
	/** Only passages in documents of this collection. */
	collection: v.exactOptional(id<'collection'>()),
	/** Only passages without any theme. */
	toSort: v.exactOptional(v.boolean()),
	/** Only passages whose quote or note holds all these words, folded. */
	words: v.exactOptional(line),
})
export type PassageQuery = v.InferOutput<typeof passageQuery>

export const passageCalls = {
	/** Highlights of a document in the order of the text. */
	'highlights.of': answers<readonly Highlight[]>()(v.strictObject({ document })),
	/** Those of the named highlights that still exist. */
	'highlights.get': answers<readonly Highlight[]>()(v.strictObject({ ids: highlights })),
	/**
	 * `id` may be chosen by the caller (a UUIDv7), who paints before the answer comes. `paths` are themes as in
	 * `themes.path`: what is missing of them is made in the same step, or not at all.
	 */
	'highlights.create': answers<HighlightId>()(
		v.strictObject({
			id: v.exactOptional(highlight),
			document,
			...range,
			themes: v.array(theme),
			paths: v.exactOptional(v.array(line)),
			note: v.exactOptional(prose),
		}),
	),
	/** Adjusts the ends. */
	'highlights.move': answers<null>()(v.strictObject({ id: highlight, ...range })),
	/** Makes one highlight of several that touch or overlap, with all their themes and notes. @returns the one that stays */
	'highlights.join': answers<HighlightId>()(v.strictObject({ ids: highlights })),
	'highlights.remove': answers<null>()(v.strictObject({ ids: highlights })),
	'highlights.tag': answers<null>()(v.strictObject({ ids: highlights, theme })),
	'highlights.untag': answers<null>()(v.strictObject({ ids: highlights, theme })),
	/** In library order: documents by title, passages by place. */
	'passages.find': answers<readonly Passage[]>()(passageQuery),

	'themes.list': answers<readonly Theme[]>()(nothing),
	/** `id` may be chosen by the caller. Placed last among its siblings. */
	'themes.create': answers<ThemeId>()(
		v.strictObject({ id: v.exactOptional(theme), name: line, parent: v.nullable(theme) }),
	),
	/** `path` such as "trade/tariffs": finds the theme, or creates what is missing of it. A `/` in a name is written `\/`. */
	'themes.path': answers<ThemeId>()(v.strictObject({ path: line })),
	'themes.edit': answers<null>()(
		v.strictObject({
			id: theme,
			name: v.exactOptional(line),
			hue: v.exactOptional(hue),
			description: v.exactOptional(prose),
			pin: v.exactOptional(pin),
		}),
	),
	/** Under another parent, before a sibling (null: last). A theme cannot move below itself. */
	'themes.move': answers<null>()(
		v.strictObject({ id: theme, parent: v.nullable(theme), before: v.nullable(theme) }),
	),
	/** Puts all taggings of `id` on `into` and removes `id`; its children go along. */
	'themes.merge': answers<null>()(v.strictObject({ id: theme, into: theme })),
	/** Its highlights stay, its children move up. */
	'themes.remove': answers<null>()(v.strictObject({ id: theme })),

	/** The most recently changed first. */
	'notes.list': answers<readonly Note[]>()(nothing),
	'notes.get': answers<readonly Note[]>()(v.strictObject({ ids: v.array(note) })),
	'notes.of': answers<readonly Note[]>()(v.strictObject({ target: noteTarget })),
	/** With a `session` it is one step of history with the saves that follow in the same stay. */
	'notes.create': answers<NoteId>()(
		v.strictObject({
			id: v.exactOptional(note),
			target: noteTarget,
			body: prose,
			session: v.exactOptional(line),
		}),
	),
	/**
	 * Saves what was typed. Saves with the same `session` (one stay in the editor) are one step of
	 * history. A note whose body becomes empty stays until it is removed.
	 */
	'notes.edit': answers<null>()(v.strictObject({ id: note, body: prose, session: line })),
	'notes.remove': answers<null>()(v.strictObject({ id: note })),
}
