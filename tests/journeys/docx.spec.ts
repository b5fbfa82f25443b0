import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zippedFolder } from '../support/zippedfolder.ts'
import { exportedNote } from './support/exports.ts'
import { expect, test } from './support/fixtures.ts'
import { card, clickWords, openDocument, painted, selectByMouse } from './support/reading.ts'

const report = join(import.meta.dirname, '../golden/importers/report.docx')

test('a Word document is read with its table, note and changes; its comments are highlights', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	const path = join(folder, 'report.docx')
	writeFileSync(path, zippedFolder(report))
	await app.chooseNext([path])
	await page.keyboard.press('Control+o')
	const text = await openDocument(page, 'Markets of the delta')

	await test.step('what was changed counts as accepted', async () => {
		await expect(text).toContainText('It was good in the end. Moved here.')
		await expect(text).not.toContainText('bad')
	})

	await test.step('a comment is a highlight with a note', async () => {
		await expect.poll(() => painted(page)).toEqual(['season,\nwe saw', 'A last word.'])
		await clickWords(page, 'we saw')
		await expect(card(page)).toContainText('Which season?')
		await expect(card(page)).toContainText('Ana Lee: The dry one.')
		await page.keyboard.press('Escape')
	})

	await test.step('the table is one, and its cells can be highlighted', async () => {
		const table = text.getByRole('table')
		await expect(table.getByRole('columnheader', { name: 'Kind' })).toBeVisible()
		await expect(table.getByRole('row')).toHaveCount(3)
		await selectByMouse(page, 'Jasmine')
		await page.keyboard.press('h')
		await expect.poll(() => painted(page)).toContain('Jasmine')
	})

	await test.step('a footnote leads there and back', async () => {
		await text.getByRole('link', { name: /1/ }).first().click()
		await expect(text.getByText('Weighed by the sellers.')).toBeInViewport()
	})

	const note = await exportedNote(app, folder, 'Markets of the delta')
	expect(note).toContain('Jasmine')
	expect(note).toContain('Which season?')
})
