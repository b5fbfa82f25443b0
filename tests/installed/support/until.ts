import { setTimeout } from 'node:timers/promises'

/** Milliseconds in which a window or a dialog shows up, also on a busy machine. */
const patience = 30_000

/** What `attempt` gives when it first gives something. @throws Error with the complaint when that takes too long */
export async function until<Result>(
	attempt: () => Result | undefined | Promise<Result | undefined>,
	complaint: string,
): Promise<Result> {
	const end = Date.now() + patience
	for (;;) {
		const result = await attempt()
		if (result !== undefined) return result
		if (Date.now() > end) throw new Error(complaint)
		await setTimeout(100)
	}
}
