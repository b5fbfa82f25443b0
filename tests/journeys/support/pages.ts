import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locator, type Page, test } from '@playwright/test'
import { expect, type OpenApp } from './fixtures.ts'
import { dialog, openDocument } from './reading.ts'

/** Adds a PDF and opens it, as a text that flows. */
export async function openPdf(
	{ page, chooseNext }: OpenApp,
	folder: string,
	file: {
		readonly name: string
		readonly bytes: Uint8Array
		readonly title: string
		readonly isReported?: boolean
	},
): Promise<void> {
	const path = join(folder, file.name)
	writeFileSync(path, file.bytes)
	await chooseNext([path])
	await page.keyboard.press('Control+o')
	await expect(page.getByRole('row', { name: file.title })).toBeVisible()
	// What the file holds that is not in the text is told in a dialog.
	if (file.isReported) await dialog(page, 'Documents added').getByRole('button', { name: 'Done' }).click()
	await openDocument(page, file.title)
}

/** The pages that are open, once the first of them is drawn. */
export async function showPages(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Page view' }).click()
	await expect(page.locator('.page-sheet canvas').first()).toBeVisible()
	return page.locator('.page-surface')
}

/** Where a line of text stands on a page: its words, and points inside its first and last letter. */
export interface Line {
	readonly text: string
	readonly from: { readonly x: number; readonly y: number }
	readonly to: { readonly x: number; readonly y: number }
}

/** The lines of a page in the order of the text. @param label of the page; it is in the window */
export async function linesOf(page: Page, label: string): Promise<readonly Line[]> {
	const layer = page.getByRole('group', { name: `Page ${label}`, exact: true })
	await expect(layer.locator('span').first()).toBeAttached()
	return layer.evaluate((element) =>
		[...element.children].map((line) => {
			const words = document.createRange()
			words.selectNodeContents(line.firstChild ?? line)
			const box = words.getBoundingClientRect()
			const y = box.top + box.height / 2
			return {
				text: line.firstChild?.textContent ?? '',
				from: { x: box.left + 1, y },
				to: { x: box.right - 1, y },
			}
		}),
	)
}

/** Draws from the beginning of one line to the end of another. */
export const selectLines = (page: Page, first: Line, last: Line): Promise<void> =>
	test.step(`Select from “${first.text}” to “${last.text}”`, async () => {
		await page.mouse.move(first.from.x, first.from.y)
		await page.mouse.down()
		await page.mouse.move((first.from.x + last.to.x) / 2, (first.from.y + last.to.y) / 2, { steps: 4 })
		await page.mouse.move(last.to.x, last.to.y, { steps: 2 })
		await page.mouse.up()
	})
