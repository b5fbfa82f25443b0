import type { HighlightId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { sameRange } from '../../../corpus/ranges.ts'
import { snapToCharacters, snapToWords } from '../../../corpus/words.ts'
import { type EndStep, moveEnd } from '../../reading/ends.ts'
import type { OpenedDocument } from './openeddocument.ts'

/** The ends of a highlight that are being adjusted. Nothing is written before `commit`. */
export class EndsAdjuster {
	readonly id: HighlightId
	range: Range
	readonly #before: Range
	readonly #opened: OpenedDocument
	readonly #changed: (range: Range) => void

	/** @param changed told of each step, to show and announce it */
	constructor(id: HighlightId, range: Range, opened: OpenedDocument, changed: (range: Range) => void) {
		this.id = id
		this.range = { start: range.start, end: range.end }
		this.#before = this.range
		this.#opened = opened
		this.#changed = changed
	}

	get isChanged(): boolean {
		return !sameRange(this.range, this.#before)
	}

	/** Arrows move the end, with Shift the start; word by word, with Alt letter by letter. @returns whether the key was one of these */
	key(event: KeyboardEvent): boolean {
		const direction = this.#directionOf(event.key)
		if (!direction || event.ctrlKey || event.metaKey) return false
		this.#step({ edge: event.shiftKey ? 'start' : 'end', direction, by: event.altKey ? 'letter' : 'word' })
		return true
	}

	/** The end is drawn to a point of the window; `letters`: it need not fall on the edge of a word. */
	drag(edge: 'start' | 'end', x: number, y: number, letters: boolean): void {
		const offset = this.#opened.geometry.offsetAt(x, y)
		if (offset === null) return
		const { text } = this.#opened.surface.text
		const raw =
			edge === 'start'
				? { start: Math.min(offset, this.range.end - 1), end: this.range.end }
				: { start: this.range.start, end: Math.max(offset + 1, this.range.start + 1) }
		const snapped = letters ? snapToCharacters(text, raw) : snapToWords(text, raw, this.#language)
		// The other end was put where it is on purpose, be it in the middle of a word.
		this.#set(
			edge === 'start'
				? { start: snapped.start, end: this.range.end }
				: { start: this.range.start, end: snapped.end },
		)
	}

	#step(step: EndStep): void {
		this.#set(moveEnd(this.#opened.surface.text.text, this.range, step, this.#language))
	}

	#set(range: Range): void {
		if (range.start >= range.end || sameRange(range, this.range)) return
		this.range = range
		this.#changed(range)
	}

	#directionOf(key: string): EndStep['direction'] | null {
		const rightToLeft = getComputedStyle(this.#opened.surface.element).direction === 'rtl'
		if (key === 'ArrowLeft') return rightToLeft ? 'forth' : 'back'
		if (key === 'ArrowRight') return rightToLeft ? 'back' : 'forth'
		return null
	}

	get #language(): string | undefined {
		return this.#opened.detail.metadata.language
	}
}
