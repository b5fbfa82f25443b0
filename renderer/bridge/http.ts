import type { Bridge, Change, Reply } from '../../preload/bridge.ts'

const silent: Reply = {
	ok: false,
	code: 'internal',
	message:
		'Commonplace does not answer. What was saved is safe. Look whether it still runs where you started it, and load this page again.',
}

/** Code units: browsers take 64 KiB of requests from pages that are gone. */
const longestFarewell = 20_000

/**
 * The bridge of a page that the loopback server sent: calls are requests, changes are a stream of
 * server-sent events, which the browser opens again by itself when it breaks.
 */
export function httpBridge(): Bridge {
	const listeners = new Set<(change: Change) => void>()
	let events: EventSource | null = null
	let listening: Promise<void> = Promise.resolve()
	// Requests overtake each other: the server begins them in this order.
	const page = crypto.randomUUID()
	let turn = 0
	let leaving = false
	window.addEventListener(
		'pagehide',
		() => {
			leaving = true
		},
		{ capture: true },
	)

	const listen = () => {
		const stream = new EventSource('changes')
		events = stream
		listening = new Promise((resolve) => {
			stream.onopen = () => resolve()
			stream.onerror = () => resolve()
		})
		stream.onmessage = (event: MessageEvent<string>) => {
			const change: Change = JSON.parse(event.data)
			for (const listener of listeners) listener(change)
		}
	}

	return {
		async call(method, input) {
			// Whoever listens hears what a call made after that changes.
			await listening
			const body = JSON.stringify({ method, input, page, turn: ++turn })
			try {
				const response = await fetch('call', {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body,
					// The last words of a page that goes away outlive it, as far as browsers allow.
					keepalive: leaving && body.length < longestFarewell,
				})
				const answer: Reply | { readonly message: string } = await response.json()
				return 'ok' in answer ? answer : { ok: false, code: 'internal', message: answer.message }
			} catch {
				return silent
			}
		},
		onChange(listener) {
			listeners.add(listener)
			if (events === null) listen()
			return () => {
				listeners.delete(listener)
				if (listeners.size > 0) return
				events?.close()
				events = null
			}
		},
	}
}
