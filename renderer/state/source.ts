/** Something that changes and says so. What it holds is read from its own properties. */
export interface Source {
	/** @returns a function that stops listening */
	listen(listener: () => void): () => void
}

/** The base of every store: listeners, and a hook for stores that read only when somebody looks. */
export class Emitter implements Source {
	readonly #listeners = new Set<() => void>()

	listen(listener: () => void): () => void {
		// A wrapper of its own, so that one function may listen twice and stop once.
		const entry = () => listener()
		this.#listeners.add(entry)
		if (this.#listeners.size === 1) this.watched()
		return () => {
			this.#listeners.delete(entry)
		}
	}

	get isWatched(): boolean {
		return this.#listeners.size > 0
	}

	/** Called when the first listener arrives. */
	protected watched(): void {}

	protected emit(): void {
		for (const listener of [...this.#listeners]) listener()
	}
}
