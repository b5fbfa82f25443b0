import type { DocumentId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'
import type { Unwritten } from '../../state/unsaved.ts'

/** Ms that the text must stand still before its place is remembered. */
const rest = 700

/** Remembers in the library where reading stopped. Failures are not told: nothing of the reader's is lost. */
export class PositionKeeper implements Unwritten {
	/** Of a place that is forgotten no word is lost. */
	readonly stuck = null
	readonly #state: AppState
	readonly #document: DocumentId
	#waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly offset: number } | null = null
	#kept: number | null = null
	readonly #leave = () => void this.flush()

	constructor(state: AppState, document: DocumentId) {
		this.#state = state
		this.#document = document
	}

	/** The text moved: this is the first offset in sight now. */
	moved(offset: number): void {
		if (this.#waiting) clearTimeout(this.#waiting.timer)
		this.#waiting = { timer: setTimeout(this.#leave, rest), offset }
		window.addEventListener('pagehide', this.#leave)
		this.#state.unsaved.add(this)
	}

	/** Writes at once what waits. Never rejects. */
	async flush(): Promise<void> {
		const position = this.#taken()
		if (position === null || position === this.#kept) return
		this.#kept = position
		await this.#state.client.call('documents.position', { id: this.#document, position }).catch(() => {})
	}

	abandon(): null {
		this.#taken()
		return null
	}

	/** @returns the place that waits; it waits no more */
	#taken(): number | null {
		if (!this.#waiting) return null
		const { timer, offset } = this.#waiting
		clearTimeout(timer)
		window.removeEventListener('pagehide', this.#leave)
		this.#state.unsaved.remove(this)
		this.#waiting = null
		return offset
	}
}
