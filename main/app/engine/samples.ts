import { unreachable } from '../../../corpus/errors.ts'
import type { CollectionId, DocumentId } from '../../../corpus/ids.ts'
import type { SampleHighlight, SampleNote, SampleTheme } from '../../../corpus/samples/samplelibrary.ts'
import { parseThemePath } from '../../../corpus/themetree.ts'
import { currentCoder } from '../../store/coders.ts'
import { addToCollection, insertCollection, listCollections } from '../../store/collections.ts'
import type { WriteDb } from '../../store/connection.ts'
import { type DocumentKeys, documentKeys, setStatus } from '../../store/documents.ts'
import { insertNote, type NoteTargetKeys } from '../../store/notes.ts'
import { themeKeys, updateTheme } from '../../store/themes.ts'
import type { Context } from './context.ts'
import { addHighlight, groundOf } from './highlights.ts'
import type { InternalWrites } from './internal.ts'
import { place } from './placement.ts'
import { addPath } from './themes.ts'

/** Furnishes sample documents as a first reader may have left them. */
export const sampleWrites = (context: Context): Pick<InternalWrites, 'samples.furnish'> => ({
	'samples.furnish': ({ sample, documents, step }) => {
		context.write(step, (db) => {
			const named = namedDocuments(db, documents)
			for (const theme of sample.themes) addTheme(context, db, theme)
			for (const highlight of sample.highlights) {
				const document = named.get(highlight.document)
				if (document) addSampleHighlight(context, db, document, highlight)
			}
			for (const note of sample.notes) addNote(context, db, named, note)
			for (const { name, documents: members } of sample.collections)
				addCollection(
					context,
					db,
					name,
					members.flatMap((member) => named.get(member)?.k ?? []),
				)
			for (const [fileName, status] of Object.entries(sample.status)) {
				const document = named.get(fileName)
				if (document) setStatus(db, [document.k], status)
			}
		})
		return null
	},
})

type Named = ReadonlyMap<string, DocumentKeys>

function namedDocuments(db: WriteDb, documents: Readonly<Record<string, DocumentId>>): Named {
	const names = new Map(Object.entries(documents).map(([fileName, id]) => [id, fileName]))
	return new Map(documentKeys(db, [...names.keys()]).map((keys) => [names.get(keys.id) ?? '', keys]))
}

function addTheme(context: Context, db: WriteDb, { path, description, pin }: SampleTheme): void {
	const { k } = addPath(context, db, parseThemePath(path))
	const isPinTaken = themeKeys(db).some((theme) => theme.pin === pin)
	updateTheme(db, k, { description, ...(pin === undefined || isPinTaken ? {} : { pin }) })
}

function addSampleHighlight(
	context: Context,
	db: WriteDb,
	document: DocumentKeys,
	sample: SampleHighlight,
): void {
	const known = context.texts.get(document.version)
	const start = known.text.text.indexOf(sample.quote)
	if (start < 0) throw new Error(`${sample.document} does not hold the quote “${sample.quote}”`)
	addHighlight(context, db, {
		id: context.newId(),
		placement: place(groundOf(document), known, { start, end: start + sample.quote.length }),
		themes: sample.themes.map((path) => addPath(context, db, parseThemePath(path)).k),
		note: sample.note ?? '',
	})
}

function addNote(context: Context, db: WriteDb, named: Named, { target, body }: SampleNote): void {
	const keys = targetOf(context, db, named, target)
	if (keys)
		insertNote(db, {
			id: context.newId(),
			target: keys,
			body,
			coder: currentCoder(db).k,
			at: context.clock(),
		})
}

function targetOf(
	context: Context,
	db: WriteDb,
	named: Named,
	target: SampleNote['target'],
): NoteTargetKeys | null {
	const none = { highlight: null, document: null, theme: null }
	if (target === 'library') return none
	if ('theme' in target) return { ...none, theme: addPath(context, db, parseThemePath(target.theme)).k }
	if ('document' in target) {
		const document = named.get(target.document)
		return document ? { ...none, document: document.k } : null
	}
	return unreachable(target)
}

function addCollection(context: Context, db: WriteDb, name: string, documents: readonly number[]): void {
	if (listCollections(db).some((collection) => collection.name === name)) return
	addToCollection(db, insertCollection(db, context.newId<CollectionId>(), name), documents)
}
