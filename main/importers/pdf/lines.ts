import { median, type Piece } from './geometry.ts'

/** Pieces that stand in one line of one column, in reading order. */
export interface Line {
	readonly pieces: readonly Piece[]
	readonly text: string
	readonly from: number
	readonly to: number
	readonly top: number
	readonly base: number
	readonly bottom: number
	/** Of most of its letters. */
	readonly size: number
	/** That of most of its letters. */
	readonly font: string
	readonly isMonospaced: boolean
	readonly isRightToLeft: boolean
	/** There are gaps in it that are wider than those between words: a row of a table. */
	readonly isRow: boolean
}

/**
 * Whether two lines have words in letters of the same size: small capitals may make up most of one of them.
 * @param tolerance the difference that does not count, as a part of the size
 */
export function isAlike(a: Line, b: Line, tolerance: number): boolean {
	const isNear = (one: number, other: number) => Math.abs(one - other) <= tolerance * Math.max(one, other)
	const hasWordOf = (line: Line, size: number) =>
		line.pieces.some((piece) => isNear(piece.size, size) && /\p{L}{2}/u.test(piece.text))
	return isNear(a.size, b.size) || hasWordOf(a, b.size) || hasWordOf(b, a.size)
}

interface Fragment {
	pieces: Piece[]
	from: number
	to: number
	top: number
	bottom: number
	base: number
	size: number
	/** The fragment that goes on to the right after a wide gap, where the file draws it next. */
	next: Fragment | null
	/** Joined to another. */
	isTaken: boolean
}

/** Widest gap between words, in sizes. */
const widest = 1.5

/** The lines of pieces in the order in which the file draws them (of the first piece of each). */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
	const fragments = withNeighbours(fragmentsOf(pieces))
	const gutters = guttersOf(fragments)
	return fragments.flatMap((fragment) => (fragment.isTaken ? [] : lineOf(wholeRow(fragment, gutters))))
}

/** Pieces that follow each other in the file without a wide gap. */
function fragmentsOf(pieces: readonly Piece[]): Fragment[] {
	const fragments: Fragment[] = []
	let current: Fragment | undefined
	for (const piece of pieces) {
		if (current && isBeside(current, piece)) {
			const reach = Math.max(current.size, piece.size)
			const gap = gapBetween(current, piece)
			if (gap > -0.5 * reach && gap <= widest * reach) {
				add(current, piece)
				continue
			}
			const fragment = fragmentOf(piece)
			if (gap > 0 && piece.from > current.from) current.next = fragment
			fragments.push(fragment)
			current = fragment
			continue
		}
		current = fragmentOf(piece)
		fragments.push(current)
	}
	return fragments
}

const fragmentOf = (piece: Piece): Fragment => ({
	pieces: [piece],
	from: piece.from,
	to: piece.to,
	top: piece.top,
	bottom: piece.bottom,
	base: piece.base,
	size: piece.size,
	next: null,
	isTaken: false,
})

function add(fragment: Fragment, piece: Piece): void {
	fragment.pieces.push(piece)
	fragment.from = Math.min(fragment.from, piece.from)
	fragment.to = Math.max(fragment.to, piece.to)
	if (piece.size > fragment.size) {
		fragment.size = piece.size
		fragment.base = piece.base
		fragment.top = piece.top
		fragment.bottom = piece.bottom
	}
}

/** The distance along the line; negative where they overlap. */
const gapBetween = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
	Math.max(a.from - b.to, b.from - a.to)

interface Tall {
	readonly top: number
	readonly bottom: number
}

/** Whether the lower of two stands at least half beside the taller. */
function isBeside(a: Tall, b: Tall): boolean {
	const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
	return shared >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)
}

/** Joins what stands close together in one line though the file draws something else in between. */
function withNeighbours(fragments: Fragment[]): Fragment[] {
	const rows = new Map<number, Fragment[]>()
	for (const fragment of fragments) {
		const row = Math.round(fragment.base)
		rows.set(row, [...(rows.get(row) ?? []).slice(-200), fragment])
	}
	const order = new Map(fragments.map((fragment, index) => [fragment, index]))
	for (const row of rows.values()) {
		const sorted = row.toSorted((a, b) => a.from - b.from)
		let left: Fragment | undefined
		for (const right of sorted) {
			const gap = left ? right.from - left.to : Number.POSITIVE_INFINITY
			const size = Math.min(left?.size ?? 0, right.size)
			if (left && left.next !== right && gap > -0.3 * size && gap < 0.5 * size) {
				const [first, second] =
					(order.get(left) ?? 0) < (order.get(right) ?? 0) ? [left, right] : [right, left]
				for (const piece of second.pieces) add(first, piece)
				first.next ??= second.next === first ? null : second.next
				if (first.next === first) first.next = null
				second.isTaken = true
				second.next = first
				left = first
			} else left = right
		}
	}
	const standing = fragments.filter((fragment) => !fragment.isTaken)
	for (const fragment of standing)
		while (fragment.next?.isTaken) fragment.next = fragment.next.next === fragment ? null : fragment.next.next
	return standing
}

/** Wide gaps that run down between two columns of prose. */
interface Gutter {
	readonly from: number
	readonly to: number
}

