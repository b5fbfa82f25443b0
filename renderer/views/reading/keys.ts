import type { ReactiveController } from 'lit'
import type { CaretMode } from '../../reading/caretmode.ts'
import type { Adjusting } from './adjusting.ts'
import type { Cards } from './cards.ts'
import type { Finding } from './finding.ts'
import type { Pane } from './pane.ts'
import type { Picking } from './picking.ts'
import type { Selecting } from './selecting.ts'
import type { Visiting } from './visiting.ts'

interface KeysPane extends Pane, HTMLElement {
	readonly selecting: Selecting
	readonly cards: Cards
	readonly finding: Finding
	readonly picking: Picking
	readonly adjusting: Adjusting
	readonly visiting: Visiting
	readonly caret: CaretMode | null
	readonly panel: boolean
	togglePanel(): void
}

/** The keys of a pane that are no commands: those of adjusting, select all in the text only, and Escape. */
export class Keys implements ReactiveController {
	readonly #pane: KeysPane

	constructor(pane: KeysPane) {
		this.#pane = pane
		pane.addController(this)
	}

	hostConnected(): void {
		this.#pane.addEventListener('keydown', this.#pressed)
	}

	hostDisconnected(): void {
		this.#pane.removeEventListener('keydown', this.#pressed)
	}

	readonly #pressed = (event: KeyboardEvent): void => {
		if (event.defaultPrevented) return
		const { opened, adjusting, selecting } = this.#pane
		const inText = event.target === opened?.surface.element
		const isSelectAll =
			event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
		if (inText && adjusting.key(event)) event.preventDefault()
		else if (inText && isSelectAll) {
			selecting.selectAll()
			event.preventDefault()
		} else if (event.key === 'Escape' && this.#escape()) event.preventDefault()
	}

	/** From the inside out. @returns whether there was something to leave */
	#escape(): boolean {
		const { picking, adjusting, cards, visiting, selecting, caret, finding, panel } = this.#pane
		if (picking.target) picking.close()
		else if (adjusting.ends) adjusting.cancel()
		else if (cards.open !== null) visiting.closeCard()
		else if (selecting.selection) selecting.clear()
		else if (caret?.active) caret.leave()
		else if (finding.isOpen) finding.close()
		else if (panel) this.#pane.togglePanel()
		else return false
		return true
	}
}
