import type { Run } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'
import type { Sheet } from './sheets.ts'
import { numbersOf, type Values } from './values.ts'

/** A rectangle of a page as it is shown. */
export interface Area {
	readonly left: number
	readonly top: number
	readonly right: number
	readonly bottom: number
}

/** The areas that an annotation covers: its quadrilaterals (four points each), else its rectangle. */
export function areasOf(annotation: Values, sheet: Sheet): readonly Area[] {
	const quads = numbersOf(annotation['quadPoints']).slice(0, 8 * 500)
	const rect = numbersOf(annotation['rect'])
	const points = quads.length >= 8 ? quads : rect
	const step = quads.length >= 8 ? 8 : 4
	const areas: Area[] = []
	for (let at = 0; at + step <= points.length; at += step)
		areas.push(areaOf(points.slice(at, at + step), sheet))
	return areas
}

function areaOf(points: readonly number[], { toPage }: Sheet): Area {
	const shown = points.flatMap((x, index) => (index % 2 === 0 ? [toPage(x, points[index + 1] ?? 0)] : []))
	const across = shown.map(([x]) => x)
	const down = shown.map(([, y]) => y)
	return {
		left: Math.min(...across),
		right: Math.max(...across),
		top: Math.min(...down),
		bottom: Math.max(...down),
	}
}

/** The passage of a page's text that lies in areas, without white space at its ends; null: none does. */
export function textIn(areas: readonly Area[], runs: readonly Run[], text: string): Range | null {
	let [start, end] = [Number.POSITIVE_INFINITY, 0]
	for (const run of runs)
		for (const area of areas) {
			const part = partIn(area, run, text)
			if (part === null) continue
			start = Math.min(start, part.start)
			end = Math.max(end, part.end)
		}
	while (start < end && /\s/.test(text.charAt(start))) start++
	while (start < end && /\s/.test(text.charAt(end - 1))) end--
	return start < end ? { start, end } : null
}

/** The run whose box is nearest to an area; null where the page has none. */
export function nearestRun(area: Area, runs: readonly Run[]): Run | null {
	const distance = (run: Run) => {
		const across = Math.max(0, run.x - area.right, area.left - (run.x + run.width))
		const down = Math.max(0, run.y - area.bottom, area.top - (run.y + run.height))
		// What stands in the same line is meant before what stands above or below.
		return across + 3 * down
	}
	let nearest: Run | null = null
	for (const run of runs) if (nearest === null || distance(run) < distance(nearest)) nearest = run
	return nearest
}

function partIn(area: Area, run: Run, text: string): Range | null {
	const shared = Math.min(area.bottom, run.y + run.height) - Math.max(area.top, run.y)
	if (run.angle !== 0 || run.vertical) return holdsMiddle(area, run) ? run : null
	const least = 0.5 * Math.min(run.height, area.bottom - area.top)
	if (shared <= 0 || shared < least || area.right <= run.x || area.left >= run.x + run.width) return null
	const said = text.slice(run.start, run.end)
	const edges = edgesOf(said)
	const whole = edges.at(-1) ?? 1
	const placeOf = (index: number) =>
		run.x + (((edges[index] ?? 0) + (edges[index + 1] ?? whole)) / 2 / whole) * run.width
	let [first, last] = [0, said.length]
	while (first < last && placeOf(first) < area.left) first++
	while (last > first && placeOf(last - 1) > area.right) last--
	return first < last ? withWholeWords({ start: run.start + first, end: run.start + last }, run, text) : null
}

function holdsMiddle(area: Area, run: Run): boolean {
	const turn = (run.angle * Math.PI) / 180
	const x = run.x + (run.width / 2) * Math.cos(turn) - (run.height / 2) * Math.sin(turn)
	const y = run.y + (run.width / 2) * Math.sin(turn) + (run.height / 2) * Math.cos(turn)
	return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom
}

/** Where letters are estimated, a letter too few or too many at a word's edge is an error of the estimate. */
function withWholeWords({ start, end }: Range, run: Run, text: string): Range {
	const isLetter = (at: number) => at >= run.start && at < run.end && /[\p{L}\p{N}]/u.test(text.charAt(at))
	const snapped = (at: number) => {
		if (!isLetter(at - 1) || !isLetter(at)) return at
		for (const step of [1, 2])
			for (const moved of [at - step, at + step]) if (!isLetter(moved - 1) || !isLetter(moved)) return moved
		return at
	}
	const [from, to] = [snapped(start), snapped(end)]
	return from < to ? { start: from, end: to } : { start, end }
}

/** Where each letter of a text begins, in widths of an average letter, and where the last one ends. */
function edgesOf(text: string): readonly number[] {
	const edges = [0]
	let edge = 0
	for (let index = 0; index < text.length; index++) {
		const letter = text.charAt(index)
		edge += /[ijl.,;:'|!ftrI()[\]\s-]/.test(letter)
			? 0.55
			: /[mwMW@%—]/.test(letter)
				? 1.5
				: /[A-Z]/.test(letter)
					? 1.25
					: 1
		edges.push(edge)
	}
	return edges
}
