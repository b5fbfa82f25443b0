import type { AppState } from '../../state/appstate.ts'
import { helpTitle } from '../help/pages.ts'

/** What the place is called where the reader is now. */
export function placeTitle(state: AppState): string {
	const { route } = state.router
	switch (route.view) {
		case 'library':
			return 'Library'
		case 'passages': {
			if (route.query.toSort) return 'To sort'
			const theme = route.query.theme === undefined ? undefined : state.themes.get(route.query.theme)
			return theme?.name ?? 'Passages'
		}
		case 'notes':
			return 'Notes'
		case 'compare':
			return 'Compare'
		case 'help':
			return helpTitle(route.page)
		case 'reading':
			return state.documents.get(route.document)?.metadata.title ?? state.reading.title
	}
}
