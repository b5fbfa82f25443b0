import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdfArticle } from '../../support/pdfarticle.ts'
import { expect, type OpenApp } from './fixtures.ts'
import { card, dialog, message, openDocument, openText, selectByMouse } from './reading.ts'

/** One thing that a reader can have before their eyes. */
export interface Sight {
	readonly name: string
	/** Brings it up, from where the sight before left the app. */
	readonly show: () => Promise<unknown>
}

const title = 'Words for a sea: declaration, code, convention'

/**
 * Every view, and everything that opens in it, in an order in which a reader can come to them, mostly by
 * keys, so that it goes in narrow windows, too.
 * @param folder for a file to import
 */
export function tour({ page, chooseNext }: OpenApp, folder: string): readonly Sight[] {
	const press = (key: string) => page.keyboard.press(key)
	const run = async (command: string) => {
		await press('Control+k')
		await page.keyboard.type(`>${command}`)
		await page.getByRole('option', { name: command }).click()
	}
	const heading = (name: string | RegExp) => expect(page.getByRole('heading', { name })).toBeVisible()
	const opened = (name: string | RegExp) => expect(page.getByRole('dialog', { name })).toBeVisible()
	const left = () => expect(page.locator('cp-dialog')).toHaveCount(0)
	/** Opens a dialog by its key or its name in the palette, after the one before is closed. */
	const opening = (name: string, how: string): Sight => ({
		name: `dialog ${name}`,
		show: async () => {
			await press('Escape')
			await left()
			await (how.length > 2 && !how.includes('+') ? run(how) : press(how))
			await opened(name)
		},
	})
	return [
		{ name: 'first run', show: () => heading('A place for what you read') },
		{
			name: 'library',
			show: async () => {
				await page.getByRole('button', { name: 'Look at the sample library' }).click()
				await expect(page.getByRole('row')).toHaveCount(11)
			},
		},
		{
			name: 'library, documents selected',
			show: async () => {
				await page.getByRole('row', { name: title }).getByRole('gridcell').nth(1).click()
				await expect(page.locator('cp-bulk-bar')).toBeVisible()
			},
		},
		{
			name: 'menu of documents',
			show: async () => {
				await press('Shift+F10')
				await expect(page.getByRole('menu')).toBeVisible()
			},
		},
		{
			name: 'dialog of collections',
			show: async () => {
				await page.getByRole('menuitem', { name: 'Collections…' }).click()
				await opened(/collection/i)
			},
		},
		{
			name: 'reading',
			show: async () => {
				await press('Escape')
				await left()
				await press('Escape')
				await openDocument(page, title)
				await expect(openText(page)).toBeFocused()
			},
		},
		{
			name: 'words selected',
			show: async () => {
				await selectByMouse(page, 'a promise of restraint')
				await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
			},
		},
		{
			name: 'theme picker',
			show: async () => {
				await press('t')
				await expect(page.getByRole('combobox', { name: 'Theme' })).toBeFocused()
			},
		},
		{
			name: 'card with a note being written',
			show: async () => {
				await press('Enter')
				await press('n')
				await page.keyboard.type('A *promise*, and [no more](https://example.org).')
				await expect(card(page).getByText('Saved')).toBeVisible()
			},
		},
		{
			name: 'card',
			show: async () => {
				await press('Escape')
				await expect(card(page)).toContainText('no more')
			},
		},
		{
			name: 'highlights panel',
			show: async () => {
				await press('Escape')
				await press('Control+j')
				await expect(page.getByRole('list', { name: 'Highlights' })).toBeVisible()
			},
		},
		{
			name: 'find bar',
			show: async () => {
				await press('Escape')
				await press('Control+f')
				await page.keyboard.type('convention')
				await expect(page.locator('cp-find-bar')).toBeVisible()
			},
		},
		{
			name: 'type settings',
			show: async () => {
				await press('Escape')
				await press('Control+t')
				await expect(page.getByRole('region', { name: 'Type settings' })).toBeVisible()
			},
		},
		{
			name: 'outline',
			show: async () => {
				await press('Escape')
				await press('Control+Shift+b')
				await expect(page.getByRole('tab', { name: 'Outline', selected: true })).toBeVisible()
			},
		},
		{
			name: 'two documents side by side',
			show: async () => {
				await press('Control+Shift+b')
				await press('Control+\\')
				await dialog(page, /.+/)
					.getByRole('option', { name: /A call across/ })
					.click()
				await expect(page.locator('cp-reading-pane')).toHaveCount(2)
			},
		},
		{
			name: 'passages',
			show: async () => {
				await press('Alt+2')
				await expect(page.getByRole('article').first()).toBeVisible()
			},
		},
		{
			name: 'passages selected',
			show: async () => {
				await page.getByRole('article').first().focus()
				await press('Space')
				await expect(page.locator('cp-bulk-bar')).toBeVisible()
			},
		},
		{
			name: 'page of a theme',
			show: async () => {
				await press('Control+k')
				await page.keyboard.type('not said')
				await page
					.getByRole('option', { name: /^What is not said/ })
					.first()
					.click()
				await heading('What is not said')
			},
		},
		{
			name: 'to sort',
			show: async () => {
				await press('Alt+5')
				await expect(page.getByRole('article').first()).toBeVisible()
			},
		},
		{ name: 'notes', show: async () => [await press('Alt+3'), await heading('Notes')] },
		{
			name: 'a note',
			show: async () => {
				await page
					.getByRole('region', { name: 'Notes' })
					.getByRole('button', { name: /^What moved/ })
					.click()
				await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible()
			},
		},
		{
			name: 'a note as it reads',
			show: async () => {
				await page.getByRole('button', { name: 'Read', exact: true }).click()
				await expect(page.getByRole('region', { name: 'The note as it reads' })).toBeVisible()
			},
		},
		{
			name: 'compare',
			show: async () => {
				await press('Alt+4')
				await expect(page.getByRole('table')).toBeVisible()
			},
		},
		{
			name: 'palette',
			show: async () => {
				await press('Control+k')
				await expect(page.getByRole('option').first()).toBeVisible()
			},
		},
		{
			name: 'search',
			show: async () => {
				await page.keyboard.type('bien dong')
				await expect(page.getByRole('option').filter({ hasText: 'Biển Đông' }).first()).toBeVisible()
			},
		},
		{
			name: 'guide',
			show: async () => {
				await press('Escape')
				await press('F1')
				await heading('First steps')
			},
		},
		{
			name: 'about, with a licence',
			show: async () => {
				await press('Escape')
				await run('About Commonplace')
				await page.getByText('Lucide (icons)').click()
				await expect(page.getByText('Permission to use, copy, modify').first()).toBeVisible()
			},
		},
		opening('Add pasted text', 'Control+Shift+v'),
		opening('Export to Markdown', 'Control+e'),
		opening('History', 'Control+h'),
		opening('Settings', 'Control+,'),
		opening('Keyboard shortcuts', 'Control+/'),
		opening('Export templates', 'Edit export templates…'),
		{
			name: 'dialog Documents added',
			show: async () => {
				await press('Escape')
				await left()
				const file = join(folder, 'photograph.heic')
				const other = join(folder, 'lamp.md')
				writeFileSync(file, Uint8Array.of(0, 1, 2))
				writeFileSync(other, '# A lamp\n\nIt was lit.\n')
				await chooseNext([file, other])
				await press('Control+o')
				await opened('Documents added')
			},
		},
		{
			name: 'dialog Fill metadata from a table',
			show: async () => {
				await press('Escape')
				await left()
				const table = join(folder, 'table.csv')
				writeFileSync(table, 'file,title,date\nlamp.md,The lamp,sometimes\n')
				await chooseNext([table])
				await run('Fill metadata from a table or references…')
				await opened('Fill metadata from a table')
			},
		},
		{
			name: 'dialog Fill metadata from references',
			show: async () => {
				await press('Escape')
				await left()
				const references = join(folder, 'references.ris')
				writeFileSync(references, 'TY  - BOOK\nTI  - A lamp\nER  - \nTY  - BOOK\nTI  - A rope\nER  - \n')
				await chooseNext([references])
				await run('Fill metadata from a table or references…')
				await opened('Fill metadata from references')
			},
		},
		{
			name: 'dialog of a table of texts',
			show: async () => {
				await press('Escape')
				await left()
				const table = join(folder, 'answers.csv')
				writeFileSync(table, 'id,date,text,village\n1,2023,A first answer.,Hội An\n2,2023,A second.,\n')
				await chooseNext([table])
				await run('Add a table of texts…')
				await opened('Add “answers.csv”')
			},
		},
		{
			name: 'dialog Metadata',
			show: async () => {
				await press('Escape')
				await left()
				await press('Control+k')
				await page.keyboard.type('words sea')
				await page.getByRole('option', { name: title }).first().click()
				await expect(openText(page)).toContainText('Three texts')
				await press('Control+i')
				await opened('Metadata')
			},
		},
		{
			name: 'menu',
			show: async () => {
				await press('Escape')
				await left()
				await page.getByRole('button', { name: 'Menu', exact: true }).click()
				await expect(page.getByRole('menu')).toBeVisible()
			},
		},
		{
			name: 'pages of a PDF',
			show: async () => {
				await press('Escape')
				const article = join(folder, 'article.pdf')
				writeFileSync(article, pdfArticle())
				await chooseNext([article])
				await press('Control+o')
				await message(page, 'On Keeping Passages in Order').getByRole('button', { name: 'Open' }).click()
				await page.getByRole('button', { name: 'Page view' }).click()
				await expect(page.locator('.page-sheet canvas').first()).toBeVisible()
			},
		},
		{
			name: 'thumbnails of pages',
			show: async () => {
				await press('F4')
				await expect(page.getByRole('navigation', { name: 'Thumbnails' })).toBeVisible()
			},
		},
		{
			name: 'menu of the sizes of pages',
			show: async () => {
				await page.getByRole('button', { name: /^Size of the pages/ }).click()
				await expect(page.getByRole('menu')).toBeVisible()
			},
		},
	]
}
