import { html } from 'lit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DocumentDetail, Highlight, Note } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { HighlightId, NoteId } from '../../../corpus/ids.ts'
import type { PageSize } from '../../../corpus/page.ts'
import type { NoteEditor } from '../../../renderer/elements/noteeditor.ts'
import { select } from '../../../renderer/reading/selection.ts'
import type { AppState } from '../../../renderer/state/appstate.ts'
import '../../../renderer/views/frame/frame.ts'
import type { ReadingPane } from '../../../renderer/views/reading/readingpane.ts'
import { readingText } from '../reading/readingtexts.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import {
	changed,
	documentRow,
	highlight,
	id,
	type TestBridge,
	testBridge,
	testState,
	themes,
} from '../support/testbridge.ts'

const text = readingText([
	{ text: 'Two days in Hanoi', kind: 'heading', container: null, level: 1 },
	{
		text: 'The visit fell in the tenth year of the comprehensive partnership.',
		kind: 'paragraph',
		container: null,
	},
	{ text: 'Trade was the easy chapter of the talks.', kind: 'paragraph', container: null },
	...Array.from({ length: 60 }, (_, index) => ({
		text: `Paragraph ${index} stands here so that there is something to scroll.`,
		kind: 'paragraph' as const,
		container: null,
	})),
])

const document_ = id<'document'>('a')
const detail: DocumentDetail = {
	...documentRow('Two days in Hanoi', { id: document_, length: text.text.length }),
	version: id('v'),
	position: null,
	warnings: [],
	originalHash: '',
	originalBytes: 0,
	part: '',
}

const of = (quote: string) => {
	const start = text.text.indexOf(quote)
	return { start, end: start + quote.length }
}

const noteOn = (target: Note['target'], body: string, known: NoteId = id('note')): Note => ({
	id: known,
	target,
	body,
	coder: id('me'),
	createdAt: 0,
	changedAt: 0,
	cites: [],
})

let marked: readonly Highlight[]
let bridge: TestBridge
let state: AppState
let place: HTMLElement
let refuse: boolean
let gone: boolean
let known: DocumentDetail
let hold: Promise<void>
let refuseNote: boolean
let holdNote: Promise<void>
let holdHighlights: Promise<void>
let holdNews: Promise<void>
let holdText: Promise<void>
let pages: readonly PageSize[]

beforeEach(async () => {
	await page.viewport(1366, 768)
	marked = []
	refuse = false
	gone = false
	known = detail
	hold = Promise.resolve()
	refuseNote = false
	holdNote = Promise.resolve()
	holdHighlights = Promise.resolve()
	holdNews = Promise.resolve()
	holdText = Promise.resolve()
	pages = []
	const replace = (ids: readonly HighlightId[], change: (old: Highlight) => Highlight | null) => {
		marked = marked.flatMap((each) => (ids.includes(each.id) ? (change(each) ?? []) : each))
		bridge.say(changed({ highlights: [...ids], touched: [document_] }))
	}
	bridge = testBridge({
		'documents.list': () => [detail, documentRow('Another text', { id: id('b'), status: 'done' })],
		'documents.get': () => {
			if (gone) throw new UserError('not-found', 'This document is not in the library.')
			return known
		},
		'documents.text': async () => {
			await holdText
			return text
		},
		'documents.pages': () => pages,
		'documents.runs': () => new Promise(() => {}),
		'documents.position': () => null,
		'documents.status': () => null,
		'documents.split': () => id('b'),
		'themes.path': ({ path }) => themes.find((each) => each.name === path)?.id ?? id('new'),
		'highlights.of': async () => {
			await holdHighlights
			return marked
		},
		'highlights.get': async ({ ids }) => {
			await holdNews
			return marked.filter((each) => ids.includes(each.id))
		},
		'highlights.create': async (input) => {
			await hold
			if (refuse) throw new UserError('disk-full', 'The disk is full.')
			const made = input.id ?? id<'highlight'>('made')
			marked = [
				...marked,
				{
					...highlight(made, input.start, input.end),
					taggings: input.themes.map((theme) => ({ theme, coder: id('me'), at: 0, weight: null })),
				},
			]
			bridge.say(changed({ highlights: [made], touched: [document_] }))
			return made
		},
		'highlights.tag': ({ ids, theme }) => {
			replace(ids, (old) => ({
				...old,
				taggings: [...old.taggings, { theme, coder: id('me'), at: 0, weight: null }],
			}))
			return null
		},
		'highlights.move': ({ id: moved, start, end }) => {
			replace([moved], (old) => ({ ...old, anchor: { ...old.anchor, start, end } }))
			return null
		},
		'highlights.remove': ({ ids }) => {
			replace(ids, () => null)
			return null
		},
		'notes.create': async ({ id: made, target, body }) => {
			await holdNote
			if (refuseNote) throw new UserError('disk-full', 'The disk is full.')
			const note = noteOn(target, body, made)
			if (target.kind === 'highlight') replace([target.id], (old) => ({ ...old, note }))
			return note.id
		},
		'notes.of': ({ target }) =>
			marked.flatMap(({ id: at, note }) =>
				target.kind === 'highlight' && at === target.id && note ? note : [],
			),
		'notes.edit': ({ id: edited, body }) => {
			const ids = marked.filter(({ note }) => note?.id === edited).map((highlight) => highlight.id)
			replace(ids, (old) => ({ ...old, note: old.note && { ...old.note, body } }))
			return null
		},
	})
	state = testState(bridge)
	place = draw(html`<cp-frame .state=${state}></cp-frame>`)
	await state.start()
})

