import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Highlight } from '../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../corpus/folding.ts'
import type { HighlightId, ThemeId } from '../../corpus/ids.ts'
import { pathText } from '../../corpus/themetree.ts'
import { controls } from './controls.ts'
import { CardOpenEvent } from './passageevents.ts'
import { hueAngle, hueStyle, type ThemeLook } from './themelook.ts'
import './icon.ts'

/** Rows drawn at first, and added each time the reader comes near the end. */
const chunk = 100

/**
 * All highlights of a document as a list that can be filtered: what is painted in the text is said here.
 * One stop of the Tab key; arrows, Home and End move, Enter goes to the place.
 *
 * @event card-open - the reader goes to a highlight
 * @event cp-close - Esc or ×
 */
@customElement('cp-highlights-panel')
export class HighlightsPanel extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: flex; flex-direction: column; min-height: 0; background: var(--paper); }
			header { display: flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s2) 0 var(--s4); }
			h2 { flex: 1; margin: 0; font-size: var(--size-2); }
			h2 span { color: var(--ink-2); font-weight: 400; }
			.filter { padding: var(--s2) var(--s4); border-block-end: 1px solid var(--line); }
			ol { flex: 1; min-height: 0; margin: 0; padding: var(--s1) var(--s2) var(--s4); overflow: auto; list-style: none; }
			li { content-visibility: auto; contain-intrinsic-block-size: auto 76px; }
			.row {
				display: grid;
				grid-template-columns: 4px minmax(0, 1fr);
				gap: 2px 10px;
				width: 100%;
				min-height: 0;
				padding: var(--s2);
				background: none;
				border: 0;
				text-align: start;
				font-weight: 400;
			}
			.row:focus-visible { outline-offset: -2px; }
			.row[aria-current='true'] { background: var(--chosen); }
			.bar { grid-row: 1 / 4; align-self: stretch; border-radius: 2px; forced-color-adjust: none; }
			.quote { font: var(--size-3) / 21px var(--font-read); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
			.names { font-size: var(--size-1); font-weight: 600; }
			.name + .name::before { content: ' · '; color: var(--ink-3); }
			.note { color: var(--ink-2); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
			.empty { padding: var(--s4); margin: 0; color: var(--ink-2); }
		`,
	]

	/** In the order of the text. */
	@property({ attribute: false }) highlights: readonly Highlight[] = []
	@property({ attribute: false }) themes: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	/** The first line of each note as plain text. */
	@property({ attribute: false }) firstLine: (body: string) => string = (body) => body
	/** The one that the reader is at. */
	@property({ attribute: false }) current: HighlightId | null = null
	/** Where the reader is in the text: where none is current, the list opens at the first highlight from there on. */
	@property({ attribute: false }) place = 0
	@state() private filter = ''
	@state() private limit = chunk
	/** The row that has the Tab stop. */
	@state() private active: HighlightId | null = null
	@query('ol') private readonly list!: HTMLElement | null
	@query('.more') private readonly more!: HTMLElement | null
	private readonly folded = new WeakMap<Highlight, string>()
	private readonly nearEnd = new IntersectionObserver(
		(entries) => {
			if (entries.some((entry) => entry.isIntersecting)) this.limit += chunk
		},
		{ rootMargin: '800px' },
	)

	override focus(): void {
		void this.updateComplete.then(() => {
			const field = this.renderRoot.querySelector('input')
			;(this.found.length > 0 ? (this.activeRow ?? field) : field)?.focus()
		})
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.nearEnd.disconnect()
	}

	override render(): TemplateResult {
		const found = this.found
		const rows = found.slice(0, this.limit)
		const stop = rows.some(({ id }) => id === this.active) ? this.active : (rows[0]?.id ?? null)
		return html`
			<header>
				<h2>Highlights <span>${found.length.toLocaleString('en')}</span></h2>
				<button type="button" class="icon" aria-label="Close the panel" title="Close" @click=${this.close}>
					<cp-icon name="close"></cp-icon>
				</button>
			</header>
			<div class="filter">
				<input
					type="search"
					aria-label="Filter highlights"
					placeholder="Filter by words or theme"
					spellcheck="false"
					.value=${this.filter}
					@input=${(event: InputEvent) => {
						if (event.target instanceof HTMLInputElement) this.filter = event.target.value
						this.limit = chunk
					}}
					@keydown=${this.onFieldKey}
				/>
			</div>
			${
				found.length === 0
					? html`<p class="empty">
							${this.highlights.length === 0 ? 'Nothing is highlighted in this document yet.' : 'No highlight has these words.'}
						</p>`
					: html`<ol aria-label="Highlights" @keydown=${this.onListKey}>
							${repeat(
								rows,
								({ id }) => id,
								(highlight) => this.row(highlight, highlight.id === stop),
							)}
							${rows.length < found.length ? html`<li class="more"></li>` : nothing}
						</ol>`
			}
		`
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('current') && this.current !== null) this.activate(this.current)
		else if (!this.hasUpdated) {
			const next = this.highlights.find(({ anchor }) => anchor.end > this.place) ?? this.highlights.at(-1)
			if (next) this.activate(next.id)
		}
	}

	private activate(highlight: HighlightId): void {
		this.active = highlight
		const at = this.found.findIndex(({ id }) => id === highlight)
		if (at >= this.limit) this.limit = at + chunk
	}

	protected override firstUpdated(): void {
		this.activeRow?.scrollIntoView({ block: 'nearest' })
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		this.nearEnd.disconnect()
		if (this.more) this.nearEnd.observe(this.more)
		if (changed.has('current') && this.current !== null) this.activeRow?.scrollIntoView({ block: 'nearest' })
	}

	private get found(): readonly Highlight[] {
		const words = tokensOf(foldForIndex(this.filter))
		if (words.length === 0) return this.highlights
		const names = new Map([...this.themes].map(([id, look]) => [id, foldForIndex(look.path.join('\n'))]))
		return this.highlights.filter((highlight) => {
			const text = [
				this.foldedWords(highlight),
				...highlight.taggings.map(({ theme }) => names.get(theme)),
			].join('\n')
			return words.every((word) => text.includes(word))
		})
	}

	/** Quote and note as they are compared; kept, for folding takes its time. */
	private foldedWords(highlight: Highlight): string {
		const known = this.folded.get(highlight)
		if (known !== undefined) return known
		const folded = foldForIndex(`${highlight.anchor.quote}\n${highlight.note?.body ?? ''}`)
		this.folded.set(highlight, folded)
		return folded
	}

	private row({ id, anchor, taggings, note }: Highlight, stop: boolean): TemplateResult {
		const looks = taggings.flatMap(({ theme }) => this.themes.get(theme) ?? [])
		return html`<li>
			<button
				type="button"
				class="row"
				data-id=${id}
				tabindex=${stop ? 0 : -1}
				aria-current=${id === this.current}
				@focus=${() => {
					this.active = id
				}}
				@click=${() => this.dispatchEvent(new CardOpenEvent(id))}
			>
				<span class="bar" style="background: ${laneColour(looks)}"></span>
				<span class="quote">${anchor.quote.replaceAll('\uFFFC', ' [picture] ')}</span>
				${
					looks.length > 0
						? html`<span class="names"
								>${looks.map(
									(look) =>
										html`<span class="name" style=${hueStyle(look.hue)}>${pathText(look.path)}</span>`,
								)}</span
							>`
						: nothing
				}
				${note && note.body.trim() !== '' ? html`<span class="note">${this.firstLine(note.body)}</span>` : nothing}
			</button>
		</li>`
	}

	private get activeRow(): HTMLElement | null {
		return this.list?.querySelector<HTMLElement>('.row[tabindex="0"]') ?? null
	}

	private onFieldKey(event: KeyboardEvent): void {
		if (event.key === 'ArrowDown') this.activeRow?.focus()
		else if (event.key === 'Escape') this.close()
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	private onListKey(event: KeyboardEvent): void {
		if (event.key === 'Escape') this.close()
		else {
			const rows = [...(this.list?.querySelectorAll<HTMLElement>('.row') ?? [])]
			const at = rows.findIndex((row) => row.dataset['id'] === this.active)
			const target = movedTo(event.key, Math.max(0, at), rows.length)
			if (target === null) return
			rows[target]?.focus()
		}
		event.preventDefault()
		event.stopPropagation()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

function movedTo(key: string, at: number, count: number): number | null {
	switch (key) {
		case 'ArrowDown':
			return Math.min(count - 1, at + 1)
		case 'ArrowUp':
			return Math.max(0, at - 1)
		case 'Home':
			return 0
		case 'End':
			return count - 1
		default:
			return null
	}
}

/** The colours of all its themes, one above the other. */
function laneColour(looks: readonly ThemeLook[]): string {
	if (looks.length === 0) return 'var(--ink-3)'
	const colours = looks.map(({ hue }) => `oklch(var(--lane-l) var(--lane-c) ${hueAngle(hue)})`)
	if (colours.length === 1) return colours[0] ?? ''
	const share = 100 / colours.length
	return `linear-gradient(${colours.map((colour, at) => `${colour} ${at * share}% ${(at + 1) * share}%`).join(', ')})`
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-highlights-panel': HighlightsPanel
	}
}
