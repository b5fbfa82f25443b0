import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'

/** The path of each theme, such as `trade/tariffs`; a `/` in a name is written `\/`. */
export function pathsOf(themes: readonly Theme[]): ReadonlyMap<ThemeId, string> {
	const byId = new Map(themes.map((theme) => [theme.id, theme]))
	const path = (theme: Theme): string => {
		const own = theme.name.replaceAll('/', '\\/')
		const parent = theme.parent === null ? undefined : byId.get(theme.parent)
		return parent ? `${path(parent)}/${own}` : own
	}
	return new Map(themes.map((theme) => [theme.id, path(theme)]))
}
