import { html } from 'lit'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { defaultSettings } from '../../../corpus/settings.ts'
import { followLook } from '../../../renderer/state/look.ts'
import { fixedKeys } from '../../../renderer/views/frame/fixedkeys.ts'
import { detailsText } from '../../../renderer/views/help/details.ts'
import { newsText } from '../../../renderer/views/help/news.ts'
import { helpPages, linkedPage } from '../../../renderer/views/help/pages.ts'
import { tellUpdate } from '../../../renderer/views/help/updatenotice.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { type Answers, documentRow, info, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const about = {
	version: '0.2.0',
	parts: [
		{ name: 'Electron', version: '45.4.1' },
		{ name: 'SQLite', version: '3.54.1' },
	],
	libraryFormat: 2,
	licencesFolder: '/usr/lib/commonplace',
}

async function help(answers: Answers = {}) {
	const state = testState(testBridge({ 'program.about': () => about, ...answers }))
	await state.start()
	draw(html`<cp-frame .state=${state}></cp-frame>`)
	await drawn()
	await userEvent.keyboard('{F1}')
	await drawn()
	return state
}

const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
const list = () => page.getByRole('navigation', { name: 'Help' })

describe('the help', () => {
	it('opens with F1 on the guide, is read to its end, and goes with Esc', async () => {
		const state = await help()
		await expect.element(heading('First steps')).toBeVisible()
		await page.getByRole('button', { name: 'Next: Adding documents' }).click()
		await expect.element(heading('Adding documents')).toBeVisible()
		await userEvent.keyboard('{Escape}')
		expect(state.router.route.view).toBe('library')
	})

	it('rings its text for who goes there by keyboard, not for who opens the help', async () => {
		await help()
		const text = () => deep(document.body, 'cp-help-view', '.page')
		const outline = () => getComputedStyle(text()).outlineStyle
		expect(text().matches(':focus')).toBe(true)
		expect(outline()).toBe('none')
		await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Tab}')
		expect(text().matches(':focus')).toBe(true)
		expect(outline()).toBe('solid')
	})

	it('follows its links, and comes back to the same spot', async () => {
		const state = await help()
		state.router.go({ view: 'help', page: 'library' })
		await drawn()
		const text = document.querySelector('cp-help-view')?.shadowRoot?.querySelector('.page')
		text?.scrollTo(0, 40)
		await page.getByRole('link', { name: 'About Commonplace' }).click()
		await expect.element(heading('About Commonplace')).toBeVisible()
		state.router.back()
		await expect.element(heading('Your library')).toBeVisible()
		await drawn()
		expect(text?.scrollTop).toBe(40)
	})

	it('shows the keys that the reader has chosen', async () => {
		const keys = { 'palette.open': ['Ctrl+Shift+k'], 'help.guide': ['F1'], 'history.undo': [] }
		const state = await help({ 'settings.get': () => ({ ...defaultSettings, keys }) })
		const key = page.getByTitle('Search or command', { exact: true })
		await expect.element(key).toHaveTextContent('Ctrl Shift K')
		await expect.element(page.getByTitle('Undo', { exact: true })).toHaveTextContent('no key')
		state.router.go({ view: 'help', page: 'shortcuts' })
		await drawn()
		const sheet = deep(document.body, 'cp-help-view', 'cp-shortcut-list').shadowRoot?.textContent
		expect(sheet?.replace(/\s+/g, ' ')).toContain('Search or command Ctrl Shift K')
	})

	it('lists the keys of lists, and those of the window where there is one of our own', async () => {
		const state = await help()
		state.router.go({ view: 'help', page: 'shortcuts' })
		await drawn()
		const text = () => deep(document.body, 'cp-help-view', 'cp-shortcut-list').shadowRoot?.textContent ?? ''
		expect(text().replace(/\s+/g, ' ')).toContain('Rename the theme F2')
		expect(text()).not.toContain('Full screen')
		const of = (platform: string) =>
			fixedKeys('desktop', platform).flatMap(({ lines }) =>
				lines.map(({ title, keys }) => `${title} ${keys}`),
			)
		expect(of('Linux x86_64')).toEqual(expect.arrayContaining(['Full screen F11', 'Quit Ctrl+q']))
		expect(of('Win32')).not.toContain('Quit Ctrl+q')
		expect(of('MacIntel')).toContain('Full screen ⌃⌘F')
	})

	it('follows the size of the text, and the keys that change it', async () => {
		const state = await help()
		onTestFinished(followLook(document.documentElement, state.settings, matchMedia('print')))
		const text = deep(document.body, 'cp-help-view', 'cp-guide-text', '.markdown')
		const size = () => Number.parseFloat(getComputedStyle(text).fontSize)
		const before = size()
		await userEvent.keyboard('{Control>}={/Control}')
		expect(state.settings.value.type.size).toBe(defaultSettings.type.size + 1)
		await drawn()
		expect(size()).toBeGreaterThan(before)
	})

	it('is leafed through by arrows', async () => {
		await help()
		await list().getByRole('button', { name: 'Themes' }).click()
		await userEvent.keyboard('{ArrowDown}{Enter}')
		await expect.element(heading('Notes and passages')).toBeVisible()
		await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}')
		await expect.element(heading('Reading and highlighting')).toBeVisible()
	})

	it('has a list to choose from where there is no room for one at the side', async () => {
		await page.viewport(640, 480)
		await help()
		await expect.element(list()).not.toBeInTheDocument()
		await page.getByLabelText('Page of the help').selectOptions('What’s new')
		await expect.element(heading('What’s new')).toBeVisible()
	})

	it.each(['light', 'sepia', 'dark'] as const)('is accessible in %s', async (scheme) => {
		const state = await help({ 'settings.get': () => ({ ...defaultSettings, scheme }) })
		document.documentElement.dataset['scheme'] = scheme
		// Colours are the same in every chapter, what stands in it is not.
		const shown = scheme === 'light' ? helpPages : helpPages.slice(-3)
		for (const { id } of shown) {
			state.router.go({ view: 'help', page: id })
			await drawn()
			await expectNoViolations()
		}
	})
})

