import { UserError } from '../../corpus/errors.ts'
import type { FileToken, JobId } from '../../corpus/ids.ts'
import type { Input, Method, Output } from '../../preload/contract.ts'
import type { App, Host } from '../app/options.ts'

/** The application as a command uses it. */
export interface Session {
	/** @throws {UserError} */
	call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
	/**
	 * @param path absolute
	 * @param name what the result calls it
	 */
	token(path: string, name: string): FileToken
	job(): JobId
}

/** The contract promises what a method answers, and both ends are compiled against it: hence the cast. */
export const session = (app: App): Session => ({
	async call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
		const reply = await app.bridge.call(method, input)
		if (!reply.ok) throw new UserError(reply.code, reply.message)
		return reply.value as Output<M>
	},
	token: (path, name) => app.issueToken(path, name),
	job: () => crypto.randomUUID() as JobId,
})

const nobody = (): Promise<never> =>
	Promise.reject(new UserError('unsupported', 'The command line asks nothing back: say it in the command.'))

export const terminalHost: Host = {
	chooseFiles: nobody,
	chooseFolder: nobody,
	choosePlace: nobody,
	openCopy: nobody,
	showFolder: nobody,
	openLink: nobody,
	openLibrary: nobody,
	offerDownload: null,
}
