import type { Range } from './range.ts'
import { byPlace } from './ranges.ts'

/**
 * Answers which of many ranges lie at a place. Built once in O(n log n); every question costs
 * O(log n + answers). Answers come in the order of the text (`byPlace`). Empty ranges are in no place:
 * only `within` finds them.
 *
 * The structure is the implicit augmented interval tree: an array sorted by start is read as a balanced
 * tree (the middle is the root), and each node knows the furthest end below it.
 */
export class RangeIndex<T> {
	readonly #entries: readonly { readonly start: number; readonly end: number; readonly item: T }[]
	readonly #furthest: Float64Array

	constructor(items: readonly T[], rangeOf: (item: T) => Range) {
		this.#entries = items
			.map((item) => {
				const { start, end } = rangeOf(item)
				return { start, end, item }
			})
			.sort(byPlace)
		this.#furthest = new Float64Array(this.#entries.length)
		this.#measure(0, this.#entries.length)
	}

	get size(): number {
		return this.#entries.length
	}

	/** Items whose range holds the code unit at `offset`. */
	at(offset: number): readonly T[] {
		return this.overlapping({ start: offset, end: offset + 1 })
	}

	/** Items that share at least one code unit with the range. */
	overlapping(range: Range): readonly T[] {
		const found: T[] = []
		if (range.start < range.end) this.#collect(0, this.#entries.length, range, found)
		return found
	}

	/** Items that lie wholly in the range. */
	within(range: Range): readonly T[] {
		const found: T[] = []
		for (let at = this.countBefore(range.start); at < this.#entries.length; at++) {
			const entry = this.#entries[at]
			if (!entry || entry.start > range.end) break
			if (entry.end <= range.end) found.push(entry.item)
		}
		return found
	}

	/** The first item, in the order of the text, that begins at `offset` or after it. */
	next(offset: number): T | null {
		return this.#entries[this.countBefore(offset)]?.item ?? null
	}

	/** The last item, in the order of the text, that begins before `offset`. */
	previous(offset: number): T | null {
		return this.#entries[this.countBefore(offset) - 1]?.item ?? null
	}

	/** How many items begin before `offset`. */
	countBefore(offset: number): number {
		let low = 0
		let high = this.#entries.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((this.#entries[middle]?.start ?? 0) < offset) low = middle + 1
			else high = middle
		}
		return low
	}

	#measure(low: number, high: number): number {
		if (low >= high) return Number.NEGATIVE_INFINITY
		const middle = (low + high) >> 1
		const furthest = Math.max(
			this.#entries[middle]?.end ?? 0,
			this.#measure(low, middle),
			this.#measure(middle + 1, high),
		)
		this.#furthest[middle] = furthest
		return furthest
	}

	#collect(low: number, high: number, range: Range, found: T[]): void {
		if (low >= high) return
		const middle = (low + high) >> 1
		const entry = this.#entries[middle]
		if (!entry || (this.#furthest[middle] ?? 0) <= range.start) return
		this.#collect(low, middle, range, found)
		if (entry.start >= range.end) return
		if (range.start < entry.end && entry.start < entry.end) found.push(entry.item)
		this.#collect(middle + 1, high, range, found)
	}
}
