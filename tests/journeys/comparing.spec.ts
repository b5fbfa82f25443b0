import { expect, test } from './support/fixtures.ts'
import { addSample } from './support/reading.ts'

test('themes and documents are compared, and every number opens its passages', async ({ openApp }) => {
	const { page } = await openApp()
	await addSample(page)
	await page.keyboard.press('Alt+4')
	const table = page.getByRole('region', { name: 'Passages as numbers' }).getByRole('table')
	await expect(table.getByRole('columnheader', { name: 'Trade and investment' })).toBeVisible()
	const row = table.getByRole('row', { name: /^A day in Hanoi/ })
	const number = row.getByRole('button', { name: /^3 passages: Trade and investment/ })
	await expect(number).toBeVisible()

	await page.getByRole('combobox', { name: 'Themes' }).selectOption({ label: 'Every theme by itself' })
	await expect(row.getByRole('button', { name: /^2 passages: Tariffs, anti-dumping/ })).toBeVisible()
	await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'Collections' })
	await expect(table.getByRole('row', { name: /^April visit/ })).toBeVisible()

	await table
		.getByRole('row', { name: /^Trade/ })
		.getByRole('button', { name: /all themes/ })
		.click()
	await expect(page.getByRole('article').first()).toBeVisible()
	await page.keyboard.press('Alt+ArrowLeft')
	await expect(table.getByRole('row', { name: /^April visit/ })).toBeVisible()
})
