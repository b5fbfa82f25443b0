import type { ErrorCode } from '../corpus/errors.ts'
import type { Bridge, Change } from '../preload/bridge.ts'
import type { Input, Method, Output } from '../preload/contract.ts'

/** A call that was answered with an error: a code for programs, a sentence for the reader. */
export class CallError extends Error {
	readonly code: ErrorCode

	constructor(code: ErrorCode, message: string) {
		super(message)
		this.name = 'CallError'
		this.code = code
	}
}

/** The application as the page sees it: the bridge with the contract's types on. */
export interface Client {
	/** @throws {CallError} */
	call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
	/** @returns a function that stops listening */
	onChange(listener: (change: Change) => void): () => void
}

/** The contract promises what a method answers, and both ends are compiled against it: hence the one cast. */
export const createClient = (bridge: Bridge): Client => ({
	async call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
		const reply = await bridge.call(method, input)
		if (!reply.ok) throw new CallError(reply.code, reply.message)
		return reply.value as Output<M>
	},
	onChange: (listener) => bridge.onChange(listener),
})
