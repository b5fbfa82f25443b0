import type { JobId } from '../../corpus/ids.ts'
import type { Change } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import { Emitter } from './source.ts'

/** Long work that goes on now. */
export interface Job {
	readonly id: JobId
	/** "Importing 12 files", until the application reports something more exact. */
	readonly label: string
	readonly done: number
	/** null while it is not known. */
	readonly total: number | null
	/** The reader asked it to stop, and it has not answered yet. */
	readonly stopping: boolean
}

/** Long work: followed and cancelled here, shown in the status line and in dialogs. */
export class JobsStore extends Emitter {
	readonly #client: Client
	readonly #newId: () => string
	#running: readonly Job[] = []

	constructor(client: Client, newId: () => string) {
		super()
		this.#client = client
		this.#newId = newId
	}

	/** The oldest first. */
	get running(): readonly Job[] {
		return this.#running
	}

	get(id: JobId): Job | undefined {
		return this.#running.find((job) => job.id === id)
	}

	/** Runs long work under a new job: `jobs.run('Importing', (job) => client.call('import.files', { job, … }))`. */
	async run<T>(label: string, work: (job: JobId) => Promise<T>): Promise<T> {
		const id = this.newJob()
		this.#set([...this.#running, { id, label, done: 0, total: null, stopping: false }])
		try {
			return await work(id)
		} finally {
			this.#set(this.#running.filter((job) => job.id !== id))
		}
	}

	/** A job's name for work that is not shown, such as a search. */
	newJob(): JobId {
		return this.#newId() as JobId
	}

	/** @throws {CallError} */
	async cancel(id: JobId): Promise<void> {
		this.#set(this.#running.map((job) => (job.id === id ? { ...job, stopping: true } : job)))
		await this.#client.call('jobs.cancel', { job: id })
	}

	progress(change: Extract<Change, { kind: 'progress' }>): void {
		const { job: id, label, done, total } = change
		if (!this.get(id)) return
		this.#set(this.#running.map((job) => (job.id === id ? { ...job, label, done, total } : job)))
	}

	#set(running: readonly Job[]): void {
		this.#running = running
		this.emit()
	}
}
