import type { Range } from '../../corpus/range.ts'
import type { RangeIndex } from '../../corpus/rangeindex.ts'
import { byPlace } from '../../corpus/ranges.ts'

interface Item extends Range {
	readonly id: string
}

/** By place; two that lie at the same place keep a fixed order, so that stepping passes each once. */
const inOrder = (a: Item, b: Item): number => byPlace(a, b) || (a.id < b.id ? -1 : 1)

/**
 * The item to go to from where the reader is: the one behind (or before) the item `current`, or, without
 * one, the first that begins at `offset` or later (the last that begins before it). null at the end.
 */
export function neighbour<T extends Item>(
	index: RangeIndex<T>,
	from: { readonly current: T | null; readonly offset: number },
	direction: 'next' | 'previous',
): T | null {
	const { current, offset } = from
	if (!current) return direction === 'next' ? index.next(offset) : index.previous(offset)
	const beside = index
		.overlapping({ start: current.start, end: current.start + 1 })
		.filter((item) => item.start === current.start)
		.toSorted(inOrder)
	const at = beside.findIndex((item) => item.id === current.id)
	if (direction === 'next') return beside[at + 1] ?? firstOf(index, index.next(current.start + 1), 'first')
	return (at > 0 ? beside[at - 1] : undefined) ?? firstOf(index, index.previous(current.start), 'last')
}

/** Of the items that begin where `item` does, the first or last in order. */
function firstOf<T extends Item>(index: RangeIndex<T>, item: T | null, which: 'first' | 'last'): T | null {
	if (!item) return null
	const beside = index
		.overlapping({ start: item.start, end: item.start + 1 })
		.filter((other) => other.start === item.start)
		.toSorted(inOrder)
	return (which === 'first' ? beside[0] : beside.at(-1)) ?? item
}
