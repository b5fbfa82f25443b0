import type { Found } from '../../reading/find.ts'
import type { Pane } from './pane.ts'

const notFound: Found = { count: 0, current: 0, range: null }

/** The find bar of a pane. */
export class Finding {
	isOpen = false
	words = ''
	found: Found = notFound
	readonly #pane: FindingPane

	constructor(pane: FindingPane) {
		this.#pane = pane
	}

	/** Opens the bar with the words that are selected, if they are few. */
	open(): void {
		const { opened } = this.#pane
		const selected = document.getSelection()?.toString().trim() ?? ''
		this.isOpen = true
		if (opened && selected !== '' && selected.length < 80 && !selected.includes('\n')) this.search(selected)
		this.#pane.requestUpdate()
		void this.#pane.updateComplete.then(() => this.#pane.querySelector('cp-find-bar')?.focus())
	}

	search(words: string): void {
		const { opened } = this.#pane
		this.words = words
		if (opened) this.#show(opened.find.search(words, this.#pane.offset))
	}

	/** Opens the bar where it is closed. */
	step(direction: 'next' | 'previous'): void {
		const { opened } = this.#pane
		if (!opened) return
		if (this.words === '') this.open()
		else if (this.isOpen) this.#show(opened.find.step(direction))
		else {
			this.isOpen = true
			this.search(this.words)
		}
	}

	/** The text is shown in another way: what was being found is found there. */
	again(): void {
		if (this.isOpen && this.words !== '')
			this.#show(this.#pane.opened?.find.search(this.words, this.#pane.offset) ?? notFound, false)
	}

	close(): void {
		this.isOpen = false
		this.found = notFound
		this.#pane.opened?.find.close()
		this.#pane.requestUpdate()
		this.#pane.focusText()
	}

	#show(found: Found, reveal = true): void {
		this.found = found
		this.#pane.requestUpdate()
		if (found.range && reveal) void this.#pane.revealRange(found.range)
	}
}

interface FindingPane extends Pane, ParentNode {
	readonly offset: number
	revealRange(range: { readonly start: number; readonly end: number }): Promise<void>
}
