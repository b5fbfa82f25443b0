import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LibraryInfo } from '../../../corpus/entities.ts'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'

/**
 * Which Commonplace this is, and where the library lies.
 *
 * @event cp-close
 */
@customElement('cp-about-dialog')
export class AboutDialog extends LitElement {
	static override readonly styles = [
		controls,
		css`
			p { margin: 0 0 var(--s3); }
			dl { display: grid; grid-template-columns: auto 1fr; gap: var(--s1) var(--s4); margin: 0; }
			dt { color: var(--ink-2); }
			dd { margin: 0; overflow-wrap: anywhere; user-select: text; }
		`,
	]

	@property({ attribute: false }) info: LibraryInfo | null = null

	override render() {
		const { info } = this
		return html`<cp-dialog
			heading="Commonplace${info ? ` ${info.appVersion}` : ''}"
			@cp-close=${() => this.dispatchEvent(new Event('cp-close'))}
		>
			<p>
				Read documents, highlight passages, gather them under themes, write notes. Nothing leaves this computer.
			</p>
			${
				info
					? html`<dl>
							<dt>Library</dt>
							<dd>${info.name}</dd>
							<dt>Folder</dt>
							<dd>${info.folder}</dd>
							<dt>Holds</dt>
							<dd>
								${info.documents.toLocaleString('en')} documents, ${info.highlights.toLocaleString('en')} passages,
								${info.notes.toLocaleString('en')} notes
							</dd>
						</dl>`
					: nothing
			}
			<p></p>
			<p class="hint">
				Free software under the MIT licence. Typefaces Inter and Literata (SIL Open Font License), icons from
				Lucide (ISC).
			</p>
		</cp-dialog>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-about-dialog': AboutDialog
	}
}
