import type { RangeIndex } from '../../corpus/rangeindex.ts'
import type { Geometry } from './geometry.ts'
import type { Surface } from './surface.ts'

/**
 * The offset under a point of the window, or null where there is no text. A caret stands between
 * characters: of the two beside it, the one whose box holds the point is meant.
 */
export function offsetAtPoint(surface: Surface, x: number, y: number): number | null {
	const { ownerDocument } = surface.element
	const caret = ownerDocument.caretPositionFromPoint(x, y)
	if (!caret || !surface.element.contains(caret.offsetNode)) return null
	const offset = surface.map.offset(caret.offsetNode, caret.offset)
	for (const candidate of [offset, offset - 1]) {
		if (candidate < 0 || candidate >= surface.map.length) continue
		const rects = surface.map.liveRange({ start: candidate, end: candidate + 1 }).getClientRects()
		for (const rect of rects) {
			if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return candidate
		}
	}
	const picture =
		caret.offsetNode.parentElement?.closest('.picture') ?? pictureIn(caret.offsetNode, caret.offset)
	if (!picture) return null
	return surface.pictures.find((each) => each.element === picture)?.offset ?? null
}

function pictureIn(node: Node, offset: number): Element | null {
	const element = node instanceof Element ? node : node.parentElement
	const child = node.childNodes[offset] ?? node.childNodes[offset - 1]
	const picture = child instanceof Element && child.matches('.picture') ? child : null
	return picture ?? element?.closest('.picture') ?? null
}

/** What lies under a point of the window; the shortest first, for it is hardest to meet. */
export function itemsAtPoint<T extends { readonly start: number; readonly end: number }>(
	geometry: Geometry,
	index: RangeIndex<T>,
	x: number,
	y: number,
): readonly T[] {
	const offset = geometry.offsetAt(x, y)
	if (offset === null) return []
	return index.at(offset).toSorted((a, b) => a.end - a.start - (b.end - b.start))
}
