import { html } from 'lit'
import { commands } from '../../../corpus/commands.ts'
import type { DocumentRow } from '../../../corpus/entities.ts'
import { defaultSettings, type Settings } from '../../../corpus/settings.ts'
import type { Handlers } from '../../commands/registry.ts'
import type { AppState } from '../../state/appstate.ts'
import { fixedKeys } from './fixedkeys.ts'
import './shortcutsheet.ts'

/** What only the frame can do. */
export interface FrameActions {
	openPalette(): Promise<void>
	toggleSidebar(): Promise<void>
	toggleOutline(): Promise<void>
	isSidebarOpen(): boolean
	readonly mac: boolean
}

const schemeAfter = (shown: string | undefined): Settings['scheme'] => {
	if (shown === 'light') return 'sepia'
	return shown === 'sepia' ? 'dark' : 'light'
}

/** The commands that work in every view. */
export function globalCommands(state: AppState, frame: FrameActions): Handlers {
	const { router, settings } = state
	const setType = (patch: Partial<Settings['type']>) =>
		settings.set({ type: { ...settings.value.type, ...patch } })
	const resize = (by: number) => setType({ size: Math.min(40, Math.max(12, settings.value.type.size + by)) })
	return {
		'palette.open': () => frame.openPalette(),
		'view.library': () => router.go({ view: 'library' }),
		'view.passages': () => router.go({ view: 'passages', query: {} }),
		'view.notes': () => router.go({ view: 'notes' }),
		'view.compare': () => router.go({ view: 'compare' }),
		'view.toSort': () => router.go({ view: 'passages', query: { toSort: true } }),
		'go.back': { run: () => router.back(), enabled: () => router.canGoBack },
		'go.forward': { run: () => router.forward(), enabled: () => router.canGoForward },
		'go.nextToRead': {
			run: () => {
				const next = nextToRead(state)
				if (next) router.go({ view: 'reading', document: next.id })
			},
			enabled: () => nextToRead(state) !== undefined,
		},
		'history.undo': () => step(state, 'undo'),
		'history.redo': () => step(state, 'redo'),
		'sidebar.toggle': { run: () => frame.toggleSidebar(), checked: () => frame.isSidebarOpen() },
		'sidebar.outline': { run: () => frame.toggleOutline(), enabled: () => router.route.view === 'reading' },
		'scheme.next': () => settings.set({ scheme: schemeAfter(document.documentElement.dataset['scheme']) }),
		'type.larger': () => resize(1),
		'type.smaller': () => resize(-1),
		'type.reset': () => setType({ size: defaultSettings.type.size }),
		'help.shortcuts': () =>
			state.dialogs.show(
				(close) => html`<cp-shortcut-sheet
					.keys=${settings.value.keys}
					.fixed=${fixedKeys(state.host.face, navigator.platform)}
					.mac=${frame.mac}
					@cp-close=${() => close()}
				></cp-shortcut-sheet>`,
			),
		'help.guide': () => router.go({ view: 'help', page: 'first-steps' }),
		'help.news': () => router.go({ view: 'help', page: 'news' }),
		'help.about': () => router.go({ view: 'help', page: 'about' }),
	}
}

/** The first of the queue that is not open now. */
function nextToRead(state: AppState): DocumentRow | undefined {
	const { route } = state.router
	return state.documents.all
		.filter((row) => row.status === 'to-read' && !(route.view === 'reading' && route.document === row.id))
		.reduce<DocumentRow | undefined>(
			(first, row) => (first === undefined || row.queue < first.queue ? row : first),
			undefined,
		)
}

async function step(state: AppState, which: 'undo' | 'redo'): Promise<void> {
	const done = await state.attempt(async () => ({ step: await state.history[which]() }))
	if (!done) return
	const nothing = which === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.'
	const verb = which === 'undo' ? 'Undone' : 'Redone'
	const other = which === 'undo' ? 'history.redo' : 'history.undo'
	// One message for a row of steps: the last of them.
	if (!done.step) state.toasts.done(nothing, null, 'history')
	else {
		const back = { label: commands[other].title, run: () => state.commands.run(other) }
		state.toasts.done(`${verb}: ${done.step.name}`, back, 'history')
	}
}
