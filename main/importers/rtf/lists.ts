import { destinationOf, type Group, groupsIn, hasWord, numberOf } from './groups.ts'

/** One level of a list. */
export interface ListLevel {
	readonly kind: 'numbers' | 'bullets' | 'none'
	readonly start: number
}

export interface List {
	/** Lists of one id share their numbers. */
	readonly id: number
	/** Up to nine, the outermost first. */
	readonly levels: readonly ListLevel[]
}

/** The lists of a `\listtable` by their ids. */
export function listsOf(table: Group): ReadonlyMap<number, List> {
	const lists = new Map<number, List>()
	for (const group of groupsIn(table)) {
		if (destinationOf(group) !== 'list') continue
		const levels = groupsIn(group).filter((inner) => destinationOf(inner) === 'listlevel')
		const id = numberOf(group, 'listid') ?? 0
		lists.set(id, { id, levels: levels.slice(0, 9).map(levelOf) })
	}
	return lists
}

/** The lists of a `\listoverridetable` by the numbers that paragraphs name with `\ls`. */
export function overridesOf(table: Group, lists: ReadonlyMap<number, List>): ReadonlyMap<number, List> {
	const overrides = new Map<number, List>()
	for (const group of groupsIn(table)) {
		const list = lists.get(numberOf(group, 'listid') ?? 0)
		const number = numberOf(group, 'ls')
		if (list === undefined || number === null) continue
		const changes = groupsIn(group).filter((inner) => destinationOf(inner) === 'lfolevel')
		const levels = list.levels.map((level, at) => changedLevel(level, changes[at]))
		// Numbers that begin anew are not shared with the other uses of the list.
		const restarts = changes.some((change) => hasWord(change, 'listoverridestartat'))
		overrides.set(number, { id: restarts ? -number : list.id, levels })
	}
	return overrides
}

function levelOf(group: Group): ListLevel {
	const format = numberOf(group, 'levelnfc') ?? numberOf(group, 'levelnfcn') ?? 0
	const kind = format === 23 ? 'bullets' : format === 255 ? 'none' : 'numbers'
	return { kind, start: Math.max(0, numberOf(group, 'levelstartat') ?? 1) }
}

function changedLevel(level: ListLevel, change: Group | undefined): ListLevel {
	if (change === undefined) return level
	const whole = groupsIn(change).find((inner) => destinationOf(inner) === 'listlevel')
	if (whole !== undefined) return levelOf(whole)
	const start = numberOf(change, 'levelstartat')
	return start === null ? level : { ...level, start: Math.max(0, start) }
}

/** The marker of an item as the file shows it: what `\listtext` or `\pntext` holds. */
export function levelOfMarker(marker: string): ListLevel {
	const number = numberIn(marker)
	const isNumber = number !== null || /^\W*(?:[a-z]{1,2}|[ivxlc]{1,7})[.):]\W*$/i.test(marker)
	return { kind: isNumber ? 'numbers' : 'bullets', start: number ?? 1 }
}

/** The number that a marker such as `2.` or `1.2)` ends with. */
export function numberIn(marker: string): number | null {
	const digits = /(\d{1,6})\D*$/.exec(marker.trim())?.[1]
	return digits === undefined ? null : Number(digits)
}
