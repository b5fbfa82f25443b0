import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPdf } from '../support/lockedpdf.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, openDocument } from './support/reading.ts'

test('locked files ask for their passwords, one after the other, and any can be skipped', async ({
	openApp,
	folder,
}) => {
	mkdirSync(join(folder, 'papers'))
	const paths = ['harbour.pdf', 'ferry.pdf', 'lamp.txt'].map((name) => join(folder, 'papers', name))
	const [harbour = '', ferry = '', lamp = ''] = paths
	writeFileSync(harbour, lockedPdf('salt', 'The harbour was closed all winter.'))
	writeFileSync(ferry, lockedPdf('six', 'The first ferry leaves at six.'))
	writeFileSync(lamp, 'The lamp was lit at dusk.\n')
	const app = await openApp()
	const { page } = app
	const locked = dialog(page, 'This file is locked')
	const field = locked.getByLabel('Password')

	await app.chooseNext(paths)
	await page.keyboard.press('Control+o')
	await expect(locked).toContainText('harbour.pdf')
	await expect(field).toBeFocused()
	await page.keyboard.type('pepper')
	await page.keyboard.press('Enter')
	await expect(locked.getByText('That password does not open it.')).toBeVisible()
	await page.keyboard.type('salt')
	await page.keyboard.press('Enter')

	await expect(locked).toContainText('ferry.pdf')
	await locked.getByRole('button', { name: 'Skip', exact: true }).click()
	const report = dialog(page, 'Documents added')
	await expect(report).toContainText('Added 2 documents, 1 stayed locked.')
	await report.getByRole('button', { name: 'Done' }).click()
	const text = await openDocument(page, 'The harbour was closed all winter.')
	await expect(text).toContainText('The harbour was closed all winter.')
})
