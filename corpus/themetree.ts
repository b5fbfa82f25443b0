import type { Theme } from './entities.ts'
import type { ThemeId } from './ids.ts'

/** A theme in its place. */
export interface ThemeNode {
	readonly theme: Theme
	readonly parent: ThemeNode | null
	/** In the reader's order. */
	readonly children: readonly ThemeNode[]
	/** 0 at the top. */
	readonly depth: number
	/** 0 to 9: its own, else the nearest ancestor's, else 0. */
	readonly hue: number
}

export interface ThemeTree {
	readonly roots: readonly ThemeNode[]
	readonly nodes: ReadonlyMap<ThemeId, ThemeNode>
}

/** How many hues themes can have. */
export const hueCount = 10

/**
 * The tree of the themes. One whose parent is not there stands at the top; so does one that would be below
 * itself.
 */
export function themeTree(themes: readonly Theme[]): ThemeTree {
	const known = new Map(themes.map((theme) => [theme.id, theme]))
	const childrenOf = new Map<ThemeId | null, Theme[]>()
	for (const theme of themes.toSorted(byOrder)) {
		const parent = parentIn(known, theme)
		childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), theme])
	}
	const nodes = new Map<ThemeId, ThemeNode>()
	const grow = (parent: ThemeNode | null): readonly ThemeNode[] =>
		(childrenOf.get(parent?.theme.id ?? null) ?? []).map((theme) => {
			const children: ThemeNode[] = []
			const depth = parent ? parent.depth + 1 : 0
			const node = { theme, parent, children, depth, hue: theme.hue ?? parent?.hue ?? 0 }
			nodes.set(theme.id, node)
			children.push(...grow(node))
			return node
		})
	return { roots: grow(null), nodes }
}

const byOrder = (a: Theme, b: Theme): number => a.order - b.order || (a.id < b.id ? -1 : 1)

function parentIn(known: ReadonlyMap<ThemeId, Theme>, theme: Theme): ThemeId | null {
	return theme.parent !== null && known.has(theme.parent) && !isBelow(known, theme.parent, theme.id)
		? theme.parent
		: null
}

/** Whether `id` is `ancestor` or below it. Ends in a ring too. */
function isBelow(known: ReadonlyMap<ThemeId, Theme>, id: ThemeId, ancestor: ThemeId): boolean {
	const passed = new Set<ThemeId>()
	for (let at: ThemeId | null = id; at !== null && !passed.has(at); at = known.get(at)?.parent ?? null) {
		if (at === ancestor) return true
		passed.add(at)
	}
	return false
}

/** The nodes of a tree as they are shown: each before its children. */
export const inOrder = (nodes: readonly ThemeNode[]): readonly ThemeNode[] =>
	nodes.flatMap((node) => [node, ...inOrder(node.children)])

/** All themes below this one, itself left out. */
export const descendantsOf = (node: ThemeNode): readonly ThemeNode[] => inOrder(node.children)

/** A theme's name behind those above it, as people read it. @param names from the top of the tree down */
export const pathText = (names: readonly string[]): string => names.join(' › ')

/** The names from the top to this theme. */
export const namesTo = (node: ThemeNode): readonly string[] =>
	node.parent ? [...namesTo(node.parent), node.theme.name] : [node.theme.name]

/** `trade/tariffs`; a `/` or `\` in a name is written `\/` or `\\`. */
export const formatThemePath = (names: readonly string[]): string =>
	names.map((name) => name.replace(/[\\/]/g, '\\$&')).join('/')

/** The names of a path; white space around them and empty ones are left out. Any other `\` stands for itself. */
export const parseThemePath = (path: string): readonly string[] =>
	(path.match(/(?:\\[\s\S]|[^\\/]|\\$)+/g) ?? [])
		.map((name) => name.replace(/\\([\\/])/g, '$1').trim())
		.filter((name) => name !== '')

/** Whether two names are one and the same to a reader: case, composition and white space aside. */
export const isSameThemeName = (a: string, b: string): boolean => plainName(a) === plainName(b)

const plainName = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The hue for a new theme at the top: the first of those that the fewest themes have as their own. */
export function nextHue(themes: readonly Pick<Theme, 'hue'>[]): number {
	const uses = Array.from(
		{ length: hueCount },
		(_, hue) => themes.filter((theme) => theme.hue === hue).length,
	)
	return uses.indexOf(Math.min(...uses))
}
