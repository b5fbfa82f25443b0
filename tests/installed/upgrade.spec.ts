import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { card, message, openSample, openText, painted, selectByMouse } from '../journeys/support/reading.ts'
import { expect, test } from './support/fixtures.ts'
import {
	ensureInstalled,
	install,
	installedFiles,
	installedVersion,
	olderVersion,
	purge,
	remove,
	version,
} from './support/machine.ts'
import { type Reader, runAs } from './support/reader.ts'

const title = 'Words for a sea: declaration, code, convention'

/** A highlight with a note, in a text of the sample library. */
async function annotate(page: Page): Promise<void> {
	await openSample(page, title)
	await selectByMouse(page, 'the wishes have grown adjectives')
	await page.getByRole('toolbar', { name: 'Selected text' }).getByRole('button', { name: 'Note' }).click()
	await expect(page.getByRole('textbox', { name: 'Note on the highlight' })).toBeFocused()
	await page.keyboard.type('Adjectives *instead of* dates.')
	await expect(card(page).getByText('Saved')).toBeVisible()
	await page.keyboard.press('Escape')
	await page.keyboard.press('Escape')
}

/** Whether the library is as `annotate` left it. */
async function expectAnnotated(page: Page): Promise<void> {
	await expect(page.getByRole('row')).toHaveCount(11)
	await page.getByRole('row', { name: title }).getByText(title).click()
	await expect(openText(page)).toContainText('Three texts come up')
	await expect.poll(() => painted(page)).toContain('the wishes have grown adjectives')
	await page.keyboard.press('Control+j')
	await expect(
		page
			.getByRole('list', { name: 'Highlights' })
			.getByRole('button')
			.filter({ hasText: 'grown adjectives' }),
	).toContainText('Adjectives instead of dates.')
}

/** What a library consists of that reading does not change. */
const originals = ({ home }: Reader): readonly string[] =>
	readdirSync(join(home, '.config/commonplace/library/originals')).sort()

test('an upgrade keeps the library, and says that there is something new', async ({ reader, start }) => {
	install(olderVersion)
	expect((await runAs(reader, 'commonplace', ['--version'])).out).toBe(`commonplace ${olderVersion}\n`)
	const older = await start()
	await annotate(older.page)
	await older.end()
	const before = originals(reader)
	expect(before).toHaveLength(10)

	install(version)
	expect(originals(reader)).toEqual(before)
	const { page } = await start()
	const news = message(page, `Commonplace was updated to ${version}.`)
	await expect(news).toBeVisible()
	await expectAnnotated(page)
	await news.getByRole('button', { name: 'What’s new' }).click()
	await expect(page.getByRole('heading', { name: 'What’s new', level: 1 })).toBeVisible()
	await expect(page.getByRole('heading', { name: version, exact: false }).first()).toBeVisible()
})

test('an upgrade while the program is open takes nothing away from it', async ({ reader, start }) => {
	install(olderVersion)
	const older = await start()
	install(version)
	// What is parsed, read, written, searched and shown for the first time lies in files that others have taken
	// the place of.
	await annotate(older.page)
	await older.page.keyboard.press('Control+k')
	await older.page.keyboard.type('grown adjectives')
	const results = older.page.getByRole('listbox').getByRole('option')
	await expect(results.filter({ hasText: 'grown adjectives' }).first()).toBeVisible()
	await older.page.keyboard.press('Escape')
	await older.page.keyboard.press('F1')
	await expect(older.page.getByRole('heading', { name: 'First steps' })).toBeVisible()
	await older.end()
	expect(originals(reader)).toHaveLength(10)

	const { page } = await start()
	await expect(message(page, `Commonplace was updated to ${version}.`)).toBeVisible()
	await expectAnnotated(page)
})

test('removal leaves the library and says where it is, and nothing of the program', async ({
	reader,
	start,
}) => {
	ensureInstalled()
	const program = await start()
	await annotate(program.page)
	await program.end()
	const library = join(reader.home, '.config/commonplace/library')
	const before = originals(reader)
	const files = installedFiles()

	expect(remove()).toContain(library)
	expect(installedVersion()).toBeNull()
	expect(files.filter(existsSync)).toEqual([])
	expect(existsSync('/usr/lib/commonplace')).toBe(false)
	expect(purge()).toMatch(/leaves readers' libraries/)
	expect(left()).toEqual([])
	const links = await runAs(reader, 'xdg-mime', ['query', 'default', 'x-scheme-handler/commonplace'])
	expect(links.out.trim()).toBe('')
	expect(originals(reader)).toEqual(before)

	ensureInstalled()
	const { page } = await start()
	await expectAnnotated(page)
})

/** What names the program in the places where packages lie and are made known. */
function left(): readonly string[] {
	const named = execFileSync(
		'find',
		['/usr', '/etc', '-iname', '*commonplace*', '-not', '-path', '*/src/*'],
		{
			encoding: 'utf8',
		},
	)
	const lists = ['/usr/share/applications/mimeinfo.cache', '/usr/share/applications/defaults.list']
	return [
		...named.split('\n').filter((path) => path !== ''),
		...lists.filter((path) => existsSync(path) && readFileSync(path, 'utf8').includes('commonplace')),
	]
}
