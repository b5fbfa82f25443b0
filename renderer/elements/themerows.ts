import type { ThemeId } from '../../corpus/ids.ts'

/** A theme as a line of the tree, depth first. */
export interface ThemeRow {
	readonly id: ThemeId
	readonly name: string
	/** 0 to 9. */
	readonly hue: number
	readonly parent: ThemeId | null
	/** 0 at the top. */
	readonly depth: number
	/** 1 to 9; null: not pinned. */
	readonly pin: number | null
	readonly count: number
	/** From 1, among its siblings. */
	readonly position: number
	readonly siblings: number
	readonly hasChildren: boolean
}

/** The rows that are in sight while these are folded up. */
export function visibleRows(rows: readonly ThemeRow[], folded: ReadonlySet<ThemeId>): readonly ThemeRow[] {
	const hidden = new Set<ThemeId>()
	return rows.filter((row) => {
		const under = row.parent !== null && (hidden.has(row.parent) || folded.has(row.parent))
		if (under) hidden.add(row.id)
		return !under
	})
}

export type DropPlace = 'before' | 'inside' | 'after'

/** Where a theme would go, or null where it cannot: below itself, or to where it is. */
export function dropTarget(
	rows: readonly ThemeRow[],
	moved: ThemeId,
	onto: ThemeId,
	place: DropPlace,
): { readonly parent: ThemeId | null; readonly before: ThemeId | null } | null {
	const byId = new Map(rows.map((row) => [row.id, row]))
	const target = byId.get(onto)
	if (!target) return null
	for (let at: ThemeId | null = onto; at !== null; at = byId.get(at)?.parent ?? null)
		if (at === moved) return null
	if (place === 'inside') return byId.get(moved)?.parent === onto ? null : { parent: onto, before: null }
	if (place === 'before') return { parent: target.parent, before: onto }
	const siblings = rows.filter((row) => row.parent === target.parent && row.id !== moved)
	const next = siblings[siblings.findIndex((row) => row.id === onto) + 1]
	return { parent: target.parent, before: next?.id ?? null }
}

/** Where Alt+↑ or Alt+↓ puts a theme among its siblings; null at the ends. */
export function stepTarget(
	rows: readonly ThemeRow[],
	moved: ThemeId,
	by: -1 | 1,
): { readonly parent: ThemeId | null; readonly before: ThemeId | null } | null {
	const row = rows.find(({ id }) => id === moved)
	if (!row) return null
	const siblings = rows.filter(({ parent }) => parent === row.parent)
	const index = siblings.indexOf(row)
	const neighbour = siblings[index + by]
	if (!neighbour) return null
	return { parent: row.parent, before: by < 0 ? neighbour.id : (siblings[index + 2]?.id ?? null) }
}
