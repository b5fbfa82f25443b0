import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { AppState } from '../../state/appstate.ts'
import '../compare/compareview.ts'
import '../help/helpview.ts'
import '../library/libraryview.ts'
import '../notes/notesview.ts'
import '../passages/passagesview.ts'
import '../reading/readingview.ts'

/** The view of the place where the reader is. A document has an element of its own. */
export function viewOf(state: AppState): TemplateResult {
	const { route } = state.router
	switch (route.view) {
		case 'library':
			return html`<cp-library-view .state=${state}></cp-library-view>`
		case 'passages':
			return html`<cp-passages-view .state=${state}></cp-passages-view>`
		case 'notes':
			return html`<cp-notes-view .state=${state}></cp-notes-view>`
		case 'compare':
			return html`<cp-compare-view .state=${state}></cp-compare-view>`
		case 'help':
			return html`<cp-help-view .state=${state}></cp-help-view>`
		case 'reading':
			return html`${keyed(route.document, html`<cp-reading-view .state=${state}></cp-reading-view>`)}`
	}
}
