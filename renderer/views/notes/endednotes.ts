import type { Note } from '../../../corpus/entities.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import type { NoteSession } from './notesession.ts'

/**
 * Stays in the editor that ended before the page had their words back from the library. Whoever returns
 * to such a note goes on in the same stay: a second one would know neither the note nor its words.
 */
export class EndedNotes {
	readonly #sessions = new Map<HighlightId, NoteSession>()

	/** Ends a stay on a highlight. Resolves when all of it is saved, or could not be. */
	end(session: NoteSession): Promise<void> {
		const { target, status, note } = session
		if (target.kind === 'highlight' && (status !== 'saved' || note !== null))
			this.#sessions.set(target.id, session)
		return session.flush()
	}

	/** @returns the stay to go on with; undefined: what the page shows is all there is */
	resume(highlight: HighlightId): NoteSession | undefined {
		const session = this.#sessions.get(highlight)
		this.#sessions.delete(highlight)
		return session
	}

	/** Forgets what has arrived. To be called when notes may have changed. */
	check(noteOf: (highlight: HighlightId) => Note | null): void {
		for (const [highlight, { status, note, body }] of this.#sessions) {
			const arrived = noteOf(highlight)
			if (status === 'saved' && arrived?.id === note && arrived.body === body)
				this.#sessions.delete(highlight)
		}
	}
}
