import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyLabel } from '../../commands/keylabel.ts'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'
import type { FixedGroup } from '../../elements/shortcutlist.ts'
import '../../elements/shortcutlist.ts'

/**
 * Every shortcut at a glance, over whatever the reader is doing.
 *
 * @event cp-close
 */
@customElement('cp-shortcut-sheet')
export class ShortcutSheet extends LitElement {
	static override readonly styles = [controls, css`p { margin: 0 0 var(--s3); }`]

	/** The reader's own shortcuts, by command. */
	@property({ attribute: false }) keys: Readonly<Record<string, readonly string[]>> = {}
	@property({ attribute: false }) fixed: readonly FixedGroup[] = []
	@property({ type: Boolean }) mac = false

	override render() {
		return html`<cp-dialog
			heading="Keyboard shortcuts"
			width="960px"
			@cp-close=${() => this.dispatchEvent(new Event('cp-close'))}
		>
			<p class="hint">Single letters act while you read. All but those of lists and the window can be changed in the settings.</p>
			<cp-shortcut-list
				tabindex="0"
				role="region"
				aria-label="Shortcuts"
				.keys=${this.keys}
				.fixed=${this.fixed}
				.label=${(key: string) => keyLabel(key, this.mac)}
			></cp-shortcut-list>
		</cp-dialog>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-shortcut-sheet': ShortcutSheet
	}
}
