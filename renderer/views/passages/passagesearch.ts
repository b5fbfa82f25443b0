import type { Passage } from '../../../corpus/entities.ts'
import type { Changed } from '../../../preload/bridge.ts'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import { CallError, type Client } from '../../client.ts'
import { Emitter } from '../../state/source.ts'
import { Turns } from '../../state/turns.ts'

/** The passages that a query finds, found anew whenever the library changes. */
export class PassageSearch extends Emitter {
	/** Those of the last answer: they stay in sight while the next one is under way. */
	passages: readonly Passage[] = []
	status: 'loading' | 'ready' | 'failed' = 'loading'
	problem: string | null = null
	readonly #client: Client
	readonly #turns: Turns
	#query: PassageQuery = {}
	#asked = ''

	constructor(client: Client) {
		super()
		this.#client = client
		this.#turns = new Turns(() => this.#read())
	}

	/** Asks for the passages of this query, unless it is the one that was asked last. */
	find(query: PassageQuery): void {
		const asked = JSON.stringify(query)
		if (asked === this.#asked) return
		this.#query = query
		this.#asked = asked
		this.status = 'loading'
		void this.#turns.ask()
	}

	/** Asks again. Resolves when the answer is there. */
	again(): Promise<void> {
		return this.#turns.ask()
	}

	/** @returns a function that stops listening to the library */
	follow(): () => void {
		return this.#client.onChange((change) => {
			if (change.kind === 'library' || (change.kind === 'changed' && concerns(change))) void this.again()
		})
	}

	/** An answer to what is not asked any more is thrown away: the next one is under way. */
	async #read(): Promise<void> {
		const query = this.#query
		try {
			const passages = await this.#client.call('passages.find', query)
			if (query !== this.#query) return
			this.passages = passages
			this.status = 'ready'
			this.problem = null
		} catch (error) {
			if (!(error instanceof CallError)) throw error
			if (query !== this.#query) return
			this.status = 'failed'
			this.problem = error.message
		}
		this.emit()
	}
}

const concerns = (changed: Changed): boolean =>
	changed.highlights.length > 0 ||
	changed.touched.length > 0 ||
	changed.notes.length > 0 ||
	changed.themes.length > 0 ||
	changed.documents.length > 0