afterEach(() => state.router.go({ view: 'library' }))

const pane = (): ReadingPane => deep<ReadingPane>(place, 'cp-reading-pane')

async function open(): Promise<void> {
	state.router.go({ view: 'reading', document: document_ })
	await expect.poll(() => place.querySelector('.reading-surface')).not.toBeNull()
	await drawn()
	await drawn()
}

async function selectWords(quote: string): Promise<void> {
	const { opened } = pane()
	if (!opened) throw new Error('nothing is open')
	opened.surface.element.focus()
	select(opened.surface, of(quote))
	await drawn()
}

/** What is painted under this name, as words. */
const painted = (name: string): readonly string[] =>
	[...(CSS.highlights.get(name) ?? [])].map((range) => {
		const { opened } = pane()
		if (!opened) return ''
		const { start, end } = opened.surface.map.textRange(range)
		return text.text.slice(start, end)
	})

const calls = (method: string) =>
	bridge.calls.filter((call) => call.method === method).map((call) => call.input)

test('H marks the selected words at once, before they are written', async () => {
	await open()
	let write = () => {}
	hold = new Promise((resolve) => {
		write = resolve
	})
	await selectWords('comprehensive partnership')
	await userEvent.keyboard('h')
	await drawn()
	expect(painted('tint-none')).toEqual(['comprehensive partnership'])
	expect(painted('pending')).toEqual(['comprehensive partnership'])
	write()
	await expect.poll(() => painted('pending')).toEqual([])
	expect(painted('tint-none')).toEqual(['comprehensive partnership'])
})

test('a key that is quicker than the news of a selection is about what is selected', async () => {
	await open()
	const { opened } = pane()
	if (!opened) throw new Error('nothing is open')
	await selectWords('comprehensive')
	select(opened.surface, of('comprehensive partnership'))
	opened.surface.element.dispatchEvent(
		new KeyboardEvent('keydown', { key: 'h', code: 'KeyH', bubbles: true, composed: true, cancelable: true }),
	)
	await drawn()
	expect(painted('tint-none')).toEqual(['comprehensive partnership'])
})

test('what cannot be written is withdrawn, and the reader is told why', async () => {
	await open()
	refuse = true
	await selectWords('tenth year')
	await userEvent.keyboard('h')
	await expect.poll(() => state.toasts.all.map((toast) => toast.text)).toEqual(['The disk is full.'])
	expect(painted('tint-none')).toEqual([])
})

test('T, two letters and Enter tag the selection', async () => {
	await open()
	await selectWords('easy chapter')
	await userEvent.keyboard('t')
	await drawn()
	await userEvent.keyboard('bi{Enter}')
	await expect.poll(() => painted('tint-5')).toEqual(['easy chapter'])
	expect(document.activeElement).toBe(pane().opened?.surface.element)
})

test('a digit tags with the pinned theme, and R repeats it', async () => {
	await open()
	await selectWords('easy chapter')
	await userEvent.keyboard('1')
	await expect.poll(() => painted('tint-0')).toEqual(['easy chapter'])
	await selectWords('tenth year')
	await userEvent.keyboard('r')
	await expect.poll(() => [...painted('tint-0')].sort()).toEqual(['easy chapter', 'tenth year'])
})

