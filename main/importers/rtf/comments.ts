import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import type { Comment } from '../hast/walker.ts'
import type { Flow } from './flow.ts'

/** What is said about a comment in groups before it and in it. */
interface Origin {
	readonly author: string | null
	/** Milliseconds since 1970. */
	readonly at: number | null
	/** The range that it speaks of. */
	readonly name: string | null
}

const unknown: Origin = { author: null, at: null, name: null }

/** Collects the comments of a file, and the ranges that they speak of. */
export class Comments {
	/** By the keys that stand where their passages begin and end. */
	readonly all = new Map<string, Comment>()
	/** Names of ranges. */
	readonly #ranges = new Set<string>()
	/** Of the comment that ends next. */
	#origin = unknown

	/** @param text an `\atnauthor`, `\atndate` or `\atnref` */
	describe(property: 'atnauthor' | 'atndate' | 'atnref', text: string): void {
		switch (property) {
			case 'atnauthor':
				this.#origin = { ...this.#origin, author: text.trim() || null }
				break
			case 'atndate':
				this.#origin = { ...this.#origin, at: packedTime(Number.parseInt(text, 10) || null) }
				break
			case 'atnref':
				this.#origin = { ...this.#origin, name: text.trim() }
				break
		}
	}

	/** The mark where a range begins or ends: an `\atrfstart` or `\atrfend`. */
	edge(edge: 'atrfstart' | 'atrfend', name: string): Element {
		this.#ranges.add(name)
		const key = `range ${name}`
		return make('span', edge === 'atrfstart' ? { commentStart: key } : { commentEnd: key })
	}

	/** Keeps a comment that has been read into a flow. Without a range it is marked in the flow around it. */
	end(flow: Flow, around: Flow): void {
		const { author, at, name } = this.#origin
		const isRange = name !== null && this.#ranges.has(name)
		const key = isRange ? `range ${name}` : `point ${this.all.size}`
		this.all.set(key, { note: flow.lines().join('\n\n'), author, at })
		if (!isRange) around.add(make('span', { commentEnd: key }))
		this.#origin = unknown
	}
}

/**
 * `\atndate`: minutes, hours, day, month and year packed into 32 bits, by the clock of whoever wrote it;
 * taken as UTC. Milliseconds since 1970; null for none.
 */
function packedTime(value: number | null): number | null {
	if (value === null || value <= 0) return null
	const [minute, hour, day] = [value & 63, (value >> 6) & 31, (value >> 11) & 31]
	const [month, year] = [(value >> 16) & 15, 1900 + ((value >> 20) & 511)]
	return day === 0 || month === 0 ? null : Date.UTC(year, month - 1, day, hour, minute)
}
