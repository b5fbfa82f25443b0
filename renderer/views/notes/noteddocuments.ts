import type { DocumentRow, Note } from '../../../corpus/entities.ts'
import type { DocumentId, HighlightId } from '../../../corpus/ids.ts'
import { CallError, type Client } from '../../client.ts'
import { Emitter } from '../../state/source.ts'
import { Turns } from '../../state/turns.ts'

/** The documents of the highlights that notes are about. */
export class NotedDocuments extends Emitter {
	readonly #client: Client
	readonly #turns: Turns
	#wanted: readonly HighlightId[] = []
	#known: ReadonlyMap<HighlightId, DocumentId | null> = new Map()
	#rows: readonly DocumentRow[] | null = null

	constructor(client: Client) {
		super()
		this.#client = client
		this.#turns = new Turns(() => this.#read())
	}

	of(highlight: HighlightId): DocumentId | null {
		return this.#known.get(highlight) ?? null
	}

	/** Reads anew when there are notes on other highlights, or the documents have changed: one may be split. */
	show(notes: readonly Note[], rows: readonly DocumentRow[]): void {
		const isOld = rows !== this.#rows
		this.#rows = rows
		this.#wanted = notes.flatMap(({ target }) => (target.kind === 'highlight' ? [target.id] : []))
		if (isOld || this.#wanted.some((id) => !this.#known.has(id))) void this.#turns.ask()
	}

	async #read(): Promise<void> {
		const ids = [...this.#wanted]
		const known = new Map<HighlightId, DocumentId | null>(ids.map((id) => [id, null]))
		try {
			const found = ids.length === 0 ? [] : await this.#client.call('highlights.get', { ids })
			for (const { id, document } of found) known.set(id, document)
		} catch (error) {
			// The notes can be read without it.
			if (!(error instanceof CallError)) throw error
		}
		this.#known = known
		this.emit()
	}
}
