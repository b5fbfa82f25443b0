import { html } from 'lit'
import { UserError } from '../../../corpus/errors.ts'
import type { Range } from '../../../corpus/range.ts'
import type { MenuEntry } from '../../elements/menu.ts'
import type { DrawPage } from '../../elements/pagethumbnails.ts'
import { nextZoom, type Zoom } from '../../reading/pages/pagelayout.ts'
import type { PageView, Room } from '../../reading/pages/pageview.ts'
import { PasswordRefused, PdfOriginal } from '../../reading/pages/pdforiginal.ts'
import type { PageLook } from '../../state/pagelooks.ts'
import type { ReadDocument } from './openeddocument.ts'
import type { Pane } from './pane.ts'
import { type Showing, showPages } from './showing.ts'
import '../import/passworddialog.ts'

/** Px of the pane that pages do not get: the margin beside them, and room around them. */
const besidePages = 316
const besideNarrowPages = 52
const aroundPages = 24

interface PagingPane extends Pane, ParentNode {
	/** Room for lanes only. */
	readonly narrow: boolean
	readonly panel: boolean
	/** Pages have other nodes, or stand elsewhere. */
	moved(): void
}

/** Page view in a pane: its original, its size, its panel of thumbnails. */
export class Paging {
	readonly #pane: PagingPane
	/** Index of the page that the reader is at. */
	page = 0
	#original: PdfOriginal | null = null

	constructor(pane: PagingPane) {
		this.#pane = pane
	}

	/** null: the text flows. */
	get view(): PageView | null {
		return this.#pane.opened?.pageView ?? null
	}

	get look(): PageLook {
		const { state, document } = this.#pane
		return state.pageLooks.of(document) ?? state.pageLooks.set(document, {})
	}

	/** Whether a document is to be opened as pages: the reader left it so, or it is nothing but pictures. */
	wants({ pages, text }: ReadDocument): boolean {
		if (pages.length === 0) return false
		const mode = this.#pane.state.pageLooks.of(this.#pane.document)?.mode
		return mode ? mode === 'pages' : !/[^\s\uFFFC]/.test(text.text)
	}

	/**
	 * Opens the original and shows its pages. @returns null when the reader did not tell its password
	 * @throws {CallError | UserError}
	 */
	async show(read: ReadDocument): Promise<Showing | null> {
		const { state, document } = this.#pane
		const [runs, original] = await Promise.all([
			state.client.call('documents.runs', { id: document, from: 0, to: read.pages.length }),
			this.#open(read),
		])
		return original && showPages(read, runs, original, this.look.zoom)
	}

	/** What pages may take of the pane. */
	get room(): Room {
		const { scroller, narrow, panel } = this.#pane
		const beside = narrow || panel ? besideNarrowPages : besidePages
		return {
			width: Math.max(120, (scroller?.clientWidth ?? 800) - beside - aroundPages),
			height: scroller?.clientHeight ?? 600,
		}
	}

