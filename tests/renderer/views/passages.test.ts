import { html } from 'lit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Note, Passage } from '../../../corpus/entities.ts'
import type { NoteId, ThemeId } from '../../../corpus/ids.ts'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import type { PassageList } from '../../../renderer/elements/passagelist.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { type Answers, changed, documentRow, id, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const passage = (
	name: string,
	quote: string,
	themes: readonly string[] = [],
	document = 'hanoi',
): Passage => ({
	highlight: {
		id: id(name),
		document: id(document),
		anchor: { version: id('v'), start: 0, end: 1, quote, prefix: '', suffix: '', occurrence: 0 },
		coder: id('me'),
		at: 0,
		placed: true,
		taggings: themes.map((theme) => ({ theme: id<'theme'>(theme), coder: id('me'), at: 0, weight: null })),
		note: null,
	},
	documentTitle: document === 'hanoi' ? 'Two days in Hanoi' : 'A call across the Pacific',
	before: 'He asked for',
	after: ', no more.',
	place: { page: null, heading: 'Trade', paragraph: 2 },
})

async function open(query: PassageQuery, passages: readonly Passage[], answers: Answers = {}, dark = false) {
	let here = [...passages]
	const bridge = testBridge({
		'documents.list': () => [documentRow('Two days in Hanoi', { id: id('hanoi') })],
		'passages.find': ({ toSort }) =>
			here.filter(({ highlight }) => !toSort || highlight.taggings.length === 0),
		'highlights.tag': ({ ids, theme }) => {
			const tagging = { theme: theme as ThemeId, coder: id<'coder'>('me'), at: 0, weight: null }
			here = here.map((each) =>
				ids.includes(each.highlight.id)
					? { ...each, highlight: { ...each.highlight, taggings: [...each.highlight.taggings, tagging] } }
					: each,
			)
			bridge.say(changed({ highlights: ids }))
			return null
		},
		'highlights.remove': ({ ids }) => {
			here = here.filter(({ highlight }) => !ids.includes(highlight.id))
			bridge.say(changed({ highlights: ids }))
			return null
		},
		'notes.create': () => id('note'),
		'notes.edit': () => null,
		...answers,
	})
	const state = testState(bridge)
	await state.start()
	state.router.go({ view: 'passages', query })
	const place = draw(html`<cp-frame .state=${state}></cp-frame>`, dark ? 'dark' : 'light')
	await drawn()
	const root = deep(place, 'cp-passages-view').shadowRoot
	if (!root) throw new Error('The view has no tree of its own.')
	const list = () => deep<PassageList>(root, 'cp-passage-list')
	return { bridge, state, root, list }
}

const three = [
	passage('one', 'restraint in duties', ['Partnership', 'Biển Đông']),
	passage('two', 'supply chains', []),
	passage('three', 'a drought', [], 'pacific'),
]

