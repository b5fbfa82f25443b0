import { blockIndexAt } from '../../corpus/blocks.ts'
import { type FoldedText, foldForIndex, foldWithMap, tokensOf } from '../../corpus/folding.ts'
import { locateHits } from '../../corpus/query.ts'
import type { Range } from '../../corpus/range.ts'
import type { Painter } from './paint.ts'
import type { Surface } from './surface.ts'

/** What stands in the find bar. */
export interface Found {
	readonly count: number
	/** Which of them is current, from 1; 0 when nothing was found. */
	readonly current: number
	readonly range: Range | null
}

/** Code units that are folded at once: about 15 ms of work. */
const portion = 16_000

/** A part of the text, cut between blocks, as it is searched. */
interface FoldedPart {
	readonly start: number
	readonly folded: FoldedText
}

const nothing: Found = { count: 0, current: 0, range: null }

/**
 * Finding in one document: the words in their order, the last one perhaps only begun; case and
 * diacritics do not matter. A hit lies within one block. Hits are painted.
 *
 * The text is folded in parts, in the browser's idle time once `prepare` was called, so that the first
 * letter that is typed does not wait for all of it.
 */
export class Find {
	readonly #surface: Surface
	readonly #painter: Painter
	readonly #parts: FoldedPart[] = []
	/** How much of the text was folded. */
	#folded = 0
	#idle = 0
	#hits: readonly Range[] = []
	#current = -1

	constructor(surface: Surface, painter: Painter) {
		this.#surface = surface
		this.#painter = painter
	}

	/** Folds the text while the browser has nothing else to do. */
	prepare(): void {
		if (typeof requestIdleCallback !== 'function') return
		this.#idle = requestIdleCallback(() => {
			if (this.#foldMore()) this.prepare()
		})
	}

	/** The text leaves the page. */
	dispose(): void {
		if (this.#idle !== 0) cancelIdleCallback(this.#idle)
	}

	/** Looks for the words from `offset` on, around the end if need be. */
	search(words: string, offset: number): Found {
		this.#hits = this.#locate(words)
		const next = this.#hits.findIndex((hit) => hit.start >= offset)
		this.#current = next >= 0 ? next : Math.min(0, this.#hits.length - 1)
		return this.#show()
	}

	/** The hit after or before the current one, around the ends. */
	step(direction: 'next' | 'previous'): Found {
		const count = this.#hits.length
		if (count > 0) this.#current = (this.#current + (direction === 'next' ? 1 : count - 1)) % count
		return this.#show()
	}

	/** Takes the paint away. */
	close(): void {
		this.#hits = []
		this.#current = -1
		this.#painter.hits([], null)
	}

	#locate(words: string): readonly Range[] {
		const tokens = tokensOf(foldForIndex(words))
		if (tokens.length === 0) return []
		while (this.#foldMore());
		const query = { node: { kind: 'phrase' as const, tokens, prefix: true }, problem: null }
		return this.#parts.flatMap(({ start, folded }) =>
			locateHits(query, folded).map((hit) => ({ start: hit.start + start, end: hit.end + start })),
		)
	}

	/** Folds the next part. @returns whether there was one */
	#foldMore(): boolean {
		const { text, blocks } = this.#surface.text
		const start = this.#folded
		if (start >= text.length) return false
		const last = blocks[blockIndexAt(blocks, Math.min(text.length, start + portion) - 1)]
		const end = last?.end ?? text.length
		this.#parts.push({ start, folded: foldWithMap(text.slice(start, end)) })
		this.#folded = end
		return end < text.length
	}

	#show(): Found {
		const range = this.#hits[this.#current] ?? null
		this.#painter.hits(this.#hits, range)
		return range ? { count: this.#hits.length, current: this.#current + 1, range } : nothing
	}
}
