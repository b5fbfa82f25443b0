import type { NoteTarget } from '../../../corpus/entities.ts'
import { unreachable } from '../../../corpus/errors.ts'
import type { AppState } from '../../state/appstate.ts'

/** What a note is about, in a few words. */
export function targetName(state: AppState, target: NoteTarget): string {
	switch (target.kind) {
		case 'highlight':
			return 'On a passage'
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
