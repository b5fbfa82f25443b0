import type { NoteTarget } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import { currentCoder } from '../../store/coders.ts'
import type { ReadDb } from '../../store/connection.ts'
import {
	deleteNote,
	findNotes,
	insertNote,
	type NoteTargetKeys,
	noteKeys,
	noteScopes,
	targetKeys,
	updateNote,
} from '../../store/notes.ts'
import { type Context, found } from './context.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'
import { quoted } from './words.ts'

type Of<M> = Extract<M, `notes.${string}`>

export const noteReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'notes.list': () => findNotes(db, noteScopes.all),
	'notes.get': ({ ids }) => findNotes(db, noteScopes.named, { ids: JSON.stringify(ids) }),
	'notes.of': ({ target }) => {
		const keys = targetKeys(db, target)
		return keys ? findNotes(db, noteScopes[target.kind], { k: kOf(target, keys) }) : []
	},
})

const kOf = (target: NoteTarget, keys: NoteTargetKeys) =>
	target.kind === 'library' ? null : keys[target.kind]

export const noteWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'notes.create': ({ id = context.newId(), target, body, session }) => {
		const { db } = context
		if (noteKeys(db, id)) throw new UserError('invalid', 'This note was made before.')
		const keys = found(targetKeys(db, target), 'What the note is about')
		if (target.kind === 'highlight' && findNotes(db, noteScopes.highlight, { k: keys.highlight }).length > 0)
			throw new UserError('ambiguous', 'This highlight has a note already. Write there.')
		const step = {
			name: `Write a note on ${nameOfTarget(db, keys)}`,
			...(session === undefined ? {} : { session }),
		}
		context.write(step, (write) => {
			insertNote(write, { id, target: keys, body, coder: currentCoder(write).k, at: context.clock() })
		})
		return id
	},
	'notes.edit': ({ id, body, session }) => {
		const note = found(noteKeys(context.db, id), 'This note')
		if (note.body === body) return null
		const step = { name: `Edit a note on ${nameOfTarget(context.db, note)}`, session, goesOn: true }
		context.write(step, (db) => updateNote(db, note.k, body, context.clock()))
		return null
	},
	'notes.remove': ({ id }) => {
		const note = found(noteKeys(context.db, id), 'This note')
		context.write({ name: `Remove a note on ${nameOfTarget(context.db, note)}` }, (db) =>
			deleteNote(db, note.k, id, context.clock()),
		)
		return null
	},
})

function nameOfTarget(db: ReadDb, { highlight, document, theme }: NoteTargetKeys): string {
	const name = (sql: string, k: number) => quoted(db.get<{ name: string }>(sql, { k })?.name ?? '')
	if (highlight !== null) return name('SELECT quote AS name FROM highlight WHERE k = :k', highlight)
	if (document !== null)
		return name("SELECT metadata ->> '$.title' AS name FROM document WHERE k = :k", document)
	return theme === null ? 'the library' : `the theme ${name('SELECT name FROM theme WHERE k = :k', theme)}`
}
