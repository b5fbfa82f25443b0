import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { root } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'
import { dialog, message, openDocument, painted } from './support/reading.ts'

const words = 'Rain fell on the harbour all night.\n\nThe boats stayed in.\n\nWhoever could stayed home.\n'

/**
 * A library as an older importer left it: it read the last paragraph otherwise. Three passages are
 * highlighted, one of them in that paragraph.
 */
function olderLibrary(folder: string): string {
	const library = join(folder, 'library')
	const commonplace = (...line: string[]) =>
		execFileSync(join(root, 'out/main/cli.js'), [...line, '--library', library], {
			env: { ...process.env, FORCE_COLOR: undefined, COMMONPLACE_HOME: join(folder, 'home') },
			encoding: 'utf8',
		})
	writeFileSync(join(folder, 'rain.txt'), words)
	const [, id = ''] = /^added (\S+)\t.+\n$/.exec(commonplace('import', join(folder, 'rain.txt'))) ?? []
	const database = new Database(join(library, 'library.sqlite'))
	const change = database.prepare('UPDATE block SET text = replace(text, ?, ?)')
	// As long as the texts of today, so that the blocks still tile the text.
	change.run('Whoever could stayed home.', 'Nobody at all went out now')
	database.prepare('UPDATE version SET importer_version = 0').run()
	database.close()
	for (const quote of ['Rain fell', 'The boats', 'Nobody at all'])
		commonplace('highlight', id, '--quote', quote, '--note', `About ${quote}`)
	return library
}

test('a document is read again with the newer importer, and no highlight is lost', async ({
	openApp,
	folder,
}) => {
	const app = await openApp(olderLibrary(folder))
	const { page } = app
	const text = await openDocument(page, 'Rain fell on the harbour all night.')
	await expect.poll(() => painted(page)).toEqual(['Rain fell', 'The boats', 'Nobody at all'])

	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Read again with the newer importer…' }).click()
	const preview = dialog(page, 'Read again with the newer importer')
	await expect(preview).toContainText('Nothing has changed yet')
	await expect(preview).toContainText('2 highlights stay where they are.')
	await expect(preview.getByText('1 highlight has no sure place in the new text.')).toBeVisible()
	await expect(preview.getByRole('blockquote')).toHaveText('Nobody at all')
	await expect(text).toContainText('Nobody at all')
	await preview.getByRole('button', { name: 'Read it again' }).click()

	await expect(page.locator('cp-reading-pane').first()).toContainText('Whoever could stayed home.')
	await expect.poll(() => painted(page)).toEqual(['Rain fell', 'The boats'])
	await expect(message(page, 'Read 1 document again. 1 highlight is kept without a place.')).toBeVisible()

	await test.step('the passage without a place is among the passages, with its note', async () => {
		await page.keyboard.press('Alt+2')
		await expect(page.locator('cp-passage-list')).toContainText('Nobody at all')
		await expect(page.locator('cp-passage-list')).toContainText('About Nobody at all')
		await expect(page.locator('cp-passage-list')).toContainText('in an earlier reading')
	})

	await test.step('undo brings the earlier text back, with all three', async () => {
		await page.keyboard.press('Alt+ArrowLeft')
		await page.keyboard.press('Control+z')
		await expect(page.locator('cp-reading-pane').first()).toContainText('Nobody at all went out')
		await expect.poll(() => painted(page)).toEqual(['Rain fell', 'The boats', 'Nobody at all'])
	})
})