describe('About', () => {
	it('says versions, where the library lies, and where the licences of the runtime are', async () => {
		const state = await help()
		state.router.go({ view: 'help', page: 'about' })
		for (const text of ['45.4.1', '3.54.1', '/home/reader/Test', '/usr/lib/commonplace'])
			await expect.element(page.getByText(text, { exact: true })).toBeVisible()
	})

	it('opens the licence of each component, and finds one among many', async () => {
		const state = await help()
		state.router.go({ view: 'help', page: 'about' })
		await expect.element(page.getByText('2 components')).toBeVisible()
		await page.getByText('Lamp').click()
		await expect.element(page.getByText('You may carry the lamp.')).toBeVisible()
		await page.getByLabelText('Filter components').fill('rope')
		await expect.element(page.getByText('1 component', { exact: true })).toBeVisible()
		await expect.element(page.getByText('Lamp')).not.toBeInTheDocument()
		await userEvent.keyboard('{Escape}')
		await expect.element(page.getByText('2 components')).toBeVisible()
		await userEvent.keyboard('{Escape}')
		expect(state.router.route.view).toBe('library')
	})

	it('gives details for a report that say nothing of what is read', () => {
		const text = detailsText(about, info, 'Browser on System')
		expect(text).toBe(
			'Commonplace 0.2.0 (browser)\nElectron 45.4.1\nSQLite 3.54.1\nLibrary: format 2, 24 documents, 118 passages, 9 notes\nSystem: Browser on System',
		)
		expect(text).not.toContain(info.folder)
	})
})

describe('What’s new', () => {
	it('is told in plain words', () => {
		const releases = [
			{ version: null, features: [], fixes: ['Late.'] },
			{ version: '0.2.0', features: ['One.', 'Two.'], fixes: [] },
		]
		expect(newsText(releases)).toBe(
			'# What’s new\n\n## Not released yet\n\n### Fixed\n\n- Late.\n\n## Version 0.2.0\n\n### New\n\n- One.\n- Two.',
		)
	})

	it('is offered once after an update', async () => {
		const state = await help({
			'program.takeUpdate': () => '0.2.0',
			'documents.list': () => [documentRow('A lamp')],
		})
		await userEvent.keyboard('{Escape}')
		await tellUpdate(state)
		await expect.element(page.getByText('Commonplace was updated to 0.2.0.').first()).toBeVisible()
		await page.getByRole('button', { name: 'What’s new' }).click()
		await expect.element(heading('What’s new')).toBeVisible()
	})

	it('is not pressed on who has nothing in the library yet, or has read it', async () => {
		const fresh = await help({ 'program.takeUpdate': () => '0.2.0' })
		await tellUpdate(fresh)
		expect(fresh.toasts.all).toEqual([])
		const known = await help({
			'program.takeUpdate': () => null,
			'documents.list': () => [documentRow('A lamp')],
		})
		await tellUpdate(known)
		expect(known.toasts.all).toEqual([])
	})
})

it('knows its own links, and no others', () => {
	expect(linkedPage('themes.md')).toBe('themes')
	expect(linkedPage('help:about')).toBe('about')
	for (const href of ['https://example.org', 'nothing.md', 'help:themes', '__proto__.md'])
		expect(linkedPage(href)).toBeNull()
})
