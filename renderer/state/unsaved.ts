/** What the library does not have yet, and what can write it. */
export interface Unwritten {
	/** Writes at once; must not reject. */
	flush(): Promise<void>
	/** The reader's words that could not be written when that was tried; null: there are none. */
	readonly stuck: string | null
	/** Writes nothing any more. @returns the words that are lost by that; null: none */
	abandon(): string | null
}

/** Everything that was not written to the library yet. */
export class Unsaved {
	readonly #all = new Set<Unwritten>()

	add(unwritten: Unwritten): void {
		this.#all.add(unwritten)
	}

	/** All of it is written, or never will be. */
	remove(unwritten: Unwritten): void {
		this.#all.delete(unwritten)
	}

	find<T extends Unwritten>(is: (unwritten: Unwritten) => unwritten is T): T | undefined {
		return [...this.#all].find(is)
	}

	/** The reader's words that cannot be written now. */
	get stuck(): readonly string[] {
		return wordsOf([...this.#all].map(({ stuck }) => stuck))
	}

	/**
	 * Writes everything, also what comes while it does. To be awaited before another library takes the place of
	 * this one.
	 * @returns whether nothing is left; false: something is stuck
	 */
	async flush(): Promise<boolean> {
		do await Promise.all([...this.#all].map((each) => each.flush()))
		while (this.#all.size > 0 && ![...this.#all].some(({ stuck }) => stuck !== null))
		return this.#all.size === 0
	}

	/** Lets go of everything: what it belongs to is gone. @returns the words that are lost by that */
	abandon(): readonly string[] {
		return wordsOf([...this.#all].map((each) => each.abandon()))
	}
}

const wordsOf = (all: readonly (string | null)[]): readonly string[] =>
	all.flatMap((words) => (words === null || words.trim() === '' ? [] : [words]))
