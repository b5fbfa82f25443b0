import { unreachable } from '../../corpus/errors.ts'
import type { ShowTarget } from '../../preload/bridge.ts'
import type { ReadDb } from './connection.ts'
import { findNotes, noteScopes, targetKeys } from './notes.ts'

/** Whether what a link leads to is in the library and not removed. */
export function isInLibrary(db: ReadDb, target: ShowTarget): boolean {
	switch (target.kind) {
		case 'document':
			return targetKeys(db, { kind: 'document', id: target.document }) !== null
		case 'highlight':
			return targetKeys(db, { kind: 'highlight', id: target.highlight }) !== null
		case 'theme':
			return targetKeys(db, { kind: 'theme', id: target.theme }) !== null
		case 'note':
			return findNotes(db, noteScopes.named, { ids: JSON.stringify([target.note]) }).length > 0
		default:
			return unreachable(target)
	}
}
