import { CallError } from '../client.ts'
import { Emitter } from './source.ts'
import { Turns } from './turns.ts'

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'failed'

/**
 * All things of one kind, read when somebody first looks and kept up to date by changes. `readSome`
 * answers those of the asked that still exist: what is missing from the answer is gone.
 */
export class ListStore<Key extends string, Entity extends { readonly id: Key }> extends Emitter {
	/** `idle` until somebody looks. While `loading` a second time, the old things stay in sight. */
	status: LoadStatus = 'idle'
	/** The sentence for the reader when `status` is `failed`. */
	problem: string | null = null

	readonly #readAll: () => Promise<readonly Entity[]>
	readonly #readSome: ((ids: readonly Key[]) => Promise<readonly Entity[]>) | null
	readonly #readFirst: (() => Promise<readonly Entity[]>) | null
	readonly #turns: Turns
	readonly #stale = new Set<Key>()
	#everything = false
	/** Which library: an answer about an earlier one is thrown away. */
	#generation = 0
	#byId = new Map<Key, Entity>()
	#all: readonly Entity[] | null = null

	/** @param readFirst some of them, which are in sight while all are still being read */
	constructor(
		readAll: () => Promise<readonly Entity[]>,
		readSome: ((ids: readonly Key[]) => Promise<readonly Entity[]>) | null,
		readFirst: (() => Promise<readonly Entity[]>) | null = null,
	) {
		super()
		this.#readFirst = readFirst
		this.#readAll = readAll
		this.#readSome = readSome
		this.#turns = new Turns(() => this.#read())
	}

	/** In the order the application gave, new ones last. The same array until something changes. */
	get all(): readonly Entity[] {
		this.#all ??= [...this.#byId.values()]
		return this.#all
	}

	get(id: Key): Entity | undefined {
		return this.#byId.get(id)
	}

	/** Reads everything unless it was read before. Rejects only when there is a bug: see `status`. */
	load(): Promise<void> {
		return this.status === 'ready' || this.status === 'loading' ? this.settled() : this.reload()
	}

	/** Reads everything anew. */
	reload(): Promise<void> {
		this.#everything = true
		this.status = 'loading'
		return this.#turns.ask()
	}

	/** Reads these things anew; nothing is done while nobody has looked yet. */
	refresh(ids: readonly Key[]): void {
		if (this.status === 'idle' || ids.length === 0) return
		if (!this.#readSome) {
			void this.reload()
			return
		}
		for (const id of ids) this.#stale.add(id)
		void this.#turns.ask()
	}

	/** Resolves when everything asked for until now was read. */
	settled(): Promise<void> {
		return this.#turns.settled()
	}

	/** Another library is open: forgets everything, and reads again if somebody looks. */
	reset(): void {
		this.#generation++
		this.#everything = false
		this.#stale.clear()
		this.#replace(new Map())
		this.status = 'idle'
		if (this.isWatched) void this.reload()
		this.emit()
	}

	protected override watched(): void {
		if (this.status === 'idle') void this.load()
	}

	async #read(): Promise<void> {
		const generation = this.#generation
		const everything = this.#everything
		const ids = [...this.#stale]
		this.#everything = false
		this.#stale.clear()
		try {
			if (everything && this.#readFirst && this.#byId.size === 0) {
				const first = await this.#readFirst()
				if (generation !== this.#generation) return
				this.#replace(mapOf(first))
				this.emit()
			}
			const entities = everything ? await this.#readAll() : await this.#readSome?.(ids)
			if (generation !== this.#generation) return
			if (everything) this.#replace(mapOf(entities ?? []))
			else this.#patch(ids, entities ?? [])
			this.status = 'ready'
			this.problem = null
		} catch (error) {
			if (generation === this.#generation) this.#fail(error, everything, ids)
			if (!(error instanceof CallError)) throw error
			return
		}
		this.emit()
	}

	/** What was asked for is asked for again with the next read: only then is all of it up to date. */
	#fail(error: unknown, everything: boolean, ids: readonly Key[]): void {
		this.#everything ||= everything
		for (const id of ids) this.#stale.add(id)
		this.status = 'failed'
		this.problem =
			error instanceof CallError
				? error.message
				: 'This list could not be read because of a mistake in Commonplace. Nothing was changed; try again.'
		this.emit()
	}

	#replace(byId: Map<Key, Entity>): void {
		this.#byId = byId
		this.#all = null
	}

	#patch(ids: readonly Key[], entities: readonly Entity[]): void {
		const gone = new Set(ids)
		for (const entity of entities) {
			this.#byId.set(entity.id, entity)
			gone.delete(entity.id)
		}
		for (const id of gone) this.#byId.delete(id)
		this.#all = null
	}
}

const mapOf = <Key, Entity extends { readonly id: Key }>(entities: readonly Entity[]): Map<Key, Entity> =>
	new Map(entities.map((entity) => [entity.id, entity]))
