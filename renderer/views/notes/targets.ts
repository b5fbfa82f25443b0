import type { NoteTarget } from '../../../corpus/entities.ts'
import { unreachable } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'

/**
 * What a note is about, in a few words.
 *
 * @param home the document of the highlight that it is about; null: none, or not known yet
 */
export function targetName(state: AppState, target: NoteTarget, home: DocumentId | null): string {
	switch (target.kind) {
		case 'highlight': {
			const title = home === null ? undefined : state.documents.get(home)?.metadata.title
			return title === undefined ? 'On a passage' : `In “${title}”`
		}
		case 'document':
			return `On “${state.documents.get(target.id)?.metadata.title ?? 'a document that is gone'}”`
		case 'theme':
			return `On the theme “${state.themes.get(target.id)?.name ?? 'that is gone'}”`
		case 'library':
			return 'On the library'
		default:
			return unreachable(target)
	}
}
