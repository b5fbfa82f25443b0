import { expect, test } from './support/fixtures.ts'

test('a new reader opens the sample library, and finds it again after a restart', async ({ openApp }) => {
	const app = await openApp()
	await app.page.getByRole('button', { name: /sample library/i }).click()
	const title = app.page.getByText('Biên Hòa after the fences')
	await expect(title.first()).toBeVisible()
	await app.restart()
	await expect(app.page.getByText('Biên Hòa after the fences').first()).toBeVisible()
})
