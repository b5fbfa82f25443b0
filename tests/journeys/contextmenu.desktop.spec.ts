import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { desktopProblem, launchDesktop } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'
import { openSample, selectByMouse } from './support/reading.ts'

/** Keeps the next menus of right clicks from being shown: what they offer, and how an item of the last is pressed. */
const offered = (app: ElectronApplication) =>
	app.evaluateHandle(({ BrowserWindow, Menu }) => {
		const shown = { labels: [] as string[], press: (_label: string) => {} }
		Menu.prototype.popup = function () {
			const [window] = BrowserWindow.getAllWindows()
			const items = this.items.filter((item) => item.type !== 'separator')
			shown.labels.push(items.map((item) => (item.enabled ? item.label : `(${item.label})`)).join(' '))
			shown.press = (label) =>
				items.find((item) => item.label === label)?.click({}, window, window?.webContents)
		}
		return shown
	})

type Offered = Awaited<ReturnType<typeof offered>>
const labelsOf = (menus: Offered) => menus.evaluate(({ labels }) => labels)
/** After the click as a whole, as a hand does: in the middle of it Chromium still sets the caret. */
const press = (menus: Offered, label: string) => menus.evaluate((shown, name) => shown.press(name), label)

/** On the letters of a field, and not beside them, where a click would take the selection away. */
const onText = { button: 'right', position: { x: 18, y: 15 } } as const

test('a right click in a text field offers what can be done there', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const app = await launchDesktop({ library: join(folder, 'library'), home: join(folder, 'home') })
	const page = await app.firstWindow()
	await page.getByRole('button', { name: 'Menu', exact: true }).waitFor()
	await page.keyboard.press('Alt+3')
	await page.getByRole('button', { name: 'New note' }).click()
	// Not the note itself: that the library has what was typed arrives there as well, at any moment.
	const field = page.getByRole('textbox', { name: 'Filter notes' })
	await field.pressSequentially('A lamp')

	const whole = await offered(app)
	await field.click(onText)
	await expect.poll(() => labelsOf(whole)).toEqual([expect.stringMatching(/^Undo \(Redo\) .*Select All$/)])
	await press(whole, 'Select All')
	const selected = () => page.evaluate(() => String(document.getSelection()))
	await expect.poll(selected).toBe('A lamp')

	const undone = await offered(app)
	await field.click(onText)
	await expect.poll(() => labelsOf(undone)).toEqual([expect.stringMatching(/^Undo \(Redo\) Cut Copy /)])
	await press(undone, 'Undo')
	await expect(field).not.toHaveValue('A lamp')

	// Beside a field there is nothing to do, and so no menu.
	const none = await offered(app)
	await page.getByRole('heading').first().click({ button: 'right' })
	await field.click({ button: 'right' })
	await expect.poll(() => labelsOf(none)).toEqual([expect.stringMatching(/Undo\)? .*Select All/)])
	await app.close()
})

test('what is selected in a text can be copied, also with a caret in it', async ({ folder }) => {
	test.skip(desktopProblem() !== null, desktopProblem() ?? '')
	const app = await launchDesktop({ library: join(folder, 'library'), home: join(folder, 'home') })
	const page = await app.firstWindow()
	await openSample(page, 'Words for a sea: declaration, code, convention')
	const shown = await offered(app)
	for (const _ of ['without a caret', 'with a caret']) {
		await selectByMouse(page, 'One adverb in two weeks')
		await page.mouse.down({ button: 'right' })
		await page.mouse.up({ button: 'right' })
		await page.keyboard.press('F7')
	}
	await expect.poll(() => labelsOf(shown)).toEqual(['Copy', 'Copy'])
	await app.close()
})