test('selecting exactly a highlight adds to it', async () => {
	marked = [highlight('old', of('easy chapter').start, of('easy chapter').end)]
	await open()
	await selectWords('easy chapter')
	await userEvent.keyboard('1')
	await expect.poll(() => painted('tint-0')).toEqual(['easy chapter'])
	expect(calls('highlights.create')).toEqual([])
	expect(calls('highlights.tag')).toEqual([{ ids: ['old'], theme: 'Partnership' }])
})

test('N, the note, Esc: all is saved, and the keyboard is back in the text', async () => {
	await open()
	await selectWords('tenth year')
	await userEvent.keyboard('n')
	await drawn()
	await userEvent.keyboard('Not yet *strategic*')
	await userEvent.keyboard('{Escape}')
	// Slow typing is saved in more than one step.
	await expect
		.poll(() => [...calls('notes.create'), ...calls('notes.edit')].at(-1))
		.toMatchObject({ body: 'Not yet *strategic*' })
	expect(calls('notes.create')).toMatchObject([{ target: { kind: 'highlight' } }])
	expect(document.activeElement).toBe(pane().opened?.surface.element)
	await expect
		.poll(() => deep(place, 'cp-passage-card', 'cp-markdown', '.markdown').textContent)
		.toContain('Not yet')
})

test('the card says who made a highlight that is not the own one', async () => {
	const { start, end } = of('easy chapter')
	marked = [{ ...highlight('theirs', start, end), coder: id('lan') }]
	await open()
	await userEvent.keyboard('j{Enter}')
	await drawn()
	expect(deep(place, 'cp-passage-card', '.made').textContent).toMatch(/^Lan Pham · /)
})

test('the words of a note that cannot be saved outlive its card: they can be copied', async () => {
	await open()
	refuseNote = true
	await selectWords('tenth year')
	await userEvent.keyboard('n')
	await drawn()
	await userEvent.keyboard('Kept{Escape}{Escape}')
	await expect
		.poll(() => state.toasts.all.map(({ text, action }) => [text, action?.label]))
		.toContainEqual(['The disk is full.', 'Copy what you wrote'])
})

test('a note that is reopened before the library has it goes on as the same note', async () => {
	await open()
	const created = Promise.withResolvers<void>()
	holdNote = created.promise
	await selectWords('tenth year')
	await userEvent.keyboard('n')
	await drawn()
	await userEvent.keyboard('First{Escape}')
	await expect.poll(() => calls('notes.create').length).toBe(1)
	await userEvent.keyboard('n')
	await drawn()
	await userEvent.keyboard(' and more{Escape}')
	created.resolve()
	await expect.poll(() => calls('notes.edit').at(-1)).toMatchObject({ body: 'First and more' })
	expect(calls('notes.create')).toHaveLength(1)
	expect(state.toasts.all).toEqual([])
})

/** As an undo does, or another window. */
function removeNotes(): void {
	marked = marked.map((each) => ({ ...each, note: null }))
	bridge.say(changed({ highlights: marked.map((each) => each.id), touched: [document_] }))
}

/** What stands in the editor on the card. */
const written = () =>
	deep<NoteEditor>(place, 'cp-passage-card', 'cp-note-editor').renderRoot.querySelector('textarea')?.value

test('a note that was undone before the page heard of it is not there when it is reopened', async () => {
	await open()
	await selectWords('tenth year')
	await userEvent.keyboard('h')
	await expect.poll(() => marked.length).toBe(1)
	const heard = Promise.withResolvers<void>()
	holdNews = heard.promise
	await userEvent.keyboard('n')
	await drawn()
	await userEvent.keyboard('Not so{Escape}')
	await expect.poll(() => marked[0]?.note?.body).toBe('Not so')
	removeNotes()
	heard.resolve()
	await state.highlights.of(document_).settled()
	await userEvent.keyboard('n')
	await drawn()
	await expect.poll(() => written()).toBe('')
	await userEvent.keyboard('But so{Escape}')
	await expect.poll(() => marked[0]?.note?.body).toBe('But so')
})

test('a note that is removed in another window leaves the editor that is open', async () => {
	const { start, end } = of('tenth year')
	marked = [
		{ ...highlight('h', start, end), note: noteOn({ kind: 'highlight', id: id('h') }, 'Here and there') },
	]
	await open()
	await userEvent.keyboard('jn')
	await drawn()
	expect(written()).toBe('Here and there')
	removeNotes()
	await expect.poll(() => written()).toBe('')
})

