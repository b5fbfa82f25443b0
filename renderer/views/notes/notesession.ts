import type { Note, NoteTarget } from '../../../corpus/entities.ts'
import type { NoteId } from '../../../corpus/ids.ts'
import { CallError, type Client } from '../../client.ts'
import { Emitter } from '../../state/source.ts'
import { Turns } from '../../state/turns.ts'
import type { Unsaved } from '../../state/unsaved.ts'

export interface NoteSessionOptions {
	readonly client: Client
	readonly newId: () => string
	/** Told when something cannot be saved; what was typed stays in the editor, and is given along. */
	readonly failed: (error: unknown, body: string) => void
	/** Knows what is not saved yet, while it is not. */
	readonly unsaved: Unsaved
	/** What the library must have before it can take the note: nothing is saved until then. Never rejects. */
	readonly after?: Promise<unknown>
	/** Milliseconds without a key before what was typed is saved. */
	readonly delay?: number
}

/**
 * One stay in the editor of a note: what is typed is saved on the way, all of it one step of history.
 * A note that is not there yet is created with the first letter.
 */
export class NoteSession extends Emitter {
	body: string
	/** 'typing': not all is saved yet. 'failed': the next letter, or `flush`, tries again. */
	status: 'saved' | 'typing' | 'failed' = 'saved'
	note: NoteId | null
	readonly target: NoteTarget
	readonly #options: NoteSessionOptions
	readonly #session: string
	readonly #turns: Turns
	#saved: string
	/** What the library was told last, whether or not it has answered. */
	#sent: string
	/** The note that the library was told to create, and has not answered for. */
	#creating: NoteId | null = null
	#timer: ReturnType<typeof setTimeout> | null = null
	/** The page goes away, and no answer comes any more: what was typed last is sent after what is under way. */
	readonly #leave = () => {
		if (this.body !== this.#sent) void this.#send(this.body).catch(() => {})
	}
	readonly #flush = () => this.flush()

	/** @param note the note to edit, or null to begin one on `target` */
	constructor(options: NoteSessionOptions, target: NoteTarget, note: Note | null) {
		super()
		this.#options = options
		this.#session = options.newId()
		this.target = target
		this.note = note?.id ?? null
		this.body = note?.body ?? ''
		this.#saved = this.body
		this.#sent = this.body
		this.#turns = new Turns(() => this.#save())
	}

	type(body: string): void {
		if (body === this.body) return
		this.body = body
		this.status = 'typing'
		this.emit()
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.flush(), this.#options.delay ?? 250)
		window.addEventListener('pagehide', this.#leave)
		this.#options.unsaved.add(this.#flush)
	}

	/** The note as the library has it now. Taken over unless the reader is in the middle of typing. */
	take(note: Note): void {
		if (this.status !== 'saved' || note.id !== this.note || note.body === this.body) return
		this.body = note.body
		this.#saved = note.body
		this.#sent = note.body
		this.emit()
	}

	/** Saves at once. Resolves when all that was typed until now is saved, or could not be. */
	async flush(): Promise<void> {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = null
		if (this.body !== this.#saved) await this.#turns.ask()
		else await this.#turns.settled()
		if (this.#timer !== null) return
		window.removeEventListener('pagehide', this.#leave)
		this.#options.unsaved.remove(this.#flush)
	}

	async #save(): Promise<void> {
		if (this.#options.after) await this.#options.after
		const { body } = this
		if (body === this.#saved) return
		try {
			await this.#write(body)
			this.#saved = body
			this.status = this.body === body ? 'saved' : 'typing'
		} catch (error) {
			this.#sent = this.#saved
			this.status = 'failed'
			this.#options.failed(error, body)
		}
		this.emit()
	}

	async #write(body: string): Promise<void> {
		try {
			await this.#send(body)
		} catch (error) {
			// An undo may have taken the note away: words that are typed after it become one again.
			if (this.note === null || !(error instanceof CallError) || error.code !== 'not-found') throw error
			this.note = null
			await this.#send(body)
		}
	}

	/** Calls stay in order: what follows the call that creates the note finds it there. */
	async #send(body: string): Promise<void> {
		const { client, newId } = this.#options
		this.#sent = body
		const known = this.note ?? this.#creating
		if (known !== null) {
			await client.call('notes.edit', { id: known, body, session: this.#session })
			this.note ??= this.#creating
			return
		}
		const id = newId() as NoteId
		this.#creating = id
		try {
			await client.call('notes.create', { id, target: this.target, body })
			this.note = id
		} finally {
			this.#creating = null
		}
	}
}
