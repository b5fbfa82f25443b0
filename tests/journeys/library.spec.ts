import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { addSample, dialog, message } from './support/reading.ts'

const select = (page: Page, title: string, ...modifiers: readonly 'Control'[]) =>
	page
		.getByRole('row', { name: title })
		.getByRole('gridcell')
		.nth(1)
		.click({ modifiers: [...modifiers] })

test('documents are filtered, sorted, collected, given a status, removed and brought back', async ({
	openApp,
}) => {
	const app = await openApp()
	const { page } = app
	const rows = page.getByRole('row')
	const bar = page.locator('cp-bulk-bar')
	await addSample(page)

	await test.step('filter and sort', async () => {
		const filter = page.getByRole('textbox', { name: 'Filter documents' })
		await filter.fill('bien hoa')
		await expect(rows).toHaveCount(2)
		await filter.press('Escape')
		await expect(rows).toHaveCount(11)
		await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click()
		await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending')
		await expect(rows.nth(1)).toContainText('A call across the Pacific')
	})

	await test.step('collect', async () => {
		await select(page, 'Words for a sea')
		await select(page, 'A campus and its visas', 'Control')
		await bar.getByRole('button', { name: 'Collection' }).click()
		const collections = dialog(page, /collection/i)
		await collections.getByRole('textbox').fill('To cite')
		await collections.getByRole('textbox').press('Enter')
		await expect(collections.getByRole('checkbox', { name: /To cite/ })).toBeChecked()
		await page.keyboard.press('Escape')
		await page.getByRole('button', { name: 'To cite' }).click()
		await expect(rows).toHaveCount(3)
	})

	await test.step('status', async () => {
		await select(page, 'Words for a sea')
		await bar.getByRole('button', { name: 'Status' }).click()
		await page.getByRole('menuitemcheckbox', { name: 'Done' }).click()
		await expect(page.getByRole('row', { name: /^Words for a sea.*Done/ })).toBeVisible()
	})

	await test.step('remove and undo', async () => {
		await bar.getByRole('button', { name: 'Remove' }).click()
		await expect(rows).toHaveCount(2)
		await message(page, 'Removed “Words for a sea: declaration, code, convention”.')
			.getByRole('button', { name: 'Undo' })
			.click()
		await expect(page.getByRole('row', { name: /^Words for a sea.*Done/ })).toBeVisible()
	})

	await app.restart()
	await app.page.getByRole('button', { name: 'To cite' }).click()
	await expect(app.page.getByRole('row', { name: /^Words for a sea.*Done/ })).toBeVisible()
	await expect(app.page.getByRole('row')).toHaveCount(3)
})
