import type { Highlight } from '../../../corpus/entities.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import { neighbour } from '../../reading/highlightnavigation.ts'
import type { Paintable } from '../../reading/paint.ts'
import { HighlightNotes } from '../notes/highlightnotes.ts'
import type { NoteSession } from '../notes/notesession.ts'
import { looksOf } from './paintables.ts'
import type { Pane } from './pane.ts'

/** Which highlight the reader is at, whether its card is open, and the note that is being written. */
export class Cards {
	/** Where the keyboard is. */
	current: HighlightId | null = null
	open: HighlightId | null = null
	readonly #pane: Pane
	readonly #notes: HighlightNotes
	/** The current one was marked just now: its own paint says enough. */
	#quiet = false

	constructor(pane: Pane) {
		this.#pane = pane
		this.#notes = new HighlightNotes(pane)
	}

	/** The note that is being written on the open card. */
	get session(): NoteSession | null {
		return this.#notes.session
	}

	/** The highlight whose card is open. */
	get highlight(): Highlight | null {
		return this.open === null ? null : (this.#pane.desk.find(this.open) ?? null)
	}

	/** The highlight to be drawn as the one the reader is at; null: none. */
	get emphasised(): HighlightId | null {
		return this.#quiet && this.open !== this.current ? null : this.current
	}

	/** Makes a highlight the current one without a word: the reader has just marked it. */
	settle(id: HighlightId): void {
		this.current = id
		this.#quiet = true
		this.#pane.requestUpdate()
	}

	/** Goes to the next or previous highlight, from the one that is current or else from `offset`. */
	step(direction: 'next' | 'previous', offset: number): Paintable | null {
		const { opened, state } = this.#pane
		if (!opened) return null
		const { index } = opened.painter
		const own = this.current === null ? undefined : this.#pane.desk.find(this.current)?.anchor
		const current = own ? (index.at(own.start).find(({ id }) => id === this.current) ?? null) : null
		const found = neighbour(index, { current, offset }, direction)
		if (!found) {
			state.announcer.say(direction === 'next' ? 'No highlight after this' : 'No highlight before this')
			return null
		}
		this.focus(found.id as HighlightId)
		return found
	}

	/** Makes a highlight the current one and says what it is. */
	focus(id: HighlightId): void {
		this.current = id
		this.#quiet = false
		const highlight = this.#pane.desk.find(id)
		if (highlight) {
			const names = looksOf(highlight, this.#pane.state.themes.looks).map((look) => look.name)
			const note = highlight.note && highlight.note.body.trim() !== '' ? '. Has a note' : ''
			this.#pane.state.announcer.say(
				`${names.join(', ') || 'Without a theme'}: ${highlight.anchor.quote.slice(0, 160)}${note}`,
			)
		}
		if (this.open !== null && this.open !== id) this.show(id)
		this.#pane.requestUpdate()
	}

	show(id: HighlightId): void {
		if (this.open !== id) void this.#notes.end()
		this.current = id
		this.#quiet = false
		this.open = id
		this.#pane.requestUpdate()
	}

	close(): void {
		void this.#notes.end()
		this.open = null
		this.#pane.requestUpdate()
	}

	/**
	 * Begins to write the note of a highlight.
	 *
	 * @param written when the highlight is in the library: until then nothing is saved
	 */
	write(id: HighlightId, written: Promise<boolean>): void {
		this.show(id)
		if (this.session) return
		this.#notes.begin({ id, note: this.#pane.desk.find(id)?.note ?? null }, written)
	}

	type(body: string): void {
		this.session?.type(body)
	}

	/** The reader is done writing: all is saved, and the note is shown as it reads. */
	leaveNote(): void {
		void this.#notes.end()
	}

	/** Highlights may have been removed, by an undo for instance. */
	check(): void {
		const { desk } = this.#pane
		this.#notes.check((id) => desk.find(id)?.note ?? null)
		if (this.current !== null && !desk.find(this.current)) this.current = null
		if (this.open !== null && !desk.find(this.open)) {
			void this.#notes.end()
			this.open = null
		}
	}
}
