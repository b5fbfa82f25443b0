import { Emitter } from './source.ts'

/** A short message at the foot of the window. */
export interface Toast {
	readonly id: number
	/** Errors stay until they are dismissed and are announced at once. */
	readonly kind: 'done' | 'error'
	/** One or two sentences. An error says what happened, what is safe and what to do. */
	readonly text: string
	readonly action: { readonly label: string; readonly run: () => void } | null
}

export class Toasts extends Emitter {
	#all: readonly Toast[] = []
	#next = 1

	/** The oldest first, at most three: the oldest message makes room. */
	get all(): readonly Toast[] {
		return this.#all
	}

	/** "Removed 3 documents." with an action such as Undo. */
	done(text: string, action: Toast['action'] = null): number {
		return this.#add('done', text, action)
	}

	error(text: string, action: Toast['action'] = null): number {
		return this.#add('error', text, action)
	}

	dismiss(id: number): void {
		this.#all = this.#all.filter((toast) => toast.id !== id)
		this.emit()
	}

	#add(kind: Toast['kind'], text: string, action: Toast['action']): number {
		const id = this.#next++
		// The same message again replaces its elder.
		const others = this.#all.filter((toast) => toast.text !== text)
		this.#all = [...others, { id, kind, text, action }].slice(-3)
		this.emit()
		return id
	}
}
