import { utilityProcess } from 'electron'
import type { ParserProcess } from '../app/options.ts'

/**
 * Starts the parser in a utility process: releases of the desktop do not run as Node.
 * @param file absolute path of the built entry
 */
export function utilityParser(file: string): ParserProcess {
	const child = utilityProcess.fork(file, [], { serviceName: 'Commonplace parser', stdio: 'ignore' })
	let ended = false
	const kill = () => {
		// A parser that hangs does not hear the polite signal that `child.kill` sends.
		if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
	}
	child.on('spawn', () => {
		if (ended) kill()
	})
	return {
		// Not known until the process runs: a moment after the start.
		get pid() {
			return child.pid ?? 0
		},
		post: (message) => child.postMessage(message),
		onMessage: (listener) => void child.on('message', listener),
		onExit: (listener) => void child.on('exit', (code) => listener(`exit code ${code}`)),
		kill: () => {
			ended = true
			kill()
		},
	}
}
