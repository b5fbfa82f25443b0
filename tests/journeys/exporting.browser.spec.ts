import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './support/fixtures.ts'
import { addSample, dialog, message } from './support/reading.ts'

test('a browser downloads the export, and again without a question', async ({ openApp }) => {
	const { page } = await openApp()
	await addSample(page)

	await page.keyboard.press('Control+e')
	const exporting = dialog(page, 'Export to Markdown')
	await exporting
		.getByRole('combobox', { name: 'One file for each' })
		.selectOption({ label: 'Document and theme' })
	await exporting.getByRole('combobox', { name: 'For', exact: true }).selectOption({ label: 'Obsidian' })
	await expect(exporting.getByText(/^21 files: 21 new/)).toBeVisible()
	const download = page.waitForEvent('download')
	await exporting.getByRole('button', { name: 'Export', exact: true }).click()
	const files = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
	await exporting.getByRole('button', { name: 'Done' }).click()
	const sea = Object.keys(files).find((name) => name.includes('Words for a sea')) ?? ''
	expect(strFromU8(files[sea] ?? new Uint8Array())).toContain('> One adverb in two weeks is a fast pace')

	const second = page.waitForEvent('download')
	await page.keyboard.press('Control+Shift+e')
	expect((await second).suggestedFilename()).toMatch(/\.zip$/)
	await expect(message(page, '34 passages.')).toBeVisible()
})
