import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DocumentTable } from '../../../renderer/elements/documenttable.ts'
import { deepActiveElement } from '../../../renderer/elements/menu.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { type Answers, documentRow, id, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const vietnamese = 'Thông cáo về chuyến thăm và làm việc tại Hà Nội của đoàn Hoa Kỳ'
const rows = [
	documentRow('Two days in Hanoi', { id: id('hanoi'), status: 'reading', highlights: 14, addedAt: 5 }),
	documentRow(vietnamese, { id: id('cao'), status: 'done', highlights: 9, addedAt: 4 }),
	documentRow('Anti-dumping for beginners', { id: id('dumping'), queue: 2, addedAt: 3 }),
	documentRow('Code of conduct', { id: id('code'), queue: 1, addedAt: 2, collections: [id('april')] }),
	documentRow('Joint statements compared', { id: id('joint'), queue: 3, addedAt: 1 }),
]

async function open(answers: Answers = {}, scheme: 'light' | 'dark' = 'light') {
	const bridge = testBridge({
		'documents.list': () => rows,
		'collections.list': () => [{ id: id('april'), name: 'April visit', documents: 1 }],
		'documents.status': () => null,
		'documents.remove': () => null,
		'documents.edit': () => null,
		'documents.queue': () => null,
		'collections.add': () => null,
		'collections.create': () => id('new'),
		...answers,
	})
	const state = testState(bridge)
	await state.start()
	const place = draw(html`<cp-frame .state=${state}></cp-frame>`, scheme)
	await drawn()
	const view = deep(place, 'cp-library-view')
	const root = view.shadowRoot
	if (!root) throw new Error('The view has no tree of its own.')
	return { bridge, state, root, table: () => deep<DocumentTable>(root, 'cp-document-table') }
}

const shownTitles = (table: DocumentTable) =>
	[...(table.shadowRoot?.querySelectorAll<HTMLElement>('.body .row') ?? [])]
		.toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
		.map((row) => row.querySelector('.title')?.textContent?.trim())

