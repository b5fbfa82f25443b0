import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { message, openDocument } from './support/reading.ts'

const words = 'The lamp was lit at dusk.\n'

const fromMenu = async (page: Page, name: string) => {
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name }).click()
}

test('a copy of the original is saved to the letter; where the original is missing, that is said', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	writeFileSync(join(folder, 'lamp.txt'), words)
	await app.chooseNext([join(folder, 'lamp.txt')])
	await page.keyboard.press('Control+o')
	await openDocument(page, 'The lamp was lit at dusk.')

	const saved = join(folder, 'saved.txt')
	await app.saveNext(saved)
	if (app.face === 'browser') {
		const downloading = page.waitForEvent('download')
		await fromMenu(page, 'Save a copy of the original…')
		const download = await downloading
		expect(download.suggestedFilename()).toBe('lamp.txt')
		await download.saveAs(saved)
	} else {
		await fromMenu(page, 'Save a copy of the original…')
		await expect(message(page, 'Saved a copy of the original')).toBeVisible()
	}
	expect(readFileSync(saved, 'utf8')).toBe(words)

	const originals = join(app.library, 'originals')
	for (const name of readdirSync(originals)) rmSync(join(originals, name))
	await fromMenu(page, 'Open the original')
	await expect(page.getByText('The original of “lamp.txt” is missing')).toBeVisible()
	await expect(page.getByText('Its text, highlights and notes are safe.')).toBeVisible()
})
