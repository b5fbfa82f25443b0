import type { Memory } from '../system/memory.ts'

/** In screen pixels that do not depend on the display's scale. */
export interface Area {
	readonly x: number
	readonly y: number
	readonly width: number
	readonly height: number
}

const usual = { width: 1366, height: 768 } as const
/** The page is laid out for windows no smaller than this. */
export const least = { width: 480, height: 360 } as const

/** How much Chromium enlarges and shrinks pages. */
const leastZoom = 0.25
const mostZoom = 5

/** How much everything in a window is enlarged, within what can be shown: as it was. 1: not at all. */
export const windowZoom = (remembered: Memory['window']): number =>
	Math.min(mostZoom, Math.max(leastZoom, remembered?.zoom ?? 1))

/**
 * Where a window opens: where it was, if most of its title bar can still be seen on one of the
 * displays; else in the middle of the first, no larger than that.
 */
export function windowArea(remembered: Memory['window'], displays: readonly Area[]): Partial<Area> {
	if (remembered !== null && displays.some((display) => reachable(remembered, display))) {
		const { x, y, width, height } = remembered
		return { x, y, width: Math.max(width, least.width), height: Math.max(height, least.height) }
	}
	const [first] = displays
	return first
		? { width: Math.min(usual.width, first.width), height: Math.min(usual.height, first.height) }
		: usual
}

function reachable(window: Area, display: Area): boolean {
	const seen = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
	return seen >= window.width / 2 && window.y >= display.y && window.y < display.y + display.height - 40
}
