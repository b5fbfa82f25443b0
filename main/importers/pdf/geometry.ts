import type { Run } from '../../../corpus/page.ts'

/** A rectangle on a page as it is shown, as runs have it. */
export type Box = Omit<Run, 'start' | 'end'>

/**
 * A piece of text as the file draws it, seen as its reader turns the page to read it: `from` and `to` run
 * along the line, `top`, `base` and `bottom` across it, in the direction in which lines follow.
 * All lengths are in points.
 */
export interface Piece {
	/** Not empty, without white space at its ends. */
	readonly text: string
	/** Whether white space was drawn before it. */
	readonly isSpaced: boolean
	readonly from: number
	readonly to: number
	readonly top: number
	readonly base: number
	readonly bottom: number
	/** Of the letters. */
	readonly size: number
	/** As pdf.js names it: the same within a document. */
	readonly font: string
	/** All its letters are equally wide. */
	readonly isMonospaced: boolean
	readonly isRightToLeft: boolean
	/** Marked by the file as no part of its text. */
	readonly isArtifact: boolean
	readonly box: Box
}

/** Pieces that are written in one direction: degrees clockwise, or from top to bottom. */
export interface Direction {
	readonly angle: number
	readonly isVertical: boolean
	/** In the order in which the file draws them. */
	readonly pieces: readonly Piece[]
}

/** Numbers of a list's middle; 0 for none. */
export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b)
	return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A piece without its first letters, which are taken to be as wide as the others. */
export function withoutStart(piece: Piece, letters: number): Piece {
	const part = letters / piece.text.length
	const text = piece.text.slice(letters)
	const { box } = piece
	if (box.vertical) return { ...piece, text }
	const turn = (box.angle * Math.PI) / 180
	const cut = box.width * part
	const moved = {
		...box,
		x: box.x + cut * Math.cos(turn),
		y: box.y + cut * Math.sin(turn),
		width: box.width - cut,
	}
	return { ...piece, text, from: piece.from + (piece.to - piece.from) * part, box: moved }
}
