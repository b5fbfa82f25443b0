import { blockIndexAt } from '../../../corpus/blocks.ts'
import type { Range } from '../../../corpus/range.ts'
import { wordAt } from '../../../corpus/words.ts'
import { select } from '../selection.ts'
import type { Caret, PageGeometry } from './pagegeometry.ts'
import type { PageSurface } from './pagesurface.ts'

/** Px from the window's edges from which on a selection scrolls the pages, and how much at most a frame. */
const edge = 24
const fastest = 40

/**
 * Selecting on pages by mouse or pen. Browsers look for the nearest text in the order of the page's
 * elements, which jumps wherever there is no text under the pointer: between lines, columns and pages.
 * Here the nearest text is the nearest on the page. Fingers select as the browser does.
 */
export class PageSelecting {
	readonly #surface: PageSurface
	readonly #geometry: PageGeometry
	readonly #scroller: HTMLElement
	readonly #stop = new AbortController()
	#drag: { readonly from: Range; readonly by: 'letter' | 'word' | 'block'; x: number; y: number } | null =
		null
	#frame = 0

	readonly #language: string | undefined

	/** @param language BCP 47 of the text */
	constructor(
		surface: PageSurface,
		geometry: PageGeometry,
		scroller: HTMLElement,
		language: string | undefined,
	) {
		this.#surface = surface
		this.#geometry = geometry
		this.#scroller = scroller
		this.#language = language
		const { signal } = this.#stop
		const { element } = surface
		element.addEventListener('mousedown', this.#down, { signal })
		element.ownerDocument.addEventListener('mousemove', this.#move, { signal })
		element.ownerDocument.addEventListener('mouseup', this.#up, { signal })
		scroller.addEventListener('scroll', this.#extend, { signal })
	}

	dispose(): void {
		this.#stop.abort()
		cancelAnimationFrame(this.#frame)
	}

	readonly #down = (event: MouseEvent): void => {
		if (event.button !== 0) return
		const caret = this.#geometry.caretAt(event.clientX, event.clientY)
		// The browser's own selecting would begin, and take the focus with it.
		event.preventDefault()
		this.#surface.element.focus({ preventScroll: true })
		if (!caret) return
		const { offset } = caret
		const selection = this.#surface.element.ownerDocument.getSelection()
		const anchor = selection?.anchorNode
		if (event.shiftKey && selection && anchor && this.#surface.element.contains(anchor)) {
			const from = this.#surface.map.offset(anchor, selection.anchorOffset)
			this.#drag = { from: { start: from, end: from }, by: 'letter', x: event.clientX, y: event.clientY }
		} else {
			const by = event.detail >= 3 ? 'block' : event.detail === 2 ? 'word' : 'letter'
			this.#drag = { from: this.#unit(caret, by), by, x: event.clientX, y: event.clientY }
			if (by === 'letter') select(this.#surface, { start: offset, end: offset })
		}
		if (event.shiftKey || event.detail > 1) this.#extend()
	}

	readonly #move = (event: MouseEvent): void => {
		if (!this.#drag) return
		if ((event.buttons & 1) === 0) {
			this.#up()
			return
		}
		this.#drag.x = event.clientX
		this.#drag.y = event.clientY
		this.#extend()
		if (this.#frame === 0 && this.#speed() !== 0) this.#frame = requestAnimationFrame(this.#scroll)
	}

	readonly #up = (): void => {
		this.#drag = null
		cancelAnimationFrame(this.#frame)
		this.#frame = 0
	}

	readonly #scroll = (): void => {
		const speed = this.#drag ? this.#speed() : 0
		this.#frame = speed === 0 ? 0 : requestAnimationFrame(this.#scroll)
		this.#scroller.scrollTop += speed
	}

	readonly #extend = (): void => {
		const drag = this.#drag
		const caret = drag && this.#geometry.caretAt(drag.x, drag.y)
		if (!drag || !caret) return
		const to = this.#unit(caret, drag.by)
		const backwards = to.start < drag.from.start
		select(
			this.#surface,
			{ start: Math.min(drag.from.start, to.start), end: Math.max(drag.from.end, to.end) },
			backwards,
		)
	}

	#speed(): number {
		const { top, bottom } = this.#scroller.getBoundingClientRect()
		const y = this.#drag?.y ?? top + edge
		if (y < top + edge) return Math.max(-fastest, y - top - edge)
		return y > bottom - edge ? Math.min(fastest, y - bottom + edge) : 0
	}

	/** What a caret stands for: itself, the word or the paragraph around it. */
	#unit({ offset, lean }: Caret, by: 'letter' | 'word' | 'block'): Range {
		const { text, blocks } = this.#surface.text
		const at = lean === 'backward' ? offset - 1 : offset
		if (by === 'word') return wordAt(text, at, this.#language) ?? { start: at, end: at + 1 }
		const block = by === 'block' ? blocks[blockIndexAt(blocks, at)] : undefined
		return block ? { start: block.start, end: block.end - 1 } : { start: offset, end: offset }
	}
}
