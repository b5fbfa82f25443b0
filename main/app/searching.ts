import type { JobId } from '../../corpus/ids.ts'
import type { SearchResult } from '../../preload/calls/search.ts'
import type { Input } from '../../preload/contract.ts'
import type { Cancellations } from './cancellations.ts'
import type { Reading } from './readerservice.ts'
import type { Caller } from './rpc.ts'

/** Searches by the reader's thread, of each job only the newest. */
export interface Searching {
	/** @throws UserError `cancelled` when another with the same job takes its place, or when it is stopped */
	find(input: Input<'search.find'>): Promise<SearchResult>
	/** Nothing happens when there is none. */
	cancel(job: JobId): void
	/** Cancels all that run. */
	end(): void
}

/** @param call calls the reader */
export function searching(call: Caller['call'], cancellations: Cancellations): Searching {
	const running = new Map<JobId, number>()
	let last = 0
	const cancel = (job: JobId) => {
		const work = running.get(job)
		if (work !== undefined) cancellations.cancel(work)
	}
	return {
		find: async (input) => {
			cancel(input.job)
			const work = ++last
			running.set(input.job, work)
			try {
				return (await call('search.find', { work, input } satisfies Reading)) as SearchResult
			} finally {
				if (running.get(input.job) === work) running.delete(input.job)
			}
		},
		cancel,
		end: () => {
			for (const job of running.keys()) cancel(job)
		},
	}
}
