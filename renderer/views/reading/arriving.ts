import type { Scrolling } from '../../reading/scrolling.ts'
import type { ReadingPlace } from '../../state/router.ts'
import type { Cards } from './cards.ts'
import type { Pane } from './pane.ts'
import type { Visiting } from './visiting.ts'

interface ArrivingPane extends Pane {
	readonly cards: Cards
	readonly visiting: Visiting
}

/** Brings a pane to a place of its document: where a link leads, where the reader was, where reading stopped. */
export class Arriving {
	/** null until the text is in the page. */
	scrolling: Scrolling | null = null
	readonly #pane: ArrivingPane
	#wanted: { readonly at: ReadingPlace | null; readonly offset: number | null } | null = null

	constructor(pane: ArrivingPane) {
		this.#pane = pane
	}

	/** The first offset in sight. */
	get offset(): number {
		return this.scrolling?.top ?? 0
	}

	/** What was asked for last wins. @param offset where the reader was before */
	want(at: ReadingPlace | null, offset: number | null): void {
		this.#wanted = { at, offset }
	}

	/** Goes to the place that is wanted, else to where reading stopped. */
	async arrive(): Promise<void> {
		const { opened } = this.#pane
		const { at, offset } = this.#wanted ?? { at: null, offset: null }
		this.#wanted = null
		if (!opened) return
		const position = opened.detail.position ?? 0
		if (offset !== null) await this.#reveal(offset)
		else if (at) await this.#show(at)
		else if (position > 0) await this.#reveal(position)
	}

	async #reveal(offset: number): Promise<void> {
		// What stands above the first line is part of the beginning.
		if (offset === 0 && this.#pane.scroller) this.#pane.scroller.scrollTop = 0
		else await this.scrolling?.reveal({ start: offset, end: offset }, 'start')
	}

	async #show(at: ReadingPlace): Promise<void> {
		const { opened, state, document, desk, cards } = this.#pane
		if (at.kind === 'offset') {
			const range = { start: at.offset, end: at.end ?? at.offset }
			await this.scrolling?.reveal(range, at.end === undefined ? 'start' : 'center')
			if (at.end !== undefined) opened?.painter.hits([], range)
			return
		}
		await state.highlights.of(document).load()
		const highlight = desk.find(at.highlight)
		if (!highlight) return
		if (!highlight.placed) {
			state.toasts.done(noPlace)
			return
		}
		cards.focus(at.highlight)
		await this.scrolling?.reveal(highlight.anchor, 'center')
		this.#pane.visiting.show(at.highlight)
	}
}

const noPlace =
	'This passage stands in an earlier reading of the document and has no sure place in its present text. It is kept in Passages, notes and exports.'
