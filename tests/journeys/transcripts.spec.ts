import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { dialog, openDocument, openText, painted, selectByMouse } from './support/reading.ts'

const golden = (name: string) => readFileSync(join(import.meta.dirname, '../golden/importers', name))

const captions = `WEBVTT

00:00:02.000 --> 00:00:04.000
<v Anna Stone>Where did you grow up?

00:12:31.000 --> 00:12:33.000
<v Ben Miller>In a village

00:12:33.100 --> 00:12:36.000
<v Ben Miller>near the river.
`

test('a transcript shows who speaks and when, and places passages so', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const file = join(folder, 'Talk by the river.vtt')
	writeFileSync(file, captions)
	await app.chooseNext([file])
	await page.keyboard.press('Control+o')
	await openDocument(page, 'Talk by the river')
	const text = openText(page)
	const shownBefore = (words: string) =>
		text.getByText(words).evaluateAll((elements) =>
			elements.flatMap((element) => {
				const shown: string[] = []
				for (let at: Element | null = element; at && at.tagName !== 'P'; at = at.parentElement) {
					const content = getComputedStyle(at, '::before').content
					if (content !== 'none') shown.push(content.replaceAll('"', '').trim())
				}
				return shown
			}),
		)

	await test.step('names and times stand before the words without being in them', async () => {
		await expect.poll(() => shownBefore('In a village')).toEqual(['12:31', 'Ben Miller:'])
		await expect(text.getByRole('paragraph').last()).toHaveText('In a village near the river.')
	})

	await test.step('a passage is placed by its time and speaker', async () => {
		await selectByMouse(page, 'near the river')
		await page.keyboard.press('h')
		await expect.poll(() => painted(page)).toContain('near the river')
		await page.getByRole('button', { name: /^Passages/ }).click()
		await expect(page.getByText('00:12:33, Ben Miller')).toBeVisible()
	})
})

test('a web archive is read with its picture', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const file = join(folder, 'page.mhtml')
	writeFileSync(file, golden('page-archive.mhtml'))
	await app.chooseNext([file])
	await page.keyboard.press('Control+o')
	await openDocument(page, 'A café story')
	const picture = openText(page).getByRole('img', { name: 'A dot' })
	await expect
		.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
		.toBe(10)
})

test('a document in RTF is read with its comment', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const file = join(folder, 'mill.rtf')
	writeFileSync(file, golden('structure.rtf'))
	await app.chooseNext([file])
	await page.keyboard.press('Control+o')
	// One of its pictures cannot be shown: a list says so.
	await dialog(page, 'Documents added').getByRole('button', { name: 'Done' }).click()
	await openDocument(page, 'The mill by the river')
	const text = openText(page)
	await expect(text.getByRole('heading', { name: 'The mill' })).toBeVisible()
	await expect(text.getByRole('columnheader', { name: 'Wheels, both' })).toBeVisible()
	await expect.poll(() => painted(page)).toContain('About this')
})
