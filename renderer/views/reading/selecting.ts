import type { ReactiveController } from 'lit'
import { clearSelection, select, selectionIn, type TextSelection } from '../../reading/selection.ts'
import type { Pane } from './pane.ts'

/**
 * What the reader has selected in a pane. It is known when the pointer is up again; with the keyboard, at
 * every step. Alt at the end of a drag selects letters instead of words.
 */
export class Selecting implements ReactiveController {
	selection: TextSelection | null = null
	readonly #pane: Pane
	readonly #clicked: (event: PointerEvent) => void
	#pressed = false
	#letters = false
	/** The frame in which the selection is read next; 0: there is nothing new to read. */
	#frame = 0
	/** Where the selection of the page began and ended when it was read. */
	#known = endsOf(null)
	/** A press whose end is to be read, for it may have been a click. */
	#press: PointerEvent | null = null

	/** @param clicked told of a press that selected nothing */
	constructor(pane: Pane, clicked: (event: PointerEvent) => void) {
		this.#pane = pane
		this.#clicked = clicked
		pane.addController(this)
	}

	hostConnected(): void {
		document.addEventListener('selectionchange', this.#changed)
		document.addEventListener('pointerdown', this.#down)
		document.addEventListener('pointerup', this.#up)
		document.addEventListener('pointercancel', this.#cancelled)
		document.addEventListener('copy', this.#copy)
		document.addEventListener('keydown', this.#keyed, true)
	}

	hostDisconnected(): void {
		document.removeEventListener('selectionchange', this.#changed)
		document.removeEventListener('pointerdown', this.#down)
		document.removeEventListener('pointerup', this.#up)
		document.removeEventListener('pointercancel', this.#cancelled)
		document.removeEventListener('copy', this.#copy)
		document.removeEventListener('keydown', this.#keyed, true)
		cancelAnimationFrame(this.#frame)
		this.#frame = 0
		this.#press = null
	}

	clear(): void {
		const { opened } = this.#pane
		if (opened) clearSelection(opened.surface)
		this.#set(null)
	}

	/** Selects the whole text, and nothing around it. */
	selectAll(): void {
		const { opened } = this.#pane
		if (opened) select(opened.surface, { start: 0, end: opened.surface.map.length })
	}

	readonly #changed = (): void => {
		if (!this.#pressed) this.#readSoon()
	}

	readonly #down = (event: PointerEvent): void => {
		if (event.button !== 0 || !this.#isInText(event)) return
		this.#pressed = true
		this.#set(null)
	}

	/** The press became something else, such as scrolling with a finger. */
	readonly #cancelled = (): void => {
		this.#pressed = false
	}

	readonly #up = (event: PointerEvent): void => {
		if (!this.#pressed) return
		this.#pressed = false
		this.#letters = event.altKey
		this.#press = event
		// A click on a selection takes it away only after the pointer is up.
		this.#readSoon()
	}

	#readSoon(): void {
		cancelAnimationFrame(this.#frame)
		this.#frame = requestAnimationFrame(this.#settle)
	}

	/**
	 * A key is about what is selected now, not about what was: it may come before the frame, and even before the
	 * browser has told that the selection changed.
	 */
	readonly #keyed = (): void => {
		if (this.#frame === 0 && !this.#pressed && !this.#isRead()) this.#readSoon()
		this.#settle()
	}

	#isRead(): boolean {
		return endsOf(document.getSelection()).every((each, at) => each === this.#known[at])
	}

	readonly #settle = (): void => {
		if (this.#frame === 0) return
		cancelAnimationFrame(this.#frame)
		this.#frame = 0
		const press = this.#press
		this.#press = null
		this.#read()
		if (press && !this.selection && this.#isInText(press)) this.#clicked(press)
	}

	/** The text to the letter: what is drawn by style is not in it, pictures neither. */
	readonly #copy = (event: ClipboardEvent): void => {
		const { opened } = this.#pane
		const live = document.getSelection()
		if (!opened || !live || live.isCollapsed || !opened.surface.element.contains(live.anchorNode)) return
		const { start, end } = opened.surface.map.textRange(live.getRangeAt(0))
		event.clipboardData?.setData(
			'text/plain',
			opened.surface.text.text.slice(start, end).replaceAll('\uFFFC', ''),
		)
		event.preventDefault()
	}

	#isInText(event: Event): boolean {
		const { opened } = this.#pane
		return opened !== null && event.target instanceof Node && opened.surface.element.contains(event.target)
	}

	#read(): void {
		const { opened } = this.#pane
		if (!opened) return
		const active = document.activeElement
		// In another pane's text the other pane is meant; a field has a selection of its own.
		const live = document.getSelection()
		this.#known = endsOf(live)
		const isOurs = live?.anchorNode ? opened.surface.element.contains(live.anchorNode) : false
		const snap = this.#letters ? 'letters' : 'words'
		const isMeant = isOurs || active === opened.surface.element
		// The palette, or another part of the frame, borrows the focus: its commands are about what is selected.
		if (!isMeant && active?.localName === 'cp-frame') return
		this.#set(isMeant ? selectionIn(opened.surface, snap, opened.detail.metadata.language) : null)
	}

	#set(selection: TextSelection | null): void {
		if (selection === null && this.selection === null) return
		if (selection === null) this.#letters = false
		this.selection = selection
		this.#pane.requestUpdate()
	}
}

const endsOf = (selection: Selection | null): readonly (Node | number | null)[] => [
	selection?.anchorNode ?? null,
	selection?.anchorOffset ?? 0,
	selection?.focusNode ?? null,
	selection?.focusOffset ?? 0,
]
