import type { Settings } from '../../../corpus/settings.ts'
import type { ReadDb } from '../../store/connection.ts'
import { changeSettings, readSettings } from '../../store/settings.ts'
import type { Context } from './context.ts'
import type { Answers } from './methods.ts'

export const settingReads = (db: ReadDb): Answers<'settings.get'> => ({
	'settings.get': (): Settings => readSettings(db),
})

export const settingWrites = (context: Context): Answers<'settings.set'> => ({
	'settings.set': (patch) => {
		context.writeAside(
			(db) => changeSettings(db, patch, context.newId),
			() => ({ settings: true }),
		)
		return null
	},
})
