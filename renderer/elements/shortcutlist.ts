import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type Command, type CommandId, commands, type MenuName } from '../../corpus/commands.ts'
import { keysOf } from '../../corpus/shortcuts.ts'
import { controls } from './controls.ts'

const groups: readonly { readonly menu: MenuName; readonly heading: string }[] = [
	{ menu: 'Passage', heading: 'In the text' },
	{ menu: 'Go', heading: 'Go' },
	{ menu: 'Edit', heading: 'Edit' },
	{ menu: 'View', heading: 'View' },
	{ menu: 'File', heading: 'File' },
	{ menu: 'Help', heading: 'Help' },
]

const entries = Object.entries(commands) as readonly [CommandId, Command][]

/** Keys that stand beside those of the commands, in the same form. */
export interface FixedGroup {
	readonly heading: string
	readonly lines: readonly { readonly title: string; readonly keys: readonly string[] }[]
}

/** Every shortcut, from the table of commands, in as many columns as there is room for. */
@customElement('cp-shortcut-list')
export class ShortcutList extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; columns: 3 240px; column-gap: var(--s8); }
			section { break-inside: avoid-column; margin-block-end: var(--s4); }
			h2 { margin: 0 0 var(--s1); font-size: var(--size-1); font-weight: 400; color: var(--ink-2); }
			dl { margin: 0; }
			div.line { display: flex; align-items: baseline; gap: var(--s3); min-height: 24px; break-inside: avoid; }
			dt { flex: 1; }
			dd { margin: 0; display: flex; gap: var(--s2); white-space: nowrap; }
			kbd { padding: 2px 5px; border: 1px solid var(--line-strong); border-radius: 4px; color: var(--ink); background: var(--paper); }
		`,
	]

	/** The reader's own shortcuts, by command. */
	@property({ attribute: false }) keys: Readonly<Record<string, readonly string[]>> = {}
	/** A shortcut for people. */
	@property({ attribute: false }) label: (key: string) => string = (key) => key

	/** Keys of no command, in groups of their own behind the others. */
	@property({ attribute: false }) fixed: readonly FixedGroup[] = []

	override render() {
		return [this.#commands(), this.fixed.map(({ heading, lines }) => this.#group(heading, lines))]
	}

	#commands() {
		return groups.map(({ menu, heading }) => {
			const lines = entries
				.filter(([, command]) => command.menu === menu)
				.map(([id, { title }]) => ({ title: title.replace(/…$/, ''), keys: keysOf(id, this.keys) }))
			return this.#group(
				heading,
				lines.filter(({ keys }) => keys.length > 0),
			)
		})
	}

	#group(heading: string, lines: FixedGroup['lines']) {
		return html`<section>
			<h2>${heading}</h2>
			<dl>
				${lines.map(
					({ title, keys }) => html`<div class="line">
						<dt>${title}</dt>
						<dd>${keys.map((key) => html`<kbd>${this.label(key)}</kbd>`)}</dd>
					</div>`,
				)}
			</dl>
		</section>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-shortcut-list': ShortcutList
	}
}
