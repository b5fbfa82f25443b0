import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'

/** One picture: how a reader comes to what it shows. Every picture begins in the library. */
interface Shot {
	readonly name: string
	readonly go: (page: Page) => Promise<void>
}

const openDocument = async (page: Page) => {
	await page.keyboard.press('Alt+1')
	await page.getByText('A day in Hanoi').first().click()
	await page.keyboard.press('Enter')
	await page.locator('.reading-surface h1').waitFor()
}

const shots: readonly Shot[] = [
	{ name: 'library', go: (page) => page.getByText('A day in Hanoi').first().waitFor() },
	{
		name: 'reading',
		go: async (page) => {
			await openDocument(page)
			for (const key of ['j', 'j', 'j', 'j', 'Enter']) await page.keyboard.press(key)
			await page.locator('cp-passage-card').first().waitFor()
		},
	},
	{
		name: 'passages',
		go: async (page) => {
			await page.keyboard.press('Control+k')
			await page.keyboard.type('War legacies')
			await page
				.getByRole('option', { name: /War legacies/ })
				.first()
				.click()
			await page.getByText('carrying it away together').waitFor()
		},
	},
	{
		name: 'notes',
		go: async (page) => {
			await page.keyboard.press('Alt+3')
			await page.getByText('What moved between March and April?').first().click()
		},
	},
	{
		name: 'compare',
		go: async (page) => {
			await page.keyboard.press('Alt+4')
			await page.getByRole('table').first().waitFor()
		},
	},
	{
		name: 'search',
		go: async (page) => {
			await page.keyboard.press('Control+k')
			await page.keyboard.type('bien dong')
			await page.getByText('2 documents').waitFor()
		},
	},
	{
		name: 'export',
		go: async (page) => {
			await page.keyboard.press('Control+e')
			await page.getByText('A day in Hanoi what the April').waitFor()
		},
	},
]

const sizes = [
	{ name: '', width: 1366, height: 768, scale: 1 },
	{ name: '-wide', width: 1920, height: 1080, scale: 1 },
	{ name: '-zoomed', width: 683, height: 384, scale: 2 },
] as const
const schemes = ['light', 'sepia', 'dark'] as const

/**
 * `node tests/shots/shots.ts [FOLDER]`: pictures of the main views of the built app on the sample library,
 * in every scheme and size.
 */
async function takeAll(folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true })
	const scratch = mkdtempSync(join(tmpdir(), 'commonplace-shots-'))
	const server = await startServer({ library: join(scratch, 'library'), home: join(scratch, 'home') })
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArguments],
	})
	try {
		const context = await browser.newContext()
		const first = await context.newPage()
		await first.goto(server.url)
		await first.getByRole('button', { name: /sample library/ }).click()
		await first.getByText('A day in Hanoi').first().waitFor()
		await first.close()
		const state = await context.storageState()
		for (const scheme of schemes) {
			for (const { name: size, width, height, scale } of sizes) {
				for (const { name, go } of shots) {
					const view = await browser.newContext({
						storageState: state,
						viewport: { width, height },
						deviceScaleFactor: scale,
						colorScheme: scheme === 'dark' ? 'dark' : 'light',
						reducedMotion: 'reduce',
					})
					const page = await view.newPage()
					await page.goto(new URL('/', server.url).href)
					await page.getByText('A day in Hanoi').first().waitFor()
					if (scheme === 'sepia')
						await page.evaluate(() => document.documentElement.setAttribute('data-scheme', 'sepia'))
					await go(page)
					await page.screenshot({ path: join(folder, `${name}-${scheme}${size}.png`) })
					await view.close()
				}
			}
		}
	} finally {
		await browser.close()
		await server.stop()
		rmSync(scratch, { recursive: true, force: true })
	}
}

await takeAll(process.argv[2] ?? join(import.meta.dirname, '../../test-results/shots'))
