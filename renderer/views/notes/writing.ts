import type { Note, NoteTarget } from '../../../corpus/entities.ts'
import type { AppState } from '../../state/appstate.ts'
import { NoteSession, type NoteSessionOptions } from './notesession.ts'

/** Opens the newest note on something to be written on; begins one where there is none. */
export async function writeNote(state: AppState, target: NoteTarget): Promise<void> {
	const note = await state.attempt(async () => {
		const [newest] = await state.client.call('notes.of', { target })
		return newest?.id ?? state.client.call('notes.create', { target, body: '' })
	})
	if (note !== null) state.router.go({ view: 'notes', note })
}

/**
 * A stay in the editor of a note; where words of it are not saved yet, the one in which they were written: a
 * second one would know nothing of them.
 *
 * @param note null: one is begun on `target`
 * @param after when the library has what it is a note on: until then nothing is saved
 */
export function stayOn(
	state: AppState,
	target: NoteTarget,
	note: Note | null,
	after?: Promise<unknown>,
): NoteSession {
	const { client, newId, unsaved } = state
	const unsavedStay = unsaved.find(
		(each): each is NoteSession => each instanceof NoteSession && isOn(each, target, note),
	)
	if (unsavedStay) return unsavedStay
	const failed = noteFailed(state)
	return new NoteSession({ client, newId, failed, unsaved, ...(after ? { after } : {}) }, target, note)
}

/** A highlight has one note at most; of other things a note is known by itself. */
const isOn = (stay: NoteSession, target: NoteTarget, note: Note | null): boolean =>
	target.kind === 'highlight'
		? stay.target.kind === 'highlight' && stay.target.id === target.id
		: note !== null && stay.note === note.id

const topic = 'unsaved notes'

const copying = (state: AppState) => state.copying(() => state.unsaved.stuck)

/**
 * Tells that a note could not be saved. What was typed in all such notes can be taken along, also when their
 * editors are closed.
 */
const noteFailed =
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
