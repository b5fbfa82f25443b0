import { isSameThemeName } from '../../../corpus/themetree.ts'
import type { WriteDb } from '../../store/connection.ts'
import { deleteTheme, passOn, type ThemeKeys, themeKeys, updateTheme } from '../../store/themes.ts'

/** The themes below `parent`, or at the top, in their order. */
export const siblingsOf = (themes: readonly ThemeKeys[], parent: number | null): readonly ThemeKeys[] =>
	themes.filter((theme) => theme.parent === parent)

/** Whether `k` is `above` or lies somewhere below it. */
export function isBelow(themes: readonly ThemeKeys[], k: number, above: number): boolean {
	const parents = new Map(themes.map((theme) => [theme.k, theme.parent]))
	for (let at: number | null = k; at !== null; at = parents.get(at) ?? null) if (at === above) return true
	return false
}

/** Numbers the children of `parent` anew, with `k` before `next` (null: last). Inside a write. */
export function placeAmong(
	db: WriteDb,
	themes: readonly ThemeKeys[],
	k: number,
	parent: number | null,
	next: number | null,
): void {
	const others = siblingsOf(themes, parent)
		.map((theme) => theme.k)
		.filter((other) => other !== k)
	const at = next === null ? -1 : others.indexOf(next)
	const order = others.toSpliced(at < 0 ? others.length : at, 0, k)
	for (const [ordinal, theme] of order.entries()) updateTheme(db, theme, { ordinal })
}

/**
 * Puts everything of a theme on another and removes it: taggings, notes and children; children of the same
 * name become one. Inside a write.
 */
export function mergeThemes(db: WriteDb, from: number, into: number, at: number): void {
	const themes = themeKeys(db)
	const theme = themes.find(({ k }) => k === from)
	if (!theme) return
	// What it is merged into may lie below it: that comes to its place first.
	if (isBelow(themes, into, from)) {
		const hue = themes.find(({ k }) => k === into)?.hue ?? theme.hue
		updateTheme(db, into, { parent: theme.parent, ordinal: theme.ordinal, hue })
	}
	passOn(db, from, into)
	for (const child of siblingsOf(themeKeys(db), from)) {
		const children = siblingsOf(themeKeys(db), into)
		const same = children.find(({ name }) => isSameThemeName(name, child.name))
		if (same) mergeThemes(db, child.k, same.k, at)
		else {
			updateTheme(db, child.k, { parent: into })
			placeAmong(db, themeKeys(db), child.k, into, null)
		}
	}
	if (theme.pin !== null && themes.find(({ k }) => k === into)?.pin === null)
		updateTheme(db, into, { pin: theme.pin })
	deleteTheme(db, from, theme.id, at)
}
