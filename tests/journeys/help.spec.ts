import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { dialog, message } from './support/reading.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))

test('a new reader finds the guide, their own keys, versions and licences', async ({ openApp }) => {
	const { page, library } = await openApp()
	const heading = (name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
	await page.getByRole('button', { name: 'Read the guide' }).click()
	await heading('First steps')
	await page.keyboard.press('Escape')
	await heading('A place for what you read')
	await page.keyboard.press('F1')
	await heading('First steps')
	const pages = page.getByRole('navigation', { name: 'Help' })
	await pages.getByRole('button', { name: 'Working by keyboard' }).click()
	await page.getByRole('link', { name: 'Keyboard shortcuts' }).click()
	await heading('Keyboard shortcuts')

	await page.getByRole('button', { name: 'settings' }).click()
	await dialog(page, 'Settings')
		.getByRole('button', { name: /^Sidebar:/ })
		.click()
	await page.keyboard.press('Control+Shift+y')
	await dialog(page, 'Settings').getByRole('button', { name: 'Done', exact: true }).click()
	await expect(page.getByText('Ctrl Shift Y')).toBeVisible()

	await pages.getByRole('button', { name: 'What’s new' }).click()
	await expect(page.getByRole('heading', { name: `Version ${version}` })).toBeVisible()

	await pages.getByRole('button', { name: 'About Commonplace' }).click()
	for (const told of [version, library])
		await expect(page.getByRole('definition').filter({ hasText: told })).toBeVisible()
	await page.getByRole('button', { name: 'Copy these details' }).click()
	await expect(message(page, 'Copied the details.')).toBeVisible()
	await page.getByLabel('Filter components').fill('sqlite')
	await page.getByText('better-sqlite3').click()
	await expect(page.getByText('Joshua Wise')).toBeVisible()
	await page.keyboard.press('Alt+ArrowLeft')
	await expect(page.getByRole('heading', { name: `Version ${version}` })).toBeVisible()
})

test('after an update the app says so once', async ({ openApp, folder }) => {
	const first = await openApp()
	const lamp = join(folder, 'lamp.md')
	writeFileSync(lamp, '# A lamp\n\nIt was lit.\n')
	await first.chooseNext([lamp])
	await first.page.getByRole('button', { name: 'Add documents', exact: true }).click()
	await expect(message(first.page, 'Added “A lamp”.')).toBeVisible()
	await expect(message(first.page, 'was updated')).toHaveCount(0)
	await first.close()

	const memory = join(folder, 'home', 'memory.json')
	writeFileSync(memory, JSON.stringify({ ...JSON.parse(readFileSync(memory, 'utf8')), seen: '0.0.1' }))
	const updated = await openApp()
	await message(updated.page, `Commonplace was updated to ${version}.`)
		.getByRole('button', { name: 'What’s new' })
		.click()
	await expect(updated.page.getByRole('heading', { name: 'What’s new' })).toBeVisible()
	await updated.restart()
	await expect(updated.page.getByRole('row', { name: /A lamp/ })).toBeVisible()
	await expect(message(updated.page, 'was updated')).toHaveCount(0)
})