const callsOf = (bridge: ReturnType<typeof testBridge>, method: string) =>
	bridge.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('passages view', () => {
	it('groups passages under their documents and counts them', async () => {
		const { root, list } = await open({}, three)
		expect(deep(root, 'cp-query-chips', '.count').textContent).toBe('3 passages in 2 documents')
		const heads = [...(list().shadowRoot?.querySelectorAll('h2') ?? [])]
		expect(heads.map((head) => head.textContent?.trim())).toEqual([
			'Two days in Hanoi',
			'A call across the Pacific',
		])
	})

	it('moves with J and K and opens the place with Enter', async () => {
		const { list, state } = await open({}, three)
		await userEvent.keyboard('jj')
		await drawn()
		expect(list().active).toBe('three')
		await userEvent.keyboard('k{Enter}')
		expect(state.router.route).toEqual({
			view: 'reading',
			document: 'hanoi',
			at: { kind: 'highlight', highlight: 'two' },
		})
	})

	it('steps through To sort: what is tagged makes room for the next', async () => {
		const { bridge, list, root, state } = await open({ toSort: true }, three)
		expect(list().active).toBe('two')
		await userEvent.keyboard('1')
		await drawn()
		expect(callsOf(bridge, 'highlights.tag')).toEqual([{ ids: ['two'], theme: 'Partnership' }])
		expect(list().active).toBe('three')
		await userEvent.keyboard('r')
		await drawn()
		expect(root.querySelector('cp-empty-state')?.sentence).toMatch(/Nothing is left to sort/)
		expect(state.reading.recentThemes[0]).toBe('Partnership')
	})

	it('acts on all that is selected', async () => {
		const { bridge, list, state } = await open({}, three)
		await userEvent.keyboard('{Control>}a{/Control}{Delete}')
		await drawn()
		expect(callsOf(bridge, 'highlights.remove')).toEqual([{ ids: ['one', 'two', 'three'] }])
		expect(state.toasts.all.at(-1)?.text).toBe('Removed 3 highlights.')
		expect(() => list()).toThrow()
	})

	it('writes a note where the passage stands, saved on Esc', async () => {
		const { bridge, list } = await open({}, three)
		await userEvent.keyboard('n')
		await drawn()
		await userEvent.keyboard('Why *here*?')
		await userEvent.keyboard('{Escape}')
		await drawn()
		expect(callsOf(bridge, 'notes.create')).toEqual([
			expect.objectContaining({ target: { kind: 'highlight', id: 'one' } }),
		])
		// Slow typing is saved in more than one step.
		const saved = [...callsOf(bridge, 'notes.create'), ...callsOf(bridge, 'notes.edit')]
		expect(saved.at(-1)).toMatchObject({ body: 'Why *here*?' })
		expect(list().shadowRoot?.activeElement?.id).toBe('passage-one')
	})

	it('goes on with the same note when it is reopened before the library has it', async () => {
		const created = Promise.withResolvers<NoteId>()
		const { bridge, root } = await open({}, three, { 'notes.create': () => created.promise })
		await userEvent.keyboard('n')
		await drawn()
		await userEvent.keyboard('First{Escape}')
		await drawn()
		deep(root, 'cp-passage-list').focus()
		await userEvent.keyboard('n')
		await drawn()
		await userEvent.keyboard(' and more{Escape}')
		created.resolve(id('note'))
		await expect.poll(() => callsOf(bridge, 'notes.edit').at(-1)).toMatchObject({ body: 'First and more' })
		expect(callsOf(bridge, 'notes.create')).toHaveLength(1)
	})

	it('narrows by words, and takes conditions away', async () => {
		const { bridge, root, state } = await open({ theme: id('Partnership'), below: true }, three)
		const chips = deep(root, 'cp-query-chips')
		await userEvent.fill(deep(chips.shadowRoot ?? root, 'input'), 'duties')
		await expect
			.poll(() => callsOf(bridge, 'passages.find').at(-1))
			.toEqual({
				theme: 'Partnership',
				below: true,
				words: 'duties',
			})
		deep(chips.shadowRoot ?? root, '.chip button').click()
		expect(state.router.route).toEqual({ view: 'passages', query: { words: 'duties' } })
	})

	it('leaves whoever goes on at once after typing where they went', async () => {
		const { state, root } = await open({}, three)
		const field = deep(root, 'cp-query-chips', 'input')
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		try {
			await userEvent.fill(field, 'duties')
			state.router.go({ view: 'library' })
			vi.runAllTimers()
		} finally {
			vi.useRealTimers()
		}
		expect(state.router.route).toEqual({ view: 'library' })
	})

	it('shows no answer to what is not asked any more', async () => {
		const about = new Map([
			['Partnership', Promise.withResolvers<readonly Passage[]>()],
			['Commerce', Promise.withResolvers<readonly Passage[]>()],
		])
		const { state, root, list } = await open({}, three, {
			'passages.find': ({ theme }) => about.get(theme ?? '')?.promise ?? three,
		})
		state.router.go({ view: 'passages', query: { theme: id('Partnership') } })
		await drawn()
		state.router.go({ view: 'passages', query: { theme: id('Commerce') } })
		await drawn()
		about.get('Partnership')?.resolve(three.slice(0, 1))
		await drawn()
		expect(deep(root, 'cp-query-chips', '.count').textContent).toBe('')
		about.get('Commerce')?.resolve(three.slice(1))
		await expect
			.poll(() => deep(root, 'cp-query-chips', '.count').textContent)
			.toBe('2 passages in 2 documents')
		await expect.poll(() => list().active).toBe('two')
	})

	it('keeps the description that was being written when Back leads to another theme', async () => {
		const { bridge, state, root } = await open({ theme: id('Partnership') }, three, {
			'themes.edit': () => null,
		})
		state.router.go({ view: 'passages', query: { theme: id('War legacies') } })
		await drawn()
		const head = () => deep(root, 'cp-theme-page', 'cp-theme-head').shadowRoot ?? root
		deep(head(), '.description button').click()
		await drawn()
		await userEvent.keyboard('What is bought')
		state.router.back()
		await drawn()
		expect(callsOf(bridge, 'themes.edit')).toEqual([{ id: 'War legacies', description: 'What is bought' }])
		expect(head().querySelector('textarea')).toBeNull()
	})

	it('shows the notes on a theme, each a click from where it is written', async () => {
		const about = (name: string, theme: string, body: string): Note => ({
			id: id(name),
			target: { kind: 'theme', id: id(theme) },
			body,
			coder: id('me'),
			createdAt: 0,
			changedAt: 0,
			cites: [],
		})
		const { root, state } = await open({ theme: id('Partnership') }, three, {
			'notes.list': () => [
				about('memo', 'Partnership', '# *Why* this theme\n\nMore.'),
				about('empty', 'Partnership', ''),
				about('other', 'Biển Đông', 'Of another theme'),
			],
		})
		const list = deep(root, 'cp-theme-page', 'ul')
		expect([...list.querySelectorAll('li')].map((line) => line.textContent?.trim())).toEqual([
			'Why this theme',
			'An empty note',
		])
		await expectNoViolations()
		deep(list, 'button').click()
		expect(state.router.route).toEqual({ view: 'notes', note: 'memo' })
	})

	it('draws thousands of passages bit by bit', async () => {
		const many = Array.from({ length: 3000 }, (_, i) => passage(`p${i}`, `Passage ${i}`))
		const { list } = await open({}, many)
		expect(list().shadowRoot?.querySelectorAll('article').length).toBeLessThan(1000)
		await userEvent.keyboard('{End}')
		await drawn()
		expect(list().active).toBe('p2999')
		expect(list().shadowRoot?.activeElement?.id).toBe('passage-p2999')
	})

	it.each([false, true])('has nothing for axe to find, dark: %s', async (dark) => {
		await open({ theme: id('Trade and investment'), below: true }, three, {}, dark)
		await userEvent.keyboard(' ')
		await drawn()
		await expectNoViolations()
	})
})

it('comes back to the passages that were in sight', async () => {
	const many = Array.from({ length: 1000 }, (_, i) => passage(`p${i}`, `Passage ${i}`))
	const { list, state } = await open({}, many)
	await list().showFirst(id('p700'))
	await drawn()
	state.router.go({ view: 'library' })
	await drawn()
	state.router.back()
	await drawn()
	const back = deep<PassageList>(document, 'cp-passages-view', 'cp-passage-list')
	await expect.poll(() => back.topmost(60)).toBe('p700')
	expect(back.active).toBe('p0')
})
