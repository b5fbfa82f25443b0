import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import type { ThemeLook } from '../elements/themelook.ts'
import { ListStore } from './liststore.ts'

/** A theme in its place. */
export interface ThemeNode {
	readonly theme: Theme
	/** Its own hue or the nearest ancestor's, 0 to 9. */
	readonly hue: number
	/** 0 at the top. */
	readonly depth: number
	readonly children: readonly ThemeNode[]
	/** Names from the top, for people: ["War legacies", "Dioxin"]. */
	readonly path: readonly string[]
}

/** The themes and the tree they form. */
export class ThemesStore extends ListStore<ThemeId, Theme> {
	#roots: readonly ThemeNode[] = []
	#nodes = new Map<ThemeId, ThemeNode>()
	#looks: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	#built: readonly Theme[] | null = null

	constructor(client: Client) {
		super(() => client.call('themes.list', {}), null)
	}

	/** The themes without a parent, in their order. */
	get roots(): readonly ThemeNode[] {
		this.#build()
		return this.#roots
	}

	/** Depth first, as the sidebar shows them. */
	get inOrder(): readonly ThemeNode[] {
		return flatten(this.roots)
	}

	node(id: ThemeId): ThemeNode | undefined {
		this.#build()
		return this.#nodes.get(id)
	}

	/** How each theme shows, for elements. The same map until something changes. */
	get looks(): ReadonlyMap<ThemeId, ThemeLook> {
		this.#build()
		return this.#looks
	}

	/** 0 to 9; 0 for a theme that is not (or no longer) there. */
	hue(id: ThemeId): number {
		return this.node(id)?.hue ?? 0
	}

	/** The theme that the digit 1 to 9 tags with. */
	pinned(digit: number): Theme | undefined {
		return this.all.find((theme) => theme.pin === digit)
	}

	apply(changed: Changed): void {
		const counts = changed.highlights.length > 0 || changed.touched.length > 0 || changed.documents.length > 0
		if (this.status !== 'idle' && (changed.themes.length > 0 || counts)) void this.reload()
	}

	#build(): void {
		if (this.#built === this.all) return
		this.#built = this.all
		this.#nodes = new Map()
		this.#roots = buildTree(this.all, this.#nodes)
		this.#looks = new Map(
			[...this.#nodes].map(([id, { theme, path, hue }]) => [id, { id, name: theme.name, path, hue }]),
		)
	}
}

function buildTree(themes: readonly Theme[], nodes: Map<ThemeId, ThemeNode>): readonly ThemeNode[] {
	const byParent = Map.groupBy(themes, (theme) => theme.parent)
	const below = (parent: ThemeId | null, hue: number, depth: number, path: readonly string[]): ThemeNode[] =>
		(byParent.get(parent) ?? [])
			.toSorted((a, b) => a.order - b.order)
			.map((theme) => {
				const own = theme.hue ?? hue
				const names = [...path, theme.name]
				const node: ThemeNode = {
					theme,
					hue: own,
					depth,
					path: names,
					children: below(theme.id, own, depth + 1, names),
				}
				nodes.set(theme.id, node)
				return node
			})
	return below(null, 0, 0, [])
}

export const flatten = (nodes: readonly ThemeNode[]): readonly ThemeNode[] =>
	nodes.flatMap((node) => [node, ...flatten(node.children)])