	/** The pane has another size. */
	resized(): void {
		void this.view?.fit(this.room).then(() => this.#pane.moved())
	}

	zoomBy(direction: 'in' | 'out'): void {
		if (this.view) this.zoomTo(nextZoom(this.view.factor, direction))
	}

	zoomTo(zoom: Zoom): void {
		const { state, document } = this.#pane
		state.pageLooks.set(document, { zoom })
		void this.view?.setZoom(zoom).then(() => {
			this.#pane.moved()
			if (this.view) state.announcer.say(`${Math.round(this.view.factor * 100)} percent`)
		})
	}

	/** Lets the reader choose among sizes, beside a button. */
	chooseSize(button: HTMLElement): void {
		const { view } = this
		const { state } = this.#pane
		if (!view) return
		const item = (label: string, zoom: Zoom): MenuEntry => ({
			kind: 'item',
			label,
			checked: view.zoom === zoom,
			run: () => this.zoomTo(zoom),
		})
		state.menus.show('Size of the pages', button, [
			item('Automatic', 'auto'),
			item('Fit the width', 'width'),
			item('Fit the page', 'page'),
			{ kind: 'separator' },
			...[0.5, 0.75, 1, 1.25, 1.5, 2, 3].map((factor) => item(`${factor * 100} %`, factor)),
			{ kind: 'separator' },
			{
				kind: 'item',
				label: 'White pages',
				checked: state.pageLooks.areWhite,
				run: () => this.toggleWhite(),
			},
		])
	}

	/** Pages take the colours of the paper, or stay white. */
	toggleWhite(): void {
		const { pageLooks } = this.#pane.state
		pageLooks.areWhite = !pageLooks.areWhite
		this.colour()
		this.#pane.requestUpdate()
	}

	/** Gives pages that are shown now the colours that the reader wants. */
	colour(): void {
		this.view?.surface.element.classList.toggle('white', this.#pane.state.pageLooks.areWhite)
	}

	/** Pages are light on dark. */
	get isDark(): boolean {
		return document.documentElement.dataset['scheme'] === 'dark' && !this.#pane.state.pageLooks.areWhite
	}

	goTo(page: number): void {
		this.view?.showPage(page)
		this.#pane.state.announcer.say(`Page ${this.#pane.opened?.pages[page]?.label ?? ''}`)
	}

	readonly drawThumbnail: DrawPage = (page, canvas, scale, signal) =>
		this.#original?.draw(page, canvas, scale, signal) ?? Promise.resolve(false)

	toggleThumbnails(): void {
		const { state, document } = this.#pane
		const { thumbnails } = state.pageLooks.set(document, { thumbnails: !this.look.thumbnails })
		this.#pane.requestUpdate()
		void this.#pane.updateComplete.then(() => {
			this.resized()
			if (thumbnails) this.#pane.querySelector('cp-page-thumbnails')?.focus()
			else this.#pane.focusText()
		})
	}

	/** A page that is nothing but a picture is a passage as a whole; null: this one is not. */
	get wholePage(): Range | null {
		return this.view ? this.view.surface.pictureOf(this.view.page) : null
	}

	/** The whole of such a page under a point of the window. */
	pictureAt(x: number, y: number): Range | null {
		const { opened } = this.#pane
		const offset = this.view?.geometry.offsetAt(x, y) ?? null
		if (!this.view || !opened || offset === null || opened.text.text[offset] !== '\uFFFC') return null
		const page = this.view.surface.layers[0] && this.view.page
		const whole = page === undefined ? null : this.view.surface.pictureOf(page)
		return whole?.start === offset ? whole : null
	}

	/** The pages were scrolled: the bar says which one it is. */
	scrolled(): void {
		const page = this.view?.page ?? 0
		if (page === this.page) return
		this.page = page
		this.#pane.requestUpdate()
	}

	/** The document is closed. */
	close(): void {
		this.#original?.close()
		this.#original = null
	}

	/** @returns null when the reader did not tell the password */
	async #open(read: ReadDocument): Promise<PdfOriginal | null> {
		const { state, document: id } = this.#pane
		if (this.#original) return this.#original
		try {
			const original = await PdfOriginal.open({
				url: new URL(`original/${encodeURIComponent(id)}`, document.baseURI).href,
				resources: new URL('pdfjs/', document.baseURI).href,
				password: this.look.password,
				askPassword: (wrong) => this.#askPassword(read.detail.fileName, wrong),
			})
			state.pageLooks.set(id, { password: original.password })
			this.#original = original
			return original
		} catch (error) {
			if (error instanceof PasswordRefused) return null
			throw new UserError(
				'refused',
				'The pages of this document cannot be drawn. Its text, your highlights and notes are safe: read on in the text.',
			)
		}
	}

	async #askPassword(file: string, wrong: boolean): Promise<string | null> {
		const { state } = this.#pane
		const told = await state.dialogs.show<string>(
			(close) => html`<cp-password-dialog
				.file=${file}
				.reason=${'Its pages are locked with a password. Commonplace asks for it once while this window is open, and keeps it nowhere.'}
				.tried=${wrong}
				.decline=${'Cancel'}
				@password-given=${(event: HTMLElementEventMap['password-given']) => close(event.password)}
				@cp-close=${() => close()}
			></cp-password-dialog>`,
		)
		return told ?? null
	}
}
