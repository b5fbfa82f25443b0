import { median } from './geometry.ts'
import { isAlike, type Line } from './lines.ts'
import { type Segment, toleranceOf } from './ordering.ts'

/** Lines that make up one block, in reading order, with the page each stands on (from 0). */
export interface Paragraph {
	readonly lines: readonly PlacedLine[]
}

export interface PlacedLine {
	readonly line: Line
	readonly page: number
}

/** One column, box or stretch of a page. */
export interface PlacedSegment extends Segment {
	readonly page: number
}

/** Blocks that may stand between the parts of a paragraph: pictures' captions, boxes, notes. */
const mostBetween = 6

/** The paragraphs of segments in reading order, also where they go on in the next column or page. */
export function paragraphsOf(segments: readonly PlacedSegment[]): readonly Paragraph[] {
	const paragraphs: PlacedLine[][] = []
	const shapes = shapesOf(segments)
	for (const segment of segments) {
		const shape = shapeOf(segment, shapes.get(segment.page))
		let current: PlacedLine[] | undefined
		for (const [index, line] of segment.lines.entries()) {
			const placed = { line, page: segment.page }
			const above = segment.lines[index - 1]
			const goesOn =
				above === undefined
					? paragraphs.slice(-mostBetween).findLast((each) => isUnfinished(each, placed, shape))
					: current &&
							isSameParagraph(above, line, localShape(shape, segment.lines, index), current.length === 1)
						? current
						: undefined
			if (goesOn) goesOn.push(placed)
			else paragraphs.push([placed])
			current = goesOn ?? paragraphs.at(-1)
		}
	}
	return paragraphs.map((lines) => ({ lines }))
}

/** What is usual in a segment. */
interface Shape {
	readonly from: number
	readonly to: number
	/** From base line to base line. */
	readonly step: number
	/** Its lines end far from the right edge of their column. */
	readonly isList: boolean
	/** The first lines of paragraphs stand out to the left, as in bibliographies. */
	readonly isHanging: boolean
	/** See `toleranceOf`. */
	readonly tolerance: number
}

/** What is usual on a page. */
interface PageShape {
	readonly tolerance: number
	/** How far to the right the columns reach that begin at about the same left edge. */
	readonly edges: ReadonlyMap<number, number>
}

/** Left edges closer than this are the same, in points. */
const sameEdge = 10

function shapesOf(segments: readonly PlacedSegment[]): ReadonlyMap<number, PageShape> {
	const pages = new Map<number, PlacedSegment[]>()
	for (const segment of segments) {
		const page = pages.get(segment.page)
		if (page) page.push(segment)
		else pages.set(segment.page, [segment])
	}
	return new Map(
		[...pages].map(([number, page]) => {
			const edges = new Map<number, number>()
			for (const { lines, from, to } of page) {
				const edge = Math.round(from / sameEdge)
				if (lines.length > 1) edges.set(edge, Math.max(to, edges.get(edge) ?? to))
			}
			return [number, { edges, tolerance: toleranceOf(page.flatMap(({ lines }) => lines)) }]
		}),
	)
}

function shapeOf(segment: PlacedSegment, page: PageShape | undefined): Shape {
	const { lines, from } = segment
	// What stays far from the right edge of its column is no running text: lines of a list or a table of contents.
	const at = Math.round(from / sameEdge)
	const edge = Math.max(
		segment.to,
		...[at - 1, at, at + 1].map((each) => page?.edges.get(each) ?? segment.to),
	)
	const isList = segment.to - from < 0.4 * (edge - from)
	const to = isList ? edge : segment.to
	const tolerance = page?.tolerance ?? 0.12
	const steps = lines.flatMap((line, index) => {
		const before = lines[index - 1]
		return before ? [line.base - before.base] : []
	})
	const indented = lines.filter((line) => line.from - from > 0.7 * line.size).length
	return {
		from,
		to,
		isList,
		step: median(steps),
		isHanging: indented * 2 > lines.length && indented < lines.length,
		tolerance,
	}
}

