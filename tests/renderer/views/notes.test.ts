import { html } from 'lit'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Note, NoteTarget } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import { createClient } from '../../../renderer/client.ts'
import { Unsaved } from '../../../renderer/state/unsaved.ts'
import { viewCommands } from '../../../renderer/views/commands.ts'
import { NoteSession, type NoteSessionOptions } from '../../../renderer/views/notes/notesession.ts'
import { writeNote } from '../../../renderer/views/notes/writing.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import {
	type Answers,
	changed,
	documentRow,
	highlight,
	id,
	testBridge,
	testState,
} from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const note = (name: string, body: string, more: Partial<Note> = {}): Note => ({
	id: id(name),
	target: { kind: 'library' },
	body,
	coder: id('me'),
	createdAt: 0,
	changedAt: 0,
	cites: [],
	...more,
})

describe('a stay in the editor', () => {
	const session = (
		answers: Answers,
		existing: Note | null,
		failed: NoteSessionOptions['failed'] = () => () => {},
	) => {
		const bridge = testBridge(answers)
		const unsaved = new Unsaved()
		let next = 1
		const made = new NoteSession(
			{
				client: createClient(bridge),
				newId: () => `id-${next++}`,
				failed,
				unsaved,
				delay: 1,
				patience: 1,
			},
			{ kind: 'library' },
			existing,
		)
		return { bridge, unsaved, session: made }
	}

	it('saves what was typed under one session, and only what changed', async () => {
		const { bridge, session: stay } = session({ 'notes.edit': () => null }, note('a', 'Old'))
		stay.type('Old and')
		await stay.flush()
		stay.type('Old and new')
		await stay.flush()
		await stay.flush()
		expect(bridge.calls.map(({ input }) => input)).toEqual([
			{ id: 'a', body: 'Old and', session: 'id-1' },
			{ id: 'a', body: 'Old and new', session: 'id-1' },
		])
		expect(stay.status).toBe('saved')
	})

	it('creates a note with its first letter, and edits it from then on', async () => {
		const { bridge, session: stay } = session(
			{ 'notes.create': () => id('id-2'), 'notes.edit': () => null },
			null,
		)
		await stay.flush()
		stay.type('W')
		await stay.flush()
		stay.type('Why')
		await stay.flush()
		expect(bridge.calls).toMatchObject([
			{ method: 'notes.create', input: { body: 'W', session: 'id-1' } },
			{ method: 'notes.edit', input: { body: 'Why', session: 'id-1' } },
		])
	})

	it('says what could not be saved, keeps it, and saves it as soon as that can be', async () => {
		const told: unknown[] = []
		let full = true
		const answers: Answers = {
			'notes.edit': () => {
				if (full) throw new UserError('disk-full', 'The disk is full.')
				return null
			},
		}
		const {
			bridge,
			unsaved,
			session: stay,
		} = session(answers, note('a', ''), (error) => {
			told.push(error)
			return () => told.push('withdrawn')
		})
		stay.type('Kept')
		await stay.flush()
		expect(stay.status).toBe('failed')
		expect(await unsaved.flush()).toBe(false)
		stay.type('Kept and more')
		expect(unsaved.stuck).toEqual(['Kept and more'])
		const tried = bridge.calls.length
		await expect.poll(() => bridge.calls.length).toBeGreaterThan(tried + 2)
		expect(told).toEqual([expect.objectContaining({ message: 'The disk is full.' })])

		full = false
		await expect.poll(() => stay.status).toBe('saved')
		expect(bridge.calls.at(-1)?.input).toMatchObject({ body: 'Kept and more' })
		expect(unsaved.stuck).toEqual([])
		expect(told.at(-1)).toBe('withdrawn')
	})

	it('is not tried again where the same cannot be saved later, and can be let go', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		onTestFinished(() => void vi.useRealTimers())
		const gone = () => {
			throw new UserError('not-found', 'This is not in the library any more.')
		}
		const {
			bridge,
			unsaved,
			session: stay,
		} = session({ 'notes.edit': gone, 'notes.create': gone }, note('a', 'Old'))
		stay.type('Old and new')
		await stay.flush()
		expect(stay.status).toBe('failed')
		expect(vi.getTimerCount()).toBe(0)
		expect(unsaved.stuck).toEqual(['Old and new'])

		const before = bridge.calls.length
		expect(unsaved.abandon()).toEqual(['Old and new'])
		stay.type('Old, new and newer')
		await stay.flush()
		expect(bridge.calls).toHaveLength(before)
		expect(await unsaved.flush()).toBe(true)
	})

	it('is at rest again when what was typed is taken back before it was saved', async () => {
		const { bridge, session: stay } = session({}, note('a', 'Old'))
		stay.type('Old and')
		stay.type('Old')
		await stay.flush()
		expect(stay.status).toBe('saved')
		expect(bridge.calls).toEqual([])
	})

	it('sends the last words after those under way when the page goes away', async () => {
		const { bridge, session: stay } = session({ 'notes.edit': () => new Promise(() => {}) }, note('a', ''))
		stay.type('First')
		void stay.flush()
		stay.type('First and last')
		void stay.flush()
		window.dispatchEvent(new PageTransitionEvent('pagehide'))
		expect(bridge.calls.map(({ input }) => input)).toEqual([
			{ id: 'a', body: 'First', session: 'id-1' },
			{ id: 'a', body: 'First and last', session: 'id-1' },
		])
	})

	it('knows the note that is being created when the page goes away', async () => {
		const created = Promise.withResolvers<Note['id']>()
		const { bridge, session: stay } = session(
			{ 'notes.create': () => created.promise, 'notes.edit': () => null },
			null,
		)
		stay.type('W')
		const saving = stay.flush()
		stay.type('Why')
		window.dispatchEvent(new PageTransitionEvent('pagehide'))
		expect(bridge.calls.map(({ method, input }) => [method, input])).toEqual([
			['notes.create', { id: 'id-2', target: { kind: 'library' }, body: 'W', session: 'id-1' }],
			['notes.edit', { id: 'id-2', body: 'Why', session: 'id-1' }],
		])
		created.resolve(id('id-2'))
		await saving
		expect(stay.note).toBe('id-2')
		await stay.flush()
	})

	it('becomes a note again when an undo took it away', async () => {
		const answers: Answers = {
			'notes.edit': () => {
				throw new UserError('not-found', 'This note is not in the library any more.')
			},
			'notes.create': ({ id: made }) => made ?? id('b'),
		}
		const { bridge, session: stay } = session(answers, note('a', 'Old'))
		stay.type('Old and new')
		await stay.flush()
		expect(bridge.calls.at(-1)).toMatchObject({
			method: 'notes.create',
			input: { target: { kind: 'library' }, body: 'Old and new' },
		})
		expect(stay.status).toBe('saved')
	})

	/** A library of one note. */
	const holding = (first: string) => {
		const held = { body: first }
		const answers: Answers = {
			'notes.get': () => [note('a', held.body)],
			'notes.edit': ({ body }) => {
				held.body = body
				return null
			},
		}
		return { held, ...session(answers, note('a', first)) }
	}

	it('takes over what was undone and redone elsewhere', async () => {
		const { held, session: stay } = holding('Old')
		stay.type('Old and new')
		await stay.flush()
		for (const body of ['Old', 'Old and new', 'Old', 'Other']) {
			held.body = body
			stay.take(note('a', body))
			await expect.poll(() => stay.body).toBe(body)
		}
		stay.type('Other words')
		await stay.flush()
		expect(held.body).toBe('Other words')
	})

	it('never goes back to what was read before it was saved', async () => {
		const { bridge, session: stay } = holding('')
		const bodies: string[] = []
		stay.listen(() => bodies.push(stay.body))
		stay.type('First')
		await stay.flush()
		stay.type('First and second')
		await stay.flush()
		for (const late of ['', 'First']) stay.take(note('a', late))
		await expect.poll(() => bridge.calls.at(-1)?.method).toBe('notes.get')
		await drawn()
		expect(new Set(bodies)).toEqual(new Set(['First', 'First and second']))
		expect(stay.body).toBe('First and second')
	})

	it('takes nothing over words that are typed while the library answers', async () => {
		const { held, session: stay } = holding('Old')
		held.body = 'Other'
		stay.take(note('a', 'Other'))
		stay.take(note('a', 'Other'))
		stay.type('Newer')
		await drawn()
		expect(stay.body).toBe('Newer')
		await stay.flush()
		await drawn()
		expect([stay.body, held.body]).toEqual(['Newer', 'Newer'])
	})
})

