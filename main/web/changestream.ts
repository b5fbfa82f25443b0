import type { ServerResponse } from 'node:http'
import type { Change } from '../../preload/bridge.ts'
import { commonHeaders } from '../page/policy.ts'

/** Changes kept for pages whose stream broke for a while. */
const remembered = 500
/** Milliseconds between signs of life, so that nothing on the way takes the stream for dead. */
const heartbeat = 25_000

/** Changes for pages, as server-sent events. A page that comes back is told what it missed. */
export class ChangeStream {
	readonly #open = new Set<ServerResponse>()
	readonly #recent: { readonly number: number; readonly text: string }[] = []
	#last = 0
	readonly #heart = setInterval(() => this.#write(': still here\n\n'), heartbeat).unref()

	send(change: Change): void {
		this.#last += 1
		const text = event(this.#last, change)
		this.#recent.push({ number: this.#last, text })
		if (this.#recent.length > remembered) this.#recent.shift()
		this.#write(text)
	}

	/** @param lastHeard the number of the last change that this page heard; null for a new page */
	join(response: ServerResponse, lastHeard: number | null): void {
		response.writeHead(200, {
			...commonHeaders,
			'Content-Type': 'text/event-stream',
			'Cache-Control': 'no-store',
		})
		// A new page starts at the present, and must know where that is if its stream breaks at once.
		response.write(lastHeard === null ? `id: ${this.#last}\n\n` : this.#since(lastHeard))
		this.#open.add(response)
		response.on('close', () => this.#open.delete(response))
	}

	close(): void {
		clearInterval(this.#heart)
		for (const response of this.#open) response.end()
	}

	#since(heard: number): string {
		const oldest = this.#recent[0]?.number ?? this.#last + 1
		if (heard > this.#last || heard < oldest - 1) return event(this.#last, { kind: 'library' })
		return this.#recent
			.filter(({ number }) => number > heard)
			.map(({ text }) => text)
			.join('')
	}

	#write(text: string): void {
		for (const response of this.#open) response.write(text)
	}
}

const event = (number: number, change: Change): string => `id: ${number}\ndata: ${JSON.stringify(change)}\n\n`
