import type { AppState } from '../../state/appstate.ts'

/**
 * Says once that another version of the program is before the reader. In a library without documents nothing
 * is said: there is enough that is new to them.
 */
export async function tellUpdate(state: AppState): Promise<void> {
	const version = await state.attempt(() => state.client.call('program.takeUpdate', {}))
	if (version === null || state.documents.all.length === 0) return
	state.toasts.done(`Commonplace was updated to ${version}.`, {
		label: 'What’s new',
		run: () => state.router.go({ view: 'help', page: 'news' }),
	})
}
