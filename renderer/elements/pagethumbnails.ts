import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PageSize } from '../../corpus/page.ts'
import { controls } from './controls.ts'
import { PageGoEvent } from './pagebar.ts'

/** Draws a page on a canvas at so many px a point; false when the signal came first. Rejects for a damaged page. */
export type DrawPage = (
	page: number,
	canvas: HTMLCanvasElement,
	scale: number,
	signal: AbortSignal,
) => Promise<boolean>

/** CSS px. */
const width = 108

/**
 * Small pictures of all pages in a column; only those in sight are drawn. Arrows, Home and End go from
 * page to page.
 *
 * @event page-go
 * @event cp-close - Esc
 */
@customElement('cp-page-thumbnails')
export class PageThumbnails extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; overflow: auto; border-inline-end: 1px solid var(--line); background: var(--sunk); }
			ol { display: grid; justify-content: center; gap: 10px; margin: 0; padding: 12px 0; list-style: none; }
			li { content-visibility: auto; contain-intrinsic-size: 116px 170px; }
			button { display: grid; gap: 4px; padding: 4px; min-height: 0; border: 0; background: none; font-weight: 400; font-size: var(--size-1); color: var(--ink-2); border-radius: 4px; }
			.sheet { display: block; background: #fff; box-shadow: 0 0 0 1px var(--line-strong); overflow: hidden; }
			canvas { display: block; width: 100%; height: 100%; }
			button[aria-current='page'] { color: var(--ink); font-weight: 600; }
			button[aria-current='page'] .sheet { box-shadow: 0 0 0 2px var(--accent); }
			:host([dim]) canvas { filter: invert(0.86) hue-rotate(180deg); }
			:host([dim]) .sheet { background: #242320; }
		`,
	]

	@property({ attribute: false }) pages: readonly PageSize[] = []
	/** Index of the page in sight. */
	@property({ type: Number }) page = 0
	@property({ attribute: false }) draw: DrawPage | null = null
	/** Pages are shown dark. */
	@property({ type: Boolean, reflect: true }) dim = false
	readonly #drawings = new Map<
		number,
		{ readonly canvas: HTMLCanvasElement; readonly stop: AbortController }
	>()
	#seen: IntersectionObserver | null = null

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.#seen?.disconnect()
		this.#seen = null
		for (const page of [...this.#drawings.keys()]) this.#drop(page)
	}

	override focus(): void {
		void this.updateComplete.then(() => this.#button(this.page)?.focus())
	}

	override render(): TemplateResult {
		return html`<nav aria-label="Thumbnails" @keydown=${this.#keys}>
			<ol>
				${this.pages.map(
					(page, index) => html`<li data-page=${index}>
						<button
							type="button"
							aria-label="Page ${page.label}"
							aria-current=${index === this.page ? 'page' : 'false'}
							tabindex=${index === this.page ? 0 : -1}
							@click=${() => this.dispatchEvent(new PageGoEvent(index))}
						>
							<span
								class="sheet"
								style="width: ${width}px; height: ${Math.round((width / page.width) * page.height)}px"
							></span>
							<span>${page.label}</span>
						</button>
					</li>`,
				)}
			</ol>
		</nav>`
	}

	protected override updated(changed: PropertyValues<this>): void {
		if (changed.has('pages') || changed.has('draw')) this.#observe()
		if (changed.has('page')) this.#button(this.page)?.scrollIntoView({ block: 'nearest' })
	}

	#observe(): void {
		this.#seen?.disconnect()
		for (const page of [...this.#drawings.keys()]) this.#drop(page)
		this.#seen = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries) {
					const page = Number(target instanceof HTMLElement ? target.dataset['page'] : -1)
					if (isIntersecting) void this.#draw(page)
					else this.#drop(page)
				}
			},
			{ root: this, rootMargin: '200px' },
		)
		for (const item of this.renderRoot.querySelectorAll('li')) this.#seen.observe(item)
	}

	async #draw(index: number): Promise<void> {
		const page = this.pages[index]
		const sheet = this.#button(index)?.querySelector('.sheet')
		if (!page || !sheet || !this.draw || this.#drawings.has(index)) return
		const canvas = this.ownerDocument.createElement('canvas')
		const stop = new AbortController()
		this.#drawings.set(index, { canvas, stop })
		const scale = (width / page.width) * Math.min(2, devicePixelRatio)
		// A damaged page keeps an empty sheet here; the page itself says what is wrong.
		const isDone = await this.draw(index, canvas, scale, stop.signal).catch(() => false)
		if (isDone && !stop.signal.aborted) sheet.replaceChildren(canvas)
	}

	#drop(page: number): void {
		const drawing = this.#drawings.get(page)
		if (!drawing) return
		this.#drawings.delete(page)
		drawing.stop.abort()
		drawing.canvas.remove()
	}

	#button(page: number): HTMLElement | null {
		return this.renderRoot.querySelector(`li[data-page="${page}"] button`)
	}

	readonly #keys = (event: KeyboardEvent): void => {
		if (event.key === 'Escape') {
			event.preventDefault()
			event.stopPropagation()
			this.dispatchEvent(new Event('cp-close'))
			return
		}
		const to = destination(event.key, this.page, this.pages.length)
		if (to === null || event.ctrlKey || event.altKey || event.metaKey) return
		event.preventDefault()
		this.dispatchEvent(new PageGoEvent(to))
		this.page = to
		this.focus()
	}
}

function destination(key: string, page: number, count: number): number | null {
	switch (key) {
		case 'ArrowDown':
			return Math.min(count - 1, page + 1)
		case 'ArrowUp':
			return Math.max(0, page - 1)
		case 'Home':
			return 0
		case 'End':
			return count - 1
		default:
			return null
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-page-thumbnails': PageThumbnails
	}
}
