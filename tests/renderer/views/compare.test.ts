import { html } from 'lit'
import { beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { Passage } from '../../../corpus/entities.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { documentRow, highlight, id, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const passage = (name: string, document: string, theme: string): Passage => ({
	highlight: {
		...highlight(name, 0, 5, document),
		taggings: [{ theme: id(theme), coder: id('me'), at: 0, weight: null }],
	},
	documentTitle: document,
	before: '',
	after: '',
	place: { page: null, heading: null, paragraph: 1 },
})

async function open(dark = false) {
	const bridge = testBridge({
		'documents.list': () => [
			documentRow('A day in Hanoi', { id: id('hanoi') }),
			documentRow('Biên Hòa', { id: id('bien') }),
		],
		'passages.find': () => [
			passage('1', 'hanoi', 'Tariffs, anti-dumping'),
			passage('2', 'hanoi', 'Trade and investment'),
			passage('3', 'bien', 'War legacies'),
		],
	})
	const state = testState(bridge)
	await state.start()
	state.router.go({ view: 'compare' })
	const place = draw(html`<cp-frame .state=${state}></cp-frame>`, dark ? 'dark' : 'light')
	await drawn()
	const root = deep(place, 'cp-compare-view', 'cp-theme-matrix').shadowRoot
	if (!root) throw new Error('The matrix has no tree of its own.')
	return { state, root }
}

it('counts themes with those below, and every number opens its passages', async () => {
	const { state, root } = await open()
	const [first] = root.querySelectorAll('tbody tr')
	expect([...(first?.children ?? [])].map((cell) => cell.textContent?.trim())).toEqual([
		'A day in Hanoi',
		'2',
		'–',
		'2',
	])
	first?.querySelector<HTMLElement>('td button')?.click()
	expect(state.router.route).toEqual({
		view: 'passages',
		query: { theme: 'Trade and investment', below: true, document: 'hanoi' },
	})
})

it.each([false, true])('has nothing for axe to find, dark: %s', async (dark) => {
	await open(dark)
	await expectNoViolations()
})
