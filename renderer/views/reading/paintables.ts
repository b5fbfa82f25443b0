import type { Highlight } from '../../../corpus/entities.ts'
import type { ThemeId } from '../../../corpus/ids.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import type { Paintable } from '../../reading/paint.ts'

/** Themes of a highlight as they show, in the order they were given; those that are gone are left out. */
export const looksOf = (
	highlight: Highlight,
	themes: ReadonlyMap<ThemeId, ThemeLook>,
): readonly ThemeLook[] => highlight.taggings.flatMap(({ theme }) => themes.get(theme) ?? [])

/** Highlights as they are painted. */
export const paintablesOf = (
	highlights: readonly Highlight[],
	themes: ReadonlyMap<ThemeId, ThemeLook>,
	isPending: (highlight: Highlight) => boolean,
): readonly Paintable[] =>
	highlights.map((highlight) => ({
		id: highlight.id,
		start: highlight.anchor.start,
		end: highlight.anchor.end,
		hues: [...new Set(looksOf(highlight, themes).map((look) => look.hue))],
		pending: isPending(highlight),
	}))
