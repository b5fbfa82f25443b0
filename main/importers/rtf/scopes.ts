import type { Flow } from './flow.ts'
import { type CharacterFormat, type ParagraphFormat, plainCharacters, plainParagraph } from './formats.ts'

/** What holds until the end of a group. */
export interface State {
	readonly characters: CharacterFormat
	readonly paragraph: ParagraphFormat
	readonly flow: Flow
	/** Where the words lead; null: nowhere. */
	readonly href: string | null
	/** How many characters stand after each `\u` for readers that know no Unicode. */
	readonly fallback: number
}

/** A group that is open. */
interface Scope {
	/** What held before it. */
	readonly outer: State
	/** What is to be done where it ends; null: nothing. */
	onClose: (() => void) | null
}

/** Groups nested deeper share the format of the one around them. */
const maxDepth = 2000

/** The groups that are open, and what holds in the innermost. */
export class Scopes {
	#state: State
	readonly #open: Scope[] = []
	/** Groups beyond `maxDepth` that are open. */
	#beyond = 0

	constructor(flow: Flow) {
		this.#state = {
			characters: plainCharacters,
			paragraph: plainParagraph,
			flow,
			href: null,
			fallback: 1,
		}
	}

	get state(): State {
		return this.#state
	}

	/** Whether any group is open. */
	get isOpen(): boolean {
		return this.#open.length > 0
	}

	/** Whether the innermost group is too deep to have an end at which something can be done. */
	get isTooDeep(): boolean {
		return this.#beyond > 0
	}

	change(changed: Partial<State>): void {
		this.#state = { ...this.#state, ...changed }
	}

	open(): void {
		if (this.#open.length >= maxDepth) this.#beyond++
		else this.#open.push({ outer: this.#state, onClose: null })
	}

	close(): void {
		if (this.#beyond > 0) {
			this.#beyond--
			return
		}
		const scope = this.#open.pop()
		if (scope === undefined) return
		scope.onClose?.()
		this.#state = scope.outer
	}

	/** Done when the innermost group ends, the last said first, while its state still holds. */
	atClose(action: () => void): void {
		const scope = this.#open.at(-1)
		if (scope === undefined || this.isTooDeep) return
		const before = scope.onClose
		scope.onClose = () => {
			action()
			before?.()
		}
	}
}
