import { blockIndexAt } from '../../corpus/blocks.ts'
import type { Range } from '../../corpus/range.ts'
import { type FlowGeometry, firstWhere } from './geometry.ts'
import type { FlowSurface } from './surface.ts'

/** Where in the window a passage is put: its first line near the top, in the middle, or as little as needed. */
export type Alignment = 'start' | 'center' | 'nearest'

/** Px that a passage keeps from the window's edges. */
export const breathing = 72

/**
 * How often a place is looked for again. Sections get their true height when they come into sight, which
 * moves what lies below: two rounds are usual.
 */
const rounds = 12

/** Moves a surface in its scrolling box, and says where it stands, in offsets of the reading text. */
export interface Scrolling {
	/**
	 * Brings a range into sight at once, without motion. Resolves when it stands still; a later call takes
	 * over from an earlier one, and so does a reader who scrolls or points.
	 */
	reveal(range: Range, align: Alignment): Promise<void>
	/** Does something that moves the text (another type size), and keeps the same words at the top. */
	keep(change: () => void): Promise<void>
	/** The offset of the first line that stands in sight, below the breathing space. */
	readonly top: number
	/** How much of the text has been in sight when it is read from the beginning: 0 to 1. */
	readonly progress: number
}

/** Scrolling of a text that flows. */
export class FlowScrolling implements Scrolling {
	readonly #surface: FlowSurface
	readonly #geometry: FlowGeometry
	readonly #scroller: HTMLElement
	/** Grows with each movement, so that an earlier one gives way to a later. */
	#turn = 0

	constructor(surface: FlowSurface, geometry: FlowGeometry, scroller: HTMLElement) {
		this.#surface = surface
		this.#geometry = geometry
		this.#scroller = scroller
	}

	async reveal(range: Range, align: Alignment): Promise<void> {
		const turn = ++this.#turn
		const arrived = new AbortController()
		const giveWay = () => {
			this.#turn++
		}
		for (const motion of ['wheel', 'touchmove', 'pointerdown'])
			this.#scroller.addEventListener(motion, giveWay, { passive: true, signal: arrived.signal })
		let still = 0
		for (let round = 0; round < rounds && still < 2 && turn === this.#turn; round++) {
			const distance = this.#distance(range, align)
			const before = this.#scroller.scrollTop
			if (Math.abs(distance) >= 1) this.#scroller.scrollTop += distance
			still = Math.abs(this.#scroller.scrollTop - before) < 1 ? still + 1 : 0
			await nextFrame()
		}
		arrived.abort()
	}

	async keep(change: () => void): Promise<void> {
		const top = this.#scroller.scrollTop
		const offset = this.top
		change()
		if (top > 0) await this.reveal({ start: offset, end: offset }, 'start')
	}

	get top(): number {
		const box = this.#scroller.getBoundingClientRect()
		const line = box.top + (this.#scroller.scrollTop > 0 ? breathing : 0)
		return this.#offsetBelow(line + 1)
	}

	get progress(): number {
		return progressOf(this.#scroller)
	}

	/** How far to scroll so that the range stands as wanted, in px. */
	#distance(range: Range, align: Alignment): number {
		const box = this.#scroller.getBoundingClientRect()
		const origin = this.#surface.element.getBoundingClientRect().top
		const extent = this.#geometry.extent(range)
		const top = origin + extent.top - box.top
		const bottom = origin + extent.bottom - box.top
		const height = box.height
		if (align === 'start') return top - breathing
		if (align === 'center') return top - Math.max(breathing, (height - (bottom - top)) / 2.6)
		if (top < breathing) return top - breathing
		if (bottom > height - breathing) return Math.min(top - breathing, bottom - (height - breathing))
		return 0
	}

	/** The first code unit whose line ends below a height of the window. */
	#offsetBelow(height: number): number {
		const { sections, blocks, text, map } = this.#surface
		const section = sections[firstWhere(sections.length, (at) => bottomOf(sections[at]?.element) > height)]
		if (!section) return map.length
		const first = blockIndexAt(text.blocks, section.start)
		const last = blockIndexAt(text.blocks, section.end - 1) + 1
		const at = first + firstWhere(last - first, (index) => bottomOf(blocks[first + index]) > height)
		const block = text.blocks[Math.min(at, last - 1)]
		if (!block) return section.start
		const length = block.end - block.start
		const inside = firstWhere(length, (index) => {
			const offset = block.start + index
			return bottomOf(map.liveRange({ start: offset, end: offset + 1 })) > height
		})
		return block.start + (inside < length ? inside : 0)
	}
}

const bottomOf = (box: Element | globalThis.Range | undefined): number =>
	box?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY

/** How far a box is scrolled: 0 to 1; 1 where there is nothing to scroll. */
export function progressOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
	if (scrollHeight - clientHeight < 2) return 1
	return Math.min(1, Math.max(0, scrollTop / (scrollHeight - clientHeight)))
}

/** Two frames: layout of what came into sight is known in the second. */
export const nextFrame = (): Promise<void> =>
	new Promise((resolve) => {
		requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
	})
