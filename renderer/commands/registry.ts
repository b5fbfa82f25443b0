import { type CommandId, commands } from '../../corpus/commands.ts'

/** What a command does. `enabled` is asked each time; absent: always. */
export type Handler =
	| (() => unknown)
	| { readonly run: () => unknown; readonly enabled?: () => boolean; readonly checked?: () => boolean }

export type Handlers = { readonly [Id in CommandId]?: Handler }

/**
 * Who carries out each command now. Views bring handlers when they appear and take them along when they
 * go; the last to come is asked first.
 */
export class CommandRegistry {
	readonly #layers: Handlers[] = []
	readonly #failed: (error: unknown) => void

	/** @param failed told when a handler throws or rejects */
	constructor(failed: (error: unknown) => void) {
		this.#failed = failed
	}

	/** @returns a function that takes the handlers back */
	register(handlers: Handlers): () => void {
		this.#layers.push(handlers)
		return () => {
			const index = this.#layers.indexOf(handlers)
			if (index >= 0) this.#layers.splice(index, 1)
		}
	}

	isEnabled(id: CommandId): boolean {
		return this.#handler(id) !== null
	}

	/** For commands that switch something on and off. */
	isChecked(id: CommandId): boolean {
		const handler = this.#handler(id)
		return typeof handler === 'object' && (handler?.checked?.() ?? false)
	}

	/** Those that could be run now, in the order of the table. */
	get enabled(): readonly CommandId[] {
		return commandIds.filter((id) => this.isEnabled(id))
	}

	/** @returns whether anybody carried it out */
	run(id: CommandId): boolean {
		const handler = this.#handler(id)
		if (!handler) return false
		void this.#carryOut(typeof handler === 'function' ? handler : handler.run)
		return true
	}

	#handler(id: CommandId): Handler | null {
		for (const layer of this.#layers.toReversed()) {
			const handler = layer[id]
			if (!handler) continue
			if (typeof handler === 'function' || handler.enabled === undefined || handler.enabled()) return handler
		}
		return null
	}

	async #carryOut(run: () => unknown): Promise<void> {
		try {
			await run()
		} catch (error) {
			this.#failed(error)
		}
	}
}

/** In the order of the table. */
export const commandIds = Object.keys(commands) as CommandId[]
