import { html, nothing, type TemplateResult } from 'lit'
import type { EndsAdjuster } from './endsadjuster.ts'
import type { Pane } from './pane.ts'

/**
 * The two handles of a highlight whose ends are adjusted: drawn at its ends, moved with the pointer.
 * The keyboard has its arrows, so handles are no stops of the Tab key.
 */
export const drawHandles = (pane: Pane, adjuster: EndsAdjuster): TemplateResult =>
	html`${drawHandle(pane, adjuster, 'start')}${drawHandle(pane, adjuster, 'end')}`

function drawHandle(
	pane: Pane,
	adjuster: EndsAdjuster,
	edge: 'start' | 'end',
): TemplateResult | typeof nothing {
	const { opened, sheet } = pane
	if (!opened || !sheet) return nothing
	const { start, end } = adjuster.range
	const at = edge === 'start' ? start : end - 1
	const rect = opened.geometry.rects({ start: at, end: at + 1 })[0]
	if (!rect) return nothing
	const origin = sheet.getBoundingClientRect()
	const rightToLeft = getComputedStyle(opened.surface.element).direction === 'rtl'
	const x = (edge === 'start') !== rightToLeft ? rect.left : rect.right
	const move = (event: PointerEvent) => adjuster.drag(edge, event.clientX, event.clientY, event.altKey)
	return html`<div
		class="reading-handle ${edge}"
		aria-hidden="true"
		style="left: ${x - origin.left}px; top: ${rect.top - origin.top}px; height: ${rect.height}px"
		@mousedown=${(event: Event) => event.preventDefault()}
		@pointerdown=${(event: PointerEvent) => {
			event.preventDefault()
			const handle = event.currentTarget
			if (!(handle instanceof HTMLElement)) return
			handle.setPointerCapture(event.pointerId)
			// The handle itself must not be what lies under the pointer.
			sheet.classList.add('dragging')
			handle.addEventListener('pointermove', move)
			handle.addEventListener(
				'lostpointercapture',
				() => {
					handle.removeEventListener('pointermove', move)
					sheet.classList.remove('dragging')
				},
				{ once: true },
			)
		}}
	></div>`
}