async function open(notes: readonly Note[], dark = false, answers: Answers = {}) {
	const bodies = new Map(notes.map((each) => [each.id, each]))
	const bridge = testBridge({
		'notes.list': () => [...bodies.values()],
		'notes.get': ({ ids }) => ids.flatMap((each) => bodies.get(each) ?? []),
		'notes.of': ({ target }) =>
			[...bodies.values()].filter((each) => JSON.stringify(each.target) === JSON.stringify(target)),
		'notes.create': ({ target, body }) => {
			const made = note(`made-${bodies.size}`, body, { target })
			bodies.set(made.id, made)
			bridge.say(changed({ notes: [made.id] }))
			return made.id
		},
		'notes.edit': ({ id: edited, body }) => {
			const old = bodies.get(edited)
			if (old) bodies.set(edited, { ...old, body })
			bridge.say(changed({ notes: [edited] }))
			return null
		},
		'highlights.get': ({ ids }) => ids.map((each) => highlight(each, 0, 5)),
		'library.choose': () => false,
		...answers,
	})
	const state = testState(bridge)
	await state.start()
	state.router.go({ view: 'notes' })
	const place = draw(html`<cp-frame .state=${state}></cp-frame>`, dark ? 'dark' : 'light')
	await drawn()
	const root = deep(place, 'cp-notes-view').shadowRoot
	if (!root) throw new Error('The view has no tree of its own.')
	return { bridge, state, root, bodies }
}

