import type { JobId } from '../../../corpus/ids.ts'
import { whileTyping } from '../../../corpus/query.ts'
import type { SearchResult } from '../../../preload/calls/search.ts'
import { CallError } from '../../client.ts'
import type { AppState } from '../../state/appstate.ts'
import { Emitter } from '../../state/source.ts'

/** Documents whose hits are shown, and hits of each. */
const LIMIT = 20
const PER_DOCUMENT = 3

/**
 * Searches the library as the reader types: first in library order, at once, then ranked. All searches
 * share one job, so a newer one ends the older.
 */
export class PaletteSearch extends Emitter {
	readonly #state: AppState
	readonly #job: JobId
	#asked = 0
	/** Of the newest query that was answered; null: nothing is searched for. */
	result: SearchResult | null = null
	/** The query that `result` answers. */
	answered = ''
	busy = false
	/** Why the newest search failed, for people. */
	problem: string | null = null

	constructor(state: AppState) {
		super()
		this.#state = state
		this.#job = state.jobs.newJob()
	}

	/**
	 * @param query what was typed; '' ends the search
	 * @param mayReorder asked before the ranked answer takes the place of the first
	 */
	async find(query: string, mayReorder: () => boolean): Promise<void> {
		const turn = ++this.#asked
		const isStale = () => turn !== this.#asked
		if (query === '') {
			this.#show(null, query)
			return
		}
		this.busy = true
		this.emit()
		try {
			const found = await this.#find(query, 'library')
			if (isStale()) return
			this.#show(found, query)
			if (found.documents < 2) return
			const ranked = await this.#find(query, 'rank')
			if (!isStale() && mayReorder()) this.#show(ranked, query)
		} catch (error) {
			if (isStale()) return
			if (!(error instanceof CallError)) throw error
			if (error.code === 'cancelled') return
			this.result = null
			this.problem = error.message
			this.busy = false
			this.emit()
		}
	}

	#find(query: string, order: 'library' | 'rank'): Promise<SearchResult> {
		return this.#state.client.call('search.find', {
			job: this.#job,
			query: whileTyping(query),
			order,
			limit: LIMIT,
			perDocument: PER_DOCUMENT,
		})
	}

	#show(result: SearchResult | null, query: string): void {
		this.result = result
		this.answered = query
		this.busy = false
		this.problem = result?.problem ?? null
		this.emit()
	}
}
