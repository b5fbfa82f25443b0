import type { NoteTarget } from '../../../corpus/entities.ts'
import type { AppState } from '../../state/appstate.ts'
import type { NoteSessionOptions } from './notesession.ts'

/** Opens the newest note on something to be written on; begins one where there is none. */
export async function writeNote(state: AppState, target: NoteTarget): Promise<void> {
	const note = await state.attempt(async () => {
		const [newest] = await state.client.call('notes.of', { target })
		return newest?.id ?? state.client.call('notes.create', { target, body: '' })
	})
	if (note !== null) state.router.go({ view: 'notes', note })
}

/** Tells that a note could not be saved. What was typed can be taken along, also when its editor is closed. */
export const noteFailed =
	(state: AppState): NoteSessionOptions['failed'] =>
	(error, stay) => {
		const toast = state.fail(error, {
			label: 'Copy what you wrote',
			run: () => void state.attempt(() => navigator.clipboard.writeText(stay.body)),
		})
		return () => {
			if (toast !== null) state.toasts.dismiss(toast)
		}
	}
