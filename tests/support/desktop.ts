import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { findRuntime, hasDisplay, type Runtime, switches } from '../../main/launch/runtime.ts'
import { stage } from '../../main/launch/staging.ts'
import { surroundings } from '../../main/system/folders.ts'

export const root = join(import.meta.dirname, '../..')
/** Where the built app is laid out for Electron. */
export const staged = join(root, 'dist', 'staged')

export const runtime = (): Runtime | null => findRuntime(root, surroundings())

/** Why Electron cannot be tried here; null: it can. Where nothing may be skipped that is an error. */
export function desktopProblem(): string | null {
	const problem =
		runtime() === null
			? 'There is no Electron runtime: npm run electron:registry makes one.'
			: hasDisplay(surroundings())
				? null
				: 'There is no display: xvfb-run gives one.'
	if (problem !== null && process.env['CI']) throw new Error(problem)
	return problem
}

export interface Start {
	readonly library: string
	/** The folder of the user's own things, so that tests leave nobody's alone. */
	readonly home: string
	readonly words?: readonly string[]
}

export interface DesktopStart extends Omit<Start, 'library'> {
	/** null: the one that was open last. */
	readonly library: string | null
	/** The buttons that are pressed in the message boxes of its start, one after the other. They are not shown. */
	readonly presses?: readonly number[]
}

/** Lays the built app out for Electron, where that is not done yet. */
export function stageDesktop(): void {
	if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('Build first: npm run build')
	const electron = runtime()
	if (electron !== null) stage(root, electron)
}

/** Starts the laid-out app with a library in a folder that is there: it would ask before it made one. */
export function launchDesktop({
	library,
	home,
	words = [],
	presses,
}: DesktopStart): Promise<ElectronApplication> {
	if (library !== null) mkdirSync(library, { recursive: true })
	const electron = runtime()
	if (electron === null) throw new Error('There is no Electron runtime.')
	return _electron.launch({
		executablePath: electron.executable,
		args: [
			...preparing(home, presses),
			...switches(),
			// There is no GPU where tests run, and looking for one ends a process of Chromium's now and then.
			'--disable-gpu',
			staged,
			...(library === null ? [] : ['--library', library]),
			...words,
		],
		env: { ...inherited(), COMMONPLACE_HOME: home },
	})
}

/** What the message boxes said to which `presses` were the answers. */
export const boxesOf = (app: ElectronApplication): Promise<readonly string[]> =>
	app.evaluate((): readonly string[] => Reflect.get(globalThis, 'boxes'))

/**
 * Electron runs a script of ours before the app. It has the app wait until Playwright is attached, as
 * Playwright itself does with an Electron that it finds by itself: one that creates its window at that
 * moment hangs, once in a hundred starts.
 */
function preparing(home: string, presses: readonly number[] | undefined): readonly string[] {
	mkdirSync(home, { recursive: true })
	const script = join(home, 'preparing.cjs')
	writeFileSync(
		script,
		`require(${JSON.stringify(join(root, 'node_modules/playwright-core/lib/server/electron/loader.js'))})
		// The app takes every word for its own.
		process.argv.splice(process.argv.indexOf('-r'), 2)
		${presses ? answering(presses) : ''}`,
	)
	return ['-r', script]
}

/** Presses buttons of message boxes, before there can be any. */
const answering = (presses: readonly number[]): string =>
	`globalThis.boxes = []
		const presses = ${JSON.stringify(presses)}
		require('electron').dialog.showMessageBox = async (...parts) => {
			globalThis.boxes.push(JSON.stringify(parts.at(-1)))
			return { response: presses.shift() ?? 0, checkboxChecked: false }
		}`

const inherited = (): Record<string, string> =>
	Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
			value === undefined || name === 'COMMONPLACE_LIBRARY' ? [] : [[name, value]],
		),
	)
