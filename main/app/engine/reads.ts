import { UserError } from '../../../corpus/errors.ts'
import type { ReadDb } from '../../store/connection.ts'
import { lastExport } from '../../store/exportmemory.ts'
import { exportValues } from '../../store/exportvalues.ts'
import { libraryBase, libraryState } from '../../store/librarystate.ts'
import { documentsOfOriginal, originalOf } from '../../store/originals.ts'
import { isInLibrary } from '../../store/targets.ts'
import { assetOf } from '../../store/versions.ts'
import { collectionReads } from './collections.ts'
import { documentReads } from './documents.ts'
import { highlightReads } from './highlights.ts'
import { historyReads } from './history.ts'
import type { InternalReads } from './internal.ts'
import type { Answers, ReadMethod } from './methods.ts'
import { noteReads } from './notes.ts'
import { passageReads } from './passages.ts'
import { settingReads } from './settings.ts'
import { templateReads } from './templates.ts'
import { themeReads } from './themes.ts'

export type ReadHandlers = Answers<ReadMethod> & InternalReads

/** All that can be asked of a library without changing it. */
export const readHandlers = (db: ReadDb): ReadHandlers => ({
	...documentReads(db),
	...collectionReads(db),
	...highlightReads(db),
	...passageReads(db),
	...themeReads(db),
	...noteReads(db),
	...historyReads(db),
	...settingReads(db),
	...templateReads(db),
	'library.state': () => libraryState(db),
	'library.base': () => libraryBase(db),
	'originals.find': ({ hash }) => documentsOfOriginal(db, hash),
	'originals.of': ({ document }) => originalOf(db, document),
	'assets.get': ({ version, key }) => assetOf(db, version, key),
	'targets.find': ({ target }) => isInLibrary(db, target),
	'export.values': ({ scope }) => exportValues(db, scope),
	'export.last': () => lastExport(db),
})

/** The handler of a name that came from outside. Its input was checked against the contract by then. */
export function callOf(handlers: object, method: string): (input: unknown) => unknown {
	const handler = Object.hasOwn(handlers, method) ? Reflect.get(handlers, method) : undefined
	if (typeof handler !== 'function') throw new UserError('invalid', `There is no call named ${method}.`)
	return (input) => handler(input)
}
