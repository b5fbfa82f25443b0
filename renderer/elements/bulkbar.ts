import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from './controls.ts'

/** The reader wants nothing to be selected any more. */
export class ClearSelectionEvent extends Event {
	static readonly type = 'clear-selection'

	constructor() {
		super(ClearSelectionEvent.type, { bubbles: true, composed: true })
	}
}

/**
 * What can be done with all that is selected, floating at the foot of a list. Takes no room: nothing
 * moves when it comes and goes.
 *
 * @slot - buttons
 * @event clear-selection - the last button
 */
@customElement('cp-bulk-bar')
export class BulkBar extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				position: absolute;
				inset-inline: var(--s4);
				inset-block-end: var(--s4);
				z-index: 2;
				display: flex;
				justify-content: center;
				pointer-events: none;
			}
			div {
				max-width: 100%;
				pointer-events: auto;
				display: flex;
				flex-wrap: wrap;
				align-items: center;
				gap: var(--s1);
				padding: 6px 8px 6px 16px;
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 10px;
				box-shadow: var(--shadow);
			}
			.count {
				font-weight: 600;
				padding-inline-end: var(--s2);
				font-variant-numeric: tabular-nums;
			}
		`,
	]

	/** "3 documents selected" */
	@property() label = ''

	/** What floats at the foot of the window makes room. */
	override connectedCallback(): void {
		super.connectedCallback()
		document.documentElement.style.setProperty('--foot', '56px')
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		document.documentElement.style.removeProperty('--foot')
	}

	override render(): TemplateResult {
		return html`<div role="toolbar" aria-label=${this.label}>
			<span class="count" role="status">${this.label}</span>
			<slot></slot>
			<button class="quiet" @click=${() => this.dispatchEvent(new ClearSelectionEvent())}>Clear</button>
		</div>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-bulk-bar': BulkBar
	}
	interface HTMLElementEventMap {
		'clear-selection': ClearSelectionEvent
	}
}
