import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'

/**
 * What stands where nothing is yet: one sentence, and in the slot one button.
 *
 * @slot - the button
 */
@customElement('cp-empty-state')
export class EmptyState extends LitElement {
	static override styles = css`
		:host {
			display: flex;
			flex-direction: column;
			align-items: center;
			justify-content: center;
			gap: var(--s4);
			padding: 72px var(--s6);
			text-align: center;
			color: var(--ink-2);
			font-size: var(--size-3);
			line-height: 24px;
		}
		::slotted(*) {
			font-size: var(--size-2);
		}
		p {
			margin: 0;
			max-inline-size: 52ch;
			text-wrap: balance;
		}
	`

	@property() sentence = ''

	override render(): TemplateResult {
		return html`<p>${this.sentence}</p>
			<slot></slot>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-empty-state': EmptyState
	}
}
