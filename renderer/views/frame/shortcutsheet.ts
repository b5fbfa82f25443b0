import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type CommandId, commands, type MenuName } from '../../../corpus/commands.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { commandIds } from '../../commands/registry.ts'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'

const groups: readonly { readonly menu: MenuName; readonly heading: string }[] = [
	{ menu: 'Passage', heading: 'In the text' },
	{ menu: 'Go', heading: 'Go' },
	{ menu: 'Edit', heading: 'Edit' },
	{ menu: 'View', heading: 'View' },
	{ menu: 'File', heading: 'File' },
	{ menu: 'Help', heading: 'Help' },
]

/**
 * Every shortcut, from the table of commands.
 *
 * @event cp-close
 */
@customElement('cp-shortcut-sheet')
export class ShortcutSheet extends LitElement {
	static override readonly styles = [
		controls,
		css`
			.columns { columns: 3 240px; column-gap: var(--s8); }
			section { break-inside: avoid-column; margin-block-end: var(--s4); }
			h3 { margin: 0 0 var(--s1); font-size: var(--size-1); font-weight: 400; color: var(--ink-2); }
			dl { margin: 0; }
			div.line { display: flex; align-items: baseline; gap: var(--s3); min-height: 24px; break-inside: avoid; }
			dt { flex: 1; }
			dd { margin: 0; display: flex; gap: var(--s2); white-space: nowrap; }
			kbd { padding: 2px 5px; border: 1px solid var(--line-strong); border-radius: 4px; color: var(--ink); background: var(--paper); }
			p { margin: 0 0 var(--s3); }
		`,
	]

	/** The reader's own shortcuts, by command. */
	@property({ attribute: false }) keys: Readonly<Record<string, readonly string[]>> = {}
	@property({ type: Boolean }) mac = false

	override render() {
		return html`<cp-dialog
			heading="Keyboard shortcuts"
			width="960px"
			@cp-close=${() => this.dispatchEvent(new Event('cp-close'))}
		>
			<p class="hint">Single letters act while you read. All shortcuts can be changed in the settings.</p>
			<div class="columns" tabindex="0" role="region" aria-label="Shortcuts">
				${groups.map(({ menu, heading }) => {
					const ids = commandIds.filter(
						(id) => commands[id].menu === menu && keysOf(id, this.keys).length > 0,
					)
					return html`<section>
						<h3>${heading}</h3>
						<dl>${ids.map((id) => this.#line(id))}</dl>
					</section>`
				})}
			</div>
		</cp-dialog>`
	}

	#line(id: CommandId) {
		return html`<div class="line">
			<dt>${commands[id].title.replace(/…$/, '')}</dt>
			<dd>${keysOf(id, this.keys).map((key) => html`<kbd>${keyLabel(key, this.mac)}</kbd>`)}</dd>
		</div>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-shortcut-sheet': ShortcutSheet
	}
}
