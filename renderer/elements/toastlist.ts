import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { controls } from './controls.ts'
import './icon.ts'

/** A short message: what was done, or what went wrong and what to do. */
export interface ToastMessage {
	readonly id: number
	readonly kind: 'done' | 'error'
	readonly text: string
	readonly action: { readonly label: string; readonly run: () => void } | null
}

/** A message was dismissed, by the reader or because it has been seen long enough. */
export class ToastDismissEvent extends Event {
	static readonly type = 'toast-dismiss'
	readonly toast: number

	constructor(toast: number) {
		super(ToastDismissEvent.type)
		this.toast = toast
	}
}

/** How long a message that is no error stays, in ms; not counted while the pointer or focus is on it. */
const STAY = 7000

/**
 * Messages at the foot of the window, above everything, dialogs too. Errors stay until they are dismissed
 * and are announced at once; to announce the others is up to whoever shows them.
 *
 * @event toast-dismiss
 */
@customElement('cp-toast-list')
export class ToastList extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host(:popover-open) {
				position: fixed;
				inset: auto var(--s4) calc(var(--s4) + var(--foot, 0px));
				width: auto;
				margin: 0;
				padding: 0;
				overflow: visible;
				background: none;
				border: 0;
				display: grid;
				justify-items: center;
				gap: var(--s2);
				pointer-events: none;
			}
			.list { display: grid; justify-items: center; gap: var(--s2); }
			.toast {
				display: flex;
				align-items: center;
				gap: var(--s2);
				max-width: 640px;
				min-height: 40px;
				padding: var(--s1) var(--s1) var(--s1) var(--s3);
				color: var(--ink);
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
				box-shadow: var(--shadow);
				pointer-events: auto;
			}
			.error cp-icon.lead { color: var(--danger); }
			.lead { color: var(--ink-2); }
			p { margin: 0; flex: 1; padding-block: 6px; overflow-wrap: anywhere; }
			button.action { color: var(--accent); font-weight: 600; }
		`,
	]

	@property({ attribute: false }) toasts: readonly ToastMessage[] = []

	readonly #timers = new Map<number, number>()

	override render() {
		return html`
			<div class="list" role="region" aria-label="Messages">${this.#list('done')}</div>
			<div class="list" role="alert">${this.#list('error')}</div>
		`
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.popover = 'manual'
	}

	protected override updated(): void {
		// What opened last lies on top: so the list opens anew with each message.
		this.hidePopover()
		if (this.toasts.length > 0) this.showPopover()

		const shown = new Set(this.toasts.map((toast) => toast.id))
		for (const id of this.#timers.keys()) if (!shown.has(id)) this.#hold(id)
		for (const toast of this.toasts)
			if (toast.kind === 'done' && !this.#timers.has(toast.id)) this.#wait(toast.id)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		for (const id of [...this.#timers.keys()]) this.#hold(id)
	}

	#list(kind: ToastMessage['kind']) {
		return repeat(
			this.toasts.filter((toast) => toast.kind === kind),
			(toast) => toast.id,
			(toast) => this.#toast(toast),
		)
	}

	#toast(toast: ToastMessage) {
		return html`<div
			class="toast ${toast.kind}"
			@pointerenter=${() => this.#hold(toast.id)}
			@pointerleave=${() => toast.kind === 'done' && this.#wait(toast.id)}
			@focusin=${() => this.#hold(toast.id)}
			@keydown=${(event: KeyboardEvent) => this.#keys(event, toast.id)}
		>
			<cp-icon class="lead" .name=${toast.kind === 'error' ? 'alert' : 'circleCheck'}></cp-icon>
			<p>${toast.text}</p>
			${
				toast.action
					? html`<button
							type="button"
							class="quiet action"
							@click=${() => {
								toast.action?.run()
								this.#dismiss(toast.id)
							}}
						>
							${toast.action.label}
						</button>`
					: nothing
			}
			<button type="button" class="icon" aria-label="Dismiss" title="Dismiss" @click=${() => this.#dismiss(toast.id)}>
				<cp-icon name="close"></cp-icon>
			</button>
		</div>`
	}

	#wait(id: number): void {
		this.#hold(id)
		this.#timers.set(
			id,
			window.setTimeout(() => this.#dismiss(id), STAY),
		)
	}

	#hold(id: number): void {
		window.clearTimeout(this.#timers.get(id))
		this.#timers.delete(id)
	}

	#dismiss(id: number): void {
		this.#hold(id)
		this.dispatchEvent(new ToastDismissEvent(id))
	}

	#keys(event: KeyboardEvent, id: number): void {
		if (event.key !== 'Escape') return
		event.stopPropagation()
		this.#dismiss(id)
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-toast-list': ToastList
	}
	interface HTMLElementEventMap {
		'toast-dismiss': ToastDismissEvent
	}
}
