import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, queryAll } from 'lit/decorators.js'
import { controls } from './controls.ts'
import type { IconName } from './icons.ts'
import './icon.ts'

export type MenuEntry =
	| {
			readonly kind: 'item'
			readonly label: string
			readonly icon?: IconName
			/** For people: "Ctrl E". */
			readonly keys?: string
			readonly disabled?: boolean
			readonly danger?: boolean
			/** Set: the item is one that can be on or off. */
			readonly checked?: boolean
			/** Degrees of OKLCH: shows a theme's dot in place of an icon. */
			readonly hueStyle?: string
			readonly run: () => unknown
	  }
	| { readonly kind: 'separator' }
	| { readonly kind: 'heading'; readonly label: string }

type Item = Extract<MenuEntry, { kind: 'item' }>

/**
 * A menu that floats: arrows, Home, End and the first letters move, Enter and Space choose, Esc and Tab
 * close. It opens when it enters the page and keeps itself inside the window.
 *
 * @fires cp-close - closed, by a choice or without one
 */
@customElement('cp-menu')
export class MenuElement extends LitElement {
	static override readonly styles = [
		controls,
		css`
			.menu {
				position: fixed;
				inset: auto;
				width: max-content;
				min-width: 200px;
				max-width: min(360px, calc(100vw - 16px));
				max-height: calc(100vh - 16px);
				margin: 0;
				padding: var(--s1);
				overflow: auto;
				color: var(--ink);
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
				box-shadow: var(--shadow);
			}
			.menu:popover-open {
				display: grid;
			}
			button {
				width: 100%;
				min-height: 30px;
				padding: 0 var(--s2);
				justify-content: flex-start;
				font-weight: 400;
				text-align: start;
				background: none;
				border: 0;
			}
			button:focus-visible,
			button:focus {
				background: var(--hover);
				outline-offset: -2px;
			}
			button.danger { color: var(--danger); }
			.label { flex: 1; overflow-wrap: anywhere; padding-block: 5px; }
			.lead { display: inline-flex; justify-content: center; width: 16px; flex: none; color: var(--ink-2); }
			hr { margin: var(--s1) 0; border: 0; border-top: 1px solid var(--line); }
			.heading { padding: 6px var(--s2) 2px; color: var(--ink-2); font-size: var(--size-1); }
		`,
	]

	@property() label = ''
	@property({ attribute: false }) entries: readonly MenuEntry[] = []
	@property({ attribute: false }) at: Element | { readonly x: number; readonly y: number } = { x: 0, y: 0 }
	@queryAll('button') private readonly buttons!: NodeListOf<HTMLButtonElement>

	#typed = ''
	#typedAt = 0
	#closed = false
	#returnTo: HTMLElement | null = null

	override render() {
		const leads = this.entries.some(
			(entry) => entry.kind === 'item' && (entry.icon ?? entry.hueStyle ?? entry.checked) !== undefined,
		)
		return html`<div
			class="menu"
			popover="manual"
			role="menu"
			aria-label=${this.label}
			@keydown=${this.#keys}
			@focusout=${this.#focusLeft}
		>
			${this.entries.map((entry) => {
				if (entry.kind === 'separator') return html`<hr />`
				if (entry.kind === 'heading')
					return html`<div class="heading" role="presentation">${entry.label}</div>`
				return this.#item(entry, leads)
			})}
		</div>`
	}

