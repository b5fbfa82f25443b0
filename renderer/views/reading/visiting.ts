import type { HighlightId } from '../../../corpus/ids.ts'
import { itemsAtPoint } from '../../reading/hits.ts'
import { select } from '../../reading/selection.ts'
import type { Adjusting } from './adjusting.ts'
import type { Arriving } from './arriving.ts'
import type { Cards } from './cards.ts'
import type { Finding } from './finding.ts'
import type { Margins } from './margins.ts'
import type { Paging } from './paging.ts'
import type { Pane } from './pane.ts'
import type { Marked } from './passagedesk.ts'
import type { Selecting } from './selecting.ts'

interface VisitingPane extends Pane, ParentNode {
	readonly selecting: Selecting
	readonly cards: Cards
	readonly margins: Margins
	readonly finding: Finding
	readonly adjusting: Adjusting
	readonly paging: Paging
	readonly arriving: Arriving
}

/** Goes to highlights, by step, by click or from a list, and shows and leaves the card beside them. */
export class Visiting {
	readonly #pane: VisitingPane

	constructor(pane: VisitingPane) {
		this.#pane = pane
	}

	step(direction: 'next' | 'previous'): void {
		const { selecting, cards, arriving } = this.#pane
		const caret = selecting.selection?.range.start
		const found = cards.step(direction, caret ?? arriving.offset + (direction === 'next' ? 0 : 1))
		if (!found) return
		selecting.clear()
		void arriving.scrolling?.reveal(found, 'nearest').then(() => this.#place())
	}

	/** A highlight was chosen in the panel or margin. */
	async goTo(id: HighlightId): Promise<void> {
		const { desk, cards, arriving } = this.#pane
		const highlight = desk.find(id)
		if (!highlight) return
		cards.focus(id)
		await arriving.scrolling?.reveal(highlight.anchor, 'nearest')
		this.show(id)
	}

	/** A press on the text that selected nothing. */
	click(event: PointerEvent): void {
		const { opened, adjusting, finding, cards, paging } = this.#pane
		if (!opened || adjusting.ends) return
		// What a search led to has been seen.
		if (!finding.isOpen) opened.painter.hits([], null)
		const items = itemsAtPoint(opened.geometry, opened.painter.index, event.clientX, event.clientY)
		// A second click goes to what lies below.
		const at = items.findIndex(({ id }) => id === cards.open)
		const item = items[(at + 1) % Math.max(1, items.length)]
		if (item) this.show(item.id as HighlightId)
		else {
			cards.close()
			cards.current = null
			const page = paging.pictureAt(event.clientX, event.clientY)
			if (page) select(opened.surface, page)
		}
	}

	/** Opens the card of a highlight that is in sight. */
	show(id: HighlightId): void {
		this.#pane.cards.show(id)
		this.#pane.margins.measure()
		this.#place()
	}

	/** Opens the card of the current highlight, with the keyboard in it. */
	openCard(): void {
		const { current } = this.#pane.cards
		if (current === null) return
		this.show(current)
		void this.#focusCard()
	}

	/** Opens the card of a highlight to write its note, with the keyboard in it. */
	write({ id, written }: Marked): void {
		const { cards, margins } = this.#pane
		cards.write(id, written)
		margins.measure()
		margins.placeCard()
		void this.#focusCard()
	}

	/** @param byKey gives the keyboard back to the text */
	leaveNote(byKey: boolean): void {
		this.#pane.cards.leaveNote()
		if (byKey) this.#pane.focusText()
	}

	closeCard(): void {
		this.#pane.cards.close()
		this.#pane.focusText()
	}

	#place(): void {
		this.#pane.margins.placeCard()
		this.#pane.requestUpdate()
	}

	async #focusCard(): Promise<void> {
		await this.#pane.updateComplete
		this.#pane.querySelector('cp-passage-card')?.focus()
	}
}
