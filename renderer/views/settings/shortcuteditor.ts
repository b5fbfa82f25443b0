import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type CommandId, commands } from '../../../corpus/commands.ts'
import { foldForIndex } from '../../../corpus/folding.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { chordOf } from '../../commands/chord.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { commandIds } from '../../commands/registry.ts'
import { controls } from '../../elements/controls.ts'
import { conflictsOf, type OwnKeys, withDefaults, withKey, withoutKeys } from './shortcuts.ts'

/** The shortcuts are to be these. */
export class KeysChangeEvent extends Event {
	static readonly type = 'keys-change'
	readonly keys: OwnKeys

	constructor(keys: OwnKeys) {
		super(KeysChangeEvent.type)
		this.keys = keys
	}
}

/**
 * Every command with its shortcut. A click and the keys themselves change it; a shortcut that another
 * command has is named before it is taken.
 *
 * @event keys-change
 */
@customElement('cp-shortcut-editor')
export class ShortcutEditor extends LitElement {
	static override styles = [
		controls,
		css`
			ul {
				list-style: none;
				margin: var(--s2) 0 0;
				padding: 0;
				max-height: 300px;
				overflow: auto;
			}
			li {
				display: grid;
				grid-template-columns: minmax(0, 1fr) minmax(108px, auto) 76px;
				align-items: center;
				gap: var(--s2);
				min-height: 34px;
				border-block-end: 1px solid var(--line);
			}
			li button {
				min-height: 26px;
			}
			.own {
				font-weight: 600;
			}
			.conflict {
				grid-column: 1 / -1;
				display: flex;
				flex-wrap: wrap;
				align-items: center;
				gap: var(--s2);
				padding-block-end: 6px;
			}
		`,
	]

	@property({ attribute: false }) keys: OwnKeys = {}
	@property({ type: Boolean }) mac = false
	@state() private filter = ''
	@state() private listening: CommandId | null = null
	@state() private wanted: { readonly command: CommandId; readonly chord: string } | null = null

	override render(): TemplateResult {
		const words = foldForIndex(this.filter)
		const found = commandIds.filter((id) => foldForIndex(commands[id].title).includes(words))
		return html`<input
				type="text"
				aria-label="Find a command"
				placeholder="Find a command"
				.value=${this.filter}
				@input=${({ target }: InputEvent) => {
					if (target instanceof HTMLInputElement) this.filter = target.value
				}}
			/>
			<ul tabindex="-1">
				${found.map((id) => this.line(id))}
			</ul>`
	}

	private line(id: CommandId): TemplateResult {
		const keys = keysOf(id, this.keys)
		const label = keys.length === 0 ? 'None' : keys.map((key) => keyLabel(key, this.mac)).join(', ')
		const listening = this.listening === id
		const title = commands[id].title.replace(/…$/, '')
		return html`<li>
			<span class=${id in this.keys ? 'own' : ''}>${title}</span>
			<button
				aria-label="${title}: ${listening ? 'press the new keys' : label}"
				aria-pressed=${listening}
				@click=${() => {
					this.listening = listening ? null : id
					this.wanted = null
				}}
				@blur=${() => {
					if (listening) this.listening = null
				}}
				@keydown=${(event: KeyboardEvent) => listening && this.hear(event, id)}
			>
				${listening ? 'Press keys…' : label}
			</button>
			${
				id in this.keys
					? html`<button class="quiet" @click=${() => this.change(withDefaults(this.keys, id))}>Reset</button>`
					: html`<span></span>`
			}
			${this.wanted?.command === id ? this.conflict(id, this.wanted.chord) : nothing}
		</li>`
	}

	private conflict(id: CommandId, chord: string): TemplateResult {
		const others = conflictsOf(id, chord, this.keys).map(
			(other) => `“${commands[other].title.replace(/…$/, '')}”`,
		)
		return html`<span class="conflict" role="alert">
			<span class="problem">${keyLabel(chord, this.mac)} belongs to ${others.join(' and ')}.</span>
			<button @click=${() => this.change(withKey(this.keys, id, chord))}>Use it here instead</button>
			<button
				class="quiet"
				@click=${() => {
					this.wanted = null
				}}
			>
				Leave it
			</button>
		</span>`
	}

	/** Esc leaves things as they are, Backspace takes the shortcut away; Tab goes on. */
	private hear(event: KeyboardEvent, id: CommandId): void {
		if (event.key === 'Tab') return
		event.preventDefault()
		event.stopPropagation()
		const chord = chordOf(event, this.mac)
		if (chord === null) return
		this.listening = null
		if (chord === 'Escape') return
		if (chord === 'Backspace') this.change(withoutKeys(this.keys, id))
		else if (conflictsOf(id, chord, this.keys).length > 0) this.wanted = { command: id, chord }
		else this.change(withKey(this.keys, id, chord))
	}

	private change(keys: OwnKeys): void {
		this.wanted = null
		this.dispatchEvent(new KeysChangeEvent(keys))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-shortcut-editor': ShortcutEditor
	}
	interface HTMLElementEventMap {
		'keys-change': KeysChangeEvent
	}
}
