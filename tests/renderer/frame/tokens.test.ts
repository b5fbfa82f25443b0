import { html } from 'lit'
import { describe, expect, it } from 'vitest'
import { hueStyle } from '../../../renderer/elements/themelook.ts'
import { draw } from '../support/draw.ts'

/** What the screen shows of a colour, as its relative luminance (WCAG 2). */
function luminance(color: string): number {
	const canvas = new OffscreenCanvas(1, 1)
	const context = canvas.getContext('2d')
	if (!context) throw new Error('There is no canvas.')
	context.fillStyle = color
	context.fillRect(0, 0, 1, 1)
	const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
		const part = byte / 255
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (a: string, b: string): number => {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
	return (light + 0.05) / (dark + 0.05)
}

const tint = 'oklch(var(--tint-l) var(--tint-c) var(--hue))'
const name = 'oklch(var(--name-l) var(--name-c) var(--hue))'
const lane = 'oklch(var(--lane-l) var(--lane-c) var(--hue))'

describe.each(['light', 'sepia', 'dark'] as const)('%s', (scheme) => {
	/** Both colours as they are with this hue. */
	const resolved = (hue: number, color: string, background: string) => {
		const place = draw(
			html`<p style="${hueStyle(hue)}; color: ${color}; background-color: ${background}">Text</p>`,
			scheme,
		)
		const paragraph = place.querySelector('p')
		if (!paragraph) throw new Error('Nothing was drawn.')
		const style = getComputedStyle(paragraph)
		return contrast(style.color, style.backgroundColor)
	}

	it.each([
		['--ink', '--paper', 7],
		['--ink', '--raised', 7],
		['--ink-2', '--paper', 4.5],
		['--ink-2', '--raised', 4.5],
		['--ink-2', '--sunk', 4.5],
		['--ink-3', '--paper', 4.5],
		['--ink-3', '--raised', 4.5],
		['--accent', '--raised', 4.5],
		['--on-accent', '--accent', 4.5],
		['--danger', '--raised', 4.5],
		['--focus', '--paper', 3],
	])('%s can be read on %s', (color, background, least) => {
		expect(resolved(0, `var(${color})`, `var(${background})`)).toBeGreaterThanOrEqual(least)
	})

	it('lets text be read on every tint, and every theme’s name', () => {
		for (let hue = 0; hue < 10; hue++) {
			expect(resolved(hue, 'var(--ink)', tint), `text on hue ${hue}`).toBeGreaterThanOrEqual(7)
			expect(resolved(hue, name, 'var(--paper)'), `name in hue ${hue}`).toBeGreaterThanOrEqual(4.5)
			expect(resolved(hue, name, 'var(--raised)'), `name in hue ${hue}`).toBeGreaterThanOrEqual(4.5)
			expect(resolved(hue, name, tint), `name on its tint ${hue}`).toBeGreaterThanOrEqual(4.5)
			expect(resolved(hue, lane, 'var(--paper)'), `lane of hue ${hue}`).toBeGreaterThanOrEqual(2.4)
		}
	})
})
