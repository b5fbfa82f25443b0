interface Answer {
	readonly id?: number
	readonly method?: string
	readonly params?: unknown
	readonly result?: unknown
	readonly error?: { readonly message: string }
	readonly sessionId?: string
}

/** What happened in a target; `session` is empty for the browser itself. */
export interface DevToolsEvent {
	readonly method: string
	readonly params: unknown
	readonly session: string
}

interface Waiting {
	readonly resolve: (result: unknown) => void
	readonly reject: (error: Error) => void
}

/**
 * A bare connection over the DevTools protocol: so thin that it takes next to nothing from the program that
 * starts at the same time, and there before the first page is.
 */
export class DevTools {
	readonly #socket: WebSocket
	readonly #waiting = new Map<number, Waiting>()
	#last = 0

	private constructor(socket: WebSocket, hear: (event: DevToolsEvent) => void) {
		this.#socket = socket
		socket.addEventListener('message', ({ data }) => {
			const { id, method, params, result, error, sessionId = '' }: Answer = JSON.parse(String(data))
			if (method !== undefined) return hear({ method, params, session: sessionId })
			const waiting = this.#waiting.get(id ?? 0)
			this.#waiting.delete(id ?? 0)
			if (error) waiting?.reject(new Error(error.message))
			else waiting?.resolve(result)
		})
		socket.addEventListener('close', () => {
			for (const { reject } of this.#waiting.values()) reject(new Error('The program has ended.'))
			this.#waiting.clear()
		})
	}

	/** @param url of the browser, as the program says it when it starts */
	static connect(url: string, hear: (event: DevToolsEvent) => void): Promise<DevTools> {
		const socket = new WebSocket(url)
		const devTools = new DevTools(socket, hear)
		return new Promise((resolve, reject) => {
			socket.addEventListener('open', () => resolve(devTools))
			socket.addEventListener('error', () => reject(new Error('The program does not let itself be watched.')))
		})
	}

	/** @throws Error what the program answers, or that it has ended */
	send(method: string, params: object = {}, session = ''): Promise<unknown> {
		this.#last += 1
		const id = this.#last
		this.#socket.send(
			JSON.stringify({ id, method, params, ...(session === '' ? {} : { sessionId: session }) }),
		)
		return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
	}

	close(): void {
		this.#socket.close()
	}
}
