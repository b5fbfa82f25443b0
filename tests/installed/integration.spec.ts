import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { message, openSample, openText, selectByMouse } from '../journeys/support/reading.ts'
import { expect, test } from './support/fixtures.ts'
import { ensureInstalled, installedFiles, purge, run, version } from './support/machine.ts'
import { launchAs, type Reader, runAs, writeAs } from './support/reader.ts'
import { fromClipboard, windowsTitled } from './support/windows.ts'

const entry = '/usr/share/applications/commonplace.desktop'
const title = 'Words for a sea: declaration, code, convention'
const words = 'a promise of restraint'

/** A file as a reader has it, with a name that a shell would take apart. */
function writeArticle({ home }: Reader): string {
	const path = join(home, "Salt & roads, the 2nd 'draft'.html")
	writeFileSync(
		path,
		'<!doctype html><title>Salt roads</title><article><h1>Salt roads</h1><p>Salt went up the river in flat boats.</p></article>',
	)
	return path
}

/** The link that a copied quotation of the sample library ends with. */
async function copiedLink(page: Page): Promise<string> {
	await openSample(page, title)
	await selectByMouse(page, words)
	await page.keyboard.press('c')
	await expect(message(page, 'Copied as a Markdown quotation.')).toBeVisible()
	const link = /commonplace:\/\/[^\s)>]+/.exec(fromClipboard())?.[0] ?? ''
	expect(link).toMatch(/^commonplace:\/\/[\w-]+\/document\/[\w-]+\?at=\d+$/)
	return link
}

/** Whether the words stand in the window, in the text that is open. */
const expectAtPassage = async (page: Page): Promise<void> => {
	await expect(openText(page)).toContainText('Three texts come up')
	await expect
		.poll(() =>
			openText(page).evaluate((text, words) => {
				const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
				while (walker.nextNode()) {
					const node = walker.currentNode
					const at = node.nodeValue?.indexOf(words) ?? -1
					if (at < 0) continue
					const range = document.createRange()
					range.setStart(node, at)
					range.setEnd(node, at + words.length)
					const { top, bottom } = range.getBoundingClientRect()
					return top > 0 && bottom < innerHeight
				}
				return false
			}, words),
		)
		.toBe(true)
}

test('a file that is opened by the desktop entry is read, in the window that is there', async ({
	reader,
	start,
}) => {
	const { page } = await start()
	await expect(page.getByRole('button', { name: 'Look at the sample library' })).toBeVisible()
	expect(await launchAs(reader, 'gio', 'launch', entry, writeArticle(reader))).toBe(0)
	await expect(openText(page)).toContainText('Salt went up the river in flat boats.')
})

test('a file that is opened by the desktop entry starts the program', async ({ reader }) => {
	expect(await launchAs(reader, 'gio', 'launch', entry, writeArticle(reader))).toBe(0)
	await expect.poll(() => windowsTitled('Salt roads – Commonplace')).toBe(1)
})

test('a link that was copied leads to its passage, in the window that is there', async ({
	reader,
	start,
}) => {
	const { page } = await start()
	const link = await copiedLink(page)
	await page.keyboard.press('Alt+1')
	await expect(openText(page)).toBeHidden()
	expect(await launchAs(reader, 'xdg-open', link)).toBe(0)
	await expectAtPassage(page)
})

test('a link that was copied starts the program, and leads to its passage', async ({ reader, start }) => {
	const program = await start()
	const link = await copiedLink(program.page)
	await program.end()
	// The reader's own entry, which differs only in that the window can be watched.
	const text = readFileSync(entry, 'utf8')
	const watched = text.replace(/^Exec=\S+/m, '$& --remote-debugging-port=0')
	expect(watched).not.toBe(text)
	writeAs(reader, join(reader.home, '.local/share/applications/commonplace.desktop'), watched)
	const portFile = join(reader.home, '.config/commonplace/chromium/DevToolsActivePort')
	rmSync(portFile, { force: true })
	// It goes on as long as what it started.
	const opened = launchAs(reader, 'xdg-open', link)
	await expect.poll(() => existsSync(portFile)).toBe(true)
	const [port] = readFileSync(portFile, 'utf8').split('\n')
	const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
	const [context] = browser.contexts()
	const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
	if (!page) throw new Error('There is no window.')
	await expectAtPassage(page)
	await page.close()
	expect(await opened).toBe(0)
	await browser.close()
})

