import { html, nothing, type TemplateResult } from 'lit'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/emptystate.ts'
import '../../elements/icon.ts'
import { pickTheme } from './passageactions.ts'
import { pickDocument } from './pickdocument.ts'
import { without } from './querychips.ts'

/** The query whose passages are shown; all of them while another view is. */
export function shownQuery({ router: { route } }: AppState): PassageQuery {
	return route.view === 'passages' ? route.query : {}
}

/** Shows the passages of another query, as a place of its own in history. */
export function goToQuery(state: AppState, query: PassageQuery): void {
	state.router.go({ view: 'passages', query })
}

/** The buttons that make the query narrower, or wide again. */
export function drawNarrowing(state: AppState): TemplateResult {
	const query = shownQuery(state)
	const { theme, toSort, below } = query
	const hasBelow = theme !== undefined && (state.themes.node(theme)?.children.length ?? 0) > 0
	return html`<button class="quiet" @click=${() => narrowToTheme(state)}>
			<cp-icon name="tag"></cp-icon>Theme
		</button>
		<button class="quiet" @click=${() => narrowToDocument(state)}>
			<cp-icon name="file"></cp-icon>Document
		</button>
		${
			theme === undefined
				? html`<button
					class="quiet"
					aria-pressed=${toSort === true}
					@click=${() => goToQuery(state, toSort ? without(query, 'toSort') : { ...query, toSort: true })}
				>
					<cp-icon name="inbox"></cp-icon>To sort
				</button>`
				: nothing
		}
		${
			hasBelow
				? html`<button
					class="quiet"
					aria-pressed=${below === true}
					@click=${() => goToQuery(state, { ...query, below: below !== true })}
				>
					With the themes below
				</button>`
				: nothing
		}`
}

/** Why the query finds nothing, and a way on from there. */
export function drawNothingFound(state: AppState): TemplateResult {
	const query = shownQuery(state)
	if (Object.keys(query).length === 0)
		return html`<cp-empty-state sentence="Passages gather here once you highlight them in a document.">
			<button @click=${() => state.router.go({ view: 'library' })}>Open the library</button>
		</cp-empty-state>`
	const sentence = query.toSort
		? 'Nothing is left to sort: every highlight has a theme.'
		: 'No passage fits this query.'
	return html`<cp-empty-state sentence=${sentence}>
		<button @click=${() => goToQuery(state, {})}>All passages</button>
	</cp-empty-state>`
}

async function narrowToTheme(state: AppState): Promise<void> {
	const among = state.themes.all.map(({ id }) => id)
	const theme = await pickTheme(state, 'Passages of which theme?', among)
	if (theme !== null) goToQuery(state, { ...without(shownQuery(state), 'toSort'), theme, below: true })
}

async function narrowToDocument(state: AppState): Promise<void> {
	const document = await pickDocument(state, 'Passages of which document?')
	if (document !== null) goToQuery(state, { ...shownQuery(state), document })
}
