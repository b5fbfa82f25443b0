import type { PageGeometry } from './pagegeometry.ts'
import type { PageSurface } from './pagesurface.ts'

/**
 * Lets the caret of caret mode go from line to line. Each line of a page is a box of its own, so browsers
 * find no line above or below; letters and words they find.
 *
 * @returns a function that stops it
 */
export function moveCaretByLines(surface: PageSurface, geometry: PageGeometry): () => void {
	const { element } = surface
	/** Where the caret was across the window, in px, when the reader began to go up or down; and where it is now. */
	let path: { readonly column: number; readonly offset: number } | null = null
	const move = (event: KeyboardEvent): void => {
		const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
		const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey
		if (!direction || !isPlain || !element.hasAttribute('data-caret')) return
		const selection = element.ownerDocument.getSelection()
		const node = selection?.focusNode
		if (!selection || !node || !element.contains(node)) return
		event.preventDefault()
		const offset = surface.map.offset(node, selection.focusOffset)
		const from = geometry.rects({ start: offset, end: offset + 1 })[0]
		const column = path?.offset === offset ? path.column : (from?.left ?? 0)
		const caret = geometry.lineBeside(offset, column, direction)
		if (!caret) return
		const to = surface.map.position(caret.offset, caret.lean)
		if (event.shiftKey) selection.extend(to.node, to.offset)
		else selection.collapse(to.node, to.offset)
		path = { column, offset: caret.offset }
		const [rect] = geometry.rects({ start: caret.offset, end: caret.offset + 1 })
		if (rect) keepInSight(element, rect)
	}
	element.addEventListener('keydown', move)
	return () => element.removeEventListener('keydown', move)
}

/** Px that the caret keeps from the edges of the window. */
const breathing = 60

function keepInSight(element: HTMLElement, rect: DOMRect): void {
	const scroller = element.closest('.reading-scroller')
	const window = scroller?.getBoundingClientRect()
	if (!scroller || !window) return
	if (rect.top < window.top + breathing) scroller.scrollTop += rect.top - window.top - breathing
	else if (rect.bottom > window.bottom - breathing)
		scroller.scrollTop += rect.bottom - window.bottom + breathing
}
