import { html } from 'lit'
import { beforeEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DocumentDetail } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import { defaultSettings } from '../../../corpus/settings.ts'
import type { SearchResult } from '../../../preload/calls/search.ts'
import { deepActiveElement } from '../../../renderer/elements/menu.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import {
	type Answers,
	changed,
	documentRow,
	id,
	testBridge,
	testState,
	theme,
} from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

const found: SearchResult = {
	groups: [
		{
			document: id('hanoi'),
			title: 'A day in Hanoi',
			total: 12,
			hits: [
				{
					kind: 'text',
					start: 40,
					end: 46,
					snippet: { text: 'the clean-up of dioxin at the air base', hits: [{ start: 16, end: 22 }] },
					place: { page: null, heading: 'What stays', paragraph: 1 },
				},
			],
		},
	],
	themes: [],
	notes: [],
	documents: 1,
	problem: null,
}

const rows = [
	documentRow('A day in Hanoi', { id: id('hanoi'), openedAt: 2 }),
	documentRow('Biên Hòa after the fences', { id: id('bien-hoa'), openedAt: 1 }),
]

beforeEach(() => page.viewport(1366, 768))

const detail: DocumentDetail = {
	...documentRow('A day in Hanoi'),
	version: id('v'),
	position: null,
	warnings: [],
	originalHash: '',
	originalBytes: 1,
	part: '',
}

async function frame(answers: Answers = {}) {
	const bridge = testBridge({ 'documents.list': () => rows, 'search.find': () => found, ...answers })
	const state = testState(bridge)
	const place = draw(html`<cp-frame .state=${state}></cp-frame>`)
	await state.start()
	await drawn()
	const element = deep(place, 'cp-frame')
	return { bridge, state, element, place }
}

const optionsOf = (element: HTMLElement) =>
	[
		...deep(element.shadowRoot ?? element, 'cp-palette', 'cp-option-list', '#list').querySelectorAll(
			'[role=option]',
		),
	].map((option) => option.textContent.trim().replace(/\s+/g, ' '))

it('finds passages as one types, and opens the place with Enter', async () => {
	const { state, element } = await frame()
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('dioxin')
	await drawn()
	expect(optionsOf(element)[0]).toBe('the clean-up of dioxin at the air base What stays, ¶ 1')
	await userEvent.keyboard('{Enter}')
	expect(state.router.route).toEqual({
		view: 'reading',
		document: 'hanoi',
		at: { kind: 'offset', offset: 40, end: 46 },
	})
	await drawn()
	await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
	expect(state.router.route.view).toBe('library')
})

it('finds documents and themes without their diacritics', async () => {
	const { element, state } = await frame({ 'search.find': () => ({ ...found, groups: [], documents: 0 }) })
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('bien')
	await drawn()
	expect(optionsOf(element).slice(0, 2)).toEqual(['Biên Hòa after the fences', 'Biển Đông 18'])
	await userEvent.keyboard('{ArrowDown}{Enter}')
	expect(state.router.route).toEqual({ view: 'passages', query: { theme: 'Biển Đông', below: true } })
})

it('finds documents by the names of their files', async () => {
	const scan = documentRow('however, did not last', { id: id('scan'), fileName: 'Siege_of_Vicksburg.pdf' })
	const { element } = await frame({
		'documents.list': () => [...rows, scan],
		'search.find': () => ({ ...found, groups: [], documents: 0 }),
	})
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('vicks')
	await drawn()
	expect(optionsOf(element)).toEqual(['however, did not last'])
})

it('runs commands from the palette', async () => {
	const { state, element } = await frame()
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('>compare')
	await drawn()
	expect(optionsOf(element)[0]).toBe('Compare Alt 4')
	await userEvent.keyboard('{Enter}')
	expect(state.router.route.view).toBe('compare')
})

it('shows no answer of an older search', async () => {
	const slow = Promise.withResolvers<SearchResult>()
	const { element } = await frame({
		'search.find': ({ query }) =>
			query.startsWith('slow') ? slow.promise : { ...found, groups: [], documents: 0 },
	})
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('slow')
	await userEvent.keyboard('er')
	await userEvent.clear(deep(element.shadowRoot ?? element, 'cp-palette', 'cp-option-list', 'input'))
	await userEvent.keyboard('zebra')
	slow.resolve(found)
	await drawn()
	expect(optionsOf(element)).toEqual([])
})

it('uses one job for all searches, so that a newer one ends the older', async () => {
	const { bridge } = await frame()
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	await userEvent.keyboard('abc')
	await drawn()
	const jobs = bridge.calls.flatMap(({ method, input }) =>
		method === 'search.find' && typeof input === 'object' && input && 'job' in input ? [input.job] : [],
	)
	expect(jobs.length).toBeGreaterThan(2)
	expect(new Set(jobs).size).toBe(1)
})

it('gives the focus back when the palette closes', async () => {
	const { element } = await frame()
	deep(element.shadowRoot ?? element, 'cp-sidebar', 'button').focus()
	await userEvent.keyboard('{Control>}k{/Control}')
	await drawn()
	expect(deepActiveElement()?.getAttribute('role')).toBe('combobox')
	await userEvent.keyboard('{Escape}')
	expect(deepActiveElement()?.textContent).toContain('Library')
})

