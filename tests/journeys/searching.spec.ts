import { expect, test } from './support/fixtures.ts'
import { addSample, openText, painted } from './support/reading.ts'

test('words without diacritics are found, and a result is one key from its place', async ({ openApp }) => {
	const { page } = await openApp()
	await addSample(page)
	await page.keyboard.press('Control+k')
	await page.keyboard.type('bien dong')
	const results = page.getByRole('listbox')
	await expect(results.getByRole('option').filter({ hasText: 'East Sea · Biển Đông' }).first()).toBeVisible()
	const hit = results
		.getByRole('group', { name: 'Words for a sea' })
		.getByRole('option')
		.filter({ hasText: 'Biển Đông' })
		.first()
	await expect(hit).toBeVisible()
	while ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
	await page.keyboard.press('Enter')

	await expect(openText(page)).toContainText('Three texts come up')
	await expect.poll(() => painted(page, 'hit-current')).toEqual(['Biển'])
	await expect(openText(page).getByText('Biển Đông').first()).toBeInViewport()
	await page.keyboard.press('Alt+ArrowLeft')
	await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
	await page.keyboard.press('Alt+ArrowRight')
	await expect(openText(page)).toContainText('Three texts come up')
})

test('the palette runs commands and opens documents and themes by a few letters', async ({ openApp }) => {
	const { page } = await openApp()
	await page.keyboard.press('Control+k')
	await page.keyboard.type('sample')
	await page.getByRole('option', { name: 'Add the sample library' }).click()
	await expect(page.getByRole('row')).toHaveCount(11)
	await page.keyboard.press('Control+k')
	await page.keyboard.type('campus visas')
	await page.keyboard.press('Enter')
	await expect(openText(page)).toContainText('Fulbright')
	await page.keyboard.press('Control+k')
	await page.keyboard.type('dioxin')
	await page.getByRole('option', { name: /^War legacies › Dioxin/ }).click()
	await expect(page.getByRole('heading', { name: 'Dioxin' })).toBeVisible()
})
