import { UserError } from '../../../corpus/errors.ts'
import type { ThemeId } from '../../../corpus/ids.ts'
import { isSameThemeName, nextHue, parseThemePath } from '../../../corpus/themetree.ts'
import type { ReadDb, WriteDb } from '../../store/connection.ts'
import {
	deleteTheme,
	insertTheme,
	listThemes,
	type ThemeKeys,
	themeKeys,
	updateTheme,
} from '../../store/themes.ts'
import { type Context, found, nameOf } from './context.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'
import { isBelow, mergeThemes, placeAmong, siblingsOf } from './themetree.ts'
import { quoted } from './words.ts'

type Of<M> = Extract<M, `themes.${string}`>

export const themeReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'themes.list': () => listThemes(db),
})

export const themeWrites = (context: Context): Answers<Of<WriteMethod>> => ({
	'themes.create': ({ id = context.newId(), name: given, parent: parentId }) => {
		const themes = themeKeys(context.db)
		if (themes.some((theme) => theme.id === id)) throw new UserError('invalid', 'This theme was made before.')
		const parent = parentId === null ? null : oneTheme(context.db, parentId).k
		const name = nameOf(given, 'theme')
		refuseTaken(themes, name, parent)
		context.write({ name: `Make the theme ${quoted(name)}` }, (db) => addTheme(db, id, name, parent))
		return id
	},
	'themes.path': ({ path }) => {
		const names = parseThemePath(path)
		if (names.length === 0) throw new UserError('invalid', 'Give the theme a name.')
		const known = findPath(themeKeys(context.db), names)
		const last = known.at(-1)
		if (last && known.length === names.length) return last.id
		return context.write({ name: `Make the theme ${quoted(names.join('/'))}` }, (db) =>
			addPath(context, db, names),
		).id
	},
	'themes.edit': ({ id, name: given, hue, description, pin }) => {
		const theme = oneTheme(context.db, id)
		const themes = themeKeys(context.db)
		const name = given === undefined ? theme.name : nameOf(given, 'theme')
		refuseTaken(themes, name, theme.parent, theme.k)
		const isTop = theme.parent === null
		const patch = {
			name,
			...(hue === undefined ? {} : { hue: hue ?? (isTop ? nextHue(themes) : null) }),
			...(description === undefined ? {} : { description }),
			...(pin === undefined ? {} : { pin }),
		}
		const words = name === theme.name ? 'Edit the theme' : 'Rename the theme'
		context.write({ name: `${words} ${quoted(theme.name)}` }, (db) => {
			if (pin) for (const other of themes) if (other.pin === pin) updateTheme(db, other.k, { pin: null })
			updateTheme(db, theme.k, patch)
		})
		return null
	},
	'themes.move': ({ id, parent: parentId, before }) => {
		const themes = themeKeys(context.db)
		const theme = oneTheme(context.db, id)
		const parent = parentId === null ? null : oneTheme(context.db, parentId).k
		if (parent !== null && isBelow(themes, parent, theme.k))
			throw new UserError('invalid', 'A theme cannot be moved below itself.')
		refuseTaken(themes, theme.name, parent, theme.k)
		const next = before === null ? null : oneTheme(context.db, before)
		if (next && next.parent !== parent)
			throw new UserError('invalid', 'The other theme lies elsewhere in the tree.')
		context.write({ name: `Move the theme ${quoted(theme.name)}` }, (db) => {
			if (parent !== theme.parent) updateTheme(db, theme.k, { parent, hue: hueUnder(parent, themes, theme) })
			placeAmong(db, themeKeys(db), theme.k, parent, next?.k ?? null)
		})
		return null
	},
	'themes.merge': ({ id, into: intoId }) => {
		if (id === intoId) return null
		const theme = oneTheme(context.db, id)
		const into = oneTheme(context.db, intoId)
		context.write({ name: `Merge the theme ${quoted(theme.name)} into ${quoted(into.name)}` }, (db) =>
			mergeThemes(db, theme.k, into.k, context.clock()),
		)
		return null
	},
	'themes.remove': ({ id }) => {
		const theme = oneTheme(context.db, id)
		context.write({ name: `Remove the theme ${quoted(theme.name)}` }, (db) => {
			moveChildrenUp(db, theme)
			deleteTheme(db, theme.k, id, context.clock())
		})
		return null
	},
})