it('stays in the document when Esc closes what lies over it', async () => {
	const { state, element } = await frame({ 'documents.get': () => ({ ...detail, id: id('hanoi') }) })
	state.router.go({ view: 'reading', document: id('hanoi') })
	await drawn()
	for (const command of ['palette.open', 'help.shortcuts'] as const) {
		state.commands.run(command)
		await drawn()
		await userEvent.keyboard('{Escape}')
		await drawn()
		expect(state.router.route.view).toBe('reading')
	}
	deep(element.shadowRoot ?? element, 'cp-top-bar', '[aria-label=Menu]').click()
	await drawn()
	await userEvent.keyboard('{Escape}')
	expect(state.router.route.view).toBe('reading')
	await userEvent.keyboard('{Escape}')
	expect(state.router.route.view).toBe('library')
})

it('keeps the place on one line, however long the title', async () => {
	const { state, element } = await frame({
		'documents.list': () => [
			documentRow('Short', { id: id('short') }),
			documentRow('A very long title '.repeat(30), { id: id('long') }),
		],
	})
	const height = async (name: string) => {
		state.router.go({ view: 'reading', document: id(name) })
		await drawn()
		return deep(element.shadowRoot ?? element, 'cp-top-bar', '.place').getBoundingClientRect().height
	}
	expect(await height('long')).toBe(await height('short'))
})

it('creates, renames and deletes themes in the sidebar', async () => {
	let themes = [theme('Trade', { highlights: 2 })]
	const { bridge, state, element } = await frame({
		'themes.list': () => themes,
		'themes.path': () => id('new'),
		'themes.edit': () => null,
		'themes.remove': () => null,
	})
	const root = element.shadowRoot ?? element
	deep(root, 'cp-sidebar', 'button.add').click()
	await drawn()
	await userEvent.keyboard('trade/tariffs{Enter}')
	expect(bridge.calls.at(-1)).toEqual({ method: 'themes.path', input: { path: 'trade/tariffs' } })
	deep(root, 'cp-sidebar', 'cp-theme-tree').focus()
	await userEvent.keyboard('{F2}Commerce{Enter}')
	expect(bridge.calls.at(-1)).toEqual({ method: 'themes.edit', input: { id: 'Trade', name: 'Commerce' } })
	themes = [theme('Trade', { name: 'Commerce', highlights: 2 })]
	bridge.say(changed({ themes: [id('Trade')] }))
	await drawn()
	deep(root, 'cp-sidebar', 'cp-theme-tree').focus()
	await userEvent.keyboard('{Delete}')
	await drawn()
	expect(deep(root, 'cp-dialog').textContent).toContain('Its 2 passages stay highlighted')
	deep(root, 'cp-dialog button.danger').click()
	await drawn()
	expect(bridge.calls.some(({ method }) => method === 'themes.remove')).toBe(true)
	expect(state.toasts.all).toMatchObject([
		{ text: 'Deleted the theme “Commerce”.', action: { label: 'Undo' } },
	])
})

it('undoes from the keyboard and says what was undone', async () => {
	const { state } = await frame({
		'history.undo': () => ({ id: id('s'), name: 'Highlight in “A day in Hanoi”', at: 0, state: 'undone' }),
		'history.redo': () => null,
	})
	await userEvent.keyboard('{Control>}z{/Control}')
	await drawn()
	expect(state.toasts.all).toMatchObject([{ text: 'Undone: Highlight in “A day in Hanoi”' }])
	await userEvent.keyboard('{Control>}y{/Control}')
	await drawn()
	expect(state.toasts.all.at(-1)?.text).toBe('There is nothing to redo.')
})

it('folds the sidebar, and lays it over a narrow window', async () => {
	const { element, bridge } = await frame({ 'settings.set': () => null })
	const root = element.shadowRoot ?? element
	await userEvent.keyboard('{Control>}b{/Control}')
	await drawn()
	expect(root.querySelector('cp-sidebar')).toBeNull()
	expect(bridge.calls.at(-1)).toEqual({ method: 'settings.set', input: { sidebar: false } })
	await page.viewport(900, 700)
	await drawn()
	deep(root, 'cp-top-bar', '[aria-label=Sidebar]').click()
	await drawn()
	expect(deepActiveElement()?.textContent).toContain('Library')
	await userEvent.keyboard('{Escape}')
	await drawn()
	expect(root.querySelector('cp-sidebar')).toBeNull()
})

it('tells of an error with its sentence', async () => {
	const { state, element } = await frame({
		'settings.set': () => {
			throw new UserError('read-only', 'The library cannot be written. Your settings stay as they were.')
		},
	})
	state.commands.run('scheme.next')
	await drawn()
	expect(deep(element.shadowRoot ?? element, 'cp-toast-list', '[role=alert]').textContent).toContain(
		'cannot be written',
	)
})

it.each(['light', 'sepia', 'dark'] as const)('is accessible in %s', async (scheme) => {
	const { state, place } = await frame({ 'settings.get': () => ({ ...defaultSettings, scheme }) })
	document.documentElement.dataset['scheme'] = scheme
	await drawn()
	await expectNoViolations(place)
	state.commands.run('palette.open')
	await drawn()
	await expectNoViolations(place)
	await userEvent.keyboard('{Escape}')
	state.commands.run('help.shortcuts')
	await drawn()
	await expectNoViolations(place)
})
