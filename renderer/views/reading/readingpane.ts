import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { DocumentId, HighlightId, ThemeId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { passageScope } from '../../commands/keyboard.ts'
import type { PassageAction } from '../../elements/passageevents.ts'
import { CaretMode } from '../../reading/caretmode.ts'
import { itemsAtPoint } from '../../reading/hits.ts'
import { select } from '../../reading/selection.ts'
import type { AppState } from '../../state/appstate.ts'
import type { ReadingPlace } from '../../state/router.ts'
import { watch } from '../../state/watch.ts'
import { Adjusting } from './adjusting.ts'
import { Arriving } from './arriving.ts'
import { Cards } from './cards.ts'
import { Finding } from './finding.ts'
import { Margins } from './margins.ts'
import type { OpenedDocument } from './openeddocument.ts'
import { Opening } from './opening.ts'
import { Paging } from './paging.ts'
import { Painting } from './painting.ts'
import type { Pane } from './pane.ts'
import { drawPane } from './panedrawing.ts'
import { PassageDesk, type Target } from './passagedesk.ts'
import { Picking } from './picking.ts'
import { type FloatPlace, placeBeside } from './placing.ts'
import { PositionKeeper } from './positionkeeper.ts'
import { Selecting } from './selecting.ts'
import '../../elements/emptystate.ts'

/** Below this width, in CSS px, the margin has room for lanes only. */
const roomForMargin = 760

const toolbarSize = { width: 392, height: 42 }
const pickerSize = { width: 320, height: 340 }

/** How far the reader is in a pane. */
export class ReadingProgressEvent extends Event {
	static readonly type = 'reading-progress'
	/** 0 to 1. */
	readonly progress: number
	/** Index of the heading above what is in sight; -1 before the first. */
	readonly heading: number

	constructor(progress: number, heading: number) {
		super(ReadingProgressEvent.type, { bubbles: true })
		this.progress = progress
		this.heading = heading
	}
}

/**
 * One document with its margin: selecting, marking, cards, finding. All of it is light DOM, for
 * selections do not cross shadow trees; the surface in it is built once and never drawn by Lit. The
 * view lends these methods to the commands.
 *
 * @event reading-progress
 */
@customElement('cp-reading-pane')
export class ReadingPane extends LitElement implements Pane {
	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) document!: DocumentId

	@state() opened: OpenedDocument | null = null
	/** Why the document cannot be shown; null: it can, or is not read yet. */
	@state() problem: string | null = null
	@state() panel = false
	/** Room for lanes only. */
	@state() narrow = false

	@query('.reading-scroller') readonly scroller!: HTMLElement | null
	@query('.reading-sheet') readonly sheet!: HTMLElement | null
	@query('cp-reading-margin') readonly margin!: HTMLElement | null

	readonly selecting = new Selecting(this, (event) => this.#clicked(event))
	readonly cards = new Cards(this)
	readonly margins = new Margins(this, () => this.cards.open)
	readonly finding = new Finding(this)
	readonly picking = new Picking(this)
	readonly adjusting = new Adjusting(this)
	readonly paging = new Paging(this)
	readonly arriving = new Arriving(this)
	readonly opening = new Opening(this)
	readonly #painting = new Painting(this)
	/** Where the toolbar or the picker stands, in px of the sheet. */
	float: FloatPlace = { left: 0, top: 0, above: false }
	#caret: CaretMode | null = null
	#desk: PassageDesk | null = null
	#keeper: PositionKeeper | null = null
	#frame = 0
	#stop: (() => void) | null = null
	readonly #sizes = new ResizeObserver(() => this.#resized())

	constructor() {
		super()
		watch(this, () => [
			this.state.highlights.of(this.document),
			this.state.themes,
			this.state.settings,
			this.cards.session,
		])
	}

	protected override createRenderRoot(): HTMLElement {
		return this
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.addEventListener('keydown', this.#keys)
		this.setAttribute(passageScope, '')
		this.#sizes.observe(this)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.removeEventListener('keydown', this.#keys)
		this.#sizes.disconnect()
		this.#stop?.()
		this.#stop = null
		this.close()
	}

	get desk(): PassageDesk {
		this.#desk ??= new PassageDesk(this.state, this.document, () => this.opened)
		return this.#desk
	}

	/** The first offset in sight. */
	get offset(): number {
		return this.arriving.offset
	}

	/** Whether there is a passage that commands may act on. */
	get hasTarget(): boolean {
		return this.#target !== null
	}

	/** Whether there is a passage that is no highlight yet. */
	get hasRange(): boolean {
		return this.#target?.kind === 'range'
	}

	get isInCaretMode(): boolean {
		return this.#caret?.active ?? false
	}

	override render(): TemplateResult {
		if (this.problem !== null) return html`<cp-empty-state .sentence=${this.problem}></cp-empty-state>`
		return drawPane(this)
	}

	protected override willUpdate(): void {
		this.cards.check()
		if (this.#painting.update() && this.opened?.surface.element.isConnected) this.margins.measure()
		this.#painting.focus(this.#emphasis)
		const range = this.#floatRange
		if (range) {
			const size = this.picking.target ? pickerSize : toolbarSize
			this.float = placeBeside(this, range, this.selecting.selection?.backwards ?? false, size)
		}
	}

	protected override firstUpdated(): void {
		this.#stop = this.state.client.onChange((change) => {
			if (change.kind === 'changed') void this.opening.reloadIfOther(change)
		})
		void this.opening.open()
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		if (changed.has('opened') && this.opened && this.scroller) this.#settle(this.opened, this.scroller)
	}

	// What commands do

	/** Goes to a place of this document; what was asked for last wins. `offset`: where the reader was before. */
	goTo(at: ReadingPlace | null, offset: number | null): void {
		this.arriving.want(at, offset)
		if (this.arriving.scrolling) void this.#arrive()
	}

	highlight(): void {
		const target = this.#target
		if (target?.kind !== 'range') return
		const marked = this.desk.mark(target, [])
		if (!marked) return
		this.selecting.clear()
		this.cards.settle(marked.id)
	}

	pickTheme(): void {
		if (this.#target) this.picking.open(this.#target)
	}

	/** Puts a theme on the selection or on the current highlight. */
	tag(theme: ThemeId): void {
		const target = this.#target
		if (!target) return
		this.apply(target, theme)
	}

	note(): void {
		const target = this.#target
		const marked = target && this.desk.mark(target, [])
		if (!marked) return
		this.selecting.clear()
		this.cards.write(marked.id, marked.written)
		this.margins.measure()
		this.margins.placeCard()
		void this.focusCard()
	}

	async copy(): Promise<void> {
		if (this.#target) await this.desk.copy(this.#target)
	}

	step(direction: 'next' | 'previous'): void {
		const caret = this.selecting.selection?.range.start
		const found = this.cards.step(direction, caret ?? this.offset + (direction === 'next' ? 0 : 1))
		if (!found) return
		this.selecting.clear()
		void this.arriving.scrolling?.reveal(found, 'nearest').then(() => this.#placeCard())
	}

	/** Opens the card of the current highlight, with the keyboard in it. */
	openCard(): void {
		if (this.cards.current === null) return
		this.showCard(this.cards.current)
		void this.focusCard()
	}

	adjustEnds(): void {
		if (this.cards.current === null) return
		this.selecting.clear()
		const range = this.adjusting.begin(this.cards.current)
		if (range) void this.arriving.scrolling?.reveal(range, 'nearest').then(() => this.requestUpdate())
	}

	async join(): Promise<void> {
		const { current } = this.cards
		if (current === null) return
		const kept = await this.desk.join(current)
		if (kept) this.cards.focus(kept)
	}

	get canJoin(): boolean {
		return this.cards.current !== null && this.desk.neighbourOf(this.cards.current) !== null
	}

	async removeHighlight(): Promise<void> {
		const id = this.#target?.kind === 'highlight' ? this.#target.id : null
		if (id === null) return
		const next = this.state.highlights.of(this.document).inOrder
		const at = next.findIndex((highlight) => highlight.id === id)
		this.cards.close()
		this.cards.current = null
		this.focusText()
		await this.desk.remove(id)
		const after = this.state.highlights.of(this.document).inOrder[Math.max(0, at - 1)]
		if (at > 0 && after) this.cards.current = after.id
	}

	togglePanel(): void {
		this.panel = !this.panel
		void this.updateComplete.then(() => {
			this.#resized()
			const panel = this.querySelector('cp-highlights-panel')
			if (panel) panel.focus()
			else this.focusText()
		})
	}

	toggleCaret(): void {
		if (this.#caret?.active) this.#caret.leave()
		else this.#caret?.enter(this.selecting.selection?.range.start ?? this.offset)
	}

	/** Where a document is divided by `Split here`: at the selection, else at the current highlight. */
	get splitOffset(): number | null {
		const highlight = this.cards.current === null ? undefined : this.desk.find(this.cards.current)
		return this.selecting.selection?.range.start ?? highlight?.anchor.start ?? null
	}

	// What the drawing calls

	showCard(id: HighlightId): void {
		this.cards.show(id)
		this.margins.measure()
		this.#placeCard()
	}

	closeCard(): void {
		this.cards.close()
		this.focusText()
	}

	leaveNote(byKey: boolean): void {
		this.cards.leaveNote()
		if (byKey) this.focusText()
	}

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
				void this.removeHighlight()
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

	/** A highlight was chosen in the panel or margin. */
	async reveal(id: HighlightId): Promise<void> {
		const highlight = this.desk.find(id)
		if (!highlight) return
		this.cards.focus(id)
		await this.arriving.scrolling?.reveal(highlight.anchor, 'nearest')
		this.showCard(id)
	}

	revealRange(range: Range): Promise<void> {
		return this.arriving.scrolling?.reveal(range, 'center') ?? Promise.resolve()
	}

	/** Does something that sets the text anew, and keeps the same words at the top. */
	async keepPlace(change: () => void): Promise<void> {
		if (this.arriving.scrolling) await this.arriving.scrolling.keep(change)
		else change()
	}

	scrolled(): void {
		this.#lookAtPages()
		this.#painting.look()
		cancelAnimationFrame(this.#frame)
		this.#frame = requestAnimationFrame(() => {
			if (!this.arriving.scrolling || !this.opened) return
			this.margins.scrolled()
			const { top, progress } = this.arriving.scrolling
			this.#keeper?.moved(top)
			const heading = this.opened.outline.findLastIndex((entry) => entry.start <= top)
			this.dispatchEvent(new ReadingProgressEvent(progress, heading))
			this.paging.scrolled()
		})
	}

	focusText(): void {
		this.opened?.surface.element.focus({ preventScroll: true })
	}

	async focusCard(): Promise<void> {
		await this.updateComplete
		this.querySelector('cp-passage-card')?.focus()
	}

	// Opening and closing

	/** What the reader was about to do with the text as it is shown now. */
	stopAll(): void {
		this.selecting.clear()
		this.#caret?.leave()
		this.adjusting.ends = null
		this.picking.target = null
	}

	/** The surface is in the page now: everything that measures can begin. */
	#settle(opened: OpenedDocument, scroller: HTMLElement): void {
		this.#keeper ??= new PositionKeeper(this.state, this.document)
		this.paging.colour()
		this.arriving.scrolling = opened.mount(scroller, this.paging.room)
		this.#caret = new CaretMode(opened.surface, opened.painter, (active) => {
			this.state.announcer.say(
				active ? 'Caret mode: arrows move, with Shift they select. Esc leaves it.' : 'Caret mode is off',
			)
			this.requestUpdate()
		})
		// A double click that opened the document selected words where it was.
		document.getSelection()?.removeAllRanges()
		const active = document.activeElement
		if (active === null || active === document.body || active.matches('cp-frame, main')) this.focusText()
		opened.find.prepare()
		this.finding.again()
		void this.#arrive()
	}

	async #arrive(): Promise<void> {
		await this.arriving.arrive()
		if (!this.opened) return
		this.#keeper?.moved(this.offset)
		this.moved()
	}

	/** The text stands elsewhere than before. */
	moved(): void {
		this.#lookAtPages()
		this.#painting.lookAnew()
		this.margins.measure()
		this.requestUpdate()
		this.scrolled()
	}

	#lookAtPages(): void {
		const { opened } = this
		for (const range of opened?.pageView?.look() ?? []) opened?.painter.renew(range)
	}

	/** The document goes. */
	close(): void {
		void this.#keeper?.flush()
		this.#caret?.leave()
		this.cards.close()
		this.adjusting.ends = null
		this.picking.target = null
		this.opened?.dispose()
		this.paging.close()
		this.arriving.scrolling = null
		this.opened = null
	}

	// Painting and placing

	/** The passage that is drawn as the one the reader is at. */
	get #emphasis(): Range | null {
		if (this.adjusting.ends) return this.adjusting.ends.range
		if (this.picking.target?.kind === 'range') return this.picking.target.range
		const { emphasised } = this.cards
		const selected = this.selecting.selection?.range
		// No browser shows that a picture is selected.
		if (selected && this.opened?.text.text.slice(selected.start, selected.end) === '\uFFFC') return selected
		return emphasised === null ? null : (this.desk.find(emphasised)?.anchor ?? null)
	}

	/** What the picker or the toolbar stands beside. */
	get #floatRange(): Range | null {
		const { target } = this.picking
		if (target?.kind === 'range') return target.range
		if (target) return this.desk.find(target.id)?.anchor ?? null
		return this.selecting.selection?.range ?? null
	}

	#placeCard(): void {
		this.margins.placeCard()
		this.requestUpdate()
	}

	#resized(): void {
		const width = this.panel ? this.clientWidth - 320 : this.clientWidth
		this.narrow = width < roomForMargin
		this.#painting.lookAnew()
		this.margins.measure()
		this.requestUpdate()
		this.paging.resized()
	}

	// What is meant

	get #target(): Target | null {
		const { selection } = this.selecting
		if (selection) return { kind: 'range', range: selection.range }
		const id = this.cards.open ?? this.cards.current
		if (id !== null) return { kind: 'highlight', id }
		const { wholePage } = this.paging
		return wholePage && { kind: 'range', range: wholePage }
	}

	/** Puts a theme on a passage. */
	apply(target: Target, theme: ThemeId): void {
		const marked = this.desk.mark(target, [theme])
		if (!marked) return
		this.selecting.clear()
		this.cards.settle(marked.id)
		this.state.announcer.say(`Tagged with ${this.state.themes.get(theme)?.name ?? 'the theme'}`)
	}

	#clicked(event: PointerEvent): void {
		const { opened } = this
		if (!opened || this.adjusting.ends) return
		// What a search led to has been seen.
		if (!this.finding.isOpen) opened.painter.hits([], null)
		const items = itemsAtPoint(opened.geometry, opened.painter.index, event.clientX, event.clientY)
		// A second click goes to what lies below.
		const at = items.findIndex(({ id }) => id === this.cards.open)
		const item = items[(at + 1) % Math.max(1, items.length)]
		if (item) this.showCard(item.id as HighlightId)
		else {
			this.cards.close()
			this.cards.current = null
			const page = this.paging.pictureAt(event.clientX, event.clientY)
			if (page) select(opened.surface, page)
		}
	}

	#more(button: HTMLElement): void {
		const split = () => this.state.commands.run('document.split')
		this.state.menus.show('More', button, [{ kind: 'item', label: 'Split the document here', run: split }])
	}

	readonly #keys = (event: KeyboardEvent): void => {
		if (event.defaultPrevented) return
		const inText = event.target === this.opened?.surface.element
		const isSelectAll =
			event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
		if (inText && this.adjusting.key(event)) event.preventDefault()
		else if (inText && isSelectAll) {
			this.selecting.selectAll()
			event.preventDefault()
		} else if (event.key === 'Escape' && this.#escape()) event.preventDefault()
	}

	/** From the inside out. @returns whether there was something to leave */
	#escape(): boolean {
		if (this.picking.target) this.picking.close()
		else if (this.adjusting.ends) this.adjusting.cancel()
		else if (this.cards.open !== null) this.closeCard()
		else if (this.selecting.selection) this.selecting.clear()
		else if (this.#caret?.active) this.#caret.leave()
		else if (this.finding.isOpen) this.finding.close()
		else if (this.panel) this.togglePanel()
		else return false
		return true
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-reading-pane': ReadingPane
	}
	interface HTMLElementEventMap {
		'reading-progress': ReadingProgressEvent
	}
}
