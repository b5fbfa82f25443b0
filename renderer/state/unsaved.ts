/** What was not written to the library yet, and who can write it. */
export class Unsaved {
	readonly #flushes = new Set<() => Promise<void>>()

	/** @param flush writes at once; must not reject */
	add(flush: () => Promise<void>): void {
		this.#flushes.add(flush)
	}

	/** All of it is written. */
	remove(flush: () => Promise<void>): void {
		this.#flushes.delete(flush)
	}

	/** Writes everything. To be awaited before another library takes the place of this one. */
	async flush(): Promise<void> {
		await Promise.all([...this.#flushes].map((flush) => flush()))
	}
}
