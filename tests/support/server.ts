import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root, type Start } from './desktop.ts'

export interface RunningServer {
	readonly url: string
	/** Ends it as Ctrl+C does, and waits until it is gone. */
	stop(): Promise<void>
}

/** Starts the built browser face as a process of its own. */
export async function startServer({ library, home, words = [] }: Start): Promise<RunningServer> {
	const server = spawn(
		process.execPath,
		[join(root, 'out/main/serve.js'), '--library', library, '--no-open', '--json', ...words],
		{ env: { ...process.env, COMMONPLACE_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
	)
	return { url: await urlOf(server), stop: () => stop(server) }
}

async function urlOf(server: ChildProcess): Promise<string> {
	if (server.stdout === null) throw new Error('The server has no output.')
	for await (const line of createInterface(server.stdout)) return JSON.parse(line).url
	throw new Error(`The server ended with exit code ${server.exitCode}.`)
}

async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return
	const ended = once(server, 'exit')
	server.kill('SIGINT')
	await ended
}
