import type { PageLayout } from './pagelayout.ts'
import type { PageSource } from './pdforiginal.ts'

/** Px of the screen for one CSS px beyond which nobody sees a difference. */
const mostDensity = 3

/** Ms that pages must stay in sight before they are drawn, when the reader rushes past others. */
const calm = 60

interface Drawn {
	readonly canvas: HTMLCanvasElement
	/** Px of the canvas for one point. */
	readonly scale: number
}

/**
 * Draws the pages near the window on their sheets, the nearest first and one after the other, and takes
 * away what is far from it. A page that is scrolled away before it was drawn is given up. At another zoom
 * what was drawn is stretched until it is drawn anew.
 */
export class PageDrawing {
	readonly #sheets: readonly HTMLElement[]
	readonly #source: PageSource
	readonly #problem: (page: number) => string
	readonly #drawn = new Map<number, Drawn>()
	readonly #damaged = new Set<number>()
	/** Indices of pages that are to be drawn, the most urgent first. */
	#wanted: readonly number[] = []
	#scale = 1
	#working: { readonly page: number; readonly scale: number; readonly stop: AbortController } | null = null
	#closed = false
	#looked = false
	#waiting: ReturnType<typeof setTimeout> | undefined

	/** @param problem what is said on a page that cannot be drawn */
	constructor(sheets: readonly HTMLElement[], source: PageSource, problem: (page: number) => string) {
		this.#sheets = sheets
		this.#source = source
		this.#problem = problem
	}

	/**
	 * @param near indices of the pages to be drawn, the most urgent first; all others lose what is drawn
	 */
	look(near: readonly number[], layout: PageLayout): void {
		const density = Math.min(mostDensity, this.#sheets[0]?.ownerDocument.defaultView?.devicePixelRatio ?? 1)
		this.#scale = layout.scale * density
		this.#wanted = near
		for (const [page, { canvas }] of this.#drawn) {
			if (near.includes(page)) continue
			release(canvas)
			this.#drawn.delete(page)
		}
		const { page, scale, stop } = this.#working ?? {}
		if (page !== undefined && (!near.includes(page) || scale !== this.#scale)) stop?.abort()
		const isRushing = this.#looked && !near.some((each) => this.#drawn.has(each) || each === page)
		this.#looked = true
		clearTimeout(this.#waiting)
		if (isRushing) this.#waiting = setTimeout(() => void this.#work(), calm)
		else void this.#work()
	}

	/** Pages that are drawn now. */
	get drawn(): ReadonlySet<number> {
		return new Set(this.#drawn.keys())
	}

	close(): void {
		this.#closed = true
		clearTimeout(this.#waiting)
		this.#wanted = []
		this.#working?.stop.abort()
		for (const { canvas } of this.#drawn.values()) release(canvas)
		this.#drawn.clear()
	}

	async #work(): Promise<void> {
		if (this.#working) return
		for (let page = this.#next(); page !== undefined; page = this.#next()) {
			const scale = this.#scale
			const stop = new AbortController()
			this.#working = { page, scale, stop }
			await this.#draw(page, scale, stop.signal)
			this.#working = null
		}
	}

	#next(): number | undefined {
		if (this.#closed) return undefined
		return this.#wanted.find(
			(page) => !this.#damaged.has(page) && this.#drawn.get(page)?.scale !== this.#scale,
		)
	}

	async #draw(page: number, scale: number, signal: AbortSignal): Promise<void> {
		const sheet = this.#sheets[page]
		if (!sheet) return
		const canvas = sheet.ownerDocument.createElement('canvas')
		canvas.setAttribute('aria-hidden', 'true')
		try {
			const isDone = await this.#source.draw(page, canvas, scale, signal)
			if (!isDone || this.#closed) return release(canvas)
		} catch {
			release(canvas)
			this.#damaged.add(page)
			const message = sheet.ownerDocument.createElement('p')
			message.append(this.#problem(page))
			sheet.replaceChildren(message)
			return
		}
		const before = this.#drawn.get(page)
		sheet.replaceChildren(canvas)
		if (before) release(before.canvas)
		this.#drawn.set(page, { canvas, scale })
	}
}

/** Gives the memory of a canvas back at once. */
function release(canvas: HTMLCanvasElement): void {
	canvas.remove()
	canvas.width = 0
	canvas.height = 0
}
