import { median } from './geometry.ts'
import { isAlike, type Line } from './lines.ts'

/** Lines that follow each other in one column, one below the other. */
export interface Segment {
	readonly lines: readonly Line[]
	readonly from: number
	readonly to: number
	readonly top: number
	readonly bottom: number
}

/** Above this, comparing each with each would cost too much, and the file's order is kept. */
const mostCompared = 1200

/**
 * The segments of a page in reading order. The order in which a file draws is mostly that of reading, so
 * it is kept as far as the places allow: what stands above in the same column comes first, and of columns
 * side by side the one where reading begins (after T. M. Breuel, “High performance document layout
 * analysis”, 2003).
 *
 * @param lines in the order in which the file draws them
 */
export function orderedSegments(lines: readonly Line[]): readonly Segment[] {
	const segments = segmentsOf(lines)
	if (segments.length > mostCompared) return segments
	const rightFirst = lines.filter((line) => line.isRightToLeft).length * 2 > lines.length
	return sorted(segments, (a, b) => isBefore(a, b, rightFirst))
}

/**
 * By how much, as a part of it, the size of letters may change within a paragraph. Recognised text behind a
 * scan has another size in each line.
 */
export function toleranceOf(lines: readonly Line[]): number {
	const middle = median(lines.map((line) => line.size))
	const alike = lines.filter((line) => Math.abs(line.size - middle) < 0.02 * middle).length
	return alike * 3 > lines.length || lines.length < 10 ? 0.12 : 0.4
}

interface Growing {
	lines: Line[]
	from: number
	to: number
	top: number
	bottom: number
}

function segmentsOf(lines: readonly Line[]): readonly Segment[] {
	const tolerance = toleranceOf(lines)
	const segments: Growing[] = []
	for (const line of lines) {
		const above = segments.slice(-40).findLast((segment) => continues(segment, line, tolerance))
		if (above) {
			above.lines.push(line)
			above.from = Math.min(above.from, line.from)
			above.to = Math.max(above.to, line.to)
			above.bottom = line.bottom
		} else segments.push({ lines: [line], from: line.from, to: line.to, top: line.top, bottom: line.bottom })
	}
	return segments
}

/** Whether a line stands right below the last one of a segment. */
function continues(segment: Growing, line: Line, tolerance: number): boolean {
	const last = segment.lines.at(-1)
	if (!last) return false
	const step = line.base - last.base
	const size = Math.max(last.size, line.size)
	const isClose = step > 0.3 * size && step < 2.2 * size
	const shared = Math.min(segment.to, line.to) - Math.max(segment.from, line.from)
	// Rows of a table go with rows, and letters of one size with each other.
	const widths = [segment.to - segment.from, line.to - line.from]
	const width = line.isRow || last.isRow ? Math.max(...widths) : Math.min(...widths)
	return isClose && shared > 0.5 * width && isAlike(last, line, tolerance)
}

/** Whether one must be read before the other, by their places alone. */
function isBefore(a: Segment, b: Segment, rightFirst: boolean): boolean {
	const across = Math.min(a.to, b.to) - Math.max(a.from, b.from)
	const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
	const height = Math.min(a.bottom - a.top, b.bottom - b.top)
	const width = Math.min(a.to - a.from, b.to - b.from)
	if (across > 0.1 * width) return a.bottom - b.top < 0.5 * height && a.top < b.top
	if (down > 0.3 * height) return rightFirst ? a.from > b.from : a.from < b.from
	return false
}

/** Sorted by what must come before what, else as they stand; a circle is cut where it is met first. */
function sorted(
	segments: readonly Segment[],
	before: (a: Segment, b: Segment) => boolean,
): readonly Segment[] {
	const waitsFor = segments.map(
		(b) => new Set(segments.flatMap((a, at) => (a !== b && before(a, b) ? [at] : []))),
	)
	const rest = new Set(segments.keys())
	const result: Segment[] = []
	while (rest.size > 0) {
		const free = [...rest].find((at) => waitsFor[at]?.size === 0) ?? Math.min(...rest)
		rest.delete(free)
		const segment = segments[free]
		if (segment) result.push(segment)
		for (const waiting of waitsFor) waiting.delete(free)
	}
	return result
}
