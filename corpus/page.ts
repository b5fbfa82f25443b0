import type { Range } from './range.ts'

/** A page of an original that has pages, as it is shown: turned the way its reader sees it. */
export interface PageSize {
	/** In points (1/72 inch). */
	readonly width: number
	readonly height: number
	/** As printed on it or named by the file ("iv", "117"); else its number, from 1. */
	readonly label: string
	/** Where its text begins in the reading text; for a page without any body text, where the next begins. */
	readonly start: number
}

/** A page with where its text stands on it. */
export interface Page extends PageSize {
	/** In reading order; they do not overlap in the reading text. */
	readonly runs: readonly Run[]
}

/**
 * A piece of one line of a page, and the reading text that it says. A page without text has one run over
 * all of it, on the U+FFFC that stands for it.
 *
 * The box is given in points from the page's top left corner, before turning by `angle` (degrees,
 * clockwise) around its own top left corner; `width` runs along the direction of writing of horizontal
 * scripts. In a vertical script lines run down, so `height` is the length of the line.
 */
export interface Run extends Range {
	readonly x: number
	readonly y: number
	readonly width: number
	readonly height: number
	readonly angle: number
	/** Written from top to bottom. */
	readonly vertical?: true
}
