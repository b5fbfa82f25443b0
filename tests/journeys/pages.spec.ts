import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPdf } from '../support/lockedpdf.ts'
import { pdfArticle, scannedPdf } from '../support/pdfarticle.ts'
import { pdfFile } from '../support/pdfs.ts'
import { exportedNote } from './support/exports.ts'
import { expect, test } from './support/fixtures.ts'
import { linesOf, openPdf, selectLines, showPages } from './support/pages.ts'
import { card, clickWords, dialog, openText, painted, selectByMouse } from './support/reading.ts'

const article = { name: 'article.pdf', bytes: pdfArticle(), title: 'On Keeping Passages in Order' }

/** White space does not matter: a line of the page is no line of the text. */
const folded = (text: string) => text.replace(/[\s>-]+/g, '')

test('what is highlighted over a column and over a page is the same in the text and in the export', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	await openPdf(app, folder, article)
	await showPages(page)
	await page.keyboard.press('Control+0')
	for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Control+-')
	await expect(page.getByRole('button', { name: 'Size of the pages, 67 %' })).toBeVisible()

	const before = (await painted(page)).length
	const lines = await linesOf(page, '117')
	const jump = lines.findIndex((line, at) => at > 3 && line.from.x > (lines[at - 1]?.to.x ?? 0) + 5)
	const [left, right] = [lines[jump - 1], lines[jump + 1]]
	if (!left || !right) throw new Error('The page has one column.')
	await selectLines(page, left, right)
	await page.keyboard.press('h')
	await expect.poll(async () => (await painted(page)).length).toBe(before + 1)

	const [last] = (await linesOf(page, '117')).slice(-1)
	const [first] = await linesOf(page, '118')
	if (!last || !first) throw new Error('There is no second page.')
	await selectLines(page, last, first)
	await page.keyboard.press('n')
	await page.keyboard.type('Over the page.')
	await page.keyboard.press('Escape')
	await expect(card(page)).toContainText('Over the page.')
	await page.keyboard.press('Escape')
	const onPages = await painted(page)

	await page.getByRole('button', { name: 'Page view' }).click()
	await expect(page.locator('.reading-surface')).toBeVisible()
	await expect.poll(() => painted(page)).toEqual(onPages)
	const [overColumns = '', overPages = ''] = [
		onPages.find((words) => folded(words).includes(folded(right.text))) ?? '',
		onPages.find((words) => folded(words).includes(folded(first.text))) ?? '',
	]
	expect(folded(overColumns)).toContain(folded(left.text))
	expect(folded(overPages)).toContain(folded(last.text))

	const note = folded(await exportedNote(app, folder, 'On Keeping'))
	expect(note).toContain(folded(overColumns))
	expect(note).toContain(folded(overPages))
	expect(note).toContain(folded('Over the page.'))
})

test('what is highlighted in the text is on the pages, with its card, and can be taken back there', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	await openPdf(app, folder, article)
	const words = 'a place for what one has read'
	await selectByMouse(page, words)
	await page.keyboard.press('h')
	await expect.poll(() => painted(page)).toContain(words)

	await showPages(page)
	await expect.poll(() => painted(page)).toContain(words)
	await clickWords(page, words)
	await expect(page.getByRole('region', { name: `Highlight: ${words}` })).toBeVisible()
	await page.keyboard.press('Escape')
	await page.keyboard.press('Control+z')
	await expect.poll(() => painted(page)).not.toContain(words)
})

test('pages are gone to by their printed numbers, the outline and thumbnails, and the place stays', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	await openPdf(app, folder, article)
	await showPages(page)
	await page.keyboard.press('Control+Alt+g')
	await page.keyboard.type('119')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('textbox', { name: 'Page 119 (3 of 3)' })).toBeVisible()
	await page.keyboard.press('Escape')
	await page.keyboard.press('F4')
	await expect(page.getByRole('button', { name: 'Page 119' })).toBeFocused()
	await page.keyboard.press('Home')
	await expect(page.getByRole('textbox', { name: 'Page 117 (1 of 3)' })).toBeVisible()
	await page.keyboard.press('Escape')
	await page.keyboard.press('Control+Shift+b')
	await page.getByRole('button', { name: '3 What machines change' }).click()
	await expect(page.getByRole('textbox', { name: /^Page 11[89]/ })).toBeVisible()
	await page.getByRole('button', { name: 'Page view' }).click()
	await expect(
		page.locator('.reading-surface').getByRole('heading', { name: '3 What machines change' }),
	).toBeInViewport()
})

