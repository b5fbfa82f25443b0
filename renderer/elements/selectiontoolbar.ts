import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from './controls.ts'
import type { IconName } from './icons.ts'
import { type PassageAction, PassageActionEvent } from './passageevents.ts'
import './icon.ts'

const actions: readonly {
	readonly action: PassageAction
	readonly label: string
	readonly icon: IconName
	/** Shown by its icon alone. */
	readonly short?: true
}[] = [
	{ action: 'highlight', label: 'Highlight', icon: 'highlighter' },
	{ action: 'theme', label: 'Theme', icon: 'tag' },
	{ action: 'note', label: 'Note', icon: 'note' },
	{ action: 'copy', label: 'Copy', icon: 'copy', short: true },
	{ action: 'more', label: 'More', icon: 'more', short: true },
]

/**
 * What can be done with the selected text. Using it leaves the selection as it is: it never takes the
 * focus by the pointer.
 *
 * @event passage-action
 */
@customElement('cp-selection-toolbar')
export class SelectionToolbar extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; width: max-content; }
			[role='toolbar'] {
				display: flex;
				align-items: center;
				padding: 3px;
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
				box-shadow: var(--shadow);
			}
			button { gap: 6px; padding-inline: 10px; background: none; border-color: transparent; font-weight: 500; }
			button.short { min-width: 36px; }
			kbd { color: var(--ink-2); }
		`,
	]

	/** The shortcut of each action, for people; absent: none is shown. */
	@property({ attribute: false }) keys: Readonly<Partial<Record<PassageAction, string>>> = {}

	override render(): TemplateResult {
		return html`<div role="toolbar" aria-label="Selected text" @pointerdown=${keepSelection} @mousedown=${keepSelection}>
			${actions.map(
				({ action, label, icon, short }) => html`<button
					type="button"
					class=${short ? 'short' : ''}
					aria-label=${short ? label : nothing}
					title=${label}
					aria-haspopup=${action === 'more' ? 'menu' : action === 'theme' ? 'dialog' : 'false'}
					@click=${(event: Event) => this.fire(action, event)}
				>
					<cp-icon .name=${icon}></cp-icon>${short ? '' : label}
					${this.keys[action] ? html`<kbd aria-hidden="true">${this.keys[action]}</kbd>` : ''}
				</button>`,
			)}
		</div>`
	}

	private fire(action: PassageAction, event: Event): void {
		if (event.currentTarget instanceof HTMLElement)
			this.dispatchEvent(new PassageActionEvent(action, event.currentTarget))
	}
}

const keepSelection = (event: Event): void => event.preventDefault()

declare global {
	interface HTMLElementTagNameMap {
		'cp-selection-toolbar': SelectionToolbar
	}
}
