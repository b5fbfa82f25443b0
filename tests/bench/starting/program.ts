import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { DevTools, type DevToolsEvent } from './devtools.ts'
import { firstTitle, type Seen, type Sight, watchPage } from './watchpage.ts'

/** A program to be started, and the environment that it sees beside ours. */
export interface Program {
	readonly executable: string
	readonly args: readonly string[]
	readonly env?: Readonly<Record<string, string>>
}

/** A program that runs, watched from outside since before its first page. */
export interface RunningProgram {
	readonly pid: number
	/** Milliseconds from its start to this sight. Waits for it. */
	until(what: Sight): Promise<number>
	/** Clicks on the title of the first document. */
	openFirst(): Promise<void>
	/** Closes the window, or sends a signal. @returns milliseconds until its first process was gone, which ends last */
	end(how: 'window' | 'SIGTERM'): Promise<number>
}

export async function startProgram({ executable, args, env }: Program): Promise<RunningProgram> {
	const started = now()
	const child = spawn(executable, [...args, '--remote-debugging-port=0'], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'ignore', 'pipe'],
	})
	const ended = once(child, 'exit')
	onTestFinished(() => void child.kill('SIGKILL'))
	const page = pending<Page>()
	const sights = {
		painted: pending<number>(),
		library: pending<number>(),
		text: pending<number>(),
	}
	const devTools = await DevTools.connect(await addressOf(child), (event) => {
		const attached = pageOf(event)
		if (attached) void watch(devTools, attached).then(() => page.resolve(attached), page.reject)
		if (event.method === 'Page.domContentEventFired') void watchAgain(devTools, event.session)
		const seen = seenIn(event)
		if (seen) sights[seen.what].resolve(seen.at - started)
	})
	await devTools.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: true,
		flatten: true,
	})
	const { session, target } = await page.promise
	return {
		pid: child.pid ?? 0,
		until: (what) => sights[what].promise,
		openFirst: async () => {
			const { result } = (await devTools.send(
				'Runtime.evaluate',
				{ expression: `(${firstTitle})()`, returnByValue: true },
				session,
			)) as { readonly result: { readonly value: { readonly x: number; readonly y: number } } }
			for (const type of ['mousePressed', 'mouseReleased'])
				await devTools.send(
					'Input.dispatchMouseEvent',
					{ type, ...result.value, button: 'left', clickCount: 1 },
					session,
				)
		},
		end: async (how) => {
			const before = now()
			if (how === 'window') await devTools.send('Target.closeTarget', { targetId: target })
			else child.kill(how)
			await ended
			return now() - before
		},
	}
}

interface Page {
	readonly session: string
	readonly target: string
}

/** The page that a message tells of; null when it tells of something else. */
function pageOf({ method, params }: DevToolsEvent): Page | null {
	if (method !== 'Target.attachedToTarget') return null
	const { sessionId, targetInfo } = params as {
		readonly sessionId: string
		readonly targetInfo: { readonly type: string; readonly targetId: string }
	}
	return targetInfo.type === 'page' ? { session: sessionId, target: targetInfo.targetId } : null
}

/** What a page has told by `watchPage`. */
function seenIn({ method, params }: DevToolsEvent): Seen | null {
	if (method !== 'Runtime.bindingCalled') return null
	const { payload } = params as { readonly payload: string }
	return JSON.parse(payload)
}

const source = `globalThis.isWatched ||= (${watchPage})()`

/** The page waits for this, for a moment that a bare window waits as well. */
async function watch(devTools: DevTools, { session }: Page): Promise<void> {
	await Promise.all([
		devTools.send('Page.enable', {}, session),
		devTools.send('Runtime.enable', {}, session),
		devTools.send('Runtime.addBinding', { name: 'seen' }, session),
		devTools.send('Page.addScriptToEvaluateOnNewDocument', { source }, session),
		devTools.send('Runtime.runIfWaitingForDebugger', {}, session),
	])
	// It may have been quicker than we were.
	await watchAgain(devTools, session)
}

/** A page that was on its way already may have missed the script. */
async function watchAgain(devTools: DevTools, session: string): Promise<void> {
	await devTools.send('Runtime.evaluate', { expression: source }, session).catch(() => {})
}

/** Where the program lets itself be watched: Chromium says it before there is a window. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
	if (stderr === null) throw new Error('The program has no output.')
	const said: string[] = []
	const lines = createInterface(stderr)
	return new Promise((resolve, reject) => {
		lines.on('line', (line) => {
			said.push(line)
			const address = /^DevTools listening on (\S+)/.exec(line)?.[1]
			if (address) resolve(address)
		})
		lines.on('close', () => reject(new Error(`The program ended:\n${said.join('\n')}`)))
	})
}

interface Pending<Value> {
	readonly promise: Promise<Value>
	readonly resolve: (value: Value) => void
	readonly reject: (error: unknown) => void
}

/** What is known later. */
function pending<Value>(): Pending<Value> {
	let resolve: Pending<Value>['resolve'] = () => {}
	let reject: Pending<Value>['reject'] = () => {}
	const promise = new Promise<Value>((succeed, fail) => {
		resolve = succeed
		reject = fail
	})
	return { promise, resolve, reject }
}

const now = (): number => performance.timeOrigin + performance.now()
