import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CommandRegistry, Handlers } from './registry.ts'

/**
 * Lends an element's handlers to the registry while it is in the page:
 * `handles(this, () => this.state.commands, { 'document.find': () => this.#find() })`.
 */
export function handles(
	host: ReactiveControllerHost,
	registry: () => CommandRegistry,
	handlers: Handlers,
): void {
	host.addController(new Handling(host, registry, handlers))
}

class Handling implements ReactiveController {
	readonly #host: ReactiveControllerHost
	readonly #registry: () => CommandRegistry
	readonly #handlers: Handlers
	#connected = false
	#stop: (() => void) | null = null

	constructor(host: ReactiveControllerHost, registry: () => CommandRegistry, handlers: Handlers) {
		this.#host = host
		this.#registry = registry
		this.#handlers = handlers
	}

	hostConnected(): void {
		this.#connected = true
		// The registry may come with a property that is set after connecting: it is asked when drawing.
		this.#host.requestUpdate()
	}

	hostUpdate(): void {
		// An element that was taken out of the page may still draw what it was told of before.
		if (this.#connected) this.#stop ??= this.#registry().register(this.#handlers)
	}

	hostDisconnected(): void {
		this.#connected = false
		this.#stop?.()
		this.#stop = null
	}
}
