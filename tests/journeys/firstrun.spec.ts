import { expect, test } from './support/fixtures.ts'
import { addSample, card, message, openText, painted } from './support/reading.ts'

test('a new reader opens the sample library, and finds it again after a restart', async ({ openApp }) => {
	const app = await openApp()
	await expect(app.page.getByText(`Everything stays on this computer, in ${app.library}`)).toBeVisible()
	await addSample(app.page)
	await expect(app.page.getByRole('row', { name: /Biên Hòa after the fences/ })).toBeVisible()
	await expect(message(app.page, 'Added the sample library: 10 documents.')).toBeVisible()
	await app.restart()
	await expect(app.page.getByRole('row', { name: /Biên Hòa after the fences/ })).toBeVisible()
	await expect(app.page.getByRole('row')).toHaveCount(11)
})

test('a passage of a theme is one click from its place', async ({ openApp }) => {
	const { page } = await openApp()
	await addSample(page)
	await page.getByRole('treeitem', { name: 'What is not said' }).getByText('What is not said').click()
	await expect(page.getByRole('heading', { name: 'What is not said' })).toBeVisible()
	const passage = page.getByRole('article', { name: /^“no sum, no name of a new level, no date”/ })
	await expect(passage).toContainText('The three silences. Start the essay here.')
	await passage.getByText('no sum, no name of a new level, no date').click()
	await expect(openText(page)).toContainText('The change from depth to height')
	await expect(card(page)).toContainText('The three silences. Start the essay here.')
	await expect.poll(() => painted(page)).toContain('no sum, no name of a new level, no date')
	await page.keyboard.press('Alt+ArrowLeft')
	await expect(passage).toBeInViewport()
})
