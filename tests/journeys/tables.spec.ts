import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, message, openText } from './support/reading.ts'

const answers = [
	'Respondent;Asked on;Newspaper;Answer;Village',
	'R-1;16 April 2023;The Paper;"The boats came back ""late"".',
	'',
	'Nobody spoke of it.";Hội An',
	'R-2;17 April 2023;The Paper;Another answer altogether.;Huế',
	'R-3;18 April 2023;The Paper;;Huế',
].join('\r\n')

test('a table of texts becomes one document a row, with the reader’s own fields', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	writeFileSync(join(folder, 'answers.csv'), answers)
	await app.chooseNext([join(folder, 'answers.csv')])
	await page.getByRole('button', { name: 'Add documents', exact: true }).click()

	const table = dialog(page, 'Add “answers.csv”')
	await expect(table.getByText('3 rows: 2 documents, 1 without a text.')).toBeVisible()
	const column = (name: string) => table.getByRole('combobox', { name: `What “${name}” is` })
	await expect(column('Respondent')).toHaveValue('key')
	await expect(column('Asked on')).toHaveValue('issued')
	await expect(column('Newspaper')).toHaveValue('container-title')
	await expect(column('Answer')).toHaveValue('text')
	await expect(column('Village')).toHaveValue('own')
	await expectNoViolations(page, 'the dialog')

	// By keyboard: the first column becomes the title.
	await expect(column('Respondent')).toBeFocused()
	await page.keyboard.type('Tit')
	await expect(column('Respondent')).toHaveValue('title')
	await column('Answer').selectOption('')
	await expect(table.getByText('Say which column holds the texts.')).toBeVisible()
	await column('Answer').selectOption('text')
	await table.getByRole('button', { name: 'Add 2 documents' }).click()

	await message(page, 'Added 2 documents from “answers.csv”, 1 row left out.').waitFor()
	await page
		.getByRole('row', { name: /^R-1.*16 April 2023/ })
		.getByText('R-1')
		.click()
	await expect(openText(page)).toContainText('The boats came back "late".')
	await page.keyboard.press('Control+i')
	const metadata = dialog(page, 'Metadata')
	const village = metadata.getByRole('group', { name: 'Village' })
	await expect(village.getByRole('textbox', { name: 'Value' })).toHaveValue('Hội An')
	await village.getByRole('combobox', { name: 'Name' }).fill('Place')
	await metadata.getByRole('button', { name: 'Add a field' }).click()
	await page.keyboard.type('Age')
	await page.keyboard.press('Tab')
	await page.keyboard.type('41')
	await expectNoViolations(page, 'the dialog')
	await metadata.getByRole('button', { name: 'Save' }).click()
	await expect(metadata).toBeHidden()
	await page.keyboard.press('Control+i')
	await expect(
		metadata.getByRole('group', { name: 'Place' }).getByRole('textbox', { name: 'Value' }),
	).toHaveValue('Hội An')
	await expect(
		metadata.getByRole('group', { name: 'Age', exact: true }).getByRole('textbox', { name: 'Value' }),
	).toHaveValue('41')
})

test('a folder with a table says so, and the table can be added from there', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	writeFileSync(join(folder, 'lamp.md'), '# A lamp\n\nIt was lit at dusk.\n')
	writeFileSync(join(folder, 'rows.jsonl'), '{"text":"A first row."}\n{"text":"A second row."}\n')
	await app.chooseNext([join(folder, 'lamp.md'), join(folder, 'rows.jsonl')])
	await page.getByRole('button', { name: 'Add documents', exact: true }).click()
	const report = dialog(page, 'Documents added')
	await report.getByRole('button', { name: 'Choose columns of rows.jsonl' }).click()
	await dialog(page, 'Add “rows.jsonl”').getByRole('button', { name: 'Add 2 documents' }).click()
	await expect(page.getByRole('row', { name: /^A second row/ })).toBeVisible()
	await page.keyboard.press('Control+z')
	await expect(page.getByRole('row', { name: /^A second row/ })).toBeHidden()
	await expect(page.getByRole('row', { name: /^A lamp/ })).toBeVisible()
})
