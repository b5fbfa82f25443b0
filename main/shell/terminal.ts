import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import type { AppOptions } from '../app/options.ts'
import { surroundings, userFolder } from '../system/folders.ts'
import { utilityParser } from './utilityparser.ts'

/** Whether a word of the command line is the path by which Electron was told its app, as in a checkout. */
export const isOwnPath = (word: string): boolean => resolve(word) === resolve(app.getAppPath())

/** Tells the program that it was started again, so that this never goes on without end. */
const startedAgain = 'COMMONPLACE_STARTED_AGAIN'

/** Whether Chromium was started with these switches. Elsewhere than on Linux commands need none. */
export const isToldTo = (switches: readonly string[]): boolean =>
	process.platform !== 'linux' ||
	startedAgain in process.env ||
	switches.every((each) => process.argv.includes(each))

/**
 * Runs a command in this program started with other switches, and ends as that does: Chromium reads them before
 * any script. It has looked for no display yet, and does not get to that.
 */
export function startAgain(switches: readonly string[], command: readonly string[]): void {
	const own = app.isPackaged ? [] : [app.getAppPath()]
	const { status, signal } = spawnSync(process.execPath, [...switches, ...own, ...command], {
		stdio: 'inherit',
		env: { ...process.env, [startedAgain]: '1' },
	})
	process.exit(status ?? 128 + (signal ? constants.signals[signal] : 0))
}

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
		.then(followStarter)
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

/** The program that started this one again waits, and hears no signal until it is ended by one: so is this. */
function followStarter(): void {
	if (!(startedAgain in process.env)) return
	const starter = process.ppid
	const watch = setInterval(() => {
		if (process.ppid === starter) return
		clearInterval(watch)
		process.kill(process.pid, 'SIGTERM')
	}, 250)
	watch.unref()
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