const callsOf = (bridge: ReturnType<typeof testBridge>, method: string) =>
	bridge.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('library view', () => {
	it('shows what was added last first, with the keyboard in the table', async () => {
		const { table } = await open()
		expect(shownTitles(table())[0]).toBe('Two days in Hanoi')
		expect(deepActiveElement()?.getAttribute('role')).toBe('grid')
	})

	it('filters as one types, wherever the keyboard is in the view', async () => {
		const { table } = await open()
		await userEvent.keyboard('thong cao')
		await drawn()
		expect(shownTitles(table())).toEqual([vietnamese])
	})

	it('opens a title where a selection would bring the bar under the pointer', async () => {
		const { root, state } = await open()
		await page.viewport(683, 300)
		await drawn()
		const title = page.getByText('Two days in Hanoi')
		title.element().dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true }))
		await drawn()
		expect(root.querySelector('cp-bulk-bar')).toBeNull()
		await title.click()
		expect(state.router.route).toEqual({ view: 'reading', document: 'hanoi' })
	})

	it('selects by keyboard, opens with Enter', async () => {
		const { root, state } = await open()
		await userEvent.keyboard('{ArrowDown} {Shift>}{ArrowDown}{/Shift}')
		await drawn()
		expect(deep(root, 'cp-bulk-bar', '.count').textContent).toBe('2 documents selected')
		await userEvent.keyboard('{Escape}')
		await drawn()
		expect(root.querySelector('cp-bulk-bar')).toBeNull()
		await userEvent.keyboard('{Home}{Enter}')
		expect(state.router.route).toEqual({ view: 'reading', document: 'hanoi' })
	})

	it('moves in the queue with Alt and arrows', async () => {
		const { bridge, root, table } = await open()
		;[...root.querySelectorAll<HTMLElement>('.tabs button')][1]?.click()
		await drawn()
		expect(shownTitles(table())).toEqual([
			'Code of conduct',
			'Anti-dumping for beginners',
			'Joint statements compared',
		])
		table().focus()
		await userEvent.keyboard('{Home}{Alt>}{ArrowDown}{/Alt}')
		expect(callsOf(bridge, 'documents.queue')).toEqual([{ id: 'code', before: 'joint' }])
	})

	it('removes what is selected without a question, and offers to undo it', async () => {
		const { bridge, state } = await open()
		await userEvent.keyboard(' {Delete}')
		await drawn()
		expect(callsOf(bridge, 'documents.remove')).toEqual([{ ids: ['hanoi'] }])
		expect(state.toasts.all.at(-1)?.action?.label).toBe('Undo')
	})

	it('edits only touched fields of many documents', async () => {
		const { bridge, state } = await open()
		await userEvent.keyboard('{Control>}a{/Control}')
		await drawn()
		state.commands.run('document.metadata')
		await drawn()
		const dialog = deep(document, 'cp-frame', 'cp-metadata-dialog').shadowRoot
		const title = dialog?.querySelector<HTMLInputElement>('#field-title')
		const language = dialog?.querySelector<HTMLInputElement>('#field-language')
		expect(title?.placeholder).toBe('several')
		expect(title?.value).toBe('')
		await userEvent.fill(language ?? document.body, 'vi')
		await userEvent.keyboard('{Enter}')
		await drawn()
		expect(callsOf(bridge, 'documents.edit')).toEqual([
			{ ids: rows.map((row) => row.id), patch: { language: 'vi' } },
		])
	})

	it('marks a wrong field of metadata, leads to it, and asks before it drops what was typed', async () => {
		const { bridge, state } = await open()
		await userEvent.keyboard(' ')
		state.commands.run('document.metadata')
		await drawn()
		const dialog = deep(document, 'cp-frame', 'cp-metadata-dialog').shadowRoot
		if (!dialog) throw new Error('The dialog has no tree of its own.')
		const address = deep<HTMLInputElement>(dialog, '#field-URL')
		await userEvent.fill(address, 'javascript:alert(1)')
		await drawn()
		expect(address.getAttribute('aria-invalid')).toBe('true')
		await expectNoViolations()
		deep(dialog, '#field-title').focus()
		deep(dialog, 'button.primary').click()
		await drawn()
		expect(deepActiveElement()).toBe(address)
		expect(callsOf(bridge, 'documents.edit')).toEqual([])
		await userEvent.keyboard('{Escape}')
		await drawn()
		const [, question] = state.dialogs.open
		if (question?.kind !== 'confirmation') throw new Error('Nothing was asked.')
		question.close(false)
		await drawn()
		expect(address.value).toBe('javascript:alert(1)')
		await userEvent.fill(address, '')
		await userEvent.keyboard('{Escape}')
		await drawn()
		expect(state.dialogs.open).toEqual([])
	})

	it('has room for the bar of what is selected, so that a second click meets the same row', async () => {
		const many = Array.from({ length: 100 }, (_, i) => documentRow(`Document ${i}`, { addedAt: -i }))
		const { root, table } = await open({ 'documents.list': () => many })
		const before = table().getBoundingClientRect()
		await userEvent.keyboard(' ')
		await drawn()
		expect(table().getBoundingClientRect()).toEqual(before)
		const bar = deep(root, 'cp-bulk-bar').getBoundingClientRect()
		expect(bar.top).toBeGreaterThanOrEqual(before.bottom)
	})

	it('begins at the document that was read when the reader comes back', async () => {
		const { state } = await open()
		state.router.go({ view: 'reading', document: id('dumping') })
		await drawn()
		state.router.go({ view: 'library' })
		await drawn()
		expect(deepActiveElement()?.getAttribute('aria-activedescendant')).toBe('row-dumping')
	})

	it('lets one name a new collection at once', async () => {
		const { root } = await open()
		await userEvent.keyboard(' ')
		await drawn()
		;[...root.querySelectorAll('cp-bulk-bar button')]
			.find((button) => button.textContent?.includes('Collection'))
			?.dispatchEvent(new MouseEvent('click'))
		await drawn()
		await userEvent.keyboard('May')
		const field = deepActiveElement()
		expect(field instanceof HTMLInputElement && field.value).toBe('May')
	})

	it('says on the first run where files are kept', async () => {
		const { root } = await open({ 'documents.list': () => [] })
		expect(root.querySelector('.where')?.textContent).toContain('/home/reader/Test')
		await expectNoViolations()
	})

	it('stays smooth with ten thousand documents: only rows in sight are in the page', async () => {
		const many = Array.from({ length: 10_000 }, (_, i) => documentRow(`Document ${i}`, { addedAt: -i }))
		const { table } = await open({ 'documents.list': () => many })
		const grid = table().shadowRoot?.querySelector('.grid')
		expect(grid?.getAttribute('aria-rowcount')).toBe('10001')
		expect(shownTitles(table()).length).toBeLessThan(60)
		await userEvent.keyboard('{End}')
		await drawn()
		expect(shownTitles(table())).toContain('Document 9999')
	})

	it.each(['light', 'dark'] as const)('has nothing for axe to find, %s', async (scheme) => {
		const { table } = await open({}, scheme)
		table().focus()
		await userEvent.keyboard(' ')
		await drawn()
		await expectNoViolations()
	})

	it('neither clips the page nor pushes it with long names at 200 %', async () => {
		await page.viewport(683, 384)
		const { root } = await open()
		const { host } = root
		expect(host.scrollWidth).toBeLessThanOrEqual(host.clientWidth)
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683)
	})
})
