import type { ReactiveControllerHost } from 'lit'
import type { Highlight, Note } from '../../../corpus/entities.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'
import type { NoteSession } from './notesession.ts'
import { stayOn } from './writing.ts'

interface WritingHost extends ReactiveControllerHost {
	readonly state: AppState
}

/**
 * Writing the notes of highlights where these are shown, one at a time.
 *
 * Stays that ended before the page had their words back from the library are kept: whoever returns to such
 * a note goes on in the same stay, for a second one would know neither the note nor its words.
 */
export class HighlightNotes {
	/** The stay in the editor; null: no note is being written. */
	session: NoteSession | null = null
	readonly #host: WritingHost
	readonly #ended = new Map<HighlightId, NoteSession>()

	constructor(host: WritingHost) {
		this.#host = host
	}

	/** The highlight whose note is being written. */
	get highlight(): HighlightId | null {
		const { session } = this
		return session?.target.kind === 'highlight' ? session.target.id : null
	}

	/**
	 * Begins to write the note of a highlight. What was being written is to be ended before.
	 *
	 * @param written when the library has the highlight: until then nothing is saved
	 */
	begin({ id, note }: Pick<Highlight, 'id' | 'note'>, written?: Promise<unknown>): void {
		const ended = this.#ended.get(id)
		this.#ended.delete(id)
		this.session = ended ?? stayOn(this.#host.state, { kind: 'highlight', id }, note, written)
		this.#host.requestUpdate()
	}

	/** The editor closes. Resolves when all is saved, or could not be. */
	async end(): Promise<void> {
		const { session, highlight } = this
		if (!session) return
		this.session = null
		if (highlight !== null && (session.status !== 'saved' || session.note !== null))
			this.#ended.set(highlight, session)
		this.#host.requestUpdate()
		await session.flush()
	}

	/** Follows the library, and forgets what has arrived. To be called when notes may have changed. */
	check(noteOf: (highlight: HighlightId) => Note | null): void {
		if (this.highlight !== null) this.session?.take(noteOf(this.highlight))
		for (const [highlight, { status, note, body }] of this.#ended) {
			const arrived = noteOf(highlight)
			if (status === 'saved' && arrived?.id === note && arrived.body === body) this.#ended.delete(highlight)
		}
	}
}
