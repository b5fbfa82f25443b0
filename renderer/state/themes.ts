import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import { inOrder, namesTo, type ThemeNode, type ThemeTree, themeTree } from '../../corpus/themetree.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import type { ThemeLook } from '../elements/themelook.ts'
import { ListStore } from './liststore.ts'

/** The themes and the tree they form. */
export class ThemesStore extends ListStore<ThemeId, Theme> {
	#tree: ThemeTree = themeTree([])
	#looks: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	#built: readonly Theme[] | null = null

	constructor(client: Client) {
		super(() => client.call('themes.list', {}), null)
	}

	/** The themes without a parent, in their order. */
	get roots(): readonly ThemeNode[] {
		this.#build()
		return this.#tree.roots
	}

	/** Depth first, as the sidebar shows them. */
	get inOrder(): readonly ThemeNode[] {
		return inOrder(this.roots)
	}

	node(id: ThemeId): ThemeNode | undefined {
		this.#build()
		return this.#tree.nodes.get(id)
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
		this.#tree = themeTree(this.all)
		this.#looks = new Map(
			[...this.#tree.nodes].map(([id, node]) => [
				id,
				{ id, name: node.theme.name, path: namesTo(node), hue: node.hue },
			]),
		)
	}
}
