import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Rereading } from '../../../preload/calls/documents.ts'
import { allOutdated, reread } from '../../../renderer/views/library/rereading.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { documentRow, id, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const ready: Rereading = {
	kind: 'ready',
	document: id('a'),
	title: 'A day in Hanoi',
	version: id('v2'),
	exact: 12,
	moved: 1,
	left: 1,
	quotes: ['Nobody went out.'],
}

async function open(readings: readonly Rereading[]) {
	const bridge = testBridge({
		'documents.list': () => [
			documentRow('A day in Hanoi', { id: id('a'), outdated: true }),
			documentRow('Up to date', { id: id('b') }),
		],
		'reread.preview': ({ password }) => ({
			readings: password === 'open' ? [ready] : readings,
			cancelled: false,
		}),
		'reread.apply': () => 13,
		'history.list': () => [],
	})
	const state = testState(bridge)
	await state.start()
	const frame = deep(draw(html`<cp-frame .state=${state}></cp-frame>`), 'cp-frame')
	await drawn()
	const done = reread(state, allOutdated(state))
	await drawn()
	const dialog = (name: string) => deep(frame.shadowRoot ?? frame, name).shadowRoot ?? frame
	const callsOf = (method: string) =>
		bridge.calls.filter((call) => call.method === method).map(({ input }) => input)
	return { state, done, dialog, callsOf }
}

describe('reading again', () => {
	it('says what becomes of each highlight, and does it when the reader agrees', async () => {
		const { state, done, dialog, callsOf } = await open([ready])
		expect(callsOf('reread.preview')).toMatchObject([{ documents: ['a'] }])
		const lines = [...dialog('cp-reread-dialog').querySelectorAll('li p, li blockquote')].map((line) =>
			line.textContent?.trim(),
		)
		expect(lines).toEqual([
			'12 highlights stay where they are.',
			'1 highlight goes along with its words.',
			expect.stringContaining('1 highlight has no sure place'),
			'Nobody went out.',
		])
		await expectNoViolations()
		deep(dialog('cp-reread-dialog'), 'button.primary').click()
		await done
		expect(callsOf('reread.apply')).toEqual([{ versions: ['v2'] }])
		expect(state.toasts.all.map(({ text }) => text)).toEqual([
			'Read 1 document again. 1 highlight is kept without a place.',
		])
	})

	it('changes nothing when the reader thinks better of it', async () => {
		const { done, dialog, callsOf } = await open([ready])
		deep(dialog('cp-reread-dialog'), 'button').click()
		await done
		expect(callsOf('reread.apply')).toEqual([])
	})

	it('says in one line when nothing changes', async () => {
		const { state, done } = await open([{ kind: 'same', document: id('a'), title: 'A' }])
		await done
		expect(state.toasts.all.map(({ text }) => text)).toEqual([
			'The newer importer reads it just as before: nothing changes.',
		])
	})

	it('asks for the password of a locked original', async () => {
		const locked: Rereading = { kind: 'locked', document: id('a'), title: 'A', reason: 'It is locked.' }
		const { dialog } = await open([locked])
		const field = deep<HTMLInputElement>(dialog('cp-password-dialog'), 'input')
		field.value = 'open'
		deep(dialog('cp-password-dialog'), 'button.primary').click()
		await drawn()
		expect(dialog('cp-reread-dialog').querySelectorAll('li.ready')).toHaveLength(1)
	})

	it('is offered only where a newer importer is there', async () => {
		const { state } = await open([ready])
		expect(state.commands.isEnabled('library.reread')).toBe(true)
	})
})
