import type { Highlight, Note } from '../../../corpus/entities.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import { CallError, type Client } from '../../client.ts'
import { Emitter } from '../../state/source.ts'
import { Turns } from '../../state/turns.ts'

/** The highlights that a note is about and cites. */
export class Evidence extends Emitter {
	/** What the note is about first, then what it cites, in the order of the note. */
	highlights: readonly Highlight[] = []
	readonly #client: Client
	readonly #turns: Turns
	#wanted: readonly HighlightId[] = []
	#note: Note | null = null

	constructor(client: Client) {
		super()
		this.#client = client
		this.#turns = new Turns(() => this.#read())
	}

	/** Reads anew when it is another note, or the note has changed. */
	show(note: Note): void {
		if (note === this.#note) return
		const another = note.id !== this.#note?.id
		this.#note = note
		const about = note.target.kind === 'highlight' ? [note.target.id] : []
		this.#wanted = [...new Set([...about, ...note.cites])]
		if (another) this.highlights = []
		void this.#turns.ask()
	}

	async #read(): Promise<void> {
		const ids = [...this.#wanted]
		try {
			const found = ids.length === 0 ? [] : await this.#client.call('highlights.get', { ids })
			const byId = new Map(found.map((highlight) => [highlight.id, highlight]))
			this.highlights = ids.flatMap((id) => byId.get(id) ?? [])
		} catch (error) {
			if (!(error instanceof CallError)) throw error
			// What is beside the note is no reason to disturb whoever writes it.
			this.highlights = []
		}
		this.emit()
	}
}
