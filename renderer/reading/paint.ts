import type { Range } from '../../corpus/range.ts'
import { RangeIndex } from '../../corpus/rangeindex.ts'
import { byPlace, intersection, joinRanges, overlaps, sameRange } from '../../corpus/ranges.ts'
import type { Surface } from './surface.ts'

/** One of the ten hues, or null for what has no theme. */
export type Hue = number | null

/** A highlight as the paint knows it. */
export interface Paintable extends Range {
	readonly id: string
	/** Those of its themes, without repetition; empty when it has none. The first is its tint. */
	readonly hues: readonly Hue[]
	/** Not yet written to the library. */
	readonly pending: boolean
}

/** A part of a highlight and the rule of paint.css that draws it. */
export interface Piece extends Range {
	readonly paint: string
}

/**
 * Cuts a highlight into what is painted of it. The text carries one tint: that of the highlight which
 * begins first (of the longer one where two begin together). Whatever else lies there is an underline.
 *
 * @param others highlights that overlap it
 */
export function piecesOf(item: Paintable, others: readonly Paintable[]): readonly Piece[] {
	const covers = joinRanges(
		others.filter((other) => above(other, item)).flatMap((other) => intersection(other, item) ?? []),
	)
	const pieces: Piece[] = covers.map((range) => ({ ...range, paint: `line-${hueName(item.hues[0])}` }))
	let at = item.start
	for (const cover of [...covers, { start: item.end, end: item.end }]) {
		if (at < cover.start) {
			const open = { start: at, end: cover.start }
			pieces.push({ ...open, paint: `tint-${hueName(item.hues[0])}` })
			if (item.hues.length > 1) pieces.push({ ...open, paint: `line-${hueName(item.hues[1])}` })
		}
		at = cover.end
	}
	if (item.pending) pieces.push({ start: item.start, end: item.end, paint: 'pending' })
	return pieces
}

const above = (a: Paintable, b: Paintable): boolean => (byPlace(a, b) || (a.id < b.id ? -1 : 1)) < 0

const hueName = (hue: Hue | undefined): string => (hue === null || hue === undefined ? 'none' : String(hue))

/** How strong each paint is where several meet. */
const priorities: readonly (readonly [prefix: string, priority: number])[] = [
	['tint', 0],
	['line', 1],
	['pending', 2],
	['hit-current', 5],
	['hit', 3],
	['focused', 4],
	['caret', 6],
]

/**
 * The browser's highlight of a name. The registry is the page's, and shared by all surfaces in it: each
 * adds and takes away only its own ranges. A browser that cannot paint highlights gets a set that nobody
 * looks at: margin and panel still show what is marked.
 */
export function registered(name: string): Set<AbstractRange> {
	if (!('highlights' in CSS)) return new Set()
	const known = CSS.highlights.get(name)
	if (known) return known
	const made = new Highlight()
	made.priority = priorities.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 0
	CSS.highlights.set(name, made)
	return made
}

interface Painted {
	readonly item: Paintable
	readonly ranges: readonly { readonly paint: string; readonly range: StaticRange }[]
}

interface Layer {
	readonly ranges: readonly Range[]
	readonly drawn: readonly StaticRange[]
}

/**
 * Paints highlights over a surface without touching its nodes. Of a new list only what differs from the
 * list before is painted anew, with what it overlaps.
 *
 * Only the part of the text that the reader may see has paint: see `look`. Browsers check every painted
 * range after any change of the page, which with 5,000 of them took 25 ms of each frame.
 */
export class Painter {
	readonly #surface: Surface
	readonly #painted = new Map<string, Painted>()
	readonly #layers = new Map<string, Layer>()
	#items: ReadonlyMap<string, Paintable> = new Map()
	#index = new RangeIndex<Paintable>([], (item) => item)
	#windows: readonly Range[]

	constructor(surface: Surface) {
		this.#surface = surface
		this.#windows = [{ start: 0, end: surface.map.length }]
	}

	/** All highlights, to be asked by place. */
	get index(): RangeIndex<Paintable> {
		return this.#index
	}