/** Rows that a gutter must run through. */
const leastRows = 5

function guttersOf(fragments: readonly Fragment[]): readonly Gutter[] {
	const gaps = fragments
		.flatMap((left) => (left.next ? [{ left, right: left.next }] : []))
		.filter(({ left, right }) => right.from > left.to)
		.toSorted((a, b) => a.left.to - b.left.to)
	const gutters: Gutter[] = []
	let group: typeof gaps = []
	let end = Number.POSITIVE_INFINITY
	const close = () => {
		const from = Math.max(...group.map(({ left }) => left.to))
		const isProse =
			group.length >= leastRows &&
			median(group.map(({ left }) => (left.to - left.from) / left.size)) > 12 &&
			median(group.map(({ right }) => (right.to - right.from) / right.size)) > 12
		if (isProse) gutters.push({ from, to: end })
		group = []
		end = Number.POSITIVE_INFINITY
	}
	for (const gap of gaps) {
		if (gap.left.to >= end) close()
		group.push(gap)
		end = Math.min(end, gap.right.from)
	}
	close()
	return gutters
}

/** What goes on after wide gaps, up to a gutter. */
function wholeRow(first: Fragment, gutters: readonly Gutter[]): { pieces: readonly Piece[]; isRow: boolean } {
	const pieces = [...first.pieces]
	let isRow = false
	let last = first
	while (last.next && !last.next.isTaken && last.next !== first) {
		const next: Fragment = last.next
		if (gutters.some((gutter) => last.to <= gutter.from + 1 && next.from >= gutter.to - 1)) break
		pieces.push(...next.pieces)
		next.isTaken = true
		isRow = true
		last = next
	}
	return { pieces, isRow }
}

function lineOf({ pieces, isRow }: { pieces: readonly Piece[]; isRow: boolean }): Line {
	const letters = pieces.reduce((sum, piece) => sum + (piece.isRightToLeft ? piece.text.length : 0), 0)
	const all = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
	const isRightToLeft = letters * 2 > all
	const ordered = inReadingOrder(pieces, isRightToLeft)
	const main = ordered.reduce((a, b) => (b.text.length * b.size > a.text.length * a.size ? b : a))
	return {
		pieces: ordered,
		text: ordered.map((piece, index) => (index > 0 && piece.isSpaced ? ' ' : '') + piece.text).join(''),
		from: Math.min(...pieces.map((piece) => piece.from)),
		to: Math.max(...pieces.map((piece) => piece.to)),
		top: main.top,
		base: main.base,
		bottom: main.bottom,
		size: main.size,
		font: main.font,
		isMonospaced: main.isMonospaced,
		isRightToLeft,
		isRow: isRow && !isStretched(ordered),
	}
}

/** Whether its words stand equally far apart: a line that was stretched to the width of its column. */
function isStretched(pieces: readonly Piece[]): boolean {
	const gaps = pieces.slice(1).map((piece, index) => piece.from - (pieces[index]?.to ?? 0))
	const size = Math.max(...pieces.map((piece) => piece.size))
	return gaps.length > 1 && Math.max(...gaps) < Math.min(1.3 * Math.min(...gaps), 3 * size)
}

/** From the line's beginning to its end, with what is written the other way turned back; spaces are told anew. */
function inReadingOrder(pieces: readonly Piece[], isRightToLeft: boolean): readonly Piece[] {
	const drawn = new Map(pieces.map((piece, index) => [piece, index]))
	const sorted = pieces.toSorted((a, b) => a.from - b.from || (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0))
	const spaced = sorted.map((piece, index): Piece => {
		const before = sorted[index - 1]
		if (!before) return piece
		const order = (drawn.get(piece) ?? 0) - (drawn.get(before) ?? 0)
		const gap = piece.from - before.to
		const size = Math.min(piece.size, before.size)
		const told = order === 1 ? piece.isSpaced : order === -1 ? before.isSpaced : gap > 0.15 * size
		return { ...piece, isSpaced: told || gap > 0.3 * size }
	})
	if (!isRightToLeft) return spaced
	return turned(spaced)
}

/** Right to left; spaces move to the other side of their piece. */
function turned(pieces: readonly Piece[]): readonly Piece[] {
	const result: Piece[] = []
	let foreign: Piece[] = []
	const flush = () => {
		result.push(...foreign.toReversed())
		foreign = []
	}
	for (let index = pieces.length - 1; index >= 0; index--) {
		const piece = pieces[index]
		if (!piece) continue
		const isForeign = !piece.isRightToLeft && /[\p{L}\p{N}]/u.test(piece.text)
		if (isForeign) foreign.push(piece)
		else {
			flush()
			result.push(piece)
		}
	}
	flush()
	const spaceAfter = new Map(pieces.map((piece, index) => [piece, pieces[index + 1]?.isSpaced ?? false]))
	const spaceBefore = new Map(pieces.map((piece) => [piece, piece.isSpaced]))
	return result.map((piece, index) => {
		const before = result[index - 1]
		if (!before) return piece
		const isForward = piece.from > before.from
		return { ...piece, isSpaced: (isForward ? spaceBefore.get(piece) : spaceAfter.get(piece)) ?? false }
	})
}