test('words are found on the pages, and a search opens the document as it was left', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	await openPdf(app, folder, article)
	await showPages(page)
	await page.keyboard.press('Control+f')
	await page.keyboard.type('vowels')
	await expect(page.getByText('1 of 1')).toBeVisible()
	await expect.poll(() => painted(page, 'hit-current')).toEqual(['vowels'])
	await page.keyboard.press('Escape')
	await page.keyboard.press('Alt+1')
	await page.keyboard.press('Control+k')
	await page.keyboard.type('fifteenth century')
	await page
		.getByRole('option', { name: /fifteenth/ })
		.first()
		.click()
	await expect(page.locator('.page-surface')).toBeVisible()
	await expect.poll(async () => (await painted(page, 'hit-current')).join(' ')).toContain('fifteenth')
})

test('a page without text is offered in the text, and highlighted and noted as a whole', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page } = app
	await openPdf(app, folder, {
		name: 'scan.pdf',
		bytes: scannedPdf(),
		title: 'A page that was typed.',
		isReported: true,
	})
	await page.getByRole('button', { name: /Show it in page view/ }).click()
	await expect(page.getByRole('textbox', { name: /^Page 2/ })).toBeVisible()
	// With the keyboard alone: the page in sight is what is meant.
	await page.keyboard.press('h')
	await expect(page.locator('.page-sheet.painted')).toHaveCount(1)
	await page.keyboard.press('Control+z')
	await expect(page.locator('.page-sheet.painted')).toHaveCount(0)
	const box = await page.locator('.page-sheet').nth(1).boundingBox()
	await page.mouse.click((box?.x ?? 0) + 80, (box?.y ?? 0) + 200)
	await expect(page.locator('cp-selection-toolbar')).toBeVisible()
	await page.keyboard.press('n')
	await page.keyboard.type('A chessboard.')
	await page.keyboard.press('Escape')
	await expect(page.locator('.page-sheet.painted')).toHaveCount(1)
	await expect(card(page)).toContainText('A chessboard.')
})

test('the pages of a locked file ask for its password, which is kept nowhere', async ({
	openApp,
	folder,
}) => {
	const app = await openApp()
	const { page, chooseNext } = app
	const path = join(folder, 'locked.pdf')
	writeFileSync(path, lockedPdf('sesame', 'Behind the door.'))
	await chooseNext([path])
	await page.keyboard.press('Control+o')
	const locked = dialog(page, 'This file is locked')
	await locked.getByLabel('Password').fill('sesame')
	await page.keyboard.press('Enter')
	await page.getByRole('gridcell', { name: 'Behind the door.' }).getByText('Behind the door.').click()
	await page.getByRole('button', { name: 'Page view' }).click()
	await locked.getByLabel('Password').fill('wrong')
	await page.keyboard.press('Enter')
	await expect(locked.getByText('That password does not open it.')).toBeVisible()
	await locked.getByLabel('Password').fill('sesame')
	await page.keyboard.press('Enter')
	await expect(page.locator('.page-sheet canvas')).toBeVisible()
	// In this window it is not asked for again.
	await page.getByRole('button', { name: 'Page view' }).click()
	await showPages(page)
	const again = await app.restart().then(() => app.page)
	await again.getByRole('gridcell', { name: 'Behind the door.' }).getByText('Behind the door.').click()
	await again.getByRole('button', { name: 'Page view' }).click()
	await expect(again.getByRole('heading', { name: 'This file is locked' })).toBeVisible()
	await dialog(again, 'This file is locked').getByRole('button', { name: 'Cancel' }).click()
	await expect(openText(again)).toContainText('Behind the door.')
})

test('of a thousand pages only those near the window are drawn', async ({ openApp, folder }) => {
	const app = await openApp()
	const { page } = app
	const pages = Array.from({ length: 1000 }, (_, index) => ({
		width: 300,
		height: 400,
		texts: [{ text: `This is what page ${index + 1} says.`, x: 40, y: 60, size: 12 }],
	}))
	await openPdf(app, folder, {
		name: 'long.pdf',
		bytes: pdfFile({ pages, info: { Title: 'A long book' } }),
		title: 'A long book',
	})
	await showPages(page)
	const canvases = page.locator('.page-sheet canvas')
	await page.keyboard.press('Control+Alt+g')
	await page.keyboard.type('900')
	await page.keyboard.press('Enter')
	await expect(page.locator('.page-sheet').nth(899).locator('canvas')).toBeVisible()
	expect(await canvases.count()).toBeLessThan(12)
	// Through the whole of it, as one who draws the scroll bar along.
	await page.locator('.reading-scroller').evaluate(async (scroller) => {
		for (let part = 100; part >= 0; part--) {
			scroller.scrollTop = (scroller.scrollHeight * part) / 100
			await new Promise((resolve) => requestAnimationFrame(resolve))
		}
	})
	await expect(page.locator('.page-sheet').first().locator('canvas')).toBeVisible()
	expect(await canvases.count()).toBeLessThan(12)
	await expect(page.getByText('This is what page 1 says.')).toBeAttached()
})
