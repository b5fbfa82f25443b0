import type { ThemeNode } from '../../../corpus/themetree.ts'
import type { ThemeRow } from '../../elements/themerows.ts'
import type { ThemesStore } from '../../state/themes.ts'

/** The tree as rows, depth first. */
export const themeRows = (themes: ThemesStore): readonly ThemeRow[] => rowsOf(themes.roots)

const rowsOf = (nodes: readonly ThemeNode[]): readonly ThemeRow[] =>
	nodes.flatMap((node, index) => [
		{
			id: node.theme.id,
			name: node.theme.name,
			hue: node.hue,
			parent: node.parent?.theme.id ?? null,
			depth: node.depth,
			pin: node.theme.pin,
			count: node.theme.highlights,
			position: index + 1,
			siblings: nodes.length,
			hasChildren: node.children.length > 0,
		},
		...rowsOf(node.children),
	])
