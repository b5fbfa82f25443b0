import type { CommandId } from '../../../corpus/commands.ts'
import type { MenuEntry } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'

/** The ways to add documents other than as files, and what is taken of saved web pages. */
export function addEntries(state: AppState): readonly MenuEntry[] {
	const { commands, settings } = state
	const item = (label: string, id: CommandId): MenuEntry => ({
		kind: 'item',
		label,
		run: () => commands.run(id),
	})
	const web = (label: string, html: 'article' | 'page'): MenuEntry => ({
		kind: 'item',
		label,
		checked: settings.value.html === html,
		run: () => state.attempt(() => settings.set({ html })),
	})
	return [
		item('Add a folder…', 'documents.addFolder'),
		item('Add a table of texts…', 'documents.addTable'),
		item('Add pasted text…', 'documents.paste'),
		item('Fill metadata from a table or references…', 'metadata.fill'),
		{ kind: 'separator' },
		{ kind: 'heading', label: 'Of saved web pages take' },
		web('The article', 'article'),
		web('The whole page', 'page'),
	]
}
