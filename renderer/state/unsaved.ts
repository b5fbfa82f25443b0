/** What the library does not have yet, and what can write it. */
export interface Unwritten {
	/** Writes at once; must not reject. */
	flush(): Promise<void>
	/** It could not be written when that was tried: the reader's words would go with the page. */
	readonly isStuck: boolean
}

/** Everything that was not written to the library yet. */
export class Unsaved {
	readonly #all = new Set<Unwritten>()

	add(unwritten: Unwritten): void {
		this.#all.add(unwritten)
	}

	/** All of it is written. */
	remove(unwritten: Unwritten): void {
		this.#all.delete(unwritten)
	}

	/** Whether words of the reader's cannot be written. */
	get isStuck(): boolean {
		return [...this.#all].some((each) => each.isStuck)
	}

	/**
	 * Writes everything. To be awaited before another library takes the place of this one.
	 * @returns whether nothing is left
	 */
	async flush(): Promise<boolean> {
		await Promise.all([...this.#all].map((each) => each.flush()))
		return !this.isStuck
	}
}
