import type { Page } from '@playwright/test'
import { expectNoOverflow, expectNoViolations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { tour } from './support/tour.ts'

/** Walks of their own, so that they can be walked side by side. */
test.describe.configure({ mode: 'parallel' })

test('axe finds nothing in any view or dialog, and no text is too pale in any scheme', async ({
	openApp,
	folder,
}) => {
	test.slow()
	const app = await openApp()
	const { page } = app
	await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
	await expect.poll(() => scheme(page)).toBe('light')
	for (const next of ['sepia', 'dark', 'light']) {
		await page.keyboard.press('Control+Shift+l')
		await expect.poll(() => scheme(page)).toBe(next)
	}
	for (const sight of tour(app, folder))
		await test.step(sight.name, async () => {
			await sight.show()
			await expectNoViolations(page, sight.name)
			await expectNoOverflow(page, sight.name)
			for (const other of ['sepia', 'dark'] as const) {
				await wear(page, other)
				await expectNoViolations(page, `${sight.name}, ${other}`, 'colours')
			}
			await wear(page, 'light')
		})
})

test.describe('at 200 % zoom', () => {
	// What it leaves of 1366 × 768.
	test.use({ viewport: { width: 683, height: 384 } })

	test('axe finds nothing, no page is wider than the window, and more contrast can be had in any scheme', async ({
		openApp,
		folder,
	}) => {
		test.slow()
		const app = await openApp()
		const { page } = app
		await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light', contrast: 'more' })
		for (const sight of tour(app, folder))
			await test.step(sight.name, async () => {
				await sight.show()
				await expectNoViolations(page, sight.name)
				await expectNoOverflow(page, sight.name)
				for (const each of ['light', 'sepia', 'dark'] as const) {
					await wear(page, each)
					await expectNoViolations(page, `${sight.name}, ${each}, more contrast`, 'strong')
				}
				await wear(page, 'light')
			})
	})
})

const scheme = (page: Page) => page.evaluate(() => document.documentElement.dataset['scheme'])

/** Puts on a scheme without a key, which would close menus and be typed into fields. */
const wear = (page: Page, scheme: 'light' | 'sepia' | 'dark') =>
	page.evaluate((scheme) => {
		document.documentElement.dataset['scheme'] = scheme
	}, scheme)
