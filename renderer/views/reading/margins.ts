import type { ReactiveController } from 'lit'
import type { HighlightId } from '../../../corpus/ids.ts'
import type { MarginItem } from '../../elements/marginlayout.ts'
import { firstLine as firstLineOf } from '../../reading/markdownview.ts'
import { looksOf } from './paintables.ts'
import type { Pane } from './pane.ts'

/** Px above and below the window in which the margin is drawn already. */
const ahead = 900

/** Px that a card takes at least: it is placed so that this much of it is in the window. */
const cardRoom = 200

/**
 * What the margin shows: the highlights around the window, measured again when the text is laid out anew
 * and when the reader has scrolled away from what was measured.
 */
export class Margins implements ReactiveController {
	/** By their top, in px of the margin. */
	items: readonly MarginItem[] = []
	/** Where the card stands, in px of the margin. */
	cardTop = 0
	readonly #pane: Pane
	readonly #card: () => HighlightId | null
	readonly #sizes = new ResizeObserver(() => this.#layoutChanged())
	#observed: Element | null = null
	#measuredAt = 0
	readonly #notes = new Map<string, string>()

	/** @param card the highlight whose card is open */
	constructor(pane: Pane, card: () => HighlightId | null) {
		this.#pane = pane
		this.#card = card
		pane.addController(this)
	}

	hostUpdated(): void {
		const surface = this.#pane.opened?.surface.element ?? null
		if (surface === this.#observed) return
		this.#sizes.disconnect()
		this.#observed = surface
		// Sections get their true heights as they come into sight: all below them moves.
		if (surface) this.#sizes.observe(surface)
	}

	hostDisconnected(): void {
		this.#sizes.disconnect()
		this.#observed = null
	}

	/** The text was scrolled; a few px make no difference. */
	scrolled(): void {
		const top = this.#pane.scroller?.scrollTop ?? 0
		if (Math.abs(top - this.#measuredAt) > ahead / 2) this.#layoutChanged()
	}

	/** Measures; the pane draws afterwards. Only reads the page. */
	measure(): void {
		const { opened, scroller, margin, desk, state } = this.#pane
		if (!opened || !scroller || !margin) {
			this.items = []
			return
		}
		this.#measuredAt = scroller.scrollTop
		const box = scroller.getBoundingClientRect()
		const origin = margin.getBoundingClientRect().top
		const shift = opened.surface.element.getBoundingClientRect().top - origin
		const top = box.top - origin - ahead
		const bottom = box.bottom - origin + ahead
		const texts = opened.geometry.textBetween(box.top - ahead, box.bottom + ahead)
		const near = new Set(texts.flatMap((text) => opened.painter.index.overlapping(text)))
		this.items = [...near]
			.map((paintable) => {
				const id = paintable.id as HighlightId
				const extent = opened.geometry.extent(paintable)
				const highlight = desk.find(id)
				return {
					id,
					top: Math.round(extent.top + shift),
					bottom: Math.round(extent.bottom + shift),
					themes: highlight ? looksOf(highlight, state.themes.looks) : [],
					quote: highlight?.anchor.quote ?? '',
					note: this.firstLine(highlight?.note?.body ?? ''),
					pending: paintable.pending,
				}
			})
			.filter((item) => item.bottom > top && item.top < bottom)
			.toSorted((a, b) => a.top - b.top)
	}

	/** Puts the card beside its highlight, but into the window. */
	placeCard(): void {
		const { opened, scroller, margin, desk } = this.#pane
		const id = this.#card()
		const highlight = id === null ? undefined : desk.find(id)
		if (!opened || !scroller || !margin || !highlight) return
		const box = scroller.getBoundingClientRect()
		const origin = margin.getBoundingClientRect().top
		const shift = opened.surface.element.getBoundingClientRect().top - origin
		const wanted = opened.geometry.extent(highlight.anchor).top + shift
		const highest = box.top - origin + 12
		const lowest = Math.max(highest, box.bottom - origin - cardRoom)
		this.cardTop = Math.round(Math.min(Math.max(wanted, highest), lowest))
	}

	#layoutChanged(): void {
		this.measure()
		this.#pane.requestUpdate()
	}

	/** The first line of a note as plain text; kept, for reading Markdown takes its time. */
	readonly firstLine = (body: string): string => {
		if (body === '') return ''
		const known = this.#notes.get(body)
		if (known !== undefined) return known
		const line = firstLineOf(body)
		this.#notes.set(body, line)
		return line
	}
}