	#item(item: Item, leads: boolean) {
		return html`<button
			type="button"
			role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
			aria-checked=${item.checked ?? nothing}
			aria-disabled=${item.disabled ? 'true' : nothing}
			class=${item.danger ? 'danger' : ''}
			?disabled=${item.disabled}
			@pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}
			@click=${() => this.#choose(item)}
		>
			${leads ? html`<span class="lead">${this.#lead(item)}</span>` : nothing}
			<span class="label">${item.label}</span>
			${item.keys ? html`<kbd aria-hidden="true">${item.keys}</kbd>` : nothing}
		</button>`
	}

	#lead(item: Item) {
		if (item.checked) return html`<cp-icon name="check"></cp-icon>`
		if (item.icon) return html`<cp-icon .name=${item.icon}></cp-icon>`
		if (item.hueStyle) return html`<span class="dot" style=${item.hueStyle}></span>`
		return nothing
	}

	protected override firstUpdated(): void {
		const active = deepActiveElement()
		this.#returnTo = active instanceof HTMLElement ? active : null
		const menu = this.renderRoot.querySelector<HTMLElement>('.menu')
		if (!menu) return
		menu.showPopover()
		this.#place(menu)
		this.#enabled[0]?.focus()
		window.addEventListener('pointerdown', this.#outside, { capture: true })
		window.addEventListener('blur', this.#close)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		window.removeEventListener('pointerdown', this.#outside, { capture: true })
		window.removeEventListener('blur', this.#close)
	}

	get #enabled(): readonly HTMLButtonElement[] {
		return [...this.buttons].filter((button) => !button.disabled)
	}

	/** Below the element or at the point; above or to the left where there is no room. CSS px. */
	#place(menu: HTMLElement): void {
		const box = menu.getBoundingClientRect()
		const at = this.at instanceof Element ? this.at.getBoundingClientRect() : null
		const point = this.at instanceof Element ? { x: 0, y: 0 } : this.at
		const rightAligned = at !== null && at.left + box.width > window.innerWidth - 8
		const wantedX = at ? (rightAligned ? at.right - box.width : at.left) : point.x
		const below = at ? at.bottom + 4 : point.y
		const above = (at ? at.top - 4 : point.y) - box.height
		const y = below + box.height > window.innerHeight - 8 && above > 8 ? above : below
		menu.style.left = `${Math.max(8, Math.min(wantedX, window.innerWidth - box.width - 8))}px`
		menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - box.height - 8))}px`
	}

	readonly #outside = (event: Event): void => {
		if (!event.composedPath().includes(this)) this.#close()
	}

	readonly #close = (): void => {
		if (this.#closed) return
		this.#closed = true
		this.dispatchEvent(new Event('cp-close'))
	}

	#focusLeft(event: FocusEvent): void {
		if (event.relatedTarget && !this.renderRoot.contains(event.relatedTarget as Node)) this.#close()
	}

	#choose(item: Item): void {
		// The focus goes back first: what the item opens may take it on.
		this.#giveBack()
		item.run()
	}

	#giveBack(): void {
		const target = this.#returnTo
		this.#close()
		target?.focus()
	}

	#keys(event: KeyboardEvent): void {
		const buttons = this.#enabled
		const index = buttons.findIndex((button) => button.matches(':focus'))
		const target = movedTo(event.key, index, buttons.length)
		if (target !== null) buttons[target]?.focus()
		else if (event.key === 'Escape' || event.key === 'Tab') this.#giveBack()
		else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
			this.#typeAhead(event, buttons, index)
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	#typeAhead(event: KeyboardEvent, buttons: readonly HTMLButtonElement[], index: number): void {
		this.#typed = event.timeStamp - this.#typedAt < 700 ? this.#typed + event.key : event.key
		this.#typedAt = event.timeStamp
		const from = this.#typed.length > 1 ? index : index + 1
		const around = [...buttons.slice(from), ...buttons.slice(0, from)]
		around.find((button) => labelOf(button).startsWith(this.#typed.toLowerCase()))?.focus()
	}
}

const labelOf = (button: HTMLElement): string =>
	button.querySelector('.label')?.textContent.trim().toLowerCase() ?? ''

const movedTo = (key: string, index: number, count: number): number | null => {
	if (count === 0) return null
	if (key === 'ArrowDown') return (index + 1) % count
	if (key === 'ArrowUp') return (Math.max(index, 0) - 1 + count) % count
	if (key === 'Home') return 0
	return key === 'End' ? count - 1 : null
}

/** What has the focus, also inside shadow trees. */
export function deepActiveElement(): Element | null {
	let active = document.activeElement
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
	return active
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-menu': MenuElement
	}
}
