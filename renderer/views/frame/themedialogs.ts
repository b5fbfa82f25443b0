import { html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'

/** Words were given for what the dialog asked. */
export class NameGivenEvent extends Event {
	static readonly type = 'name-given'
	readonly name: string

	constructor(name: string) {
		super(NameGivenEvent.type)
		this.name = name
	}
}

/**
 * Asks for a name.
 *
 * @event name-given - not empty, trimmed
 * @event cp-close - the reader thought better of it
 */
@customElement('cp-name-dialog')
export class NameDialog extends LitElement {
	static override readonly styles = controls

	@property() heading = ''
	@property() value = ''
	/** The verb of the button. */
	@property() action = 'Save'
	@query('input') private readonly input!: HTMLInputElement | null

	override render() {
		return html`<cp-dialog width="400px" .heading=${this.heading} @cp-close=${() => this.dispatchEvent(new Event('cp-close'))}>
			<form id="form" @submit=${this.#submit}>
				<label class="field">
					<span>Name</span>
					<input autofocus required maxlength="500" .value=${this.value} @focus=${() => this.input?.select()} />
				</label>
			</form>
			<button slot="footer" type="button" @click=${() => this.dispatchEvent(new Event('cp-close'))}>Cancel</button>
			<button slot="footer" type="submit" form="form" class="primary">${this.action}</button>
		</cp-dialog>`
	}

	#submit(event: Event): void {
		event.preventDefault()
		const name = this.input?.value.trim() ?? ''
		if (name !== '') this.dispatchEvent(new NameGivenEvent(name))
	}
}

/**
 * Asks for a longer text: Markdown. Ctrl+Enter saves.
 *
 * @event name-given - may be empty
 * @event cp-close - the reader thought better of it
 */
@customElement('cp-description-dialog')
export class DescriptionDialog extends LitElement {
	static override readonly styles = controls

	@property() heading = ''
	@property() value = ''
	@query('textarea') private readonly input!: HTMLTextAreaElement | null

	override render() {
		return html`<cp-dialog width="560px" .heading=${this.heading} @cp-close=${() => this.dispatchEvent(new Event('cp-close'))}>
			<label class="field">
				<span>Description, in Markdown: what belongs here and what does not</span>
				<textarea autofocus rows="10" .value=${this.value} @keydown=${this.#keys}></textarea>
			</label>
			<button slot="footer" type="button" @click=${() => this.dispatchEvent(new Event('cp-close'))}>Cancel</button>
			<button slot="footer" type="button" class="primary" @click=${this.#save}>Save</button>
		</cp-dialog>`
	}

	#keys(event: KeyboardEvent): void {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#save()
	}

	#save(): void {
		this.dispatchEvent(new NameGivenEvent(this.input?.value ?? ''))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-name-dialog': NameDialog
		'cp-description-dialog': DescriptionDialog
	}
	interface HTMLElementEventMap {
		'name-given': NameGivenEvent
	}
}
