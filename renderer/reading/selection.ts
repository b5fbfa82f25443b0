import type { Range } from '../../corpus/range.ts'
import { trimRange } from '../../corpus/ranges.ts'
import { snapToCharacters, snapToWords } from '../../corpus/words.ts'
import type { Surface } from './surface.ts'

/** What the reader has selected in a surface. */
export interface TextSelection {
	/** As it would be highlighted: snapped, without white space at the ends; never empty. */
	readonly range: Range
	/** Made from its end to its beginning: the toolbar stands where the pointer is. */
	readonly backwards: boolean
}

/**
 * The selection of the page as a range of the text; null when nothing of the text is selected.
 *
 * @param snap to whole words, or to what a reader takes for letters
 */
export function selectionIn(
	surface: Surface,
	snap: 'words' | 'letters',
	language?: string,
): TextSelection | null {
	const selection = surface.element.ownerDocument.getSelection()
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
	const live = selection.getRangeAt(0)
	if (!live.intersectsNode(surface.element)) return null
	const raw = surface.map.textRange(live)
	const range =
		snap === 'words'
			? snapToWords(surface.text.text, raw, language)
			: snapToCharacters(surface.text.text, trimRange(surface.text.text, raw))
	if (range.start >= range.end) return null
	return { range, backwards: isBackwards(selection) }
}

/** Selects a range of the text in the page. */
export function select(surface: Surface, range: Range, backwards = false): void {
	const start = surface.map.position(range.start, 'forward')
	const end = range.end > range.start ? surface.map.position(range.end, 'backward') : start
	const [anchor, focus] = backwards ? [end, start] : [start, end]
	surface.element.ownerDocument
		.getSelection()
		?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
}

/** Takes away a selection that touches the surface. In caret mode the caret stays at its end. */
export function clearSelection({ element }: Surface): void {
	const selection = element.ownerDocument.getSelection()
	if (!selection || selection.rangeCount === 0) return
	const range = selection.getRangeAt(0)
	if (!range.intersectsNode(element)) return
	if (element.hasAttribute('data-caret') && element.contains(range.endContainer)) selection.collapseToEnd()
	else selection.removeAllRanges()
}

function isBackwards(selection: Selection): boolean {
	const { anchorNode, focusNode, anchorOffset, focusOffset } = selection
	if (!anchorNode || !focusNode) return false
	if (anchorNode === focusNode) return focusOffset < anchorOffset
	return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}
