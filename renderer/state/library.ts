import type { LibraryInfo } from '../../corpus/entities.ts'
import type { Client } from '../client.ts'
import { Emitter } from './source.ts'
import { Turns } from './turns.ts'

/** Name, place and counts of the open library; null until they were read. */
export class LibraryStore extends Emitter {
	info: LibraryInfo | null = null
	readonly #turns: Turns

	constructor(client: Client) {
		super()
		this.#turns = new Turns(async () => {
			this.info = await client.call('library.info', {})
			this.emit()
		})
	}

	/** Every write may change a count. */
	load(): Promise<void> {
		return this.#turns.ask()
	}
}
