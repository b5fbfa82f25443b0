import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { bookOf } from '../support/books.ts'
import { png } from '../support/pngs.ts'
import { expect, type OpenApp, test } from './support/fixtures.ts'
import { card, dialog, openDocument, openText, painted, selectByMouse } from './support/reading.ts'

const title = 'Harbour Lights'
const filler = Array.from({ length: 40 }, (_, at) => `<p>Ship ${at} came in and went out again.</p>`)
const harbourLights = bookOf({
	metadata: `<dc:title>${title}</dc:title><dc:creator>Ana Ortega</dc:creator><dc:language>en</dc:language>`,
	nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">The first port</a></li><li><a href="two.xhtml">The second port</a><ol><li><a href="two.xhtml#light">Its light</a></li></ol></li></ol></nav><nav epub:type="page-list"><ol><li><a href="one.xhtml">1</a></li><li><a href="two.xhtml">84</a></li></ol></nav>',
	chapters: {
		'one.xhtml': `<h1>Port the First</h1><p>Boats come in at dusk.<a id="c1" href="notes.xhtml#n1" epub:type="noteref">1</a></p><figure><img src="light.png" alt="A tower with two galleries"/><figcaption>The light in 1911</figcaption></figure>${filler.join('')}`,
		'two.xhtml': `<h1>Port the Second</h1>${filler.join('')}<h2 id="light">A low light</h2><p>It turns three times a minute.</p>${filler.join('')}`,
		'notes.xhtml': `<aside epub:type="endnote" id="n1"><p>Mostly luggers with brown sails. <a href="one.xhtml#c1">back</a></p></aside>`,
	},
	files: { 'light.png': ['image/png', png()] },
})

/** The exported note of the book. */
async function exported({ page, face, chooseNext }: OpenApp, folder: string): Promise<string> {
	const vault = join(folder, 'vault')
	mkdirSync(vault)
	await page.keyboard.press('Control+e')
	const exporting = dialog(page, 'Export to Markdown')
	if (face === 'desktop') {
		await chooseNext([vault])
		await exporting.getByRole('button', { name: 'Choose…' }).click()
	}
	const download = face === 'browser' ? page.waitForEvent('download') : null
	await exporting.getByRole('button', { name: 'Export', exact: true }).click()
	if (download) {
		const files = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
		const name = Object.keys(files).find((each) => each.includes(title)) ?? ''
		return strFromU8(files[name] ?? new Uint8Array())
	}
	await expect(exporting.getByRole('button', { name: 'Done' })).toBeVisible()
	const name = readdirSync(vault).find((each) => each.includes(title)) ?? ''
	return readFileSync(join(vault, name), 'utf8')
}

test('a book is read by its outline and its notes, marked and exported', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const file = join(folder, 'book.epub')
	writeFileSync(file, harbourLights)
	await app.chooseNext([file])
	await page.keyboard.press('Control+o')
	await expect(page.getByRole('row', { name: title })).toContainText('Ortega')
	await openDocument(page, title)
	const text = openText(page)

	await test.step('its pictures are shown with their captions', async () => {
		const picture = text.getByRole('img', { name: 'A tower with two galleries' })
		await expect
			.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
			.toBe(60)
		await expect(text.getByText('The light in 1911')).toBeVisible()
	})

	await test.step('a note is followed and left again', async () => {
		const note = text.getByRole('note', { name: 'Footnote 1' })
		await text.getByRole('link', { name: 'Footnote 1' }).click()
		await expect(note).toBeInViewport()
		await expect(note).toContainText('Mostly luggers with brown sails.')
		await note.getByRole('link', { name: 'Back to the text' }).click()
		await expect(text.getByText('Boats come in at dusk.')).toBeInViewport()
	})

	await test.step('the outline is the table of contents, and leads to its places', async () => {
		await page.getByRole('tab', { name: 'Outline' }).click()
		const panel = page.getByRole('tabpanel', { name: 'Outline' })
		await expect(panel.getByRole('button')).toHaveText(['The first port', 'The second port', 'Its light'])
		await panel.getByRole('button', { name: 'Its light' }).click()
		await expect(text.getByRole('heading', { name: 'A low light' })).toBeInViewport()
	})

	await test.step('what is highlighted is exported with its printed page', async () => {
		await selectByMouse(page, 'three times a minute')
		await page.keyboard.press('n')
		await page.keyboard.type('Slow.')
		await page.keyboard.press('Escape')
		await expect(card(page)).toContainText('Slow.')
		await page.keyboard.press('Escape')
		expect(await painted(page)).toEqual(['three times a minute'])
		const note = await exported(app, folder)
		expect(note).toContain('> three times a minute')
		expect(note).toContain('p. 84')
		expect(note).toContain('Slow.')
	})
})
