import type { Painter } from './paint.ts'
import type { Surface } from './surface.ts'

/** The part of EditContext that is used here; it is not in TypeScript's library yet. */
interface EditContextHost extends HTMLElement {
	editContext: object | null
}

const canEdit = (element: HTMLElement): element is EditContextHost => 'editContext' in element

declare global {
	var EditContext: (new () => object) | undefined
}

const noSelection = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 }

/**
 * Caret mode: the text gets a caret, and with it all the selecting by keyboard that the system knows
 * (arrows, Home, End, Page Up; with Shift; word by word with Ctrl), while nothing can be written.
 *
 * An EditContext makes the surface a place with a caret, but hands what is typed to a listener, and there
 * is none. Where the browser has no EditContext, the keys move the selection through `Selection.modify`
 * and the caret is painted.
 */
export class CaretMode {
	readonly #surface: Surface
	readonly #painter: Painter
	readonly #onChange: (active: boolean) => void
	#leave: (() => void) | null = null

	/** @param onChange told of entering and leaving, to be announced */
	constructor(surface: Surface, painter: Painter, onChange: (active: boolean) => void) {
		this.#surface = surface
		this.#painter = painter
		this.#onChange = onChange
	}

	get active(): boolean {
		return this.#leave !== null
	}

	/** Puts the caret at an offset, or where the selection is if it is in the text. */
	enter(offset: number): void {
		if (this.#leave) return
		const { element, map } = this.#surface
		const selection = element.ownerDocument.getSelection()
		const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? noSelection
		const place = map.position(offset, 'forward')
		const native = canEdit(element) && globalThis.EditContext
		if (native) element.editContext = new native()
		// Focus puts the caret at the beginning: what was selected is selected again.
		element.focus({ preventScroll: true })
		if (anchorNode && focusNode && element.contains(anchorNode) && element.contains(focusNode))
			selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
		else selection?.setBaseAndExtent(place.node, place.offset, place.node, place.offset)
		const stop = native ? forbidEditing(element) : this.#moveByKeys()
		this.#leave = () => {
			stop()
			if (canEdit(element)) element.editContext = null
		}
		element.toggleAttribute('data-caret', true)
		this.#onChange(true)
	}

	leave(): void {
		if (!this.#leave) return
		this.#leave()
		this.#leave = null
		this.#painter.caret(null)
		this.#surface.element.removeAttribute('data-caret')
		this.#onChange(false)
	}

	/** For browsers without EditContext. @returns a function that stops it */
	#moveByKeys(): () => void {
		const { element, map } = this.#surface
		const { ownerDocument } = element
		const draw = () => {
			const selection = ownerDocument.getSelection()
			const node = selection?.focusNode
			if (!selection || !node || !element.contains(node)) return
			const offset = Math.min(map.offset(node, selection.focusOffset), map.length - 1)
			this.#painter.caret({ start: offset, end: offset + 1 })
		}
		const move = (event: KeyboardEvent) => {
			const step = movementOf(event)
			if (!step) return
			event.preventDefault()
			ownerDocument
				.getSelection()
				?.modify(event.shiftKey ? 'extend' : 'move', step.direction, step.granularity)
		}
		element.addEventListener('keydown', move)
		ownerDocument.addEventListener('selectionchange', draw)
		draw()
		return () => {
			element.removeEventListener('keydown', move)
			ownerDocument.removeEventListener('selectionchange', draw)
		}
	}
}

/** Nothing is ever written; dropping and pasting would be the only ways. @returns a function that stops it */
function forbidEditing(element: HTMLElement): () => void {
	const refuse = (event: Event) => event.preventDefault()
	const kinds = ['beforeinput', 'paste', 'drop', 'cut'] as const
	for (const kind of kinds) element.addEventListener(kind, refuse)
	return () => {
		for (const kind of kinds) element.removeEventListener(kind, refuse)
	}
}

/** How `Selection.modify` would do what a key asks for; null: the key does not move. */
export function movementOf(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): { readonly direction: string; readonly granularity: string } | null {
	const far = event.ctrlKey || event.altKey || event.metaKey
	switch (event.key) {
		case 'ArrowLeft':
			return { direction: 'left', granularity: far ? 'word' : 'character' }
		case 'ArrowRight':
			return { direction: 'right', granularity: far ? 'word' : 'character' }
		case 'ArrowUp':
			return { direction: 'backward', granularity: far ? 'paragraph' : 'line' }
		case 'ArrowDown':
			return { direction: 'forward', granularity: far ? 'paragraph' : 'line' }
		case 'Home':
			return { direction: 'backward', granularity: far ? 'documentboundary' : 'lineboundary' }
		case 'End':
			return { direction: 'forward', granularity: far ? 'documentboundary' : 'lineboundary' }
		default:
			return null
	}
}
