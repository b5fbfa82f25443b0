import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { addSample, dialog, message } from './support/reading.ts'

/** Selects rows as a hand does: the date column, for a click on a title opens the document. */
const selectRows = async (page: Page, ...titles: readonly string[]) => {
	for (const [at, title] of titles.entries())
		await page
			.getByRole('row', { name: title })
			.getByRole('gridcell')
			.nth(1)
			.click({ modifiers: at === 0 ? [] : ['Control'] })
}
const bar = (page: Page) => page.locator('cp-bulk-bar')

test('metadata of one document and of several is edited, kept and undone', async ({ openApp }) => {
	const app = await openApp()
	const { page } = app
	await addSample(page)

	await selectRows(page, 'A day in Hanoi')
	await bar(page).getByRole('button', { name: 'Edit metadata' }).click()
	const one = dialog(page, 'Metadata')
	await one.getByRole('textbox', { name: 'Title' }).fill('One day in Hà Nội')
	await one.getByRole('textbox', { name: 'Date' }).fill('c. 1790')
	await one.getByRole('button', { name: 'Save' }).click()
	await expect(page.getByRole('row', { name: /^One day in Hà Nội.*c\. 1790/ })).toBeVisible()

	await selectRows(page, 'Words for a sea', 'A call across the Pacific')
	await expect(bar(page)).toContainText('2 documents selected')
	await bar(page).getByRole('button', { name: 'Edit metadata' }).click()
	const several = dialog(page, 'Metadata of 2 documents')
	await expect(several.getByRole('textbox', { name: 'Title' })).toHaveAttribute('placeholder', 'several')
	await several.getByRole('textbox', { name: 'Authors' }).fill('Trần, Văn An; Smith, Anna')
	await several.getByRole('button', { name: 'Save' }).click()
	await expect(page.getByRole('row', { name: /^Words for a sea.*Trần/ })).toBeVisible()
	await expect(page.getByRole('row', { name: /^A call across the Pacific.*Trần/ })).toBeVisible()

	await app.restart()
	const again = app.page
	await expect(again.getByRole('row', { name: /^Words for a sea.*Trần/ })).toBeVisible()
	await again.keyboard.press('Control+z')
	await expect(again.getByRole('row', { name: /^Words for a sea.*Harbour/ })).toBeVisible()
	await again.keyboard.press('Control+z')
	await expect(again.getByRole('row', { name: /^A day in Hanoi/ })).toBeVisible()
})

test('metadata is filled from a table, after a look at what it would do', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	writeFileSync(join(folder, 'lamp.md'), '# A lamp\n\nIt was lit at dusk.\n')
	writeFileSync(join(folder, 'rope.txt'), 'A rope\n\nIt held for years.\n')
	writeFileSync(
		join(folder, 'table.csv'),
		'file,headline,author,published\nlamp.md,The lamp of 1887,"Lê, Minh",1887\nrope.txt,,"Smith, Anna",2023-04\nsail.txt,Nothing,Nobody,2000\n',
	)
	await app.chooseNext([join(folder, 'lamp.md'), join(folder, 'rope.txt')])
	await page.getByRole('button', { name: 'Add documents', exact: true }).click()
	await dialog(page, 'Documents added').getByRole('button', { name: 'Done' }).click()

	await app.chooseNext([join(folder, 'table.csv')])
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Fill metadata from a table or references…' }).click()
	const filling = dialog(page, 'Fill metadata from a table')
	await expect(filling.getByText('2 documents would change')).toBeVisible()
	await expect(filling.getByRole('row', { name: /The lamp of 1887.*1887/ })).toBeVisible()
	await filling.getByRole('button', { name: 'Fill 2 documents' }).click()
	await expect(page.getByRole('row', { name: /^The lamp of 1887.*Lê.*1887/ })).toBeVisible()
	await expect(page.getByRole('row', { name: /^A rope.*Smith.*April 2023/ })).toBeVisible()

	await message(page, 'Filled the metadata of 2 documents.').getByRole('button', { name: 'Undo' }).click()
	await expect(page.getByRole('row', { name: /^A lamp/ })).toBeVisible()
})
