import type { HighlightId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { EndsAdjuster } from './endsadjuster.ts'
import type { Pane } from './pane.ts'

/** Adjusting the ends of a highlight: E, arrows or handles, then Enter or Esc. */
export class Adjusting {
	/** null: nothing is being adjusted. */
	ends: EndsAdjuster | null = null
	readonly #pane: Pane

	constructor(pane: Pane) {
		this.#pane = pane
	}

	/** @returns the range as it is, to be brought into sight; null when the highlight is not there */
	begin(id: HighlightId): Range | null {
		const { opened, desk, state } = this.#pane
		const highlight = desk.find(id)
		if (!highlight || !opened) return null
		this.ends = new EndsAdjuster(id, highlight.anchor, opened, (range) => {
			this.#pane.requestUpdate()
			state.announcer.say(endsOf(opened.surface.text.text, range))
		})
		this.#pane.focusText()
		state.announcer.say(
			'Adjusting the ends. Arrows move the end, with Shift the start. Enter keeps, Esc leaves it.',
		)
		this.#pane.requestUpdate()
		return highlight.anchor
	}

	/** @returns whether the key was one of adjusting */
	key(event: KeyboardEvent): boolean {
		if (!this.ends) return false
		if (event.key !== 'Enter') return this.ends.key(event)
		void this.keep()
		return true
	}

	async keep(): Promise<void> {
		const { ends } = this
		this.cancel()
		if (ends?.isChanged) await this.#pane.desk.move(ends.id, ends.range)
	}

	cancel(): void {
		this.ends = null
		this.#pane.requestUpdate()
	}
}

/** The first and last words of a range, to be said. */
function endsOf(text: string, { start, end }: Range): string {
	const words = text.slice(start, end).replace(/\s+/g, ' ')
	return words.length <= 80 ? words : `${words.slice(0, 40)} … ${words.slice(-40)}`
}
