import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { dialog, message, openSample, selectByMouse } from './support/reading.ts'

const title = 'Words for a sea: declaration, code, convention'

test('an export can be edited by hand, and exporting again keeps every edit', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const vault = join(folder, 'vault')
	mkdirSync(vault)
	writeFileSync(join(vault, 'A campus and its visas.md'), 'My own file.\n')
	await openSample(page, title)

	await page.keyboard.press('Control+e')
	const exporting = dialog(page, 'Export to Markdown')
	await app.chooseNext([vault])
	await exporting.getByRole('button', { name: 'Choose…' }).click()
	await expect(exporting.getByText(/^11 files: 11 new/)).toBeVisible()
	await exporting.getByRole('button', { name: 'Export', exact: true }).click()
	await expect(exporting.getByText('11 files: 11 new. 34 passages.')).toBeVisible()
	await exporting.getByRole('button', { name: 'Done' }).click()
	expect(readFileSync(join(vault, 'A campus and its visas.md'), 'utf8')).toBe('My own file.\n')

	const name = readdirSync(vault).find((each) => each.startsWith('Words for a sea')) ?? ''
	const path = join(vault, name)
	const exported = readFileSync(path, 'utf8')
	expect(exported).toContain('> One adverb in two weeks is a fast pace in this field.')
	expect(exported).toContain('#east-sea')
	const edited = exported
		.replace('> One adverb in two weeks', '> One ADVERB in two weeks')
		.concat('\nMy own paragraph, at the end.\n')
	writeFileSync(path, edited)

	await selectByMouse(page, 'the wishes have grown adjectives')
	await page.keyboard.press('5')
	await page.keyboard.press('Control+Shift+e')
	await expect(message(page, '11 files: 1 updated, 10 unchanged. 35 passages.')).toBeVisible()
	const again = readFileSync(path, 'utf8')
	expect(again).toContain('> One ADVERB in two weeks is a fast pace in this field.')
	expect(again).toContain('> the wishes have grown adjectives')
	expect(again.endsWith('\nMy own paragraph, at the end.\n')).toBe(true)
	expect(readFileSync(join(vault, 'A campus and its visas.md'), 'utf8')).toBe('My own file.\n')

	await page.keyboard.press('Control+Shift+e')
	await expect(message(page, '11 files: 11 unchanged. 35 passages.')).toBeVisible()
	expect(readFileSync(path, 'utf8')).toBe(again)
})
