import type { Run } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'

/**
 * A piece of the reading text that stands on one page. A page has several where its text does not come in
 * one piece: running heads lie behind the body text of the whole document.
 */
export interface PageLayer extends Range {
	/** Index of the page. */
	readonly page: number
	/** In order; they do not overlap. What lies between them is white space, and whatever has no place. */
	readonly runs: readonly Run[]
}

/**
 * Cuts a reading text into what stands on which page. The layers tile the text in its order, so that the
 * text layers of all pages, one behind the other, are the reading text. What stands nowhere belongs to the
 * run before it.
 *
 * @param pages the runs of every page
 * @param length of the reading text
 */
export function layersOf(pages: readonly (readonly Run[])[], length: number): readonly PageLayer[] {
	const sorted = pages
		.flatMap((runs, page) => runs.map((run) => ({ page, run })))
		.toSorted((a, b) => a.run.start - b.run.start)
	const layers: { page: number; start: number; end: number; runs: Run[] }[] = []
	let at = 0
	for (const { page, run } of sorted) {
		const start = Math.max(run.start, at)
		const end = Math.min(run.end, length)
		if (start >= end) continue
		at = end
		let layer = layers.at(-1)
		if (layer?.page !== page) {
			const beginning = layer ? start : 0
			if (layer) layer.end = beginning
			layer = { page, start: beginning, end: length, runs: [] }
			layers.push(layer)
		}
		layer.runs.push(start === run.start && end === run.end ? run : { ...run, start, end })
	}
	if (layers.length > 0 || length === 0) return layers
	return [{ page: 0, start: 0, end: length, runs: [] }]
}

/** Index of the last item that begins at an offset or before; 0 where none does. */
export function indexAt(items: readonly Range[], offset: number): number {
	let low = 0
	let high = items.length - 1
	while (low < high) {
		const middle = (low + high + 1) >> 1
		if ((items[middle]?.start ?? 0) <= offset) low = middle
		else high = middle - 1
	}
	return low
}

/** An upright box, in points from the page's top left corner. */
export interface Bounds {
	readonly left: number
	readonly top: number
	readonly right: number
	readonly bottom: number
}

/** The upright box around a run, which may be turned. */
export function boundsOf({ x, y, width, height, angle }: Run): Bounds {
	if (angle === 0) return { left: x, top: y, right: x + width, bottom: y + height }
	const turn = (angle * Math.PI) / 180
	const across = { x: width * Math.cos(turn), y: width * Math.sin(turn) }
	const down = { x: -height * Math.sin(turn), y: height * Math.cos(turn) }
	const xs = [0, across.x, down.x, across.x + down.x]
	const ys = [0, across.y, down.y, across.y + down.y]
	return {
		left: x + Math.min(...xs),
		top: y + Math.min(...ys),
		right: x + Math.max(...xs),
		bottom: y + Math.max(...ys),
	}
}

/** A box on a page that a range covers. */
export interface PageArea extends Bounds {
	readonly page: number
}

/**
 * What a range of the reading text covers on the pages: one box for each run that it meets. A run that it
 * meets in part counts as a whole.
 */
export function areasOf(layers: readonly PageLayer[], range: Range): readonly PageArea[] {
	const areas: PageArea[] = []
	for (let at = indexAt(layers, range.start); at < layers.length; at++) {
		const layer = layers[at]
		if (!layer || layer.start >= range.end) break
		for (let index = indexAt(layer.runs, range.start); index < layer.runs.length; index++) {
			const run = layer.runs[index]
			if (!run || run.start >= range.end) break
			if (run.end > range.start) areas.push({ page: layer.page, ...boundsOf(run) })
		}
	}
	return areas
}

/** The page that an offset stands on, and the box of its run: of the run before, where it stands nowhere. */
export function areaAt(layers: readonly PageLayer[], offset: number): PageArea | null {
	const layer = layers[indexAt(layers, offset)]
	if (!layer) return null
	const run = layer.runs[indexAt(layer.runs, offset)]
	return run
		? { page: layer.page, ...boundsOf(run) }
		: { page: layer.page, left: 0, top: 0, right: 1, bottom: 1 }
}
