import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectNoViolations } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, message } from './support/reading.ts'

test('a folder exported by a reference manager gives its files their metadata', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	const exported = join(folder, 'My Library')
	mkdirSync(join(exported, 'files', '12'), { recursive: true })
	writeFileSync(join(exported, 'files', '12', 'Le 1887.txt'), 'A scan of something.\n')
	writeFileSync(
		join(exported, 'My Library.bib'),
		"@article{le1887, author = {L{\\^e}, Minh}, title = {The lamp of {Hu\\'{\\^e}}}, date = {1887-04}, file = {Text:files/12/Le 1887.txt:text/plain}}\n@misc{x, title = {Somewhere else}}\n",
	)
	await app.chooseNext([exported])
	await page.keyboard.press('Control+Shift+o')
	const report = dialog(page, 'Documents added')
	await expect(report.getByText('2 entries; 1 document got metadata from them.')).toBeVisible()
	await expect(report.getByText('Of no document here: “Somewhere else”.')).toBeVisible()
	await expectNoViolations(page, 'the dialog')
	await report.getByRole('button', { name: 'Done' }).click()
	await expect(page.getByRole('row', { name: /^The lamp of Huế.*Lê.*April 1887/ })).toBeVisible()
})

test('references fill what is empty, after a look at what they would do', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	writeFileSync(join(folder, 'lamp.md'), '# The lamp of Huế\n\nIt was lit at dusk.\n')
	writeFileSync(
		join(folder, 'found.ris'),
		'TY  - NEWS\nTI  - The lamp of Hue\nAU  - Lê, Minh\nPY  - 1887\nER  - \nTY  - BOOK\nTI  - Another\nER  - \n',
	)
	await app.chooseNext([join(folder, 'lamp.md')])
	await page.getByRole('button', { name: 'Add documents', exact: true }).click()
	await expect(page.getByRole('row', { name: /^The lamp of Huế/ })).toBeVisible()

	await app.chooseNext([join(folder, 'found.ris')])
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Fill metadata from a table or references…' }).click()
	const filling = dialog(page, 'Fill metadata from references')
	await expect(
		filling.getByText('1 document would change, from 1 entry that belongs to one of yours'),
	).toBeVisible()
	await expect(
		filling.getByRole('row', { name: /The lamp of Huế title and year Lê, Minh 1887/ }),
	).toBeVisible()
	await filling.getByText('1 entry belongs to no document here').click()
	await expect(filling.getByText('Another')).toBeVisible()
	await filling.getByRole('checkbox', { name: 'Also replace what is filled in already' }).check()
	await expect(filling.getByRole('cell', { name: 'The lamp of Hue', exact: true })).toBeVisible()
	await filling.getByRole('checkbox', { name: 'Also replace what is filled in already' }).uncheck()
	await expect(filling.getByRole('cell', { name: 'The lamp of Hue', exact: true })).toBeHidden()
	await expectNoViolations(page, 'the dialog')
	await filling.getByRole('button', { name: 'Fill 1 document' }).click()
	await message(page, 'Filled the metadata of 1 document.').waitFor()
	await expect(page.getByRole('row', { name: /^The lamp of Huế.*Lê.*1887/ })).toBeVisible()
})
