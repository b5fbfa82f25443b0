import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { desktopProblem, launchDesktop } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'
import { openSample, selectByMouse } from './support/reading.ts'

/** Answers the next menus of right clicks instead of showing them, and tells what they offer. */
const offered = (app: ElectronApplication, press: string) =>
	app.evaluateHandle(({ BrowserWindow, Menu }, label) => {
		const labels: string[] = []
		Menu.prototype.popup = function () {
			const [window] = BrowserWindow.getAllWindows()
			const items = this.items.filter((item) => item.type !== 'separator')
			labels.push(items.map((item) => (item.enabled ? item.label : `(${item.label})`)).join(' '))
			items.find((item) => item.label === label)?.click({}, window, window?.webContents)
		}
		return labels
	}, press)

test('a right click in a text field offers what can be done there', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const app = await launchDesktop({ library: join(folder, 'library'), home: join(folder, 'home') })
	const page = await app.firstWindow()
	await page.getByRole('button', { name: 'Menu', exact: true }).waitFor()
	await page.keyboard.press('Alt+3')
	await page.getByRole('button', { name: 'New note' }).click()
	const field = page.getByRole('textbox', { name: 'Note', exact: true })
	await field.pressSequentially('A lamp')

	const whole = await offered(app, 'Select All')
	await field.click({ button: 'right' })
	await expect.poll(() => whole.jsonValue()).toEqual([expect.stringMatching(/^Undo \(Redo\) .*Select All$/)])
	const selected = () => page.evaluate(() => String(document.getSelection()))
	await expect.poll(selected).toBe('A lamp')

	const undone = await offered(app, 'Undo')
	await field.click({ button: 'right' })
	await expect.poll(() => undone.jsonValue()).toEqual([expect.stringMatching(/^Undo \(Redo\) Cut Copy /)])
	await expect(field).not.toHaveValue('A lamp')

	// Beside a field there is nothing to do, and so no menu.
	const none = await offered(app, '')
	await page.getByRole('heading').first().click({ button: 'right' })
	await field.click({ button: 'right' })
	await expect.poll(() => none.jsonValue()).toEqual([expect.stringMatching(/Undo\)? .*Select All/)])
	await app.close()
})

test('what is selected in a text can be copied, also with a caret in it', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const app = await launchDesktop({ library: join(folder, 'library'), home: join(folder, 'home') })
	const page = await app.firstWindow()
	await openSample(page, 'Words for a sea: declaration, code, convention')
	const shown = await offered(app, '')
	for (const _ of ['without a caret', 'with a caret']) {
		await selectByMouse(page, 'One adverb in two weeks')
		await page.mouse.down({ button: 'right' })
		await page.mouse.up({ button: 'right' })
		await page.keyboard.press('F7')
	}
	await expect.poll(() => shown.jsonValue()).toEqual(['Copy', 'Copy'])
	await app.close()
})
