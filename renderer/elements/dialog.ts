import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from './controls.ts'
import './icon.ts'
import { deepActiveElement } from './menu.ts'

/**
 * A modal dialog: heading, content, a row of buttons. Opens when it enters the page, keeps the focus
 * inside and gives it back. Esc and the close button ask to close it.
 *
 * @slot - the content; an element with `autofocus` gets the focus
 * @slot footer - buttons, the primary one last
 * @fires cp-close - the reader wants it gone; whoever drew it takes it away
 */
@customElement('cp-dialog')
export class DialogElement extends LitElement {
	static override readonly styles = [
		controls,
		css`
			dialog[open] {
				display: flex;
				flex-direction: column;
				box-sizing: border-box;
				width: var(--dialog-width, 480px);
				max-width: calc(100vw - var(--s8));
				max-height: calc(100vh - var(--s8));
				padding: 0;
				color: var(--ink);
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 10px;
				box-shadow: var(--shadow);
			}
			dialog::backdrop { background: var(--veil); }
			.head { display: flex; align-items: center; gap: var(--s2); padding: var(--s3) var(--s3) 0 var(--s6); }
			h2 { flex: 1; margin: 0; font-size: var(--size-3); font-weight: 650; overflow-wrap: anywhere; }
			.content { flex: 1; overflow: auto; padding: var(--s3) var(--s6) var(--s4); }
			h2:focus-visible { outline: none; }
			.foot { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--s2); padding: var(--s3) var(--s6) var(--s4); }
		`,
	]

	@property() heading = ''
	/** Nothing can be closed while a step is under way. */
	@property({ type: Boolean }) busy = false
	/** Any CSS width; 480px unless told. */
	@property() width = ''
	@state() private hasFooter = false
	@query('dialog') private readonly dialog?: HTMLDialogElement

	override render() {
		return html`<dialog
			aria-labelledby="heading"
			style=${this.width ? `--dialog-width: ${this.width}` : nothing}
			@cancel=${this.#cancelled}
			@keydown=${this.#keys}
		>
			<div class="head">
				<h2 id="heading" tabindex="-1">${this.heading}</h2>
				<button class="icon" type="button" aria-label="Close" title="Close" ?disabled=${this.busy} @click=${this.#ask}>
					<cp-icon name="close"></cp-icon>
				</button>
			</div>
			<div class="content"><slot></slot></div>
			<div class="foot" ?hidden=${!this.hasFooter}>
				<slot name="footer" @slotchange=${this.#footerChanged}></slot>
			</div>
		</dialog>`
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.hasFooter = this.querySelector(':scope > [slot=footer]') !== null
		if (this.hasUpdated) this.#open()
	}

	/** What had the focus before. */
	#returnTo: HTMLElement | null = null

	protected override firstUpdated(): void {
		this.#open()
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.dialog?.close()
		// A dialog that left the page before it was closed does not give the focus back by itself.
		const target = this.#returnTo
		this.#returnTo = null
		if (target?.isConnected) target.focus({ preventScroll: true })
	}

	#open(): void {
		if (!this.dialog || this.dialog.open) return
		const active = deepActiveElement()
		this.#returnTo = active instanceof HTMLElement && active !== document.body ? active : null
		this.dialog.showModal()
		// A slotted element with autofocus is not inside the dialog's own tree.
		const wanted = this.querySelector<HTMLElement>('[autofocus]')
		if (wanted) wanted.focus()
		else this.renderRoot.querySelector<HTMLElement>('h2')?.focus()
	}

	#footerChanged(event: Event): void {
		this.hasFooter = event.target instanceof HTMLSlotElement && event.target.assignedElements().length > 0
	}

	#cancelled(event: Event): void {
		event.preventDefault()
		if (event.target === this.dialog) this.#ask()
	}

	/** Esc twice would close a dialog whatever `cancel` says: so Esc is taken here. */
	#keys(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.defaultPrevented) return
		event.preventDefault()
		event.stopPropagation()
		this.#ask()
	}

	#ask(): void {
		if (!this.busy) this.dispatchEvent(new Event('cp-close', { bubbles: false }))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-dialog': DialogElement
	}
}
