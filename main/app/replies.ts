import { UserError } from '../../corpus/errors.ts'
import type { Reply } from '../../preload/bridge.ts'
import type { Log } from './options.ts'

/**
 * Does the work and makes its result or its error data. A UserError keeps its code and sentence; any
 * other error is a bug: it is logged here and answered as `internal`. Never rejects.
 *
 * @param what names the work in the log
 */
export async function replyTo(what: string, log: Log, work: () => unknown): Promise<Reply> {
	try {
		return { ok: true, value: (await work()) ?? null }
	} catch (error) {
		if (error instanceof UserError) return { ok: false, code: error.code, message: error.message }
		log('error', `${what} failed`, error)
		return {
			ok: false,
			code: 'internal',
			message: 'Commonplace made a mistake and could not do this. What was saved before is safe.',
		}
	}
}

/** The value of a reply. @throws UserError of a reply that says no */
export function resultOf(reply: Reply): unknown {
	if (reply.ok) return reply.value
	throw new UserError(reply.code, reply.message)
}
