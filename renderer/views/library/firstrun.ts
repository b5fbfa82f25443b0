import { html, nothing, type TemplateResult } from 'lit'
import type { AppState } from '../../state/appstate.ts'
import { listOfFormats } from './formats.ts'
import '../../elements/icon.ts'

/** What fills the library view while there is no document in the library. */
export function drawFirstRun(state: AppState): TemplateResult {
	const { info } = state.library
	return html`<div class="start">
		<h1>A place for what you read</h1>
		<div class="drop">
			<p>Drop documents here, one by one or whole folders: ${listOfFormats(info?.formats ?? [])}.</p>
			<button class="primary" @click=${() => state.commands.run('documents.add')}>
				<cp-icon name="plus"></cp-icon>Add documents
			</button>
		</div>
		<div class="row">
			<button @click=${() => state.commands.run('library.sample')}>
				<cp-icon name="book"></cp-icon>Look at the sample library
			</button>
			${
				state.host.face === 'desktop'
					? html`<button @click=${() => state.commands.run('library.open')}>
						<cp-icon name="library"></cp-icon>Open another library
					</button>`
					: nothing
			}
			<button @click=${() => state.commands.run('help.guide')}>
				<cp-icon name="help"></cp-icon>Read the guide
			</button>
		</div>
		${info ? html`<p class="where">Everything stays on this computer, in ${info.folder}</p>` : nothing}
	</div>`
}
