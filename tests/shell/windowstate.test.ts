import { describe, expect, it } from 'vitest'
import { windowArea } from '../../main/shell/windowstate.ts'

const left = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const window = { x: 2000, y: 100, width: 900, height: 700, maximized: false }

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
