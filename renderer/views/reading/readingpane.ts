import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { passageScope } from '../../commands/keyboard.ts'
import { CaretMode } from '../../reading/caretmode.ts'
import type { AppState } from '../../state/appstate.ts'
import type { ReadingPlace } from '../../state/router.ts'
import { watch } from '../../state/watch.ts'
import { Adjusting } from './adjusting.ts'
import { Arriving } from './arriving.ts'
import { Cards } from './cards.ts'
import { Finding } from './finding.ts'
import { Keys } from './keys.ts'
import { Margins } from './margins.ts'
import { Marking } from './marking.ts'
import type { OpenedDocument } from './openeddocument.ts'
import { Opening } from './opening.ts'
import { Paging } from './paging.ts'
import { Painting } from './painting.ts'
import type { Pane } from './pane.ts'
import { drawPane } from './panedrawing.ts'
import { PassageDesk } from './passagedesk.ts'
import { Picking } from './picking.ts'
import { type FloatPlace, placeBeside } from './placing.ts'
import { PositionKeeper } from './positionkeeper.ts'
import { Selecting } from './selecting.ts'
import { Visiting } from './visiting.ts'
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

	readonly selecting = new Selecting(this, (event) => this.visiting.click(event))
	readonly cards = new Cards(this)
	readonly margins = new Margins(this, () => this.cards.open)
	readonly finding = new Finding(this)
	readonly picking = new Picking(this)
	readonly adjusting = new Adjusting(this)
	readonly paging = new Paging(this)
	readonly arriving = new Arriving(this)
	readonly visiting: Visiting = new Visiting(this)
	readonly marking: Marking = new Marking(this)
	readonly opening = new Opening(this)
	readonly keys = new Keys(this)
	readonly #painting = new Painting(this)
	/** Where the toolbar or the picker stands, in px of the sheet. */
	float: FloatPlace = { left: 0, top: 0, above: false }
	/** null until the text is in the page. */
	caret: CaretMode | null = null
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
		this.setAttribute(passageScope, '')
		this.#sizes.observe(this)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
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
		const { opened, scroller } = this
		if (!changed.has('opened') || !opened || !scroller) return
		// Under another name it is the same text, and stays as it is.
		if (opened.surface !== changed.get('opened')?.surface) this.#settle(opened, scroller)
	}

	// What commands do

	/** Goes to a place of this document; what was asked for last wins. `offset`: where the reader was before. */
	goTo(at: ReadingPlace | null, offset: number | null): void {
		this.arriving.want(at, offset)
		if (this.arriving.scrolling) void this.#arrive()
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
		if (this.caret?.active) this.caret.leave()
		else this.caret?.enter(this.selecting.selection?.range.start ?? this.offset)
	}

	/** Where a document is divided by `Split here`: at the selection, else at the current highlight. */
	get splitOffset(): number | null {
		const highlight = this.cards.current === null ? undefined : this.desk.find(this.cards.current)
		return this.selecting.selection?.range.start ?? highlight?.anchor.start ?? null
	}

	// What the drawing and the collaborators call

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

	// Opening and closing

	/** What the reader was about to do with the text as it is shown now. */
	stopAll(): void {
		this.selecting.clear()
		this.caret?.leave()
		this.adjusting.ends = null
		this.picking.target = null
	}

	/** The surface is in the page now: everything that measures can begin. */
	#settle(opened: OpenedDocument, scroller: HTMLElement): void {
		this.#keeper ??= new PositionKeeper(this.state, this.document)
		this.paging.colour()
		this.arriving.scrolling = opened.mount(scroller, this.paging.room)
		this.caret = new CaretMode(opened.surface, opened.painter, (active) => {
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
		this.caret?.leave()
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

	#resized(): void {
		const width = this.panel ? this.clientWidth - 320 : this.clientWidth
		this.narrow = width < roomForMargin
		this.#painting.lookAnew()
		this.margins.measure()
		this.requestUpdate()
		this.paging.resized()
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
