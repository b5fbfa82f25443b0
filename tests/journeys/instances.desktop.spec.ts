import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { switches } from '../../main/launch/runtime.ts'
import { type Client, clientOf } from '../contract/client.ts'
import { pageBridge } from '../contract/pagebridge.ts'
import { boxesOf, desktopProblem, launchDesktop, runtime, staged } from '../support/desktop.ts'
import { startServer } from '../support/server.ts'
import { test as base, expect } from './support/fixtures.ts'

interface Fixtures {
	/** The running desktop app, with a library that is new. */
	app: ElectronApplication
	/** Starts the app once more as a reader would, and waits until that process is over. */
	again: (...words: string[]) => Promise<void>
}

const test = base.extend<Fixtures>({
	app: async ({ folder }, use) => {
		test.skip(desktopProblem() !== null, desktopProblem() ?? '')
		const app = await launchDesktop({ library: join(folder, 'first'), home: join(folder, 'home') })
		await ready(app)
		await use(app)
		await app.close()
	},
	again: async ({ folder }, use) => {
		await use(async (...words) => {
			const second = spawn(runtime()?.executable ?? '', [...switches(), staged, ...words], {
				env: { ...process.env, COMMONPLACE_HOME: join(folder, 'home') },
				stdio: 'ignore',
			})
			await once(second, 'exit')
		})
	},
})

const ready = async (app: ElectronApplication) => {
	const page = await app.firstWindow()
	await page.getByRole('button', { name: /sample library/i }).waitFor()
	return page
}

/** Calls the application as its page does. */
const client = async (page: Page): Promise<Client> => clientOf(await pageBridge(page, 'commonplace'))

/** Answers message boxes with one of their buttons, and tells what they said. */
const answered = (app: ElectronApplication, press: number) =>
	app.evaluateHandle(({ dialog }, response) => {
		const messages: string[] = []
		dialog.showMessageBox = async (...parts: readonly unknown[]) => {
			messages.push(JSON.stringify(parts.at(-1)))
			return { response, checkboxChecked: false }
		}
		return messages
	}, press)

/** Answers dialogs for files and folders with a path, and tells where they began. */
const choosing = (app: ElectronApplication, path: string) =>
	app.evaluateHandle(
		({ dialog }, filePaths) => {
			const begun: unknown[] = []
			dialog.showOpenDialog = async (...parts: readonly unknown[]) => {
				begun.push(Object(parts.at(-1)).defaultPath)
				return { canceled: false, filePaths }
			}
			return begun
		},
		[path],
	)

test('a second start brings the window to the front and opens no other', async ({ app, again, folder }) => {
	await again('--library', join(folder, 'first'))
	await again()
	expect(app.windows()).toHaveLength(1)
})

test('a second start with another library opens it in a window of its own', async ({
	app,
	again,
	folder,
}) => {
	const other = app.waitForEvent('window')
	mkdirSync(join(folder, 'second'))
	await again('--library', join(folder, 'second'))
	const page = await other
	await page.getByRole('button', { name: /sample library/i }).waitFor()
	const { call } = await client(page)
	expect((await call('library.info', {})).folder).toBe(join(folder, 'second'))
	expect(app.windows()).toHaveLength(2)
})

