import { html } from 'lit'
import type { Highlight } from '../../../corpus/entities.ts'
import type { HighlightId, ThemeId } from '../../../corpus/ids.ts'
import { namesTo, pathText } from '../../../corpus/themetree.ts'
import { hueStyle } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import { passages as countPassages } from '../counts.ts'
import '../../elements/pickdialog.ts'

/** Lets the reader pick a theme, or name a new one; a `/` in the name makes a theme below another. */
export async function pickTheme(
	state: AppState,
	heading: string,
	among: readonly ThemeId[] | null = null,
): Promise<ThemeId | null> {
	const nodes = state.themes.inOrder.filter((node) => among === null || among.includes(node.theme.id))
	const options = nodes.map((node) => ({
		id: node.theme.id,
		label: pathText(namesTo(node)),
		hueStyle: hueStyle(node.hue),
		hint: node.theme.pin === null ? '' : String(node.theme.pin),
	}))
	const picked = await state.dialogs.show<{ id: string } | { name: string }>(
		(close) => html`<cp-pick-dialog
			.heading=${heading}
			.options=${options}
			create=${among === null ? 'theme' : ''}
			@pick=${(event: HTMLElementEventMap['pick']) => close({ id: event.id })}
			@pick-create=${(event: HTMLElementEventMap['pick-create']) => close({ name: event.name })}
			@cp-close=${() => close()}
		></cp-pick-dialog>`,
	)
	if (!picked) return null
	if ('name' in picked) return state.attempt(() => state.client.call('themes.path', { path: picked.name }))
	return nodes.find((node) => node.theme.id === picked.id)?.theme.id ?? null
}

export async function tag(state: AppState, ids: readonly HighlightId[], theme: ThemeId): Promise<boolean> {
	const done = await state.attempt(async () => {
		await state.client.call('highlights.tag', { ids: [...ids], theme })
		return true
	})
	if (done) state.announcer.say(`Tagged with ${state.themes.get(theme)?.name ?? 'the theme'}`)
	return done ?? false
}

/** Lets the reader pick one of the themes that these passages have, and takes it off them. */
export async function untag(state: AppState, highlights: readonly Highlight[]): Promise<void> {
	const used = [...new Set(highlights.flatMap(({ taggings }) => taggings.map(({ theme }) => theme)))]
	const [only] = used
	if (only === undefined) {
		state.toasts.done('These passages have no theme.')
		return
	}
	const theme = used.length === 1 ? only : await pickTheme(state, 'Take off which theme?', used)
	if (theme === null) return
	await state.attempt(() =>
		state.client.call('highlights.untag', { ids: highlights.map(({ id }) => id), theme }),
	)
}

/** Undoable, hence without a question. */
export async function removeHighlights(state: AppState, ids: readonly HighlightId[]): Promise<void> {
	const done = await state.attempt(async () => {
		await state.client.call('highlights.remove', { ids: [...ids] })
		return true
	})
	if (done) state.done(ids.length === 1 ? 'Removed a highlight.' : `Removed ${ids.length} highlights.`)
}

/** Puts the passages on the clipboard as Markdown quotations. */
export async function copyPassages(state: AppState, ids: readonly HighlightId[]): Promise<void> {
	const done = await state.attempt(async () => {
		const quotations: string[] = []
		for (const highlight of ids) quotations.push(await state.client.call('export.quotation', { highlight }))
		await navigator.clipboard.writeText(quotations.map((text) => text.trim()).join('\n\n'))
		return true
	})
	if (done) state.toasts.done(`Copied ${countPassages(ids.length)} as Markdown.`)
}
