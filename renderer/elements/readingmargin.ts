import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { HighlightId } from '../../corpus/ids.ts'
import { pathText } from '../../corpus/themetree.ts'
import { controls } from './controls.ts'
import {
	type Lane,
	layoutLabels,
	layoutLanes,
	type MarginItem,
	type MarginLabel,
	nameLines,
} from './marginlayout.ts'
import { CardOpenEvent } from './passageevents.ts'
import { hueStyle } from './themelook.ts'

/** Px between a card and the edges of the window, and the height of the bar above the text. */
const edge = 12
const barHeight = 48

/**
 * The margin beside a text: a lane for each highlight, the names of its themes and the first line of its
 * note. A card stands here, never over the text. It shows the highlights that it is given, which are those
 * near the window.
 *
 * Everything here can also be reached with the keyboard in the text (J, K, Enter) and in the highlights
 * panel; so nothing in the margin is a stop of the Tab key but the card.
 *
 * @slot card - the card of the highlight `open`
 * @event card-open - a click on a lane or label
 */
@customElement('cp-reading-margin')
export class ReadingMargin extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; position: relative; }
			.lane {
				position: absolute;
				inset-inline-start: calc(var(--column) * 8px);
				min-height: 0;
				width: 8px;
				padding: 0;
				border: 0;
				border-radius: 2px;
				background: none;
				cursor: pointer;
			}
			.lane::before {
				content: '';
				position: absolute;
				inset-block: 0;
				inset-inline-start: 0;
				width: 4px;
				border-radius: 2px;
				background: oklch(var(--lane-l) var(--lane-c) var(--hue));
				forced-color-adjust: none;
			}
			.lane.plain::before { background: var(--ink-3); }
			.lane.pending::before { opacity: 0.45; }
			.lane:hover:not(:disabled) { background: none; }
			.lane:hover::before, .lane.open::before { width: 6px; }
			.label {
				position: absolute;
				inset-inline: 30px 0;
				display: block;
				min-height: 0;
				padding: 0;
				border: 0;
				background: none;
				text-align: start;
				font-weight: 400;
				line-height: 18px;
				cursor: pointer;
			}
			.label:hover:not(:disabled) { background: none; }
			.names { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-weight: 600; }
			.names.two { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal; overflow-wrap: anywhere; }
			.name + .name::before { content: ' · '; color: var(--ink-3); }
			.note { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; color: var(--ink-2); overflow-wrap: anywhere; }
			.card { position: absolute; inset-inline: 26px 0; z-index: 2; }
			:host([narrow]) .label { display: none; }
		`,
	]

	/** By their top. */
	@property({ attribute: false }) items: readonly MarginItem[] = []
	/** The highlight whose card is in the slot. */
	@property({ attribute: false }) open: HighlightId | null = null
	/** Where the card is to stand, in px from the margin's top. */
	@property({ attribute: false }) cardTop = 0
	/** Room for the lanes only. */
	@property({ type: Boolean, reflect: true }) narrow = false

	@state() private cardHeight = 0
	/** How far the card stands above its place, in px, so that all of it is in the window. */
	@state() private lift = 0
	@query('.card') private readonly card!: HTMLElement | null
	private observed: Element | null = null
	private readonly sizes = new ResizeObserver((entries) => {
		const height = entries.at(-1)?.contentRect.height ?? 0
		if (Math.abs(height - this.cardHeight) <= 0.5) return
		this.cardHeight = height
		this.lift = this.liftOf(height)
	})

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.sizes.disconnect()
		this.observed = null
	}

	override render(): TemplateResult {
		const hasCard = this.open !== null && !this.narrow
		const top = this.cardTop - this.lift
		const card = this.open !== null && hasCard ? { id: this.open, top, bottom: top + this.cardHeight } : null
		return html`
			${repeat(
				layoutLanes(this.items),
				(lane) => `${lane.item.id} ${lane.hue}`,
				(lane) => this.drawLane(lane),
			)}
			${
				this.narrow
					? nothing
					: repeat(
							layoutLabels(this.items, card),
							(label) => label.item.id,
							(label) => this.drawLabel(label),
						)
			}
			${hasCard ? html`<div class="card" style="top: ${top}px"><slot name="card"></slot></div>` : nothing}
		`
	}

	/** What of the card would lie below the window, as long as its top stays below the frame's bar. */
	private liftOf(height: number): number {
		const top = this.getBoundingClientRect().top + this.cardTop
		return Math.max(0, Math.min(top + height + edge - innerHeight, top - barHeight - edge))
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		super.willUpdate(changed)
		if (changed.has('open')) this.lift = this.liftOf(this.cardHeight)
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		if (this.card === this.observed) return
		this.sizes.disconnect()
		this.observed = this.card
		if (this.card) this.sizes.observe(this.card)
	}

	private drawLane(lane: Lane): TemplateResult {
		const { item } = lane
		const classes = ['lane', lane.hue === null ? 'plain' : '', item.pending ? 'pending' : '']
		if (item.id === this.open) classes.push('open')
		return html`<button
			type="button"
			class=${classes.join(' ')}
			tabindex="-1"
			aria-label=${spoken(item)}
			title=${summary(item)}
			style="--column: ${lane.column}; top: ${item.top}px; height: ${Math.max(8, item.bottom - item.top)}px; ${
				lane.hue === null ? '' : hueStyle(lane.hue)
			}"
			@click=${() => this.dispatchEvent(new CardOpenEvent(item.id))}
		></button>`
	}

	private drawLabel({ item, top }: MarginLabel): TemplateResult {
		return html`<button
			type="button"
			class="label"
			tabindex="-1"
			style="top: ${top}px"
			title=${summary(item)}
			@click=${() => this.dispatchEvent(new CardOpenEvent(item.id))}
		>
			${
				item.themes.length > 0
					? html`<span class=${nameLines(item) > 1 ? 'names two' : 'names'}
							>${item.themes.map(
								(theme) =>
									html`<span class="name" style=${hueStyle(theme.hue)}>${pathText(theme.path)}</span>`,
							)}</span
						>`
					: nothing
			}
			${item.note === '' ? nothing : html`<span class="note">${item.note}</span>`}
		</button>`
	}
}

/** Characters of the words by which a highlight is named. */
const named = 60

/** What tells a highlight from the others for those who hear it: its themes and its first words. */
function spoken({ themes, quote, note }: MarginItem): string {
	const names = themes.map(({ path }) => pathText(path)).join(', ') || 'Without a theme'
	const words = (quote || note)
		.slice(0, 4 * named)
		.replaceAll('\uFFFC', ' [picture] ')
		.replace(/\s+/g, ' ')
		.trim()
	const first = [...words].slice(0, named).join('')
	if (first === '') return names
	return `${names}: ${first}${first.length < words.length ? '…' : ''}`
}

const summary = (item: MarginItem): string =>
	[item.themes.map(({ path }) => pathText(path)).join(', ') || 'Without a theme', item.note]
		.filter((part) => part !== '')
		.join('\n')

declare global {
	interface HTMLElementTagNameMap {
		'cp-reading-margin': ReadingMargin
	}
}
