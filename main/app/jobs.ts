import { UserError } from '../../corpus/errors.ts'
import type { JobId } from '../../corpus/ids.ts'
import type { Change } from '../../preload/bridge.ts'

/** Long work that can be followed and stopped. */
export interface Job {
	readonly id: JobId
	/** Aborted when the reader asks to stop, or when the application closes. */
	readonly signal: AbortSignal
	/** @param total null while it is not known */
	progress(label: string, done: number, total: number | null): void
}

export interface Jobs {
	/** Does the work as the job. @throws UserError `invalid` while another job with this id runs */
	run<Result>(id: JobId, work: (job: Job) => Promise<Result>): Promise<Result>
	/** Asks the job to stop; nothing happens when there is none. */
	cancel(id: JobId): void
	/** Asks all to stop and waits until they did. */
	end(): Promise<void>
}

export function jobs(publish: (change: Change) => void): Jobs {
	const running = new Map<JobId, { readonly stop: AbortController; readonly over: Promise<unknown> }>()
	return {
		run: async (id, work) => {
			if (running.has(id)) throw new UserError('invalid', 'A job with this id is running already.')
			const stop = new AbortController()
			const job: Job = {
				id,
				signal: stop.signal,
				progress: (label, done, total) => publish({ kind: 'progress', job: id, label, done, total }),
			}
			const result = work(job)
			running.set(id, { stop, over: result.catch(() => {}) })
			try {
				return await result
			} finally {
				running.delete(id)
			}
		},
		cancel: (id) => running.get(id)?.stop.abort(),
		end: async () => {
			for (const { stop } of running.values()) stop.abort()
			await Promise.all([...running.values()].map(({ over }) => over))
		},
	}
}

export const cancelled = () => new UserError('cancelled', 'Stopped, as you asked.')
