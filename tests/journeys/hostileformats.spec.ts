import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forbidden, hostileFiles } from '../support/hostilefiles.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, openDocument, openText } from './support/reading.ts'
import { filesUnder, smuggled, watch } from './support/watching.ts'

/** Nothing answers here; whoever asks is found out by asking. */
const elsewhere = 'http://127.0.0.1:9'

test('files of every format that would do harm are refused, or read as harmless text', async ({
	openApp,
	folder,
}) => {
	const papers = join(folder, 'papers')
	const secret = join(folder, 'secret.txt')
	mkdirSync(papers)
	writeFileSync(secret, 'SECRET root:x:0:0')
	const files = hostileFiles(elsewhere, secret)
	for (const { name, content } of files) writeFileSync(join(papers, name), content)
	const app = await openApp()
	const { page } = app
	const before = filesUnder(folder, ['library', 'home'])
	const seen = watch(page)

	await app.chooseNext([papers])
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Add a folder…' }).click()
	const report = dialog(page, 'Documents added')
	const opened = files.flatMap(({ name, opens }) => (opens === null ? [] : [{ name, title: opens }]))
	await expect(report.getByText(`Added ${opened.length} documents`)).toBeVisible({ timeout: 60_000 })
	for (const { name, opens } of files)
		if (opens === null)
			await expect(report.getByRole('listitem').filter({ hasText: name })).toContainText('Refused')
	await report.getByRole('button', { name: 'Done' }).click()

	for (const { name, title } of opened) {
		await test.step(`Read ${name}`, async () => {
			const text = await openDocument(page, title)
			await expect(text).toContainText(/harmless/)
			for (const word of forbidden) await expect(text).not.toContainText(word)
			expect(await smuggled(page)).toEqual([])
			for (const picture of await openText(page).getByRole('img').all())
				await picture.scrollIntoViewIfNeeded()
			if (name.endsWith('.pdf')) {
				await page.keyboard.press('Control+Shift+p')
				await expect(page.locator('cp-reading-pane canvas').first()).toBeAttached()
				await expect(openText(page)).toContainText(/harmless/)
				expect(await smuggled(page)).toEqual([])
			}
			for (const link of await openText(page).getByRole('link').all()) await link.click({ trial: true })
			await page.keyboard.press('Alt+ArrowLeft')
		})
	}

	expect(await page.evaluate(() => 'owned' in window)).toBe(false)
	await expect(page).toHaveTitle(/Commonplace/)
	expect(seen).toEqual([])
	expect(filesUnder(folder, ['library', 'home'])).toEqual(before)
	expect(filesUnder(folder).filter((path) => path.includes('slipped'))).toEqual([])
})
