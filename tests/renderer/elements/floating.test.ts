import { html } from 'lit'
import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { confirmation } from '../../../renderer/elements/confirmation.ts'
import { deepActiveElement, type MenuEntry } from '../../../renderer/elements/menu.ts'
import '../../../renderer/elements/joblist.ts'
import '../../../renderer/elements/toastlist.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { id } from '../support/testbridge.ts'

const label = () => deepActiveElement()?.textContent.trim().replace(/\s+/g, ' ')

async function menu() {
	const ran: string[] = []
	const closed = vi.fn()
	const item = (name: string, more: object = {}): MenuEntry => ({
		kind: 'item',
		label: name,
		run: () => ran.push(name),
		...more,
	})
	const place = draw(html`<button>Opener</button>`)
	deep(place, 'button').focus()
	const menu = draw(html`<cp-menu
		label="Test"
		.at=${deep(place, 'button')}
		.entries=${[item('Rename'), { kind: 'separator' }, item('Move', { disabled: true }), item('Merge', { checked: true }), item('Delete')]}
		@cp-close=${closed}
	></cp-menu>`)
	await drawn()
	return { ran, closed, place, menu }
}

it('moves through a menu by arrows and letters, past what is disabled', async () => {
	const { ran, closed } = await menu()
	expect(label()).toBe('Rename')
	await userEvent.keyboard('{ArrowDown}')
	expect(label()).toBe('Merge')
	await userEvent.keyboard('{End}')
	expect(label()).toBe('Delete')
	await userEvent.keyboard('{ArrowDown}m')
	expect(label()).toBe('Merge')
	await userEvent.keyboard('{Enter}')
	expect(ran).toEqual(['Merge'])
	expect(closed).toHaveBeenCalled()
})

it('gives the focus back when a menu closes', async () => {
	const { ran, closed } = await menu()
	await userEvent.keyboard('{Escape}')
	expect(closed).toHaveBeenCalledOnce()
	expect(label()).toBe('Opener')
	expect(ran).toEqual([])
})

it('keeps a menu inside the window', async () => {
	const place = draw(html`<cp-menu
		label="Test"
		.at=${{ x: window.innerWidth - 2, y: window.innerHeight - 2 }}
		.entries=${[{ kind: 'item', label: 'Rename', run: () => undefined }]}
	></cp-menu>`)
	await drawn()
	const box = deep(place, 'cp-menu', '.menu').getBoundingClientRect()
	expect(box.right).toBeLessThanOrEqual(window.innerWidth)
	expect(box.bottom).toBeLessThanOrEqual(window.innerHeight)
})

it('answers a dangerous question with no unless the reader says yes', async () => {
	const close = vi.fn()
	const question = { heading: 'Delete?', text: 'It can be undone.', action: 'Delete', danger: true }
	const place = draw(confirmation(question, close))
	await drawn()
	expect(label()).toBe('Cancel')
	await expectNoViolations(place)
	await userEvent.keyboard('{Escape}')
	expect(close).toHaveBeenCalledExactlyOnceWith()
	await userEvent.keyboard('{Tab}{Enter}')
	expect(close).toHaveBeenLastCalledWith(true)
})

it('shows work that goes on, and lets it be stopped', async () => {
	const stopped: string[] = []
	const place = draw(html`<cp-job-list
		.jobs=${[{ id: id('j'), label: 'Reading a.md', done: 3, total: 12, stopping: false }]}
		@job-cancel=${(event: HTMLElementEventMap['job-cancel']) => stopped.push(event.job)}
	></cp-job-list>`)
	await drawn()
	expect(deep(place, 'cp-job-list', 'section').ariaLabel).toBe('Work that goes on')
	expect(deep<HTMLProgressElement>(place, 'cp-job-list', 'progress').position).toBeCloseTo(0.25)
	deep(place, 'cp-job-list', 'button').click()
	expect(stopped).toEqual(['j'])
	await expectNoViolations(place)
})

it('says how far long work is, however long the name of what it is at', async () => {
	const label = 'A report whose name is far longer than the sidebar is wide.pdf'
	const place = draw(html`<cp-job-list
		style="width: 200px"
		.jobs=${[{ id: id('job'), label, done: 71, total: 200, stopping: false }]}
	></cp-job-list>`)
	await drawn()
	const numbers = deep(place, 'cp-job-list', '.numbers')
	expect(numbers.textContent).toBe('71 of 200')
	const { left, right } = deep(place, 'cp-job-list', 'progress').getBoundingClientRect()
	expect(right - left).toBeLessThan(200)
	expect(numbers.getBoundingClientRect().left).toBeGreaterThan(left)
	expect(numbers.getBoundingClientRect().right).toBeLessThanOrEqual(right)
})

it.each(['light', 'sepia', 'dark'] as const)(
	'shows messages with what can be done, in %s',
	async (scheme) => {
		const undo = vi.fn()
		const dismissed: number[] = []
		const place = draw(
			html`<cp-toast-list
			.toasts=${[
				{ id: 1, kind: 'done', text: 'Deleted the theme.', action: { label: 'Undo', run: undo } },
				{ id: 2, kind: 'error', text: 'The disk is full. Nothing was changed.', action: null },
			]}
			@toast-dismiss=${(event: HTMLElementEventMap['toast-dismiss']) => dismissed.push(event.toast)}
		></cp-toast-list>`,
			scheme,
		)
		await drawn()
		await expectNoViolations(place)
		expect(deep(place, 'cp-toast-list', '[role=alert]').textContent).toContain('disk is full')
		deep(place, 'cp-toast-list', '.action').click()
		expect(undo).toHaveBeenCalledOnce()
		expect(dismissed).toEqual([1])
	},
)