const two = [
	note('a', '# What moved\n\nMore.', { changedAt: 2, cites: [id('h')] }),
	note('b', 'Đông', { changedAt: 1, target: { kind: 'highlight', id: id('h') } }),
]

describe('notes view', () => {
	it('keeps the keyboard when the note that has it goes', async () => {
		const { root, bridge, bodies } = await open(two, false, {
			'notes.remove': ({ id: removed }) => {
				bodies.delete(removed)
				bridge.say(changed({ notes: [removed] }))
				return null
			},
		})
		root.querySelector<HTMLElement>('.list ul button')?.click()
		await drawn()
		deep(root, '[aria-label="Remove this note"]').focus()
		await userEvent.keyboard('{Enter}')
		await expect.poll(() => root.activeElement?.textContent).toContain('Đông')
		bodies.clear()
		bridge.say(changed({ notes: [id('b')] }))
		await expect.poll(() => root.activeElement?.textContent).toContain('New note')
	})

	it('removes a note while the next is being written, and leaves its words', async () => {
		const removing = Promise.withResolvers<null>()
		const { root, state, bodies } = await open(two, false, { 'notes.remove': () => removing.promise })
		const lines = [...root.querySelectorAll<HTMLElement>('.list ul button')]
		lines[0]?.click()
		await drawn()
		deep(root, '[aria-label="Remove this note"]').click()
		lines[1]?.click()
		await drawn()
		await userEvent.type(deep(root, 'cp-note-editor', 'textarea'), ' and Tây')
		removing.resolve(null)
		await expect.poll(() => bodies.get(id('b'))?.body).toBe('Đông and Tây')
		expect(state.router.route).toEqual({ view: 'notes', note: 'b' })
	})

	it('filters by any word, whatever its case and marks', async () => {
		const { root } = await open(two)
		await userEvent.fill(deep(root, 'input'), 'dong')
		await drawn()
		expect([...root.querySelectorAll('.line')].map((line) => line.textContent)).toEqual(['Đông'])
	})

	it.each<NoteTarget>([
		{ kind: 'document', id: id('d') },
		{ kind: 'theme', id: id('t') },
	])('begins a note on a $kind, or goes on with the newest', async (target) => {
		const { state, root, bodies } = await open(two)
		await writeNote(state, target)
		await drawn()
		const [made] = [...bodies.values()].filter((each) => each.body === '')
		expect(made?.target).toEqual(target)
		expect(root.activeElement?.localName).toBe('cp-note-editor')
		state.router.go({ view: 'library' })
		await writeNote(state, target)
		expect(state.router.route).toEqual({ view: 'notes', note: made?.id })
		expect(bodies.size).toBe(3)
	})

	it('says of which document the passage is that a note is about', async () => {
		const { root } = await open(two, false, {
			'documents.list': () => [{ ...documentRow('a'), id: id('a') }],
			'highlights.get': () => [highlight('h', 0, 5, 'a')],
		})
		await expect
			.poll(() => [...root.querySelectorAll('.about')].map((each) => each.textContent))
			.toEqual(['On the library', 'In “a”'])
	})

	it('saves what is typed, and shows the evidence beside', async () => {
		const { root, bodies } = await open(two)
		deep(root, 'li button').click()
		await drawn()
		const field = deep<HTMLTextAreaElement>(root, 'cp-note-editor', 'textarea')
		await userEvent.fill(field, 'Moved on')
		await expect.poll(() => bodies.get(id('a'))?.body).toBe('Moved on')
		await expect.poll(() => deep(root, 'cp-note-editor', '.status').textContent).toBe('Saved')
		expect(deep(root, 'cp-evidence', 'cp-evidence-list', '.quote').textContent).toBe('quote')
	})

	it('keeps words and caret when an earlier read is answered after they were saved', async () => {
		const late = Promise.withResolvers<void>()
		let reads = 0
		const { root, state, bodies } = await open(two, false, {
			'notes.get': async ({ ids }) => {
				const notes = ids.flatMap((each) => bodies.get(each) ?? [])
				reads += 1
				if (reads === 1) await late.promise
				return notes
			},
		})
		deep(root, 'li button').click()
		await drawn()
		const field = deep<HTMLTextAreaElement>(root, 'cp-note-editor', 'textarea')
		const shown = new Set<string>()
		const saved = () =>
			expect
				.poll(() => {
					shown.add(field.value)
					return deep(root, 'cp-note-editor', '.status').textContent
				})
				.toBe('Saved')
		await userEvent.fill(field, 'Moved')
		await saved()
		await userEvent.keyboard(' on')
		await saved()
		field.setSelectionRange(0, 5)
		late.resolve()
		await expect.poll(() => state.notes.get(id('a'))?.body).toBe('Moved on')
		await drawn()
		shown.add(field.value)
		expect([...shown].every((words) => words.startsWith('Moved'))).toBe(true)
		expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('Moved')
		expect(bodies.get(id('a'))?.body).toBe('Moved on')
	})

	it('goes on with what could not be saved when the reader returns to it', async () => {
		let full = true
		const { root, bodies } = await open(two, false, {
			'notes.edit': ({ id: edited, body }) => {
				if (full) throw new UserError('disk-full', 'The disk is full.')
				const old = bodies.get(edited)
				if (old) bodies.set(edited, { ...old, body })
				return null
			},
		})
		const [first, second] = root.querySelectorAll<HTMLButtonElement>('li button')
		const field = () => deep<HTMLTextAreaElement>(root, 'cp-note-editor', 'textarea')
		const status = () => deep(root, 'cp-note-editor', '.status').textContent
		first?.click()
		await drawn()
		await userEvent.fill(field(), 'Last words')
		await expect.poll(status).toBe('Not saved')
		second?.click()
		await expect.poll(() => field().value).toBe('Đông')
		first?.click()
		await expect.poll(() => field().value).toBe('Last words')
		expect(status()).toBe('Not saved')
		full = false
		await userEvent.fill(field(), 'Last words of all')
		await expect.poll(status).toBe('Saved')
		expect(bodies.get(id('a'))?.body).toBe('Last words of all')
	})

	it('asks before another library takes the place of words that cannot be saved', async () => {
		const { bridge, state, root } = await open(two, false, {
			'notes.edit': () => {
				throw new UserError('disk-full', 'The disk is full.')
			},
		})
		deep(root, 'li button').click()
		await drawn()
		await userEvent.fill(deep<HTMLTextAreaElement>(root, 'cp-note-editor', 'textarea'), 'Last words')
		await expect.poll(() => deep(root, 'cp-note-editor', '.status').textContent).toBe('Not saved')
		const choose = viewCommands(state)['library.open']
		if (typeof choose !== 'object') throw new Error('Nothing opens another library.')
		const answer = async (yes: boolean) => {
			const chosen = choose.run()
			await expect.poll(() => state.dialogs.open.length).toBe(1)
			const [dialog] = state.dialogs.open
			if (dialog?.kind === 'confirmation') dialog.close(yes)
			await chosen
		}
		const asked = () => bridge.calls.filter(({ method }) => method === 'library.choose').length
		await answer(false)
		expect(asked()).toBe(0)
		expect(state.toasts.all.at(-1)).toMatchObject({
			text: 'What you wrote last is not saved yet.',
			action: { label: 'Copy what you wrote' },
		})
		await answer(true)
		expect(asked()).toBe(1)

		// The other library is open now: it gets nothing that belonged to this one.
		bridge.say({ kind: 'library' })
		await drawn()
		expect(state.unsaved.stuck).toEqual([])
		expect(state.toasts.all.at(-1)?.text).toContain('in the library before')
	})

	it('saves what was typed before another library takes its place', async () => {
		const saved = Promise.withResolvers<null>()
		const { bridge, state, root } = await open(two, false, { 'notes.edit': () => saved.promise })
		deep(root, 'li button').click()
		await drawn()
		await userEvent.fill(deep<HTMLTextAreaElement>(root, 'cp-note-editor', 'textarea'), 'Last words')
		const choose = viewCommands(state)['library.open']
		if (typeof choose !== 'object') throw new Error('Nothing opens another library.')
		const chosen = choose.run()
		await expect
			.poll(() => bridge.calls.at(-1))
			.toMatchObject({ method: 'notes.edit', input: { body: 'Last words' } })
		saved.resolve(null)
		await chosen
		expect(bridge.calls.at(-1)?.method).toBe('library.choose')
	})

	it.each([false, true])('has nothing for axe to find, dark: %s', async (dark) => {
		const { root } = await open(two, dark)
		deep(root, 'li button').click()
		await drawn()
		await expectNoViolations()
	})
})
