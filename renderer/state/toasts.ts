import type { ToastMessage } from '../elements/toastlist.ts'
import type { Announcer } from './announcer.ts'
import { Emitter } from './source.ts'

/** A message, and what it is about: a newer one about the same takes its place. */
export interface Toast extends ToastMessage {
	readonly topic: string
}

/** Short messages at the foot of the window. Errors stay until they are dismissed. */
export class Toasts extends Emitter {
	readonly #announcer: Announcer
	#all: readonly Toast[] = []
	#next = 1

	constructor(announcer: Announcer) {
		super()
		this.#announcer = announcer
	}

	/** The oldest first, at most three: the oldest message makes room. */
	get all(): readonly Toast[] {
		return this.#all
	}

	/** "Removed 3 documents." with an action such as Undo. */
	done(text: string, action: Toast['action'] = null, topic = text): number {
		this.#announcer.say(text)
		return this.#add({ kind: 'done', text, action, topic })
	}

	/** What happened, what is safe, what to do. */
	error(text: string, action: Toast['action'] = null, topic = text): number {
		return this.#add({ kind: 'error', text, action, topic })
	}

	/** What the messages about this said is true no more. */
	withdraw(topic: string): void {
		this.#all = this.#all.filter((toast) => toast.topic !== topic)
		this.emit()
	}

	dismiss(id: number): void {
		this.#all = this.#all.filter((toast) => toast.id !== id)
		this.emit()
	}

	#add(message: Omit<Toast, 'id'>): number {
		const toast = { ...message, id: this.#next++ }
		const others = this.#all.filter(({ topic }) => topic !== toast.topic)
		this.#all = [...others, toast].slice(-3)
		this.emit()
		return toast.id
	}
}
