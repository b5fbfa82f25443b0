import type { JobId } from '../../corpus/ids.ts'
import type { Bridge, Change, Reply } from '../../preload/bridge.ts'
import type { Input, Method, Output } from '../../preload/contract.ts'

/** A bridge as tests use it: answers typed, changes remembered. */
export interface Client {
	readonly bridge: Bridge
	/** @throws Error with code and message of the reply */
	call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
	/** What a call that must fail is answered. @throws Error when it succeeds */
	refusal(method: string, input: unknown): Promise<{ readonly code: string; readonly message: string }>
	/** Changes that came since the client was made, oldest first. */
	readonly changes: readonly Change[]
	/** The first change, past or future, that fits. Waits for it as long as the test may run. */
	heard(fits: (change: Change) => boolean): Promise<Change>
	/** Forgets the changes so far. */
	forget(): void
	/** A job of its own for each call. */
	job(): JobId
}

export function clientOf(bridge: Bridge): Client {
	const changes: Change[] = []
	const waiting = new Set<(change: Change) => void>()
	bridge.onChange((change) => {
		changes.push(change)
		for (const tell of waiting) tell(change)
	})
	let jobs = 0
	return {
		bridge,
		call: async <M extends Method>(method: M, input: Input<M>) => {
			const reply: Reply = await bridge.call(method, input)
			if (!reply.ok) throw new Error(`${method}: ${reply.code}: ${reply.message}`)
			return reply.value as Output<M>
		},
		refusal: async (method, input) => {
			const reply = await bridge.call(method, input)
			if (reply.ok) throw new Error(`${method} succeeded: ${JSON.stringify(reply.value)}`)
			return { code: reply.code, message: reply.message }
		},
		changes,
		heard: (fits) =>
			new Promise((resolve) => {
				const past = changes.find(fits)
				if (past) return resolve(past)
				const tell = (change: Change) => {
					if (!fits(change)) return
					waiting.delete(tell)
					resolve(change)
				}
				waiting.add(tell)
			}),
		forget: () => {
			changes.length = 0
		},
		job: () => `job-${process.pid}-${++jobs}-${Date.now()}` as JobId,
	}
}
