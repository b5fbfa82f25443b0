import { afterEach, expect, test } from 'vitest'
import { PageDrawing } from '../../../../renderer/reading/pages/pagedrawing.ts'
import { layOut } from '../../../../renderer/reading/pages/pagelayout.ts'
import type { PageSource } from '../../../../renderer/reading/pages/pdforiginal.ts'
import { page } from './pagetexts.ts'

/** An original whose pages are drawn when the test says so. */
class SlowOriginal implements PageSource {
	readonly asked: string[] = []
	#answer: ((isDone: boolean) => void) | null = null
	readonly damaged = new Set<number>()

	draw(index: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<boolean> {
		this.asked.push(`${index} at ${scale}`)
		canvas.width = 10
		canvas.height = 10
		if (this.damaged.has(index)) return Promise.reject(new Error('This page is damaged.'))
		return new Promise((resolve) => {
			this.#answer = resolve
			signal.addEventListener('abort', () => resolve(false))
		})
	}

	async finish(): Promise<void> {
		this.#answer?.(true)
		await settled()
	}
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

const pages = Array.from({ length: 1000 }, (_, index) => page(String(index + 1)))

function begin() {
	const sheets = pages.map(() => document.createElement('div'))
	document.body.append(...sheets)
	const original = new SlowOriginal()
	const drawing = new PageDrawing(sheets, original, (index) => `Page ${index + 1} is damaged.`)
	return { sheets, original, drawing, canvases: () => document.querySelectorAll('canvas').length }
}

afterEach(() => document.body.replaceChildren())

test('the nearest page is drawn first, one after the other, and those far away lose what is drawn', async () => {
	const { original, drawing, canvases } = begin()
	drawing.look([5, 4, 6], layOut(pages, 1))
	expect(original.asked).toEqual(['5 at 1'])
	await original.finish()
	await original.finish()
	await original.finish()
	expect(original.asked).toEqual(['5 at 1', '4 at 1', '6 at 1'])
	expect([...drawing.drawn].toSorted()).toEqual([4, 5, 6])
	drawing.look([6, 7], layOut(pages, 1))
	expect([...drawing.drawn]).toEqual([6])
	expect(canvases()).toBe(1)
})

test('what was scrolled away is given up, however far the reader goes', async () => {
	const { original, drawing, canvases } = begin()
	for (let index = 0; index < 1000; index += 10) drawing.look([index, index + 1], layOut(pages, 1))
	await expect.poll(() => original.asked.at(-1)).toBe('990 at 1')
	await original.finish()
	await original.finish()
	expect([...drawing.drawn].toSorted()).toEqual([990, 991])
	expect(canvases()).toBe(2)
	expect(original.asked).toEqual(['0 at 1', '990 at 1', '991 at 1'])
})

test('at another size what is drawn stays until it is drawn anew', async () => {
	const { original, drawing, canvases } = begin()
	drawing.look([0], layOut(pages, 1))
	await original.finish()
	drawing.look([0], layOut(pages, 2))
	expect(canvases()).toBe(1)
	await original.finish()
	expect(original.asked).toEqual(['0 at 1', '0 at 2'])
	expect(canvases()).toBe(1)
})

test('a damaged page says so, and the others go on', async () => {
	const { original, drawing, sheets } = begin()
	original.damaged.add(0)
	drawing.look([0, 1], layOut(pages, 1))
	await settled()
	await original.finish()
	expect(sheets[0]?.textContent).toBe('Page 1 is damaged.')
	expect([...drawing.drawn]).toEqual([1])
})

test('nothing is left when the view is closed', async () => {
	const { original, drawing, canvases } = begin()
	drawing.look([0, 1], layOut(pages, 1))
	await original.finish()
	drawing.close()
	await settled()
	expect(canvases()).toBe(0)
	expect(original.asked).toHaveLength(2)
})