test('a file and a link that the system hands over are read, and what is not there is said', async ({
	app,
	again,
	folder,
}) => {
	const page = await app.firstWindow()
	const path = join(folder, 'handed over, Hà Nội.md')
	writeFileSync(path, '# Handed over\n\nSome words.\n')
	const { call } = await client(page)
	const words = page.locator('.reading-surface').getByText('Some words.')

	await again(pathToFileURL(path).href)
	await expect(words).toBeVisible()

	// The same file once more is the same document.
	await page.keyboard.press('Alt+1')
	await expect(page.getByRole('row', { name: /Handed over/ })).toBeVisible()
	await again(path)
	await expect(words).toBeVisible()
	const documents = await call('documents.list', {})
	expect(documents).toHaveLength(1)

	await page.keyboard.press('Alt+1')
	const { id: library } = await call('library.info', {})
	await again(`commonplace://${library}/document/${documents[0]?.id}`)
	await expect(words).toBeVisible()

	const said = await answered(app, 0)
	await again(join(folder, 'gone.pdf'), 'commonplace://nowhere')
	await expect.poll(async () => (await said.jsonValue()).length).toBe(1)
	const [both] = await said.jsonValue()
	expect(both).toContain('There is no file')
	expect(both).toContain('gone.pdf')
	expect(both).toContain('link')

	// More words than Chromium hands over; it would end the app that runs.
	const names = Array.from({ length: 500 }, (_, n) =>
		join(folder, `an article with a name of some length ${n}`),
	)
	await again(...names)
	await expect.poll(async () => (await said.jsonValue()).length).toBe(2)
	expect((await said.jsonValue()).at(-1)).toContain('some length 2')
})

test('the first start reads the file that it is given', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	writeFileSync(join(folder, 'first.md'), '# First\n\nA lamp was lit.\n')
	const app = await launchDesktop({
		library: join(folder, 'library'),
		home: join(folder, 'home'),
		words: [pathToFileURL(join(folder, 'first.md')).href],
	})
	const page = await app.firstWindow()
	await expect(page.locator('.reading-surface').getByText('A lamp was lit.')).toBeVisible()
	await app.close()
})

test('another library takes the place of this one, and one that is in use does not', async ({
	app,
	folder,
}) => {
	const { call, refusal } = await client(await app.firstWindow())
	mkdirSync(join(folder, 'other'))
	await choosing(app, join(folder, 'other'))
	expect(await call('library.choose', {})).toBe(true)
	expect((await call('library.info', {})).folder).toBe(join(folder, 'other'))

	const server = await startServer({ library: join(folder, 'used'), home: join(folder, 'home') })
	// Not in a list of what was used lately, in which no folder can be chosen.
	const begun = await choosing(app, join(folder, 'used'))
	expect(await refusal('library.choose', {})).toMatchObject({ code: 'locked' })
	expect(await begun.jsonValue()).toEqual([join(folder, 'other')])
	expect((await call('library.info', {})).folder).toBe(join(folder, 'other'))
	await server.stop()
})

test('a library is made in a folder that is not there only when the reader says so', async ({
	app,
	again,
	folder,
}) => {
	const mistyped = join(folder, 'no', 'such place')
	const said = await answered(app, 1)
	await again('--library', mistyped)
	await expect.poll(() => said.jsonValue()).toEqual([expect.stringContaining(`no folder ${mistyped}`)])
	const second = app.waitForEvent('window')
	const more = await answered(app, 0)
	await again('--library', mistyped)
	await (await second).getByRole('button', { name: /sample library/i }).waitFor()
	expect(await more.jsonValue()).toHaveLength(1)
	expect(app.windows()).toHaveLength(2)
	expect(existsSync(join(mistyped, 'library.sqlite'))).toBe(true)
})

test('the first start opens the usual library, without its files, where the reader wants no new one', async ({
	folder,
}) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const home = join(folder, 'home')
	const mistyped = join(folder, 'no', 'such place')
	writeFileSync(join(folder, 'paper.md'), '# Paper\n\nA lamp was lit.\n')
	const app = await launchDesktop({
		library: join(folder, 'first'),
		home,
		words: ['--library', mistyped, join(folder, 'paper.md')],
		presses: [1],
	})
	const { call } = await client(await ready(app))
	expect((await call('library.info', {})).folder).toBe(join(home, 'library'))
	await expect
		.poll(() => boxesOf(app))
		.toEqual([
			expect.stringContaining('Open the usual library'),
			expect.stringMatching(/not added.*paper\.md.*such place/),
		])
	expect(await call('documents.list', {})).toEqual([])
	expect(existsSync(join(folder, 'no'))).toBe(false)
	await app.close()
	expect(JSON.parse(readFileSync(join(home, 'memory.json'), 'utf8')).library).toBe(join(home, 'library'))
})

