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

const topic = 'unsaved notes'

const copying = (state: AppState) => ({
	label: 'Copy what you wrote',
	run: () => void state.attempt(() => navigator.clipboard.writeText(state.unsaved.stuck.join('\n\n'))),
})

/**
 * Tells that a note could not be saved. What was typed in all such notes can be taken along, also when their
 * editors are closed.
 */
export const noteFailed =
	(state: AppState): NoteSessionOptions['failed'] =>
	(error) => {
		state.fail(error, copying(state), topic)
		return () => {
			if (state.unsaved.stuck.length === 0) state.toasts.withdraw(topic)
		}
	}

/** Offers the words that cannot be saved to a reader who was about to leave them. */
export const offerUnsaved = (state: AppState): void =>
	void state.toasts.error('What you wrote last is not saved yet.', copying(state), topic)
