import type { TemplateId } from '../../../corpus/ids.ts'
import type { ReadDb } from '../../store/connection.ts'
import { deleteTemplate, insertTemplate, listTemplates, updateTemplate } from '../../store/templates.ts'
import { type Context, found, nameOf } from './context.ts'
import type { Answers, WriteMethod } from './methods.ts'
import { quoted } from './words.ts'

type Of<M> = Extract<M, `templates.${string}`>

export const templateReads = (db: ReadDb): Answers<'templates.list'> => ({
	'templates.list': () => listTemplates(db),
})

export const templateWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'templates.create': (parts) => {
		const id = context.newId<TemplateId>()
		const name = nameOf(parts.name, 'template')
		context.write({ name: `Make the template ${quoted(name)}` }, (db) =>
			insertTemplate(db, { ...parts, id, name }),
		)
		return id
	},
	'templates.edit': (parts) => {
		oneTemplate(context.db, parts.id)
		const name = nameOf(parts.name, 'template')
		context.write({ name: `Edit the template ${quoted(name)}` }, (db) =>
			updateTemplate(db, { ...parts, name }),
		)
		return null
	},
	'templates.remove': ({ id }) => {
		const { name } = oneTemplate(context.db, id)
		context.write({ name: `Remove the template ${quoted(name)}` }, (db) =>
			deleteTemplate(db, id, context.clock()),
		)
		return null
	},
})

const oneTemplate = (db: ReadDb, id: TemplateId) =>
	found(
		listTemplates(db).find((template) => template.id === id),
		'This template',
	)
