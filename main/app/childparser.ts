import { fork } from 'node:child_process'
import type { ParserProcess } from './options.ts'

/**
 * Starts a parser as a child process of Node, for the browser face and the command line. (The desktop
 * cannot: its releases do not run as Node.) Only entries know the parser's file.
 *
 * @param entry the path of the parser's module
 */
export function startChildParser(entry: string): ParserProcess {
	const child = fork(entry, [], {
		serialization: 'advanced',
		// What a parser's libraries print is nobody's output; how it died is for the log.
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		execArgv: [],
	})
	let complaints = ''
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		complaints = (complaints + text).slice(-2000)
	})
	let failure = ''
	child.on('error', (error) => {
		failure = error.message
	})
	return {
		pid: child.pid ?? 0,
		// The callback takes the error of a process that is gone: 'exit' or 'close' tells of it.
		post: (message) => void child.send(message as object, () => {}),
		onMessage: (listener) => void child.on('message', listener),
		onExit: (listener) => {
			let told = false
			const tell = (how: string) => {
				if (told) return
				told = true
				listener([how, failure, complaints].filter(Boolean).join('\n'))
			}
			child.on('exit', (code, signal) => tell(signal ?? `exit code ${code}`))
			if (child.pid === undefined) setImmediate(() => tell('not started'))
		},
		kill: () => void child.kill('SIGKILL'),
	}
}
