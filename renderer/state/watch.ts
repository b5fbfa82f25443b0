import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Source } from './source.ts'

/**
 * Draws an element anew whenever one of the sources changes. `sources` is asked before each drawing, so
 * it may depend on properties that are set late or change: `watch(this, () => [this.state.themes])`.
 */
export function watch(
	host: ReactiveControllerHost,
	sources: () => readonly (Source | null | undefined)[],
): void {
	host.addController(new Watch(host, sources))
}

class Watch implements ReactiveController {
	readonly #host: ReactiveControllerHost
	readonly #sources: () => readonly (Source | null | undefined)[]
	readonly #stops = new Map<Source, () => void>()

	constructor(host: ReactiveControllerHost, sources: () => readonly (Source | null | undefined)[]) {
		this.#host = host
		this.#sources = sources
	}

	hostConnected(): void {
		this.#host.requestUpdate()
	}

	hostUpdate(): void {
		const wanted = new Set(this.#sources().filter((source) => source != null))
		for (const [source, stop] of this.#stops) {
			if (wanted.has(source)) continue
			stop()
			this.#stops.delete(source)
		}
		for (const source of wanted) {
			if (this.#stops.has(source)) continue
			this.#stops.set(
				source,
				source.listen(() => this.#host.requestUpdate()),
			)
		}
	}

	hostDisconnected(): void {
		for (const stop of this.#stops.values()) stop()
		this.#stops.clear()
	}
}
