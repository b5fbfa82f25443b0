import type { ToastMessage } from '../elements/toastlist.ts'
import type { Announcer } from './announcer.ts'
import { Emitter } from './source.ts'

/** Short messages at the foot of the window. Errors stay until they are dismissed. */
export class Toasts extends Emitter {
	readonly #announcer: Announcer
	#all: readonly ToastMessage[] = []
	#next = 1

	constructor(announcer: Announcer) {
		super()
		this.#announcer = announcer
	}

	/** The oldest first, at most three: the oldest message makes room. */
	get all(): readonly ToastMessage[] {
		return this.#all
	}

	/** "Removed 3 documents." with an action such as Undo. */
	done(text: string, action: ToastMessage['action'] = null): number {
		this.#announcer.say(text)
		return this.#add('done', text, action)
	}

	error(text: string, action: ToastMessage['action'] = null): number {
		return this.#add('error', text, action)
	}

	dismiss(id: number): void {
		this.#all = this.#all.filter((toast) => toast.id !== id)
		this.emit()
	}

	#add(kind: ToastMessage['kind'], text: string, action: ToastMessage['action']): number {
		const id = this.#next++
		// The same message again replaces its elder.
		const others = this.#all.filter((toast) => toast.text !== text)
		this.#all = [...others, { id, kind, text, action }].slice(-3)
		this.emit()
		return id
	}
}
