import { expect, test } from './support/fixtures.ts'

test('a note on the library is saved as it is typed', async ({ openApp }) => {
	const app = await openApp()
	const { page } = app
	await page.keyboard.press('Alt+3')
	await page.getByRole('button', { name: 'New note' }).click()
	const field = page.getByRole('textbox', { name: 'Note', exact: true })
	await expect(field).toBeFocused()
	await page.keyboard.type('# What I read for\n\nWho says *what* to whom.')
	const note = page.getByRole('region', { name: 'Note', exact: true })
	await expect(note.getByText('Saved', { exact: true })).toBeVisible()

	await app.restart()
	const again = app.page
	await again.keyboard.press('Alt+3')
	await again
		.getByRole('region', { name: 'Notes' })
		.getByRole('button', { name: /^What I read for/ })
		.click()
	await expect(again.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
		'# What I read for\n\nWho says *what* to whom.',
	)
	await again.getByRole('button', { name: 'Read', exact: true }).click()
	await expect(again.getByRole('heading', { name: 'What I read for' })).toBeVisible()

	await again.getByRole('button', { name: 'Remove this note' }).click()
	await expect(again.getByText('Notes on highlights, documents, themes')).toBeVisible()
	await again.keyboard.press('Control+z')
	await expect(again.getByRole('button', { name: /^What I read for/ })).toBeVisible()
})
