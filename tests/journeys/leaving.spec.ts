import { expect, test } from './support/fixtures.ts'

test('what was typed last is saved, however fast the reader leaves', async ({ openApp }) => {
	const app = await openApp()
	await app.page.getByRole('button', { name: /^Notes/ }).click()
	await app.page.getByRole('button', { name: 'New note' }).first().click()
	await app.page.getByRole('textbox', { name: 'Note', exact: true }).fill('The last words')
	await app.restart()
	await app.page.getByRole('button', { name: /^Notes/ }).click()
	await expect(app.page.getByText('The last words').first()).toBeVisible()
})
