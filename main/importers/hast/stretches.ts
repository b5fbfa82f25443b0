import type { Range } from '../../../corpus/range.ts'
import type { Block } from '../../../corpus/readingtext.ts'

/**
 * Passages that comments speak of, found while a text is written: they may cross blocks and each other. A
 * comment at one point only, as word processors let one make, speaks of the paragraph that it stands in.
 */
export class Stretches {
	readonly #waiting = new Set<string>()
	readonly #open = new Map<string, number>()
	readonly #found = new Map<string, Range>()
	/** Blocks that comments at one point stand in: indices. */
	readonly #points = new Map<string, number>()
	#end = 0

	open(name: string): void {
		if (!this.#found.has(name)) this.#waiting.add(name)
	}

	/** @param block the index of the block that is being written, or comes next */
	close(name: string, block: number): void {
		const start = this.#open.get(name)
		this.#waiting.delete(name)
		this.#open.delete(name)
		if (this.#found.has(name)) return
		if (start !== undefined && start < this.#end) this.#found.set(name, { start, end: this.#end })
		else if (!this.#points.has(name)) this.#points.set(name, block)
	}

	/** Told of each visible piece of the text in turn: its offsets. */
	written(start: number, end: number): void {
		for (const name of this.#waiting) this.#open.set(name, start)
		this.#waiting.clear()
		this.#end = end
	}

	finish(blocks: readonly Block[]): ReadonlyMap<string, Range> {
		for (const name of this.#open.keys()) this.close(name, blocks.length - 1)
		for (const [name, at] of this.#points) {
			const block = blocks[Math.min(at, blocks.length - 1)]
			if (block !== undefined && block.end - block.start > 1 && !this.#found.has(name))
				this.#found.set(name, { start: block.start, end: block.end - 1 })
		}
		return this.#found
	}
}
