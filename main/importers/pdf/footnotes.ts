import { type Piece, withoutStart } from './geometry.ts'
import type { Line } from './lines.ts'
import type { PlacedLine, PlacedSegment } from './paragraphs.ts'

/** A note at the foot of a page, whose call was found above it. */
export interface Note {
	/** What its call shows. */
	readonly label: string
	/** The piece of the body that calls it. */
	readonly call: Piece
	/** Without the label. */
	readonly lines: readonly PlacedLine[]
}

/** The body without the notes that were found in it. */
export interface Noted {
	readonly segments: readonly PlacedSegment[]
	readonly notes: readonly Note[]
}

/**
 * Footnotes: lines in smaller letters at the foot of a column that begin with a number or sign, where the
 * same stands raised in the text of their page. What only looks like one stays where it is.
 *
 * @param bodySize of most of the document's letters
 */
export function withoutNotes(segments: readonly PlacedSegment[], bodySize: number): Noted {
	const byPage = new Map<number, PlacedSegment[]>()
	for (const segment of segments) {
		const placed = byPage.get(segment.page)
		if (placed) placed.push(segment)
		else byPage.set(segment.page, [segment])
	}
	const rest: PlacedSegment[] = []
	const notes: Note[] = []
	for (const [page, placed] of byPage) {
		const calls = callsIn(placed)
		for (const segment of placed) {
			const at = calls.size === 0 ? -1 : noteStart(segment, placed, bodySize, calls)
			if (at < 0) {
				rest.push(segment)
				continue
			}
			const above = segment.lines.slice(0, at)
			const last = above.at(-1)
			if (last) rest.push({ ...segment, lines: above, bottom: last.bottom })
			notes.push(...notesIn(segment.lines.slice(at), page, calls))
		}
	}
	return { segments: rest, notes }
}

/** Whether a piece is smaller than its line and stands above the line's base. */
export const isRaised = (piece: Piece, line: Line): boolean =>
	piece.size < 0.85 * line.size && piece.base < line.base - 0.12 * line.size

/** The same below it. */
export const isLowered = (piece: Piece, line: Line): boolean =>
	piece.size < 0.85 * line.size && piece.base > line.base + 0.06 * line.size

const labelOnly = /^(?:\d{1,3}|[*∗†‡§¶]{1,3}|[a-z])$/u
const labelBefore = /^(\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s+(?=\S)/u

/** Raised numbers and signs within lines, by what they say. */
function callsIn(segments: readonly PlacedSegment[]): Map<string, Piece> {
	const calls = new Map<string, Piece>()
	for (const { lines } of segments)
		for (const line of lines)
			for (const [index, piece] of line.pieces.entries())
				if (index > 0 && labelOnly.test(piece.text) && isRaised(piece, line) && !calls.has(piece.text))
					calls.set(piece.text, piece)
	return calls
}

function labelOf(line: Line): string | null {
	const [first] = line.pieces
	if (!first) return null
	if (line.pieces.length > 1 && labelOnly.test(first.text)) return first.text
	return labelBefore.exec(first.text)?.[1] ?? null
}

/** The index of the line with which the notes of a segment begin; -1 where it has none. */
function noteStart(
	segment: PlacedSegment,
	page: readonly PlacedSegment[],
	bodySize: number,
	calls: ReadonlyMap<string, Piece>,
): number {
	const isSmall = (line: Line) => line.size < 0.95 * bodySize
	const { lines } = segment
	let start = -1
	for (let index = lines.length - 1; index >= 0; index--) {
		const line = lines[index]
		if (!line || !isSmall(line)) break
		const label = labelOf(line)
		if (label !== null && calls.has(label)) start = index
	}
	const first = lines[start]
	if (!first) return -1
	const isFoot = page.every(
		(other) =>
			other === segment ||
			other.to < first.from ||
			other.from > segment.to ||
			other.lines.every((line) => line.base < first.base || isSmall(line)),
	)
	return isFoot ? start : -1
}

function notesIn(lines: readonly Line[], page: number, calls: Map<string, Piece>): readonly Note[] {
	const notes: { label: string; call: Piece; lines: PlacedLine[] }[] = []
	for (const line of lines) {
		const label = labelOf(line)
		const call = label === null ? undefined : calls.get(label)
		if (label !== null && call) {
			calls.delete(label)
			notes.push({ label, call, lines: [{ line: withoutLabel(line, label), page }] })
		} else notes.at(-1)?.lines.push({ line, page })
	}
	return notes
}

function withoutLabel(line: Line, label: string): Line {
	const [first, ...others] = line.pieces
	if (!first) return line
	const whole = labelBefore.exec(first.text)?.[0]
	const pieces =
		first.text === label || whole === undefined ? others : [withoutStart(first, whole.length), ...others]
	return pieces.length === 0 ? line : { ...line, pieces, text: line.text.slice(label.length).trimStart() }
}
