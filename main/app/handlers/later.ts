import type { Method } from '../../../preload/contract.ts'
import type { Handlers } from '../dispatch.ts'

/**
 * Handlers whose code is read when one of them is called for the first time: no start waits for what only
 * some readers need on some days.
 * @param methods all that `load` gives
 */
export function later<M extends Method>(
	methods: readonly M[],
	load: () => Promise<Handlers<M>>,
): Handlers<M> {
	let loading: Promise<Handlers<M>> | null = null
	const calls = methods.map((method) => [
		method,
		async (input: never) => {
			// What could not be read this time may be there the next.
			loading ??= load().catch((error: unknown) => {
				loading = null
				throw error
			})
			return (await loading)[method](input)
		},
	])
	return Object.fromEntries(calls)
}
