import { html } from 'lit'
import type { ThemeId } from '../../../corpus/ids.ts'
import { descendantsOf, namesTo, pathText } from '../../../corpus/themetree.ts'
import type { MenuElement, MenuEntry } from '../../elements/menu.ts'
import { hueStyle } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/pickdialog.ts'
import { writeNote } from '../notes/writing.ts'
import './themedialogs.ts'

/** Names of the ten hues, for those who do not see them. */
export const hueNames = [
	'Blue',
	'Red',
	'Green',
	'Ochre',
	'Violet',
	'Teal',
	'Orange',
	'Indigo',
	'Rose',
	'Olive',
] as const

export interface ThemeActions {
	open(theme: ThemeId): void
	menu(theme: ThemeId, at: MenuElement['at']): void
	rename(theme: ThemeId, name: string): void
	move(theme: ThemeId, parent: ThemeId | null, before: ThemeId | null): void
	remove(theme: ThemeId): Promise<void>
}

/**
 * What can be done with a theme, wherever it shows.
 * @param startRename lets the reader type a name in place; null: asks in a dialog
 */
export function themeActions(
	state: AppState,
	startRename: ((theme: ThemeId) => unknown) | null,
): ThemeActions {
	const { client, dialogs, menus, router, themes } = state
	const attempt = <T>(work: () => Promise<T>) => void state.attempt(work)
	const nameOf = (theme: ThemeId) => themes.get(theme)?.name ?? ''

	const actions: ThemeActions = {
		open: (theme) => router.go({ view: 'passages', query: { theme, below: true } }),
		rename: (theme, name) => attempt(() => client.call('themes.edit', { id: theme, name })),
		move: (theme, parent, before) => attempt(() => client.call('themes.move', { id: theme, parent, before })),
		async remove(theme) {
			const node = themes.node(theme)
			if (!node) return
			const name = node.theme.name
			const agreed = await dialogs.confirm({
				heading: `Delete the theme “${name}”?`,
				text: `Its ${count(node.theme.highlights, 'passage')} stay${node.theme.highlights === 1 ? 's' : ''} highlighted${node.children.length > 0 ? ', and the themes below it move up' : ''}. Notes about it go with it. Undo brings all of it back.`,
				action: 'Delete',
				danger: true,
			})
			if (!agreed) return
			const done = await state.attempt(async () => {
				await client.call('themes.remove', { id: theme })
				return true
			})
			if (!done) return
			const { route } = router
			if (route.view === 'passages' && route.query.theme === theme)
				router.replace({ view: 'passages', query: {} })
			state.done(`Deleted the theme “${name}”.`)
		},
		menu(theme, at) {
			const node = themes.node(theme)
			if (!node) return
			menus.show(`Theme “${node.theme.name}”`, at, [
				{
					kind: 'item',
					label: 'Show its passages',
					icon: 'passages',
					keys: 'Enter',
					run: () => actions.open(theme),
				},
				{
					kind: 'item',
					label: 'Rename…',
					icon: 'pencil',
					keys: 'F2',
					run: () => (startRename ? startRename(theme) : renameInDialog(theme)),
				},
				{ kind: 'item', label: 'Colour…', hueStyle: hueStyle(node.hue), run: () => chooseHue(theme, at) },
				{ kind: 'item', label: 'Describe…', icon: 'note', run: () => editDescription(theme) },
				{
					kind: 'item',
					label: 'Note on it',
					icon: 'notes',
					run: () => writeNote(state, { kind: 'theme', id: theme }),
				},
				{
					kind: 'item',
					label: node.theme.pin === null ? 'Pin to a digit…' : `Pinned to ${node.theme.pin}…`,
					icon: 'bookmark',
					run: () => choosePin(theme, at),
				},
				{ kind: 'separator' },
				{ kind: 'item', label: 'New theme below…', icon: 'plus', run: () => createBelow(theme) },
				{ kind: 'item', label: 'Move under…', icon: 'passages', run: () => moveUnder(theme) },
				{ kind: 'item', label: 'Merge into…', icon: 'join', run: () => mergeInto(theme) },
				{ kind: 'separator' },
				{
					kind: 'item',
					label: 'Delete…',
					icon: 'trash',
					keys: 'Del',
					danger: true,
					run: () => actions.remove(theme),
				},
			])
		},
	}

	const renameInDialog = async (theme: ThemeId) => {
		const name = await askName('Rename the theme', nameOf(theme), 'Rename')
		if (name) actions.rename(theme, name)
	}

	const askName = (heading: string, value: string, action: string) =>
		dialogs.show<string>(
			(close) => html`<cp-name-dialog
				.heading=${heading}
				.value=${value}
				.action=${action}
				@cp-close=${() => close()}
				@name-given=${(event: HTMLElementEventMap['name-given']) => close(event.name)}
			></cp-name-dialog>`,
		)

	const chooseHue = (theme: ThemeId, at: MenuElement['at']) => {
		const own = themes.get(theme)
		if (!own) return
		const set = (hue: number | null) => attempt(() => client.call('themes.edit', { id: theme, hue }))
		const entries: MenuEntry[] = hueNames.map((label, hue) => ({
			kind: 'item',
			label: own.hue === hue ? `${label} (now)` : label,
			hueStyle: hueStyle(hue),
			run: () => set(hue),
		}))
		if (own.parent !== null)
			entries.unshift({
				kind: 'item',
				label: `As “${nameOf(own.parent)}”`,
				hueStyle: hueStyle(themes.hue(own.parent)),
				run: () => set(null),
			})
		menus.show(`Colour of “${own.name}”`, at, entries)
	}

	const choosePin = (theme: ThemeId, at: MenuElement['at']) => {
		const own = themes.get(theme)
		if (!own) return
		const set = (pin: number | null) => attempt(() => client.call('themes.edit', { id: theme, pin }))
		const digits: MenuEntry[] = Array.from({ length: 9 }, (_, index) => {
			const digit = index + 1
			const holder = themes.pinned(digit)
			return {
				kind: 'item',
				label: holder && holder.id !== theme ? `${digit} (now “${holder.name}”)` : `${digit}`,
				checked: own.pin === digit,
				run: () => set(digit),
			}
		})
		if (own.pin !== null) digits.push({ kind: 'item', label: 'Not pinned', run: () => set(null) })
		menus.show(`Digit for “${own.name}”`, at, digits)
	}

	const editDescription = async (theme: ThemeId) => {
		const own = themes.get(theme)
		if (!own) return
		const description = await dialogs.show<string>(
			(close) => html`<cp-description-dialog
				.heading=${`What “${own.name}” gathers`}
				.value=${own.description}
				@cp-close=${() => close()}
				@name-given=${(event: HTMLElementEventMap['name-given']) => close(event.name)}
			></cp-description-dialog>`,
		)
		if (description !== undefined && description !== own.description)
			attempt(() => client.call('themes.edit', { id: theme, description }))
	}

	const createBelow = async (theme: ThemeId) => {
		const name = await askName(`New theme below “${nameOf(theme)}”`, '', 'Create')
		if (name) attempt(() => client.call('themes.create', { name, parent: theme }))
	}

	/**
	 * @param excluded themes that cannot be meant
	 * @param top what the top of the tree is called; '' where it cannot be meant
	 */
	const choose = async (heading: string, excluded: ReadonlySet<ThemeId>, top: string) => {
		const options = themes.inOrder
			.filter((node) => !excluded.has(node.theme.id))
			.map((node) => ({
				id: node.theme.id,
				label: pathText(namesTo(node)),
				hueStyle: hueStyle(node.hue),
			}))
		const chosen = await dialogs.show<string>(
			(close) => html`<cp-pick-dialog
				.heading=${heading}
				.options=${top === '' ? options : [{ id: '', label: top }, ...options]}
				@cp-close=${() => close()}
				@pick=${(event: HTMLElementEventMap['pick']) => close(event.id)}
			></cp-pick-dialog>`,
		)
		if (chosen === undefined) return undefined
		return { theme: themes.all.find((theme) => theme.id === chosen)?.id ?? null }
	}

	const moveUnder = async (theme: ThemeId) => {
		const node = themes.node(theme)
		if (!node) return
		const below = new Set([node, ...descendantsOf(node)].map((child) => child.theme.id))
		const chosen = await choose(`Move “${node.theme.name}” under`, below, 'Top of the tree')
		if (chosen) actions.move(theme, chosen.theme, null)
	}

	const mergeInto = async (theme: ThemeId) => {
		const name = nameOf(theme)
		const chosen = await choose(`Merge “${name}” into`, new Set([theme]), '')
		const into = chosen?.theme
		if (!into) return
		const target = nameOf(into)
		const merged = await state.attempt(async () => {
			await client.call('themes.merge', { id: theme, into })
			return true
		})
		if (merged) state.done(`Merged “${name}” into “${target}”.`)
	}

	return actions
}

const count = (number: number, word: string): string =>
	`${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
