import { describe, expect, it } from 'vitest'
import { windowArea, windowZoom } from '../../main/shell/windowstate.ts'

const left = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const window = { x: 2000, y: 100, width: 900, height: 700, maximized: false, zoom: 1.2 }

describe('the place of a window', () => {
	it('is where it was', () => {
		expect(windowArea(window, [left, right])).toEqual({ x: 2000, y: 100, width: 900, height: 700 })
	})

	it('is on a display that is still there', () => {
		expect(windowArea(window, [left])).toEqual({ width: 1366, height: 768 })
		expect(windowArea({ ...window, y: -200 }, [left, right])).toEqual({ width: 1366, height: 768 })
	})

	it('is no larger than a small display', () => {
		expect(windowArea(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 })
	})
})

describe('how much everything in a window is enlarged', () => {
	it('is as it was, within what can be shown', () => {
		expect(windowZoom(window)).toBe(1.2)
		expect(windowZoom(null)).toBe(1)
		expect([-1, 0, 1e9].map((zoom) => windowZoom({ ...window, zoom }))).toEqual([0.25, 0.25, 5])
	})
})
