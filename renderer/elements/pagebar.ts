import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { PageSize } from '../../corpus/page.ts'
import { controls } from './controls.ts'
import './icon.ts'

/** The reader goes to a page. */
export class PageGoEvent extends Event {
	static readonly type = 'page-go'
	/** Index, from 0. */
	readonly page: number

	constructor(page: number) {
		super(PageGoEvent.type)
		this.page = page
	}
}

/** Pages are to be larger or smaller. */
export class PageZoomEvent extends Event {
	static readonly type = 'page-zoom'
	readonly direction: 'in' | 'out'

	constructor(direction: 'in' | 'out') {
		super(PageZoomEvent.type)
		this.direction = direction
	}
}

/** The reader wants to choose among sizes. */
export class PageSizesEvent extends Event {
	static readonly type = 'page-sizes'
	/** The menu stands beside it. */
	readonly button: HTMLElement

	constructor(button: HTMLElement) {
		super(PageSizesEvent.type)
		this.button = button
	}
}

/**
 * The index of the page that a reader names: by its printed label, else by its number from 1; null where
 * there is none.
 */
export function pageNamed(pages: readonly PageSize[], name: string): number | null {
	const wanted = name.trim().toLowerCase()
	if (wanted === '') return null
	const labelled = pages.findIndex((page) => page.label.toLowerCase() === wanted)
	if (labelled >= 0) return labelled
	const number = /^\d{1,7}$/.test(wanted) ? Number(wanted) : 0
	return number >= 1 && number <= pages.length ? number - 1 : null
}

/**
 * The bar above pages: which page it is, how large it is shown, thumbnails, and back to the text.
 *
 * @event page-go
 * @event page-zoom
 * @event page-sizes
 * @event page-thumbnails - show or hide them
 * @event page-text - show the text instead
 */
@customElement('cp-page-bar')
export class PageBar extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; container-type: inline-size; }
			.bar {
				display: flex;
				align-items: center;
				gap: 2px;
				height: 40px;
				padding-inline: 8px;
				border-block-end: 1px solid var(--line);
			}
			button { min-height: 30px; }
			.page { display: flex; align-items: center; gap: 6px; margin-inline-start: var(--s2); white-space: nowrap; color: var(--ink-2); font-variant-numeric: tabular-nums; }
			.page input:not([type='checkbox']) { width: 52px; min-height: 28px; padding: 0 6px; text-align: center; color: var(--ink); }
			.size { min-width: 64px; font-weight: 400; font-variant-numeric: tabular-nums; }
			.space { flex: 1; }
			.text { font-weight: 400; }
			@container (max-width: 430px) {
				.of, .text span { display: none; }
			}
		`,
	]

	@property({ attribute: false }) pages: readonly PageSize[] = []
	/** Index of the page in sight. */
	@property({ type: Number }) page = 0
	/** The multiple of their true size at which pages are shown. */
	@property({ type: Number }) factor = 1
	@property({ type: Boolean }) thumbnails = false
	@state() private unknown = false
	@query('input') private readonly box!: HTMLInputElement | null

	/** Puts the keyboard into the box for the page. */
	override focus(): void {
		void this.updateComplete.then(() => {
			this.box?.focus()
			this.box?.select()
		})
	}

	override render(): TemplateResult {
		const label = this.pages[this.page]?.label ?? ''
		const number = String(this.page + 1)
		const of = label === number ? `of ${this.pages.length}` : `(${number} of ${this.pages.length})`
		return html`<div class="bar" role="toolbar" aria-label="Pages">
			<button
				type="button"
				class="icon quiet"
				aria-label="Thumbnails"
				title="Page thumbnails"
				aria-pressed=${this.thumbnails}
				@click=${() => this.dispatchEvent(new Event('page-thumbnails'))}
			>
				<cp-icon name="thumbnails"></cp-icon>
			</button>
			<label class="page">
				<span>Page</span>
				<input
					autocomplete="off"
					spellcheck="false"
					maxlength="40"
					aria-label="Page ${label} ${of}"
					aria-invalid=${this.unknown ? 'true' : nothing}
					.value=${live(label)}
					@focus=${(event: Event) => event.target instanceof HTMLInputElement && event.target.select()}
					@keydown=${this.keys}
					@change=${this.named}
				/>
				<span class="of">${of}</span>
			</label>
			<span class="space"></span>
			<button type="button" class="icon quiet" aria-label="Smaller" title="Smaller pages" @click=${() => this.zoom('out')}>
				<cp-icon name="minus"></cp-icon>
			</button>
			<button
				type="button"
				class="quiet size"
				aria-haspopup="menu"
				aria-label="Size of the pages, ${this.percent}"
				title="Size of the pages"
				@click=${this.sizes}
			>
				${this.percent}
			</button>
			<button type="button" class="icon quiet" aria-label="Larger" title="Larger pages" @click=${() => this.zoom('in')}>
				<cp-icon name="plus"></cp-icon>
			</button>
			<button type="button" class="quiet text" title="Show the text as it flows" @click=${() => this.dispatchEvent(new Event('page-text'))}>
				<cp-icon name="type"></cp-icon> <span>Text</span>
			</button>
		</div>`
	}

	private get percent(): string {
		return `${Math.round(this.factor * 100)} %`
	}

	private zoom(direction: 'in' | 'out'): void {
		this.dispatchEvent(new PageZoomEvent(direction))
	}

	private readonly sizes = (event: Event): void => {
		if (event.currentTarget instanceof HTMLElement)
			this.dispatchEvent(new PageSizesEvent(event.currentTarget))
	}

	/** The label stands there again after Esc. */
	private readonly keys = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape') return
		event.preventDefault()
		event.stopPropagation()
		this.unknown = false
		this.requestUpdate()
		this.dispatchEvent(new Event('cp-close'))
	}

	private readonly named = (): void => {
		const page = pageNamed(this.pages, this.box?.value ?? '')
		this.unknown = page === null && this.box?.value.trim() !== ''
		if (page !== null && page !== this.page) this.dispatchEvent(new PageGoEvent(page))
		else this.requestUpdate()
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-page-bar': PageBar
	}
	interface HTMLElementEventMap {
		'page-go': PageGoEvent
		'page-zoom': PageZoomEvent
		'page-sizes': PageSizesEvent
		'page-thumbnails': Event
		'page-text': Event
	}
}
