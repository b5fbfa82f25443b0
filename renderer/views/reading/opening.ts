import type { DocumentDetail } from '../../../corpus/entities.ts'
import type { Changed } from '../../../preload/bridge.ts'
import { CallError } from '../../client.ts'
import { Turns } from '../../state/turns.ts'
import type { Arriving } from './arriving.ts'
import { headOf, type OpenedDocument, type ReadDocument, readDocument } from './openeddocument.ts'
import type { Paging } from './paging.ts'
import type { Pane } from './pane.ts'
import { offerPages, showText } from './showing.ts'

interface OpeningPane extends Pane {
	readonly isConnected: boolean
	readonly arriving: Arriving
	readonly paging: Paging
	opened: OpenedDocument | null
	problem: string | null
	/** Ends what the reader was about to do with the text as it is shown. */
	stopAll(): void
	/** The document goes. */
	close(): void
}

/** Reads the document of a pane and shows it: as a text, or as its pages. */
export class Opening {
	readonly #pane: OpeningPane
	/** One answer after the other: none is overtaken by an older one. */
	readonly #following: Turns
	#busy = false
	/** When what is being shown is there. */
	#shown: Promise<unknown> = Promise.resolve()

	constructor(pane: OpeningPane) {
		this.#pane = pane
		this.#following = new Turns(() => this.#follow())
	}

	async open(): Promise<void> {
		const { state, document, paging } = this.#pane
		try {
			await Promise.all([
				this.#alone(async () => {
					const read = await readDocument(state, document)
					await this.#show(read, paging.wants(read))
				}),
				state.highlights.of(document).load(),
				state.themes.load(),
			])
		} catch (error) {
			if (error instanceof CallError) this.#pane.problem = error.message
			else state.fail(error)
		}
	}

	/**
	 * Shows the pages of the original in place of the text, or the text again. The place, the card, and what
	 * is being found stay.
	 * @param at what is to be in sight; absent: what is
	 */
	async toggle(at?: number): Promise<void> {
		const { opened, state, document, arriving } = this.#pane
		if (!opened || opened.pages.length === 0 || this.#busy) return
		const toPages = opened.pageView === null
		this.#pane.stopAll()
		arriving.want(null, at ?? arriving.offset)
		await this.#alone(() => this.#show(opened, toPages))
		const isPages = this.#pane.opened?.pageView != null
		if (isPages !== toPages) return
		state.pageLooks.set(document, { mode: isPages ? 'pages' : 'text' })
		state.announcer.say(isPages ? 'Page view' : 'Text')
		this.#pane.focusText()
	}

	/**
	 * A document may be called otherwise now. One that was divided has another text; an undo may take one away,
	 * and a redo bring it back.
	 */
	async reloadIfOther(change: Changed): Promise<void> {
		if (change.documents.includes(this.#pane.document)) await this.#following.ask()
	}

	async #follow(): Promise<void> {
		await this.#shown
		const { state, document: id, arriving } = this.#pane
		const detail = await state.client.call('documents.get', { id }).catch((error) => {
			if (error instanceof CallError && error.code === 'not-found') return error
			return null
		})
		if (!this.#pane.isConnected || detail === null) return
		if (this.#busy) {
			void this.#following.ask()
			return
		}
		if (detail instanceof CallError) {
			this.#pane.close()
			this.#pane.problem = 'This document is not in the library any more. Redo brings it back.'
		} else if (this.#pane.opened === null || detail.version !== this.#pane.opened.detail.version) {
			this.#pane.close()
			this.#pane.problem = null
			// Where that is in the other text, the library knows: offsets of this one mean nothing there.
			arriving.want(null, null)
			await this.open()
		} else this.#rename(this.#pane.opened, detail)
	}

	#rename(opened: OpenedDocument, detail: DocumentDetail): void {
		if (JSON.stringify(detail.metadata) === JSON.stringify(opened.detail.metadata)) return
		const renamed = { ...opened, ...headOf(detail, opened.text) }
		opened.name(renamed)
		this.#pane.opened = renamed
	}

	/** Nothing else is shown until this has ended. */
	async #alone(showing: () => Promise<void>): Promise<void> {
		this.#busy = true
		const shown = showing().finally(() => {
			this.#busy = false
		})
		this.#shown = shown.catch(() => {})
		await shown
	}

	/** Where its pages cannot be shown, the text is. */
	async #show(read: ReadDocument, asPages: boolean): Promise<void> {
		const { state, paging } = this.#pane
		const pages = asPages ? await state.attempt(() => paging.show(read)) : null
		if (!this.#pane.isConnected) {
			pages?.dispose()
			paging.close()
			return
		}
		// The reader thought better of it, or was told why: what is shown stays.
		if (asPages && !pages && this.#pane.opened) return
		const showing = pages ?? showText(state, read)
		if (!pages && read.pages.length > 0) offerPages(showing.surface, (offset) => void this.toggle(offset))
		this.#pane.opened?.dispose()
		this.#pane.opened = { ...read, ...showing }
	}
}