test('libraries open, take files and close also where nothing can be remembered', async ({
	folder,
	again,
}) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const home = join(folder, 'home')
	// As on a full disk: what is remembered is first written to a file of this name.
	mkdirSync(join(home, 'memory.json.new'), { recursive: true })
	writeFileSync(join(folder, 'first.md'), '# First\n\nA lamp was lit.\n')
	const start = { library: join(folder, 'first'), home }
	const app = await launchDesktop({ ...start, words: [join(folder, 'first.md')] })
	const page = await app.firstWindow()
	await expect(page.locator('.reading-surface').getByText('A lamp was lit.')).toBeVisible()

	mkdirSync(join(folder, 'other'))
	await choosing(app, join(folder, 'other'))
	const { call } = await client(page)
	expect(await call('library.choose', {})).toBe(true)
	expect((await call('library.info', {})).folder).toBe(join(folder, 'other'))

	// The one before was closed, and can be opened again: in a window of its own, which closes without an error.
	const next = app.waitForEvent('window')
	await again('--library', start.library)
	const second = await next
	await expect(second.getByRole('row', { name: /First/ })).toBeVisible()
	const errors = await app.evaluateHandle(({ dialog }) => {
		const said: string[] = []
		dialog.showErrorBox = (title, content) => said.push(title, content)
		return said
	})
	const closed = second.waitForEvent('close')
	await (await app.browserWindow(second)).evaluate((window) => window.close())
	await closed
	expect(await errors.jsonValue()).toEqual([])
	await app.close()

	const later = await launchDesktop(start)
	await expect((await later.firstWindow()).getByRole('row', { name: /First/ })).toBeVisible()
	await later.close()
})

test('where the last library is gone, another one that is known is offered', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const home = join(folder, 'home')
	for (const name of ['first', 'second', 'third']) {
		const app = await launchDesktop({ library: join(folder, name), home })
		await ready(app)
		await app.close()
	}
	// As on a drive that is not there, of which an empty folder may stay.
	rmSync(join(folder, 'second'), { recursive: true })
	mkdirSync(join(folder, 'second'))
	rmSync(join(folder, 'third'), { recursive: true })
	const app = await launchDesktop({ library: null, home, presses: [0] })
	const { call } = await client(await ready(app))
	const [said, ...more] = await boxesOf(app)
	expect(said).toContain('Open the usual library')
	expect(said).toContain(`at ${join(folder, 'third')} any more`)
	expect(more).toEqual([])
	expect((await call('library.info', {})).folder).toBe(join(folder, 'first'))
	await app.close()
})

test('the window opens where and as large as it was, with the library that was open', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const home = join(folder, 'home')
	const first = await launchDesktop({ library: join(folder, 'first'), home })
	const page = await ready(first)
	await first.evaluate(({ BrowserWindow }) =>
		BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 900, height: 640 }),
	)
	const enlarged = (page: Page) => page.evaluate(() => window.devicePixelRatio)
	const before = await enlarged(page)
	await first.evaluate(({ BrowserWindow, Menu }) => {
		const [window] = BrowserWindow.getAllWindows()
		const view = Menu.getApplicationMenu()?.items.find((item) => item.label === '&View')
		const item = view?.submenu?.items.find((each) => each.label === 'Enlarge everything')
		item?.click({}, window, window?.webContents)
	})
	await expect.poll(() => enlarged(page)).toBeGreaterThan(before)
	const after = await enlarged(page)
	await first.close()
	const memory = JSON.parse(readFileSync(join(home, 'memory.json'), 'utf8'))
	expect(memory.library).toBe(join(folder, 'first'))

	const second = await launchDesktop({ library: join(folder, 'first'), home })
	const again = await ready(second)
	expect(await enlarged(again)).toBe(after)
	const bounds = await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
	expect(bounds).toEqual({ x: 40, y: 30, width: 900, height: 640 })
	await second.close()
})
