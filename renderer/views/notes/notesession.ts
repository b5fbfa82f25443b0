import type { Note, NoteTarget } from '../../../corpus/entities.ts'
import type { NoteId } from '../../../corpus/ids.ts'
import { CallError, type Client } from '../../client.ts'
import { Emitter } from '../../state/source.ts'
import { Turns } from '../../state/turns.ts'
import type { Unsaved, Unwritten } from '../../state/unsaved.ts'

export interface NoteSessionOptions {
	readonly client: Client
	readonly newId: () => string
	/**
	 * Told when something cannot be saved, once for each reason; what was typed stays in the editor.
	 * @returns a function that is called when it is saved after all
	 */
	readonly failed: (error: unknown) => () => void
	/** Knows what is not saved yet, while it is not. */
	readonly unsaved: Unsaved
	/** What the library must have before it can take the note: nothing is saved until then. Never rejects. */
	readonly after?: Promise<unknown>
	/** Milliseconds without a key before what was typed is saved. */
	readonly delay?: number
	/** Milliseconds before what could not be saved is tried again. */
	readonly patience?: number
}

/**
 * One stay in the editor of a note: what is typed is saved on the way, all of it one step of history.
 * A note that is not there yet is created with the first letter.
 */
export class NoteSession extends Emitter implements Unwritten {
	body: string
	/** 'typing': not all is saved yet. 'failed': it is tried again, with the next letter and, if there is hope, before. */
	status: 'saved' | 'typing' | 'failed' = 'saved'
	note: NoteId | null
	readonly target: NoteTarget
	readonly #options: NoteSessionOptions
	readonly #session: string
	readonly #turns: Turns
	readonly #comparing: Turns
	/** Times that the reader typed something. */
	#typed = 0
	#saved: string
	/** What the library was told last, whether or not it has answered. */
	#sent: string
	/** The note that the library was told to create, and has not answered for. */
	#creating: NoteId | null = null
	#timer: ReturnType<typeof setTimeout> | null = null
	#isAbandoned = false
	/** What the reader was told, and how that is taken back. */
	#told: { readonly reason: string; readonly withdraw: () => void } | null = null
	/** The page goes away, and no answer comes any more: what was typed last is sent after what is under way. */
	readonly #leave = () => {
		if (this.body !== this.#sent) void this.#send(this.body).catch(() => {})
	}

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
		this.#comparing = new Turns(() => this.#compare())
	}

	get stuck(): string | null {
		return this.status === 'failed' ? this.body : null
	}

	type(body: string): void {
		if (body === this.body || this.#isAbandoned) return
		this.body = body
		this.#typed += 1
		// What cannot be saved is so until it is: only then are the words safe again.
		if (this.status !== 'failed') this.status = 'typing'
		this.emit()
		this.#flushAfter(this.#options.delay ?? 250)
		window.addEventListener('pagehide', this.#leave)
		this.#options.unsaved.add(this)
	}

	/**
	 * The note as it was read some time ago; null: there was none. Where it is another than here, the library is
	 * asked for the present one, for what was read may be older than what this stay has saved since. It is taken
	 * over unless the reader is in the middle of typing.
	 */
	take(note: Note | null): void {
		const isAnother = (note?.id ?? null) !== this.note || (note?.body ?? '') !== this.body
		if (this.status === 'saved' && isAnother) void this.#comparing.ask()
	}

	/** Saves at once. Resolves when all that was typed until now is saved, or could not be. */
	async flush(): Promise<void> {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = null
		if (this.status !== 'saved') await this.#turns.ask()
		else await this.#turns.settled()
		if (this.#timer === null && this.status !== 'failed') this.#rest()
	}

	abandon(): string | null {
		const lost = this.body === this.#saved ? null : this.body
		this.#isAbandoned = true
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = null
		this.status = 'saved'
		this.#told?.withdraw()
		this.#rest()
		this.emit()
		return lost
	}

	/** Calls are answered in their order: nothing that was saved before is missing in the answer. */
	async #compare(): Promise<void> {
		const typed = this.#typed
		if (this.status !== 'saved') return
		const note = await this.#present().catch(() => undefined)
		if (note === undefined || typed !== this.#typed || this.#isAbandoned) return
		const { id = null, body = '' } = note ?? {}
		if (id === this.note && body === this.body) return
		this.note = id
		this.body = body
		this.#saved = body
		this.#sent = body
		this.emit()
	}

	/** The note as the library has it; null: it has none. @throws {CallError} */
	async #present(): Promise<Note | null> {
		const { note, target } = this
		const { client } = this.#options
		if (target.kind === 'highlight') return (await client.call('notes.of', { target }))[0] ?? null
		return note === null ? null : ((await client.call('notes.get', { ids: [note] }))[0] ?? null)
	}

	/** Nothing waits to be written. */
	#rest(): void {
		window.removeEventListener('pagehide', this.#leave)
		this.#options.unsaved.remove(this)
	}

	#flushAfter(delay: number): void {
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#timer = setTimeout(() => void this.flush(), delay)
	}

	async #save(): Promise<void> {
		if (this.#options.after) await this.#options.after
		const { body } = this
		if (this.#isAbandoned) return
		try {
			if (body !== this.#saved) await this.#write(body)
			if (this.#isAbandoned) return
			this.#saved = body
			this.status = this.body === body ? 'saved' : 'typing'
			this.#told?.withdraw()
			this.#told = null
		} catch (error) {
			if (this.#isAbandoned) return
			this.#sent = this.#saved
			this.status = 'failed'
			this.#tell(error)
			if (this.#timer === null && isHopeful(error)) this.#flushAfter(this.#options.patience ?? 4000)
		}
		this.emit()
	}

	#tell(error: unknown): void {
		const reason = error instanceof Error ? error.message : String(error)
		if (reason === this.#told?.reason) return
		this.#told?.withdraw()
		this.#told = { reason, withdraw: this.#options.failed(error) }
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
			await client.call('notes.create', { id, target: this.target, body, session: this.#session })
			this.note = id
		} finally {
			this.#creating = null
		}
	}
}

/** Whether the same may be written later: not where what it is a note on is gone, or has another note. */
const isHopeful = (error: unknown): boolean =>
	error instanceof CallError && !['not-found', 'ambiguous', 'invalid'].includes(error.code)
