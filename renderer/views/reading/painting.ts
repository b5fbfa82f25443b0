import type { Highlight } from '../../../corpus/entities.ts'
import type { ThemeId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import type { OpenedDocument } from './openeddocument.ts'
import { paintablesOf } from './paintables.ts'
import type { Pane } from './pane.ts'

/** Keeps the paint of a pane as the highlights are, around the part of the text that is in sight. */
export class Painting {
	readonly #pane: Pane
	#painted: {
		readonly opened: OpenedDocument
		readonly highlights: readonly Highlight[]
		readonly looks: ReadonlyMap<ThemeId, ThemeLook>
	} | null = null
	/** Where the text was when it was last looked at, in px; null: not yet. */
	#lookedAt: number | null = null

	constructor(pane: Pane) {
		this.#pane = pane
	}

	/** Paints what changed. @returns whether anything did */
	update(): boolean {
		const { opened, state, desk } = this.#pane
		const { inOrder: highlights } = desk.highlights
		const { looks } = state.themes
		const before = this.#painted
		if (!opened || (before?.opened === opened && before.highlights === highlights && before.looks === looks))
			return false
		this.#painted = { opened, highlights, looks }
		opened.painter.show(paintablesOf(highlights, looks, ({ id }) => desk.highlights.isPending(id)))
		return true
	}

	/** Draws the passage that the reader is at. */
	focus(range: Range | null): void {
		this.#pane.opened?.painter.focus(range)
	}

	/** The text was scrolled: gives paint to what lies around the window, some screens ahead of the reader. */
	look(): void {
		const { opened, scroller } = this.#pane
		if (!opened || !scroller || !opened.surface.element.isConnected) return
		const ahead = scroller.clientHeight
		if (this.#lookedAt !== null && Math.abs(scroller.scrollTop - this.#lookedAt) < ahead) return
		this.#lookedAt = scroller.scrollTop
		const box = scroller.getBoundingClientRect()
		const texts = opened.geometry.textBetween(box.top - 2 * ahead, box.bottom + 2 * ahead)
		if (texts.length > 0) opened.painter.look(texts)
	}

	/** The text was set anew, or is another: what was looked at means nothing any more. */
	lookAnew(): void {
		this.#lookedAt = null
		this.look()
	}
}
