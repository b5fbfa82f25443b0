/** Milliseconds that a call waits for an earlier one, which may never come: browsers drop requests of pages that go away. */
const patience = 3000
/** Pages whose count is remembered. */
const remembered = 100

/** Which call of which page it is. */
export interface Turn {
	/** Chosen by the page. */
	readonly page: string
	/** From 1, one more with each call. */
	readonly turn: number
}

interface Queue {
	/** The turn that is to begin. */
	next: number
	readonly waiting: Map<number, () => void>
	timer: ReturnType<typeof setTimeout> | null
}

/**
 * Begins the calls of each page in the order in which the page made them, as a port does by itself: requests
 * travel on several connections, and overtake each other.
 */
export class CallOrder {
	readonly #queues = new Map<string, Queue>()

	/**
	 * Calls `begin` when all earlier calls of the page have begun, or have not come in time.
	 * @returns what `begin` gives
	 */
	begin<Result>({ page, turn }: Turn, begin: () => Promise<Result>): Promise<Result> {
		const queue = this.#queue(page)
		if (turn < queue.next || queue.waiting.has(turn)) return begin()
		return new Promise((resolve) => {
			queue.waiting.set(turn, () => resolve(begin()))
			this.#advance(queue)
		})
	}

	/** Begins all that waits: what has come is not dropped for what will not come any more. */
	close(): void {
		for (const queue of this.#queues.values()) while (queue.waiting.size > 0) this.#skip(queue)
	}

	#queue(page: string): Queue {
		const queue = this.#queues.get(page) ?? { next: 1, waiting: new Map(), timer: null }
		this.#queues.delete(page)
		this.#queues.set(page, queue)
		for (const [name, { waiting }] of this.#queues) {
			if (this.#queues.size <= remembered) break
			if (waiting.size === 0) this.#queues.delete(name)
		}
		return queue
	}

	#advance(queue: Queue): void {
		if (queue.timer !== null) clearTimeout(queue.timer)
		queue.timer = null
		for (let begin = queue.waiting.get(queue.next); begin; begin = queue.waiting.get(queue.next)) {
			queue.waiting.delete(queue.next)
			queue.next += 1
			begin()
		}
		if (queue.waiting.size === 0) return
		queue.timer = setTimeout(() => this.#skip(queue), patience)
	}

	#skip(queue: Queue): void {
		queue.next = Math.min(...queue.waiting.keys())
		this.#advance(queue)
	}
}
