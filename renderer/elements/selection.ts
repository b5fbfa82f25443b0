/** What is selected in a list, apart from how the list is drawn. Ids stay valid when the order changes. */
export interface Selection<Id> {
	readonly selected: ReadonlySet<Id>
	/** Where the keyboard is. */
	readonly active: Id | null
	/** Where a range began: Shift extends from here. */
	readonly origin: Id | null
}

/**
 * How a step to another row alters what is selected: `move` alters nothing, `only` selects that row
 * alone, `toggle` adds or takes it, `range` selects from the origin up to it.
 */
export type SelectionStep = 'move' | 'only' | 'toggle' | 'range'

export const nothingSelected: Selection<never> = { selected: new Set<never>(), active: null, origin: null }

/** Steps to `id` in a list that stands in this order. */
export function step<Id>(
	selection: Selection<Id>,
	order: readonly Id[],
	id: Id,
	how: SelectionStep,
): Selection<Id> {
	switch (how) {
		case 'move':
			return { ...selection, active: id, origin: id }
		case 'only':
			return { selected: new Set([id]), active: id, origin: id }
		case 'toggle': {
			const selected = new Set(selection.selected)
			if (!selected.delete(id)) selected.add(id)
			return { selected, active: id, origin: id }
		}
		case 'range': {
			const origin = selection.origin ?? selection.active ?? id
			const from = order.indexOf(origin)
			const to = order.indexOf(id)
			if (from < 0 || to < 0) return { selected: new Set([id]), active: id, origin: id }
			const selected = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1))
			return { selected, active: id, origin }
		}
	}
}

/** The index that a key of movement leads to in a list of `length`, or null for other keys. */
export function movedIndex(key: string, index: number, length: number, page: number): number | null {
	if (length === 0) return null
	const within = (target: number) => Math.min(length - 1, Math.max(0, target))
	switch (key) {
		case 'ArrowDown':
			return within(index + 1)
		case 'ArrowUp':
			return within(index - 1)
		case 'Home':
			return 0
		case 'End':
			return length - 1
		case 'PageDown':
			return within(index + page)
		case 'PageUp':
			return within(index - page)
		default:
			return null
	}
}
