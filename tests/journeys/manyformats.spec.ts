import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { docxOf, epubOf, odtOf, wordParagraph, zipOf } from '../support/officefiles.ts'
import { pdfLine, pdfOf, pdfStream } from '../support/pdffile.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, openDocument } from './support/reading.ts'

const chapter = (words: string) =>
	`<html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title></head><body><p>${words}</p></body></html>`

const pdf = (words: string) =>
	pdfOf([
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
		pdfStream(pdfLine(words, 50, 330)),
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	])

/** File → what it is called in the library, and words of its text. */
const good: Readonly<Record<string, readonly [title: string, words: string, content: string | Uint8Array]>> =
	{
		'letter.docx': [
			'Letter',
			'A letter about lamps.',
			docxOf({ title: 'Letter', body: wordParagraph('A letter about lamps.') }),
		],
		'essay.odt': ['Essay', 'An essay about salt.', odtOf('Essay', '<text:p>An essay about salt.</text:p>')],
		'novel.epub': [
			'Novel',
			'A novel about ferries.',
			epubOf({ title: 'Novel', chapter: chapter('A novel about ferries.') }),
		],
		'memo.rtf': ['Memo', 'A memo about rain.', '{\\rtf1\\ansi{\\info{\\title Memo}}A memo about rain.\\par}'],
		'report.pdf': ['A report about tides.', 'A report about tides.', pdf('A report about tides.')],
		'talk.srt': ['talk', 'A talk about wind.', '1\n00:00:01,000 --> 00:00:02,000\nA talk about wind.\n'],
		'notes.md': ['Notes', 'Some notes about moss.', '# Notes\n\nSome notes about moss.\n'],
	}

/** File → what the reason for its refusal says. */
const bad: Readonly<Record<string, readonly [reason: RegExp, content: string | Uint8Array]>> = {
	'cut.docx': [
		/damaged|missing/i,
		docxOf({ title: 'Cut', body: wordParagraph('Cut off.') }).subarray(0, 900),
	],
	'parcel.epub': [/no .*book|EPUB/i, zipOf({ 'a.txt': 'No book.' })],
	'cut.pdf': [/damaged|no PDF/i, pdf('Cut off.').subarray(0, 40)],
	'picture.txt': [/PNG picture/, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
	'blank.rtf': [/no text/, '{\\rtf1 }'],
	'photograph.heic': [/cannot be read/, Uint8Array.of(0, 0, 0, 24, 102, 116, 121, 112)],
}

const addFolder = async (page: Page) => {
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Add a folder…' }).click()
}

test('of a folder with many formats the good files are added, and of each other one is said why not', async ({
	openApp,
	folder,
}) => {
	const papers = join(folder, 'papers')
	mkdirSync(papers)
	for (const [name, [, , content]] of Object.entries(good)) writeFileSync(join(papers, name), content)
	for (const [name, [, content]] of Object.entries(bad)) writeFileSync(join(papers, name), content)
	const app = await openApp()
	const { page } = app
	const report = dialog(page, 'Documents added')

	await app.chooseNext([papers])
	await addFolder(page)
	await expect(report.getByText(`Added ${Object.keys(good).length} documents`)).toBeVisible()
	for (const [name, [reason]] of Object.entries(bad)) {
		// A browser hands over only what may be read.
		if (app.face === 'browser' && name.endsWith('.heic')) continue
		const line = report.getByRole('listitem').filter({ hasText: name })
		await expect(line).toContainText('Refused')
		await expect(line).toContainText(reason)
	}
	await report.getByRole('button', { name: 'Done' }).click()
	await expect(page.getByRole('row')).toHaveCount(Object.keys(good).length + 1)
	for (const [title, words] of Object.values(good)) {
		await expect(await openDocument(page, title)).toContainText(words)
		await page.keyboard.press('Alt+ArrowLeft')
	}
})

test('an import that is stopped in the middle keeps what was added', async ({ openApp, folder }) => {
	const papers = join(folder, 'papers')
	mkdirSync(papers)
	const count = 60
	for (let number = 0; number < count; number++)
		writeFileSync(
			join(papers, `${number}.docx`),
			docxOf({ title: `Paper ${number}`, body: wordParagraph(`Words of paper ${number}.`).repeat(3000) }),
		)
	const app = await openApp()

	await app.chooseNext([papers])
	await addFolder(app.page)
	await expect(app.page.getByText(/^[1-9]\d* of 60$/)).toBeVisible({ timeout: 40_000 })
	await app.page.getByRole('button', { name: /^Stop: / }).click()
	const report = dialog(app.page, 'Documents added')
	await expect(report.getByText(/Stopped/)).toBeVisible()
	const added = await report.getByRole('listitem').filter({ hasText: 'Added' }).count()
	expect(added).toBeLessThan(count)
	await report.getByRole('button', { name: 'Done' }).click()

	await app.restart()
	await expect(app.page.getByRole('button', { name: `Library ${added}` })).toBeVisible()
	await app.chooseNext([join(papers, `${count - 1}.docx`)])
	await app.page.keyboard.press('Control+o')
	await expect(app.page.getByRole('button', { name: `Library ${added + 1}` })).toBeVisible()
})