	/** The parts of the text that have paint; all of it until told otherwise. */
	look(windows: readonly Range[]): void {
		if (
			windows.length === this.#windows.length &&
			windows.every((each, at) => isSame(each, this.#windows[at]))
		)
			return
		this.#windows = windows
		for (const [id, { item }] of this.#painted) if (!this.#isLookedAt(item)) this.#erase(id)
		for (const item of this.#inSight()) if (!this.#painted.has(item.id)) this.#paint(item)
		for (const [name, { ranges }] of this.#layers) this.#layer(name, ranges)
	}

	/** The nodes of a part of the text were made anew: whatever is painted there is painted on these. */
	renew(range: Range): void {
		for (const item of this.#index.overlapping(range)) if (this.#painted.has(item.id)) this.#paint(item)
		for (const [name, { ranges }] of this.#layers)
			if (ranges.some((each) => overlaps(each, range))) this.#layer(name, ranges)
	}

	/** Shows exactly these. */
	show(items: readonly Paintable[]): void {
		const before = this.#items
		this.#items = new Map(items.map((item) => [item.id, item]))
		this.#index = new RangeIndex(items, (item) => item)
		const changed: Range[] = []
		for (const [id, old] of before) {
			const item = this.#items.get(id)
			if (item && samePaint(old, item)) continue
			changed.push(old)
			if (!item) this.#erase(id)
		}
		for (const item of items) {
			const old = before.get(item.id)
			if (!old || !samePaint(old, item)) changed.push(item)
		}
		const touched =
			changed.length > items.length / 2
				? this.#inSight()
				: changed.flatMap((range) => this.#index.overlapping(range))
		for (const item of new Set(touched)) {
			if (this.#isLookedAt(item)) this.#paint(item)
			else this.#erase(item.id)
		}
		this.#framePictures()
		this.#surface.painted?.((range) => this.#index.overlapping(range).length > 0)
	}

	/** Draws the passage that the keyboard or the card is at; null: none. */
	focus(range: Range | null): void {
		const [before = null] = this.#layers.get('focused')?.ranges ?? []
		if (before === range || (before && range && sameRange(before, range))) return
		this.#layer('focused', range ? [range] : [])
		this.#framePictures()
	}

	/** Draws what was found; `current` is drawn stronger. */
	hits(ranges: readonly Range[], current: Range | null): void {
		this.#layer('hit', ranges)
		this.#layer('hit-current', current ? [current] : [])
	}

	/** Draws a stand-in for the caret; null: none. */
	caret(range: Range | null): void {
		this.#layer('caret', range ? [range] : [])
	}

	/** Takes all paint of this surface away. */
	dispose(): void {
		for (const id of [...this.#painted.keys()]) this.#erase(id)
		for (const name of [...this.#layers.keys()]) this.#layer(name, [])
	}

	#isLookedAt(range: Range): boolean {
		return this.#windows.some((window) => overlaps(range, window))
	}

	#inSight(): readonly Paintable[] {
		return this.#windows.flatMap((window) => this.#index.overlapping(window))
	}

	#paint(item: Paintable): void {
		this.#erase(item.id)
		const others = this.#index.overlapping(item).filter((other) => other.id !== item.id)
		const ranges = piecesOf(item, others).map((piece) => ({
			paint: piece.paint,
			range: this.#surface.map.staticRange(piece),
		}))
		for (const { paint, range } of ranges) registered(paint).add(range)
		this.#painted.set(item.id, { item, ranges })
	}

	#erase(id: string): void {
		const painted = this.#painted.get(id)
		if (!painted) return
		for (const { paint, range } of painted.ranges) registered(paint).delete(range)
		this.#painted.delete(id)
	}

	#layer(name: string, ranges: readonly Range[]): void {
		const highlight = registered(name)
		for (const old of this.#layers.get(name)?.drawn ?? []) highlight.delete(old)
		const drawn = ranges
			.filter((range) => this.#isLookedAt(range))
			.map((range) => this.#surface.map.staticRange(range))
		for (const range of drawn) highlight.add(range)
		this.#layers.set(name, { ranges, drawn })
	}

	/** The browser paints text only: a picture in a highlight gets a frame. */
	#framePictures(): void {
		const [focused] = this.#layers.get('focused')?.ranges ?? []
		for (const { offset, element } of this.#surface.pictures) {
			const top = this.#index.at(offset)[0]
			const hue = top?.hues[0]
			const isFocused = focused !== undefined && focused.start <= offset && focused.end > offset
			element.classList.toggle('focused', isFocused)
			element.classList.toggle('painted', top !== undefined)
			for (let each = 0; each < 10; each++) element.classList.toggle(`h${each}`, hue === each)
		}
	}
}

const isSame = (a: Range, b: Range | undefined): boolean => b !== undefined && sameRange(a, b)

const samePaint = (a: Paintable, b: Paintable): boolean =>
	a.start === b.start &&
	a.end === b.end &&
	a.pending === b.pending &&
	a.hues.length === b.hues.length &&
	a.hues.every((hue, index) => hue === b.hues[index])
