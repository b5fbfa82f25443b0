import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, type OpenApp } from './fixtures.ts'
import { dialog } from './reading.ts'

/** Exports the library to Markdown. @returns the note of the document whose title begins so */
export async function exportedNote(
	{ page, face, chooseNext }: OpenApp,
	folder: string,
	title: string,
): Promise<string> {
	const vault = join(folder, 'vault')
	mkdirSync(vault)
	await page.keyboard.press('Control+e')
	const exporting = dialog(page, 'Export to Markdown')
	if (face === 'desktop') {
		await chooseNext([vault])
		await exporting.getByRole('button', { name: 'Choose…' }).click()
	}
	const button = exporting.getByRole('button', { name: 'Export', exact: true })
	const download = face === 'browser' ? page.waitForEvent('download') : null
	await button.click()
	if (download) {
		const files = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
		const name = Object.keys(files).find((each) => each.includes(title)) ?? ''
		return strFromU8(files[name] ?? new Uint8Array())
	}
	await expect(exporting.getByRole('button', { name: 'Done' })).toBeVisible()
	const name = readdirSync(vault).find((each) => each.startsWith(title)) ?? ''
	return readFileSync(join(vault, name), 'utf8')
}
