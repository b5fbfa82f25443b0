import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { dialog } from './support/reading.ts'

/** Three that can be read, one that is no text, one in a format that is not known. */
function writePapers(folder: string): void {
	mkdirSync(join(folder, 'older'), { recursive: true })
	writeFileSync(join(folder, 'harbour.md'), '# Harbour lights\n\nThe lamps were lit at dusk.\n')
	writeFileSync(
		join(folder, 'saved page.html'),
		'<!doctype html><title>Salt roads</title><article><h1>Salt roads</h1><p>Salt went up the river.</p></article>',
	)
	writeFileSync(join(folder, 'older', 'ferry.txt'), 'A ferry timetable\n\nThe first ferry leaves at six.\n')
	writeFileSync(
		join(folder, 'noise.txt'),
		Uint8Array.from({ length: 3000 }, (_, at) => (at * 89 + 7) % 31),
	)
	writeFileSync(join(folder, 'photograph.heic'), Uint8Array.of(0, 0, 0, 24, 102, 116, 121, 112))
}

const addFolder = async (page: Page) => {
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Add a folder…' }).click()
}

test('a folder with good and bad files is added, and a list says what became of each', async ({
	openApp,
	folder,
}) => {
	const papers = join(folder, 'papers')
	writePapers(papers)
	const app = await openApp()
	const { page } = app
	const report = dialog(page, 'Documents added')
	const line = (name: string) => report.getByRole('listitem').filter({ hasText: name })

	await app.chooseNext([papers])
	await addFolder(page)
	await expect(report.getByText('Added 3 documents')).toBeVisible()
	await expect(line('Harbour lights')).toContainText('Added')
	await expect(line('Salt roads')).toContainText('Added')
	await expect(line('A ferry timetable')).toContainText('ferry.txt')
	await expect(line('noise.txt')).toContainText('Refused')
	await report.getByRole('button', { name: 'Done' }).click()
	await expect(page.getByRole('row', { name: /Harbour lights/ })).toBeVisible()
	await expect(page.getByRole('row')).toHaveCount(4)

	await app.chooseNext([papers])
	await addFolder(page)
	await expect(report.getByText('3 were here already')).toBeVisible()
	await expect(line('Harbour lights')).toContainText('Already there')
	await report.getByRole('button', { name: 'Done' }).click()
	await expect(page.getByRole('row')).toHaveCount(4)

	await page.keyboard.press('Control+z')
	await expect(page.getByRole('button', { name: 'Look at the sample library' })).toBeVisible()
	await page.keyboard.press('Control+Shift+z')
	await expect(page.getByRole('row', { name: /Harbour lights/ })).toBeVisible()
})
