import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Reader, startAs } from './reader.ts'
import { until } from './until.ts'

/** The installed program while it runs for a reader, with a port for developers' tools, which only tests ask for. */
export interface Program {
	/** Its first process. */
	readonly pid: number
	/** Where it is watched from. */
	readonly port: number
	/** The window that was there first. */
	readonly page: Page
	readonly browser: Browser
	/** What it said in the terminal so far. */
	printed(): string
	/** Closes its windows as a reader would, and waits until it is over. */
	end(): Promise<void>
	/** Ends it at once, as a machine that loses its power does. */
	kill(): Promise<void>
}

/** `off` where the kernel lets no ordinary user make a sandbox: told to the workers by the set-up. */
export const sandboxVariable = 'COMMONPLACE_TEST_SANDBOX'
export const sandboxSwitches = (): readonly string[] =>
	process.env[sandboxVariable] === 'off' ? ['--no-sandbox'] : []

/** Starts what `commonplace` on the reader's PATH is. */
export async function startProgram(
	reader: Reader,
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Program> {
	const child = startAs(
		reader,
		'commonplace',
		[...sandboxSwitches(), '--remote-debugging-port=0', ...words],
		env,
		['ignore', 'ignore', 'pipe'],
	)
	const ended = once(child, 'exit')
	const kill = async () => {
		if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
			process.kill(-child.pid, 'SIGKILL')
		await ended
	}
	let printed = ''
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		printed += text
	})
	try {
		const address = await toolsAddress(child, () => printed)
		await Promise.race([aPageIsThere(address), ended])
		const browser = await chromium.connectOverCDP(address)
		const [context] = browser.contexts()
		if (!context) throw new Error('The program has no windows to watch.')
		const page = context.pages()[0] ?? (await context.waitForEvent('page'))
		return {
			pid: child.pid ?? 0,
			port: Number(new URL(address).port),
			page,
			browser,
			printed: () => printed,
			async end() {
				if (child.exitCode === null) {
					// A window that closes takes the connection along before it answers.
					await Promise.all(context.pages().map((each) => each.close().catch(() => {})))
					await ended
				}
				await browser.close()
			},
			async kill() {
				await kill()
				await browser.close()
			},
		}
	} catch (error) {
		await kill()
		throw error
	}
}

/** Waits for what Chromium prints when its port is open. @throws Error when the program ends before */
function toolsAddress(child: ChildProcess, printed: () => string): Promise<string> {
	return new Promise((resolve, reject) => {
		child.stderr?.on('data', () => {
			const address = /^DevTools listening on (ws:\S+)$/m.exec(printed())?.[1]
			if (address !== undefined) resolve(address)
		})
		child.on('error', reject)
		child.on('exit', (code) => reject(new Error(`The program ended at once (${code}):\n${printed()}`)))
	})
}

/** Whoever attaches to a window that is just being made may wait for ever. @param address of the tools */
const aPageIsThere = (address: string): Promise<true> =>
	until(async () => {
		const list = await fetch(`http://${new URL(address).host}/json/list`)
		const targets: readonly { readonly type: string; readonly title: string }[] = await list.json()
		return targets.some(({ type, title }) => type === 'page' && title.endsWith('Commonplace')) || undefined
	}, 'No window came.')
