import type { ThemeId } from '../../../corpus/ids.ts'
import type { PassageAction } from '../../elements/passageevents.ts'
import type { Adjusting } from './adjusting.ts'
import type { Arriving } from './arriving.ts'
import type { Cards } from './cards.ts'
import type { Paging } from './paging.ts'
import type { Pane } from './pane.ts'
import type { Target } from './passagedesk.ts'
import type { Picking } from './picking.ts'
import type { Selecting } from './selecting.ts'
import type { Visiting } from './visiting.ts'

interface MarkingPane extends Pane {
	readonly selecting: Selecting
	readonly cards: Cards
	readonly picking: Picking
	readonly adjusting: Adjusting
	readonly paging: Paging
	readonly arriving: Arriving
	readonly visiting: Visiting
}

/** What commands, the toolbar and the card do with the passage that the reader is at. */
export class Marking {
	readonly #pane: MarkingPane

	constructor(pane: MarkingPane) {
		this.#pane = pane
	}

	/** The selection, else the highlight the reader is at, else a page that is one picture; null: none is meant. */
	get target(): Target | null {
		const { selecting, cards, paging } = this.#pane
		const { selection } = selecting
		if (selection) return { kind: 'range', range: selection.range }
		const id = cards.open ?? cards.current
		if (id !== null) return { kind: 'highlight', id }
		const { wholePage } = paging
		return wholePage && { kind: 'range', range: wholePage }
	}

	highlight(): void {
		const { desk, selecting, cards } = this.#pane
		const { target } = this
		if (target?.kind !== 'range') return
		const marked = desk.mark(target, [])
		if (!marked) return
		selecting.clear()
		cards.settle(marked.id)
	}

	pickTheme(): void {
		const { target } = this
		if (target) this.#pane.picking.open(target)
	}

	/** Puts a theme on the selection or on the current highlight. */
	tag(theme: ThemeId): void {
		const { target } = this
		if (target) this.apply(target, theme)
	}

	/** Puts a theme on a passage. */
	apply(target: Target, theme: ThemeId): void {
		const { desk, selecting, cards, state } = this.#pane
		const marked = desk.mark(target, [theme])
		if (!marked) return
		selecting.clear()
		cards.settle(marked.id)
		state.announcer.say(`Tagged with ${state.themes.get(theme)?.name ?? 'the theme'}`)
	}

	note(): void {
		const { desk, selecting, visiting } = this.#pane
		const { target } = this
		const marked = target && desk.mark(target, [])
		if (!marked) return
		selecting.clear()
		visiting.write(marked)
	}

	async copy(): Promise<void> {
		const { target } = this
		if (target) await this.#pane.desk.copy(target)
	}

	adjustEnds(): void {
		const { cards, selecting, adjusting, arriving } = this.#pane
		if (cards.current === null) return
		selecting.clear()
		const range = adjusting.begin(cards.current)
		if (range) void arriving.scrolling?.reveal(range, 'nearest').then(() => this.#pane.requestUpdate())
	}

	get canJoin(): boolean {
		const { cards, desk } = this.#pane
		return cards.current !== null && desk.neighbourOf(cards.current) !== null
	}

	async join(): Promise<void> {
		const { cards, desk } = this.#pane
		if (cards.current === null) return
		const kept = await desk.join(cards.current)
		if (kept) cards.focus(kept)
	}

	/** Removes the highlight that is meant; the one before it is the current one then. */
	async remove(): Promise<void> {
		const { cards, desk } = this.#pane
		const { target } = this
		const id = target?.kind === 'highlight' ? target.id : null
		if (id === null) return
		const at = desk.highlights.inOrder.findIndex((highlight) => highlight.id === id)
		cards.close()
		cards.current = null
		this.#pane.focusText()
		await desk.remove(id)
		const after = desk.highlights.inOrder[Math.max(0, at - 1)]
		if (at > 0 && after) cards.current = after.id
	}

	/** What a button of the toolbar or of the card stands for. */
	act(action: PassageAction, button: HTMLElement): void {
		switch (action) {
			case 'highlight':
				this.highlight()
				return
			case 'theme':
				this.pickTheme()
				return
			case 'note':
				this.note()
				return
			case 'copy':
				void this.copy()
				return
			case 'remove':
				void this.remove()
				return
			case 'extend':
				this.adjustEnds()
				return
			case 'join':
				void this.join()
				return
			case 'more':
				this.#more(button)
				return
		}
	}

	#more(button: HTMLElement): void {
		const { commands, menus } = this.#pane.state
		const split = () => commands.run('document.split')
		menus.show('More', button, [{ kind: 'item', label: 'Split here', run: split }])
	}
}
