import { expectNoOverflow, expectNoViolations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { tour } from './support/tour.ts'

const looks = [
	{ scheme: 'light', size: { width: 1366, height: 768 } },
	{ scheme: 'sepia', size: { width: 1366, height: 768 } },
	{ scheme: 'dark', size: { width: 1366, height: 768 } },
	// What 1366 × 768 leaves at 200 % zoom.
	{ scheme: 'light', size: { width: 683, height: 384 } },
] as const

for (const { scheme, size } of looks)
	test.describe(`${scheme}, ${size.width} × ${size.height}`, () => {
		test.use({ viewport: size })

		test('axe finds nothing in any view or dialog, and no page is wider than the window', async ({
			openApp,
			folder,
		}) => {
			test.slow()
			const app = await openApp()
			const { page } = app
			await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
			const shown = () => page.evaluate(() => document.documentElement.dataset['scheme'])
			for (let presses = 0; presses < 3 && (await shown()) !== scheme; presses++) {
				const before = await shown()
				await page.keyboard.press('Control+Shift+l')
				await expect.poll(shown).not.toBe(before)
			}
			expect(await shown()).toBe(scheme)
			for (const sight of tour(app, folder))
				await test.step(sight.name, async () => {
					await sight.show()
					await expectNoViolations(page, sight.name)
					await expectNoOverflow(page, sight.name)
				})
		})
	})