test('the command line is there, without a window', async ({ reader, folder }) => {
	const commonplace = (...words: readonly string[]) =>
		runAs(reader, 'commonplace', words, { DISPLAY: '', COMMONPLACE_LIBRARY: join(folder, 'library') })
	expect(await commonplace('--version')).toEqual({ code: 0, out: `commonplace ${version}\n`, complaints: '' })
	const help = await commonplace('--help')
	expect(help).toMatchObject({ code: 0, complaints: '' })
	expect(help.out).toContain('import')
	const imported = await commonplace('import', writeArticle(reader))
	expect(imported).toMatchObject({ code: 0, complaints: '' })
	const [, id = ''] = /^added (\S+)\t.+\n$/.exec(imported.out) ?? []
	expect((await commonplace('text', id)).out).toContain('Salt went up the river in flat boats.')
	expect((await commonplace('text', 'nothing')).code).toBe(1)
	expect((await commonplace('sing')).code).not.toBe(0)
})

test('icons of all sizes, the entry, and what software centres show are in their places', async ({
	reader: _,
}) => {
	const files = new Set(installedFiles())
	for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
		expect(files).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/commonplace.png`)
	expect(files).toContain('/usr/share/icons/hicolor/scalable/apps/commonplace.svg')
	expect(files).toContain('/usr/share/man/man1/commonplace.1.gz')
	expect(files).toContain('/usr/bin/commonplace')
	run('desktop-file-validate', entry)
	const metainfo = [...files].filter((path) => path.startsWith('/usr/share/metainfo/'))
	expect(metainfo).toHaveLength(1)
	run('appstreamcli', 'validate', '--no-net', ...metainfo)
	// Machines may be told to go without manuals.
	const changed = run('dpkg', '--verify', 'commonplace')
		.split('\n')
		.filter((line) => !/\/(man|doc)\/|^$/.test(line))
	expect(changed).toEqual([])
	const astray = [...files].filter((path) => !/^\/usr\/(lib\/commonplace|bin|share)\//.test(path))
	expect(astray).toEqual([])
})

test('installing it makes it the default of nothing but its own links', async ({ reader }) => {
	const types = ['application/pdf', 'application/epub+zip', 'text/html', 'text/plain', 'text/markdown']
	const defaults = async () => {
		const asked = types.map(async (type) => (await runAs(reader, 'xdg-mime', ['query', 'default', type])).out)
		return Promise.all(asked)
	}
	purge()
	const viewer = `[Desktop Entry]\nType=Application\nName=Stand-in\nExec=true %F\nMimeType=${types.join(';')};\n`
	writeAs(reader, join(reader.home, '.local/share/applications/stand-in.desktop'), viewer)
	await runAs(reader, 'xdg-mime', ['default', 'stand-in.desktop', ...types])
	const before = await defaults()
	expect(before).toEqual(types.map(() => 'stand-in.desktop\n'))
	const chosen = join(reader.home, '.config/mimeapps.list')
	const written = readFileSync(chosen, 'utf8')

	ensureInstalled()
	expect(await defaults()).toEqual(before)
	const links = await runAs(reader, 'xdg-mime', ['query', 'default', 'x-scheme-handler/commonplace'])
	expect(links.out).toBe('commonplace.desktop\n')
	expect(await launchAs(reader, 'gio', 'launch', entry, writeArticle(reader))).toBe(0)
	await expect.poll(() => windowsTitled('Salt roads – Commonplace')).toBe(1)
	expect(await defaults()).toEqual(before)
	expect(readFileSync(chosen, 'utf8')).toBe(written)
})
