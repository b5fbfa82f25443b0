import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createApp } from '../app/createapp.ts'
import type { AppOptions } from '../app/options.ts'
import { surroundings, userFolder } from '../system/folders.ts'
import { terminalLog } from '../system/log.ts'
import { recall, rememberIfPossible } from '../system/memory.ts'
import { world } from '../system/world.ts'
import { run } from './run.ts'

/**
 * Runs one command of this process's terminal, and sets its exit code.
 * @param words what stands after the program's name
 * @param out where the built entries lie; the page lies beside it. Absolute.
 */
export async function runInTerminal(
	words: readonly string[],
	out: string,
	startParser: AppOptions['startParser'],
): Promise<void> {
	const around = surroundings()
	const shared = world(out)
	// Whoever reads the output may stop reading, as `head` does.
	process.stdout.on('error', () => process.exit())
	const memory = join(userFolder(around), 'memory.json')
	process.exitCode = await run(words, {
		around,
		version: shared.appVersion,
		folder: process.cwd(),
		lastLibrary: recall(memory).library,
		print: (line) => void process.stdout.write(`${line}\n`),
		complain: (line) => void process.stderr.write(`${line}\n`),
		log: terminalLog,
		openApp: async (folder, face, host) => {
			const app = await createApp({
				...shared,
				folder,
				face,
				host,
				log: terminalLog,
				startParser,
			})
			if (face === 'browser') rememberIfPossible(memory, { library: folder }, terminalLog)
			return app
		},
		pageFolder: join(out, '../renderer'),
		openBrowser,
		stopped: () =>
			new Promise((resolve) => {
				process.once('SIGINT', () => resolve())
				process.once('SIGTERM', () => resolve())
			}),
	})
}

/** Where there is no browser nothing happens: the address was printed. */
function openBrowser(url: string): void {
	const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
	if (headless) return
	const [command, ...args] = openers[process.platform] ?? ['xdg-open']
	if (command === undefined) return
	spawn(command, [...args, url], { stdio: 'ignore', detached: true })
		.on('error', () => {})
		.unref()
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
