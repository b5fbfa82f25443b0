import type { WorkerPort } from './options.ts'

/**
 * Two joined ends in this thread, for the direct join and for tests. Messages are cloned as between
 * threads, arrive in order, and never before the sender's turn of the event loop is over.
 */
export function portPair(): readonly [WorkerPort, WorkerPort] {
	const left = listeners()
	const right = listeners()
	let open = true
	const end = (own: Listeners, other: Listeners): WorkerPort => ({
		post: (message, transfer) => {
			const clone = structuredClone(message, { transfer: [...(transfer ?? [])] })
			setImmediate(() => {
				if (open) for (const listener of other.message) listener(clone)
			})
		},
		onMessage: (listener) => void own.message.push(listener),
		onExit: (listener) => void own.exit.push(listener),
		terminate: async () => {
			if (!open) return
			open = false
			for (const listener of [...left.exit, ...right.exit]) listener('terminated')
		},
	})
	return [end(left, right), end(right, left)]
}

interface Listeners {
	readonly message: ((message: unknown) => void)[]
	readonly exit: ((reason: string) => void)[]
}

const listeners = (): Listeners => ({ message: [], exit: [] })
