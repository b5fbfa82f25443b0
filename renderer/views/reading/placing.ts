import type { Range } from '../../../corpus/range.ts'
import type { Pane } from './pane.ts'

/** Code units that are looked at for the line that a passage ends or begins on. */
const oneLine = 200

/** Where something that floats stands, in px of the sheet. */
export interface FloatPlace {
	readonly left: number
	/** Its upper edge; its lower edge where it stands above. */
	readonly top: number
	readonly above: boolean
}

/**
 * Where something that floats stands beside a passage: below its last line, or above its first where there
 * is no room; beside the line at which the reader's pointer or caret is. Always in the window.
 *
 * @param size px that it takes at most
 */
export function placeBeside(
	pane: Pane,
	range: Range,
	backwards: boolean,
	size: { readonly width: number; readonly height: number },
): FloatPlace {
	const { opened, scroller, sheet } = pane
	if (!opened || !scroller || !sheet) return { left: 0, top: 0, above: false }
	const { geometry } = opened
	const window = scroller.getBoundingClientRect()
	const origin = sheet.getBoundingClientRect()
	const first = geometry.rects({ start: range.start, end: Math.min(range.end, range.start + oneLine) })[0]
	const last = geometry.rects({ start: Math.max(range.start, range.end - oneLine), end: range.end }).at(-1)
	const below = (last?.bottom ?? window.top) + 8
	const upper = (first?.top ?? window.bottom) - 8
	const fitsBelow = below + size.height < window.bottom - 8 && below > window.top
	const fitsAbove = upper - size.height > window.top + 8 && upper < window.bottom
	const above = backwards ? fitsAbove : !fitsBelow && fitsAbove
	const left = ((backwards ? first?.left : last?.left) ?? origin.left) - origin.left
	const lowest = window.bottom - size.height - 8
	return {
		left: Math.max(8, Math.min(left, origin.width - size.width - 8)),
		top: (above ? upper : Math.max(window.top + 8, Math.min(below, lowest))) - origin.top,
		above,
	}
}
