import { mkdtempSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import type { AppOptions } from '../app/options.ts'
import { surroundings, userFolder } from '../system/folders.ts'
import { utilityParser } from './utilityparser.ts'

/** Whether a word of the command line is the path by which Electron was told its app, as in a checkout. */
export const isOwnPath = (word: string): boolean => resolve(word) === resolve(app.getAppPath())

/**
 * Runs a command of a terminal in this process: without a window, beside a desktop that may be open. Ends the
 * process with the exit code that the command sets.
 * @param out where the built entries lie. Absolute.
 */
export function startInTerminal(
	out: string,
	run: (startParser: AppOptions['startParser']) => Promise<void>,
): void {
	// Electron would tell of it in a window, and wait.
	process.on('uncaughtException', fail)
	useOwnFolders()
	app.dock?.hide()
	void app
		.whenReady()
		.then(attendSignals)
		.then(() => run(() => utilityParser(join(out, 'parser.js'))))
		.then(end, fail)
}

/** What Chromium writes for itself goes away with this run: that of the desktop may be in use. */
function useOwnFolders(): void {
	const session = mkdtempSync(join(app.getPath('temp'), 'commonplace-'))
	app.setName('Commonplace')
	app.setPath('userData', userFolder(surroundings()))
	app.setPath('sessionData', session)
	app.setPath('crashDumps', join(session, 'crashes'))
	app.on('quit', () => rmSync(session, { recursive: true, force: true, maxRetries: 2 }))
}

/**
 * Electron takes a signal for a wish to quit, as of a command that is done. It ends the command, unless that
 * waits for it itself. To be called when Electron is ready: before, it puts its own ways over these.
 */
function attendSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.on(signal, () => {
			if (process.listenerCount(signal) === 1) app.exit(128 + constants.signals[signal])
		})
}

function fail(error: unknown): void {
	process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
	process.exitCode = 1
	void end()
}

async function end(): Promise<void> {
	await Promise.all([process.stdout, process.stderr].map(written))
	app.exit(Number(process.exitCode ?? 0))
}

/** Settles when what was written to a stream has left this process. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
	new Promise((resolve) => stream.write('', () => resolve()))
