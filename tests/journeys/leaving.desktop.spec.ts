import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { desktopProblem, launchDesktop } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

test('a note that cannot be saved holds the window back, and is saved as soon as that can be', async ({
	folder,
}) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const start = { library: join(folder, 'library'), home: join(folder, 'home') }
	const app = await launchDesktop(start)
	const page = await app.firstWindow()
	await page.getByRole('button', { name: /^Notes/ }).click()
	await page.getByRole('button', { name: 'New note' }).first().click()
	const field = page.getByRole('textbox', { name: 'Note', exact: true })
	await field.fill('First words')
	const note = page.getByRole('region', { name: 'Note', exact: true })
	await expect(note.getByText('Saved', { exact: true })).toBeVisible()

	// Somebody else writes, and does not end.
	const other = new DatabaseSync(join(start.library, 'library.sqlite'))
	other.exec('BEGIN IMMEDIATE')
	await field.fill('First words, and the last')
	await expect(note.getByText('Not saved')).toBeVisible()
	await app.evaluate(({ dialog, BrowserWindow }) => {
		const back = (_window: unknown, { buttons = [] }: { buttons?: string[] }) => {
			Reflect.set(globalThis, 'asked', buttons)
			return buttons.length - 1
		}
		Reflect.set(dialog, 'showMessageBoxSync', back)
		BrowserWindow.getAllWindows()[0]?.close()
	})
	await expect
		.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
		.toEqual(['Close and lose it', 'Back to the window'])
	await expect(field).toHaveValue('First words, and the last')

	other.exec('ROLLBACK')
	other.close()
	await expect(note.getByText('Saved', { exact: true })).toBeVisible()
	await app.close()

	const again = await launchDesktop(start)
	const window = await again.firstWindow()
	await window.getByRole('button', { name: /^Notes/ }).click()
	await expect(window.getByText('First words, and the last').first()).toBeVisible()
	await again.close()
})
