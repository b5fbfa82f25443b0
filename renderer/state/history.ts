import type { Step } from '../../corpus/entities.ts'
import type { StepId } from '../../corpus/ids.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import { ListStore } from './liststore.ts'
import type { Unsaved } from './unsaved.ts'

/**
 * The steps that can be undone and redone, the newest first; read only while somebody looks. Before one is
 * taken, what was typed is saved: it is what the reader did last.
 */
export class HistoryStore extends ListStore<StepId, Step> {
	readonly #client: Client
	readonly #unsaved: Unsaved
	/** When all is saved that was typed before the last step was asked for: steps begin in their order. */
	#saved: Promise<unknown> = Promise.resolve()

	constructor(client: Client, unsaved: Unsaved) {
		super(() => client.call('history.list', {}), null)
		this.#client = client
		this.#unsaved = unsaved
	}

	/** @returns what `undo` would take back; null: nothing. @throws {CallError} */
	async last(): Promise<Step | null> {
		const steps = await this.#client.call('history.list', {})
		return steps.find(({ state }) => state === 'done') ?? null
	}

	/** @returns the step that was undone; null: there was none. @throws {CallError} */
	undo(): Promise<Step | null> {
		return this.#whenSaved(() => this.#client.call('history.undo', {}))
	}

	/** @throws {CallError} */
	redo(): Promise<Step | null> {
		return this.#whenSaved(() => this.#client.call('history.redo', {}))
	}

	/** Undoes or redoes until `step` is the last that is done; null: until nothing is. @throws {CallError} */
	async goTo(step: StepId | null): Promise<void> {
		await this.#whenSaved(() => this.#client.call('history.goto', { step }))
	}

	apply(changed: Changed): void {
		if (!changed.history) return
		if (this.isWatched) void this.reload()
		else this.reset()
	}

	#whenSaved<Result>(take: () => Promise<Result>): Promise<Result> {
		this.#saved = this.#saved.then(() => this.#unsaved.flush())
		return this.#saved.then(take)
	}
}
