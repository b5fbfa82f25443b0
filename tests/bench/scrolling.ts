import type { Page } from 'playwright-core'

/**
 * Scrolls an element, or what scrolls around it, down by 160 px a frame and tells how long each frame
 * took, in ms.
 */
export const scrollFrames = (page: Page, selector: string): Promise<number[]> =>
	page.evaluate(async (css) => {
		let scroller = document.querySelector(css)
		while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement
		const target = scroller ?? document.documentElement
		const frames: number[] = []
		await new Promise<void>((resolve) => {
			let last = performance.now()
			let left = 240
			const step = (now: number) => {
				frames.push(now - last)
				last = now
				target.scrollTop += 160
				if (left-- > 0) requestAnimationFrame(step)
				else resolve()
			}
			requestAnimationFrame(step)
		})
		return frames.slice(2)
	}, selector)