export const oneTheme = (db: ReadDb, id: ThemeId): ThemeKeys =>
	found(
		themeKeys(db).find((theme) => theme.id === id),
		'This theme',
	)

function refuseTaken(
	themes: readonly ThemeKeys[],
	name: string,
	parent: number | null,
	except?: number,
): void {
	const taken = siblingsOf(themes, parent).find(
		(other) => other.k !== except && isSameThemeName(other.name, name),
	)
	if (!taken) return
	const above = themes.find(({ k }) => k === parent)
	const where = above ? ` below ${quoted(above.name)}` : ''
	throw new UserError(
		'ambiguous',
		`There is a theme named ${quoted(taken.name)}${where} already. Choose another name.`,
	)
}

/** Last among its siblings. Inside a write. @returns its `k` */
function addTheme(db: WriteDb, id: ThemeId, name: string, parent: number | null): number {
	const themes = themeKeys(db)
	const ordinal = Math.max(-1, ...siblingsOf(themes, parent).map((sibling) => sibling.ordinal)) + 1
	return insertTheme(db, { id, name, parent, ordinal, hue: parent === null ? nextHue(themes) : null })
}

/** What leaves the top level inherits from then on; what comes to it gets a hue of its own. */
function hueUnder(parent: number | null, themes: readonly ThemeKeys[], theme: ThemeKeys): number | null {
	if (theme.parent === null) return null
	return parent === null ? (theme.hue ?? nextHue(themes)) : theme.hue
}

/** As much of the path as there is, from the root. */
function findPath(themes: readonly ThemeKeys[], names: readonly string[]): readonly ThemeKeys[] {
	const path: ThemeKeys[] = []
	for (const name of names) {
		const siblings = siblingsOf(themes, path.at(-1)?.k ?? null)
		const theme =
			siblings.find((other) => other.name === name) ??
			siblings.find((other) => isSameThemeName(other.name, name))
		if (!theme) break
		path.push(theme)
	}
	return path
}

/** Finds the theme at the end of the path, or makes what is missing. Inside a write. */
export function addPath(context: Context, db: WriteDb, names: readonly string[]): { k: number; id: ThemeId } {
	const known = findPath(themeKeys(db), names)
	let end: { k: number; id: ThemeId } | undefined = known.at(-1)
	for (const name of names.slice(known.length)) {
		const id = context.newId<ThemeId>()
		end = { id, k: addTheme(db, id, name, end?.k ?? null) }
	}
	if (!end) throw new UserError('invalid', 'Give the theme a name.')
	return end
}

/** To where the theme was; one whose name is taken there is told apart by the name of the theme. */
function moveChildrenUp(db: WriteDb, theme: ThemeKeys): void {
	for (const child of siblingsOf(themeKeys(db), theme.k)) {
		const themes = themeKeys(db)
		const others = siblingsOf(themes, theme.parent).filter(({ k }) => k !== theme.k)
		const hue = theme.parent === null ? (child.hue ?? theme.hue) : child.hue
		const name = freeName(child.name, theme.name, others)
		updateTheme(db, child.k, { parent: theme.parent, hue, name })
		placeAmong(db, themeKeys(db), child.k, theme.parent, theme.k)
	}
}

function freeName(name: string, above: string, others: readonly ThemeKeys[]): string {
	const isTaken = (wanted: string) => others.some((other) => isSameThemeName(other.name, wanted))
	if (!isTaken(name)) return name
	const told = `${name} (${above})`
	for (let number = 2; ; number++) {
		const wanted = number === 2 ? told : `${told} ${number}`
		if (!isTaken(wanted)) return wanted
	}
}
