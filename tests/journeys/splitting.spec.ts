import { expect, test } from './support/fixtures.ts'
import { message, openSample, selectByMouse } from './support/reading.ts'

test('a file of several articles is split where the reader is, by a command of the palette', async ({
	openApp,
}) => {
	const { page } = await openApp()
	const text = await openSample(page, 'The Party receives the guest')
	await selectByMouse(page, 'asks for restraint')
	await page.keyboard.press('Control+k')
	await page.keyboard.type('>split')
	await expect(page.getByRole('option', { name: 'Split here' })).toBeVisible()
	await page.keyboard.press('Enter')
	await expect(text).not.toContainText('asks for restraint')
	await page.keyboard.press('Alt+1')
	await expect(page.getByRole('gridcell', { name: 'The Prime Minister asks for restraint' })).toBeVisible()
	await message(page, 'Split the document here').getByRole('button', { name: 'Undo' }).click()
	await expect(page.getByRole('gridcell', { name: 'The Prime Minister asks for restraint' })).toBeHidden()
})
