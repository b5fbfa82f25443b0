import type { Reply } from '../../preload/bridge.ts'
import type { Log, WorkerPort } from './options.ts'
import { replyTo, resultOf } from './replies.ts'

/** Calls to the other side of a port. */
export interface Caller {
	/** @throws UserError: what the other side answered, or `internal` when it is gone */
	call(method: string, input: unknown): Promise<unknown>
	/** Ends the other side at once. */
	end(): Promise<void>
}

/** What a served side may do besides answering. */
export interface Served {
	/** Heard by `onEvent` of the caller, in order with the answers. */
	readonly emit: (event: unknown) => void
	readonly log: Log
}

type Message =
	| { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
	| { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
	| { readonly kind: 'event'; readonly event: unknown }
	| {
			readonly kind: 'log'
			readonly level: Parameters<Log>[0]
			readonly message: string
			readonly details: string
	  }

/**
 * Calls the handlers that `serve` offers at the other end of the port. Calls are answered in any order.
 * When the other side dies, every waiting and every later call is answered with an error.
 *
 * @param name of the other side, for people: "the library's engine"
 */
export function callOver(
	port: WorkerPort,
	{ name, log, onEvent }: { name: string; log: Log; onEvent: (event: unknown) => void },
): Caller {
	const waiting = new Map<number, (reply: Reply) => void>()
	let last = 0
	let ended = false
	let gone: Reply | null = null

	port.onMessage((value) => {
		const message = messageOf(value)
		if (message?.kind === 'reply') {
			waiting.get(message.id)?.(message.reply)
			waiting.delete(message.id)
		} else if (message?.kind === 'event') onEvent(message.event)
		else if (message?.kind === 'log') log(message.level, message.message, message.details)
	})
	port.onExit((reason) => {
		if (!ended) log('error', `${name} stopped`, reason)
		const reply: Reply = ended
			? { ok: false, code: 'cancelled', message: 'The library is closed.' }
			: {
					ok: false,
					code: 'internal',
					message: `${capital(name)} stopped. What was saved before is safe; close Commonplace and start it again.`,
				}
		gone = reply
		for (const answer of waiting.values()) answer(reply)
		waiting.clear()
	})

	return {
		call: async (method, input) => {
			if (gone) return resultOf(gone)
			const id = ++last
			const reply = await new Promise<Reply>((resolve) => {
				waiting.set(id, resolve)
				port.post({ kind: 'call', id, method, input } satisfies Message)
			})
			return resultOf(reply)
		},
		end: () => {
			ended = true
			return port.terminate()
		},
	}
}

/**
 * Answers the calls that come over a port. `make` is given what the served side needs to speak on its own,
 * and returns what answers a call.
 */
export function serve(
	port: WorkerPort,
	make: (served: Served) => (method: string, input: unknown) => unknown,
): void {
	const post = (message: Message) => port.post(message)
	const log: Log = (level, message, details) =>
		post({ kind: 'log', level, message, details: detailsOf(details) })
	const answer = make({ emit: (event) => post({ kind: 'event', event }), log })
	port.onMessage(async (value) => {
		const message = messageOf(value)
		if (message?.kind !== 'call') return
		const { id, method, input } = message
		post({ kind: 'reply', id, reply: await replyTo(method, log, () => answer(method, input)) })
	})
}

function messageOf(value: unknown): Message | null {
	return typeof value === 'object' && value !== null && 'kind' in value ? (value as Message) : null
}

/** Errors lose their stack on some ports: the log gets it as text. */
function detailsOf(details: unknown): string {
	if (details instanceof Error) return details.stack ?? String(details)
	return typeof details === 'string' ? details : (JSON.stringify(details) ?? '')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
