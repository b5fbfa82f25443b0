import type { ReadDb } from '../../store/connection.ts'
import { findPassages } from '../../store/passages.ts'
import type { Answers } from './methods.ts'

export const passageReads = (db: ReadDb): Answers<'passages.find'> => ({
	'passages.find': (query) => findPassages(db, query),
})
