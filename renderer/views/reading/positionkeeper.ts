import type { DocumentId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'
import type { Unwritten } from '../../state/unsaved.ts'

/** Ms that the text must stand still before its place is remembered. */
const rest = 700

/** Remembers in the library where reading stopped. Failures are not told: nothing of the reader's is lost. */
export class PositionKeeper implements Unwritten {
	readonly isStuck = false
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
		if (!this.#waiting) return
		clearTimeout(this.#waiting.timer)
		window.removeEventListener('pagehide', this.#leave)
		this.#state.unsaved.remove(this)
		const position = this.#waiting.offset
		this.#waiting = null
		if (position === this.#kept) return
		this.#kept = position
		await this.#state.client.call('documents.position', { id: this.#document, position }).catch(() => {})
	}
}
