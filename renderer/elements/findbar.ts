import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from './controls.ts'
import './icon.ts'

/** The words to find changed. */
export class FindQueryEvent extends Event {
	static readonly type = 'find-query'
	readonly words: string

	constructor(words: string) {
		super(FindQueryEvent.type)
		this.words = words
	}
}

/** The reader wants the next hit or the one before. */
export class FindStepEvent extends Event {
	static readonly type = 'find-step'
	readonly direction: 'next' | 'previous'

	constructor(direction: 'next' | 'previous') {
		super(FindStepEvent.type)
		this.direction = direction
	}
}

/**
 * The bar to find words in one document: Enter goes to the next hit, Shift+Enter to the one before.
 *
 * @event find-query
 * @event find-step
 * @event cp-close - Esc or ×
 */
@customElement('cp-find-bar')
export class FindBar extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; }
			form {
				display: flex;
				align-items: center;
				gap: 2px;
				padding: 4px;
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
				box-shadow: var(--shadow);
			}
			input:not([type='checkbox']) { width: 210px; border: 0; background: none; }
			input:not([type='checkbox']):focus-visible { outline: none; }
			form:focus-within { border-color: var(--focus); outline: 1px solid var(--focus); }
			.count { min-width: 64px; padding-inline: var(--s2); text-align: end; color: var(--ink-2); font-variant-numeric: tabular-nums; white-space: nowrap; }
		`,
	]

	@property() words = ''
	@property({ type: Number }) count = 0
	/** From 1; 0 when nothing was found. */
	@property({ type: Number }) current = 0
	@query('input') private readonly field!: HTMLInputElement | null

	/** Takes the focus and marks the words, so that typing replaces them. */
	override focus(): void {
		void this.updateComplete.then(() => {
			this.field?.focus()
			this.field?.select()
		})
	}

	override render(): TemplateResult {
		const none = this.words.trim() !== '' && this.count === 0
		return html`<form role="search" @submit=${preventSubmit} @keydown=${this.onKey}>
			<input
				type="text"
				aria-label="Find in this document"
				placeholder="Find in this document"
				autocomplete="off"
				spellcheck="false"
				.value=${this.words}
				@input=${(event: InputEvent) => {
					if (event.target instanceof HTMLInputElement)
						this.dispatchEvent(new FindQueryEvent(event.target.value))
				}}
			/>
			<span class="count" role="status"
				>${none ? 'Not found' : this.count > 0 ? `${this.current.toLocaleString('en')} of ${this.count.toLocaleString('en')}` : ''}</span
			>
			${this.button('previous', 'Previous hit', 'chevronUp')} ${this.button('next', 'Next hit', 'chevronDown')}
			<button type="button" class="icon" aria-label="Close" title="Close (Esc)" @click=${this.close}>
				<cp-icon name="close"></cp-icon>
			</button>
		</form>`
	}

	private button(
		direction: 'next' | 'previous',
		label: string,
		icon: 'chevronUp' | 'chevronDown',
	): TemplateResult {
		return html`<button
			type="button"
			class="icon"
			aria-label=${label}
			title=${label}
			?disabled=${this.count === 0}
			@click=${() => this.dispatchEvent(new FindStepEvent(direction))}
		>
			<cp-icon .name=${icon}></cp-icon>
		</button>`
	}

	private onKey(event: KeyboardEvent): void {
		const inField = event.composedPath()[0] === this.field
		if (event.key === 'Escape') this.close()
		else if (event.key === 'Enter' && inField && !event.isComposing)
			this.dispatchEvent(new FindStepEvent(event.shiftKey ? 'previous' : 'next'))
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

const preventSubmit = (event: Event): void => event.preventDefault()

declare global {
	interface HTMLElementTagNameMap {
		'cp-find-bar': FindBar
	}
	interface HTMLElementEventMap {
		'find-query': FindQueryEvent
		'find-step': FindStepEvent
	}
}