test('J and K go from highlight to highlight, Enter opens the card, Esc closes it', async () => {
	const places = [of('tenth year'), of('easy chapter'), of('Paragraph 50')]
	marked = places.map(({ start, end }, index) => highlight(`h${index}`, start, end))
	await open()
	await userEvent.keyboard('jj')
	expect(painted('focused')).toEqual(['easy chapter'])
	await userEvent.keyboard('k')
	expect(painted('focused')).toEqual(['tenth year'])
	await userEvent.keyboard('jj')
	await expect.poll(() => pane().scroller?.scrollTop ?? 0).toBeGreaterThan(500)
	await userEvent.keyboard('{Enter}')
	await drawn()
	expect(place.querySelector('cp-passage-card')).not.toBeNull()
	await userEvent.keyboard('{Escape}')
	await drawn()
	expect(place.querySelector('cp-passage-card')).toBeNull()
	expect(state.router.route.view).toBe('reading')
})

test('E and the arrows adjust the ends; Esc leaves them as they were', async () => {
	marked = [highlight('h', of('easy chapter').start, of('easy chapter').end)]
	await open()
	await userEvent.keyboard('je{ArrowRight}{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{Enter}')
	await expect
		.poll(() => calls('highlights.move'))
		.toEqual([{ id: 'h', version: 'v', ...of('the easy chapter of the') }])
	await userEvent.keyboard('e{ArrowRight}{Escape}')
	await drawn()
	expect(calls('highlights.move')).toHaveLength(1)
})

test('without a mouse: caret mode, Shift and arrows, a digit', async () => {
	await open()
	await userEvent.keyboard('{F7}{ArrowDown}{Shift>}{Control>}{ArrowRight}{ArrowRight}{/Control}{/Shift}')
	await drawn()
	await userEvent.keyboard('1')
	await expect.poll(() => painted('tint-0')).toEqual(['The visit'])
})

test('Delete removes the highlight that the keyboard is at', async () => {
	marked = [highlight('h', of('easy chapter').start, of('easy chapter').end)]
	await open()
	await userEvent.keyboard('j{Delete}')
	await expect.poll(() => calls('highlights.remove')).toEqual([{ ids: ['h'] }])
	await expect.poll(() => painted('tint-none')).toEqual([])
})

test('words are found with their count, from hit to hit', async () => {
	await open()
	await userEvent.keyboard('{Control>}f{/Control}')
	await drawn()
	await userEvent.keyboard('paragraph')
	await drawn()
	expect(deep(place, 'cp-find-bar', '.count').textContent).toBe('1 of 60')
	await userEvent.keyboard('{Enter}')
	await drawn()
	expect(deep(place, 'cp-find-bar', '.count').textContent).toBe('2 of 60')
	await userEvent.keyboard('{Escape}')
	await drawn()
	expect(place.querySelector('cp-find-bar')).toBeNull()
})

test('the place is remembered over Back and Forward', async () => {
	await open()
	const target = of('Paragraph 40').start
	pane().goTo({ kind: 'offset', offset: target }, null)
	await expect.poll(() => pane().offset).toBe(target)
	await drawn()
	state.router.go({ view: 'library' })
	await drawn()
	await expect.poll(() => calls('documents.position').at(-1)).toEqual({ id: 'a', position: target })
	state.router.back()
	await expect.poll(() => place.querySelector('.reading-surface')).not.toBeNull()
	await expect.poll(() => pane().offset).toBe(target)
})

test('the place is written before another library takes the place of this one', async () => {
	await open()
	pane().scroller?.scrollBy(0, 400)
	await drawn()
	await state.unsaved.flush()
	expect(calls('documents.position')).not.toEqual([])
	const [last] = calls('documents.position').slice(-1)
	expect(last).toMatchObject({ id: 'a', position: pane().offset })
})

test('the panel says what is painted, and leads to it', async () => {
	const places = [of('tenth year'), of('Paragraph 50')]
	marked = places.map(({ start, end }, index) => highlight(`h${index}`, start, end))
	await open()
	await userEvent.keyboard('{Control>}j{/Control}')
	await drawn()
	const panel = deep(place, 'cp-highlights-panel')
	expect(panel.shadowRoot?.querySelectorAll('.row')).toHaveLength(2)
	await userEvent.keyboard('{ArrowDown}{Enter}')
	await expect.poll(() => pane().scroller?.scrollTop ?? 0).toBeGreaterThan(500)
	await expectNoViolations(panel)
})

