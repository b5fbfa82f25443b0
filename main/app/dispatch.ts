import * as v from 'valibot'
import { UserError } from '../../corpus/errors.ts'
import type { Reply } from '../../preload/bridge.ts'
import { contract, type Input, type Method, type Output } from '../../preload/contract.ts'
import type { Log } from './options.ts'
import { replyTo } from './replies.ts'

/** What does the work of these calls. Inputs were checked before. */
export type Handlers<M extends Method = Method> = {
	readonly [K in M]: (input: Input<K>) => Output<K> | Promise<Output<K>>
}

/**
 * The call side of a bridge: finds the handler, checks the input against the contract, and answers.
 * Never rejects; answers are plain data.
 */
export function dispatcher(handlers: Handlers, log: Log): (method: string, input: unknown) => Promise<Reply> {
	return (method, input) =>
		replyTo(`call ${method}`, log, () => {
			if (!isMethod(method)) throw new UserError('invalid', `There is no call named ${method}.`)
			const checked = v.safeParse(contract[method].input as v.GenericSchema, input)
			if (!checked.success) throw new UserError('invalid', mistakes(method, checked.issues))
			// The schema that was just passed is what the handler's type is made of.
			return (handlers[method] as (input: unknown) => unknown)(checked.output)
		})
}

export const isMethod = (method: string): method is Method => Object.hasOwn(contract, method)

function mistakes(method: Method, issues: readonly v.BaseIssue<unknown>[]): string {
	const list = issues.slice(0, 3).map((issue) => {
		const field = v.getDotPath(issue)
		return field ? `${field}: ${issue.message}` : issue.message
	})
	return `The input of ${method} does not fit: ${list.join('; ')}.`
}
