/**
 * Reads one after the other, and joins what waits: however often `ask` is called while a read runs, one
 * more read follows it. So an answer is never overtaken by an older one.
 */
export class Turns {
	readonly #read: () => Promise<void>
	#running: Promise<void> | null = null
	#again = false

	constructor(read: () => Promise<void>) {
		this.#read = read
	}

	/** @returns when everything asked for until now was read; rejects if the last read did */
	ask(): Promise<void> {
		if (this.#running) {
			this.#again = true
			return this.#running
		}
		this.#running = this.#run()
		return this.#running
	}

	settled(): Promise<void> {
		return this.#running ?? Promise.resolve()
	}

	async #run(): Promise<void> {
		let failure: { readonly error: unknown } | null
		do {
			this.#again = false
			failure = null
			try {
				await this.#read()
			} catch (error) {
				failure = { error }
			}
		} while (this.#again)
		this.#running = null
		if (failure) throw failure.error
	}
}