test('a second document is another one, and the panel leaves both texts wide enough to read', async () => {
	await open()
	await userEvent.keyboard('{Control>}\\{/Control}')
	await drawn()
	const options = deep(place, 'cp-frame', 'cp-pick-dialog', 'cp-option-list', '#list')
	expect(options.querySelectorAll('[role=option]')).toHaveLength(1)
	await userEvent.keyboard('{Enter}')
	await expect.poll(() => place.querySelectorAll('.reading-surface')).toHaveLength(2)
	const panes = [...place.querySelectorAll('cp-reading-pane')]
	for (const each of panes) {
		each.focusText()
		await userEvent.keyboard('{Control>}j{/Control}')
		await drawn()
		expect(panes.map(({ panel }) => panel)).toEqual(panes.map((other) => other === each))
		for (const { scroller } of panes) {
			const paragraph = scroller?.querySelector('.reading-surface p')
			expect(paragraph?.getBoundingClientRect().width).toBeGreaterThan(310)
		}
	}
})

test('a document that an undo takes away says so, and is there again after a redo', async () => {
	await open()
	gone = true
	bridge.say(changed({ documents: [document_] }))
	await expect.poll(() => place.querySelector('cp-empty-state')).not.toBeNull()
	gone = false
	bridge.say(changed({ documents: [document_] }))
	await expect.poll(() => place.querySelector('.reading-surface')).not.toBeNull()
})

test('a document that is removed while it is being read says so', async () => {
	const reading = Promise.withResolvers<void>()
	holdText = reading.promise
	state.router.go({ view: 'reading', document: document_ })
	await expect.poll(() => calls('documents.text')).toHaveLength(1)
	gone = true
	bridge.say(changed({ documents: [document_] }))
	await drawn()
	reading.resolve()
	await expect.poll(() => place.querySelector('cp-empty-state')).not.toBeNull()
})

test('the text is called as its metadata says, also when these change under it', async () => {
	await open()
	const surface = place.querySelector<HTMLElement>('.reading-surface')
	expect(place.querySelector('.reading-head')).toBeNull()
	const metadata = { title: 'Hanoi, two days', author: [{ literal: 'Lan Pham' }] }
	known = { ...detail, metadata }
	bridge.say(changed({ documents: [document_] }))
	await expect.poll(() => place.querySelector('.reading-head')?.textContent).toContain('Hanoi, two days')
	expect(place.querySelector('.reading-head')?.textContent).toContain('Lan Pham')
	expect(place.querySelector('.reading-surface')).toBe(surface)
	expect(surface?.ariaLabel).toBe('Hanoi, two days')
	known = { ...detail, metadata: { ...metadata, title: 'Two days in Hanoi' } }
	bridge.say(changed({ documents: [document_] }))
	await expect.poll(() => place.querySelector('.reading-head')).toBeNull()
	expect(surface?.querySelector<HTMLElement>('[data-byline]')?.dataset['byline']).toContain('Lan Pham')
})

test('a document that was read again goes on where the library says that its words are now', async () => {
	await open()
	pane().goTo({ kind: 'offset', offset: of('Paragraph 10').start }, null)
	await expect.poll(() => pane().offset).toBe(of('Paragraph 10').start)
	const position = of('Paragraph 40').start
	known = { ...detail, version: id('again'), position }
	bridge.say(changed({ documents: [document_] }))
	await expect.poll(() => pane().offset).toBe(position)
})

test('a document that was split can be made whole at once', async () => {
	await open()
	await selectWords('easy chapter')
	state.commands.run('document.split')
	await expect.poll(() => calls('documents.split')).toHaveLength(1)
	await drawn()
	const message = state.toasts.all.at(-1)
	expect(message?.text).toMatch(/^Split the document/)
	expect(message?.action?.label).toBe('Undo')
})

test('pages can be asked for as soon as the text is there, before its highlights are', async () => {
	holdHighlights = new Promise(() => {})
	pages = [{ label: '1', width: 400, height: 600, start: 0 }]
	await open()
	state.commands.run('pages.toggle')
	await expect.poll(() => calls('documents.runs')).toEqual([{ id: 'a', from: 0, to: 1 }])
})

test('D marks the document as done', async () => {
	await open()
	await userEvent.keyboard('d')
	await expect.poll(() => calls('documents.status')).toEqual([{ ids: ['a'], status: 'done' }])
})

test.for(['light', 'dark'] as const)('nothing is wrong for screen readers, %s', async (scheme) => {
	const { start, end } = of('easy chapter')
	marked = [
		{
			...highlight('h', start, end),
			taggings: [{ theme: id('Partnership'), coder: id('me'), at: 0, weight: null }],
		},
	]
	await open()
	document.documentElement.dataset['scheme'] = scheme
	await userEvent.keyboard('j{Enter}')
	await drawn()
	await expectNoViolations()
})
