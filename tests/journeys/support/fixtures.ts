import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, type Page } from '@playwright/test'
import { runInstalled, withReader } from '../../installed/support/face.ts'
import { desktopProblem, launchDesktop, type Start } from '../../support/desktop.ts'
import { startServer } from '../../support/server.ts'

export { expect } from '@playwright/test'

/** `installed`: the desktop as it is installed on this machine, tried by `tests/installed`. */
export type Face = 'browser' | 'desktop' | 'installed'
export interface FaceOption {
	readonly face: Face
}

/** The app as a journey uses it, whichever face it has. */
export interface OpenApp {
	/** How it asks for files and hands them over. */
	readonly face: 'browser' | 'desktop'
	/** Of the run that goes on: another after `restart`. */
	readonly page: Page
	/** The library's folder. */
	readonly library: string
	/**
	 * Prepares the answer to the next dialog that asks for files or a folder. Call it before the click;
	 * in a browser only one dialog at a time.
	 */
	chooseNext(paths: readonly string[]): Promise<void>
	/** Prepares the answer to the next dialog that asks where to save a file; browsers download instead. */
	saveNext(path: string): Promise<void>
	/** Ends the app as a reader would, and starts it again with the same library. */
	restart(): Promise<void>
	close(): Promise<void>
}

interface Fixtures extends FaceOption {
	/** Opens the app on a library; on a new one when none is named. Closed after the test. */
	openApp(library?: string): Promise<OpenApp>
	/** An empty folder that is taken away after the test. */
	folder: string
}

export const test = base.extend<Fixtures>({
	face: ['browser', { option: true }],

	folder: async ({ face }, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'commonplace-journey-'))
		if (face === 'installed') await withReader(folder, () => use(folder))
		else await use(folder)
		rmSync(folder, { recursive: true, force: true })
	},

	openApp: async ({ face, folder, browser, viewport }, use) => {
		test.skip(face === 'desktop' && desktopProblem() !== null, desktopProblem() ?? '')
		const open: OpenApp[] = []
		await use(async (library = join(folder, 'library')) => {
			const start: Start = { library, home: join(folder, 'home') }
			const app = await opened(
				face,
				() => {
					if (face === 'browser') return runBrowser(start, browser, viewport)
					return face === 'desktop' ? runDesktop(start, viewport) : runInstalled(start, viewport)
				},
				library,
			)
			open.push(app)
			return app
		})
		for (const app of open) await app.close()
	},
})

/** One run of the app, from its start to its end. */
export interface Run {
	readonly page: Page
	chooseNext(paths: readonly string[]): Promise<void>
	saveNext(path: string): Promise<void>
	end(): Promise<void>
}

export type Size = { readonly width: number; readonly height: number } | null

async function opened(face: Face, start: () => Promise<Run>, library: string): Promise<OpenApp> {
	const begin = async () => {
		const run = await start()
		// Nobody presses keys before there is something to see.
		await run.page.getByRole('button', { name: 'Menu', exact: true }).waitFor()
		return run
	}
	let run = await begin()
	return {
		face: face === 'browser' ? 'browser' : 'desktop',
		library,
		get page() {
			return run.page
		},
		chooseNext: (paths) => run.chooseNext(paths),
		saveNext: (path) => run.saveNext(path),
		async restart() {
			await run.end()
			run = await begin()
		},
		close: () => run.end(),
	}
}

async function runDesktop(start: Start, viewport: Size): Promise<Run> {
	const app = await launchDesktop(start)
	const page = await app.firstWindow()
	if (viewport) await page.setViewportSize(viewport)
	return {
		page,
		chooseNext: (paths) =>
			app.evaluate(
				({ dialog }, filePaths) => {
					dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
				},
				[...paths],
			),
		saveNext: (path) =>
			app.evaluate(({ dialog }, filePath) => {
				dialog.showSaveDialog = async () => ({ canceled: false, filePath })
			}, path),
		end: () => app.close(),
	}
}

async function runBrowser(start: Start, browser: Browser, viewport: Size): Promise<Run> {
	const server = await startServer(start)
	const context = await browser.newContext({ viewport, acceptDownloads: true })
	const page = await context.newPage()
	let next: readonly string[] = []
	// From the start: a dialog that comes before the browser was told to hand it over is never answered.
	page.on('filechooser', (chooser) => void chooser.setFiles([...next]))
	await page.goto(server.url)
	return {
		page,
		chooseNext: async (paths) => {
			next = paths
		},
		saveNext: async () => {},
		async end() {
			await context.close()
			await server.stop()
		},
	}
}
