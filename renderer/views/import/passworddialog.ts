import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'

/** The reader typed a password. */
export class PasswordGivenEvent extends Event {
	static readonly type = 'password-given'
	readonly password: string

	constructor(password: string) {
		super(PasswordGivenEvent.type)
		this.password = password
	}
}

/**
 * Asks for the password of one file.
 *
 * @event password-given
 * @event skip-all - neither this file nor those that wait
 * @event cp-close - not this file
 */
@customElement('cp-password-dialog')
export class PasswordDialog extends LitElement {
	static override styles = [
		controls,
		css`
			p {
				margin: 0 0 var(--s3);
				overflow-wrap: anywhere;
			}
			.file {
				font-weight: 600;
			}
			.problem {
				margin: var(--s2) 0 0;
			}
			.left {
				margin-inline-end: auto;
				align-self: center;
			}
		`,
	]

	@property() file = ''
	/** What the importer says of it. */
	@property() reason = ''
	/** What the field begins with: the password that opened the file before. */
	@property() password = ''
	/** The password that was given did not open it. */
	@property({ type: Boolean }) tried = false
	/** How many files wait for their passwords after this one. */
	@property({ type: Number }) left = 0
	/** The word on the button that gives no password: of one file among many, it is skipped. */
	@property() decline = 'Skip'
	@query('input') private readonly field!: HTMLInputElement | null

	override firstUpdated(): void {
		// What stands there is typed over, or kept with Enter.
		this.field?.select()
	}

	override render(): TemplateResult {
		return html`<cp-dialog heading="This file is locked" @cp-close=${() => this.close()}>
			<p class="file">${this.file}</p>
			${this.tried ? nothing : html`<p>${this.reason}</p>`}
			<form id="form" @submit=${this.submitted}>
				<label class="field">
					<span>Password</span>
					<input
						type="password"
						autofocus
						autocomplete="off"
						spellcheck="false"
						maxlength="10000"
						aria-invalid=${this.tried ? 'true' : nothing}
						aria-describedby=${this.tried ? 'problem' : nothing}
						.value=${this.password}
					/>
				</label>
				${
					this.tried
						? html`<p class="problem" id="problem" role="alert">
							That password does not open it. Capital and small letters matter.
						</p>`
						: nothing
				}
			</form>
			${
				this.left > 0
					? html`<button slot="footer" class="quiet left" @click=${() => this.dispatchEvent(new Event('skip-all'))}>
						Skip all ${this.left + 1}
					</button>`
					: nothing
			}
			<button slot="footer" @click=${() => this.close()}>${this.decline}</button>
			<button slot="footer" class="primary" @click=${() => this.give()}>Open</button>
		</cp-dialog>`
	}

	private readonly submitted = (event: SubmitEvent): void => {
		event.preventDefault()
		this.give()
	}

	private give(): void {
		const password = this.field?.value ?? ''
		if (password === '') this.field?.focus()
		else this.dispatchEvent(new PasswordGivenEvent(password))
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-password-dialog': PasswordDialog
	}
	interface HTMLElementEventMap {
		'password-given': PasswordGivenEvent
	}
}
