import { defaultSettings, type Settings } from '../../corpus/settings.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { SettingsPatch } from '../../preload/calls/settings.ts'
import type { Client } from '../client.ts'
import { Emitter } from './source.ts'
import { Turns } from './turns.ts'

/** What the reader has set up; the defaults until it was read. */
export class SettingsStore extends Emitter {
	value: Settings = defaultSettings
	readonly #client: Client
	readonly #turns: Turns
	/** Times that something was set. */
	#sets = 0

	constructor(client: Client) {
		super()
		this.#client = client
		this.#turns = new Turns(async () => {
			let sets: number
			let value: Settings
			do {
				sets = this.#sets
				value = await client.call('settings.get', {})
				// An answer to what was asked before the reader went on is older than what they see.
			} while (sets !== this.#sets)
			this.value = value
			this.emit()
		})
	}

	load(): Promise<void> {
		return this.#turns.ask()
	}

	/**
	 * Takes effect at once; goes back if it cannot be written.
	 * @throws {CallError}
	 */
	async set(patch: SettingsPatch): Promise<void> {
		const before = this.value
		this.#sets += 1
		this.value = { ...before, ...present(patch) }
		this.emit()
		try {
			await this.#client.call('settings.set', patch)
		} catch (error) {
			this.value = before
			this.emit()
			throw error
		}
	}

	apply(changed: Changed): void {
		if (changed.settings) void this.#turns.ask()
	}
}

/** The properties that are set. */
const present = <T extends object>(patch: T) =>
	Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
		[Key in keyof T]?: Exclude<T[Key], undefined>
	}
