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

const nothing: Found = { count: 0, current: 0, range: null }

/**
 * Finding in one document: the words in their order, the last one perhaps only begun; case and
 * diacritics do not matter. Hits are painted.
 */
export class Find {
	readonly #surface: Surface
	readonly #painter: Painter
	#folded: FoldedText | null = null
	#hits: readonly Range[] = []
	#current = -1

	constructor(surface: Surface, painter: Painter) {
		this.#surface = surface
		this.#painter = painter
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
		this.#folded ??= foldWithMap(this.#surface.text.text)
		return locateHits({ node: { kind: 'phrase', tokens, prefix: true }, problem: null }, this.#folded)
	}

	#show(): Found {
		const range = this.#hits[this.#current] ?? null
		this.#painter.hits(this.#hits, range)
		return range ? { count: this.#hits.length, current: this.#current + 1, range } : nothing
	}
}