export const startsBullet = /^[•‣◦▪▫●○■□–—*·-]\s/u

/** The same where text runs around a picture: its edges are those of the lines close by. */
function localShape(shape: Shape, lines: readonly Line[], index: number): Shape {
	const near = lines.slice(Math.max(0, index - 2), index + 2)
	if (shape.isList) return shape
	return {
		...shape,
		from: Math.min(...near.map((line) => line.from)),
		to: Math.max(...near.map((line) => line.to)),
	}
}

const startsList = /^(?:[•‣◦▪▫●○■□–—*·-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s/u

/** Whether a line goes on with the paragraph of the one above it in the same segment. */
function isSameParagraph(above: Line, line: Line, shape: Shape, isSecond: boolean): boolean {
	if (above.isRow || line.isRow) return false
	const size = Math.max(above.size, line.size)
	if (!isAlike(above, line, shape.tolerance)) return false
	if (!sharesFont(above, line) && !isProse(above, line)) return false
	const step = line.base - above.base
	if (step > 1.25 * shape.step + 0.1 * size && step > 1.2 * size) return false
	if (startsList.test(line.text) && (startsList.test(above.text) || !isSecond || /[.:;]$/.test(above.text)))
		return false
	const isRight = line.isRightToLeft
	const start = isRight ? shape.to - line.to : line.from - shape.from
	const startAbove = isRight ? shape.to - above.to : above.from - shape.from
	const indent = 0.7 * size
	const isCentred = (each: Line) =>
		Math.abs(each.from - shape.from - (shape.to - each.to)) < size &&
		Math.min(each.from - shape.from, shape.to - each.to) > indent
	const areCentred = isCentred(line) || (isCentred(above) && line.from < above.from)
	if (!areCentred) {
		if (shape.isHanging) {
			if (start < indent && startAbove >= indent) return false
		} else if (start > indent && startAbove < indent && !startsList.test(above.text)) return false
		const end = isRight ? above.from - shape.from : shape.to - above.to
		if (end > widthOfFirstWord(line) + 0.6 * size && end > 2 * size && !isProse(above, line)) return false
	}
	return true
}

/** Whether some words of both are set in the same font. */
const sharesFont = (above: Line, line: Line): boolean =>
	above.font === line.font ||
	above.pieces.some((piece) => line.pieces.some((other) => other.font === piece.font && isWord(other.text)))

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text)

/** A sentence that runs on though there would be room: ragged lines. */
const isProse = (above: Line, line: Line): boolean =>
	/[\p{Ll},]$/u.test(above.text) && /^\p{Ll}/u.test(line.text)

function isUnfinished(paragraph: readonly PlacedLine[], { line, page }: PlacedLine, shape: Shape): boolean {
	const last = paragraph.at(-1)
	return last !== undefined && page - last.page <= 1 && isContinued(last.line, line, shape)
}

/** Whether the first line of a segment goes on with the paragraph before, in another column or page. */
function isContinued(before: Line, line: Line, shape: Shape): boolean {
	if (before.isRow || line.isRow) return false
	const size = Math.max(before.size, line.size)
	if (!isAlike(before, line, 0.5 * shape.tolerance)) return false
	if (before.font !== line.font && !sharesFont(before, line)) return false
	if (/[-\u2010]$/.test(before.text) && /^\p{L}/u.test(line.text)) return true
	if (line.from - shape.from > 0.7 * size && !line.isRightToLeft) return false
	return /[\p{L}\p{N},;–—]$/u.test(before.text) && /^[\p{Ll}\p{Lo}(]/u.test(line.text)
}

function widthOfFirstWord(line: Line): number {
	const word = /^\S+/.exec(line.text)?.[0] ?? ''
	return ((line.to - line.from) * word.length) / Math.max(1, line.text.length)
}
