import { html } from 'lit'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Step } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { NoteId } from '../../../corpus/ids.ts'
import { defaultSettings } from '../../../corpus/settings.ts'
import { CallError } from '../../../renderer/client.ts'
import { ListStore } from '../../../renderer/state/liststore.ts'
import { Turns } from '../../../renderer/state/turns.ts'
import { stayOn } from '../../../renderer/views/notes/writing.ts'
import {
	changed,
	documentRow,
	highlight,
	id,
	testBridge,
	testState,
	theme,
	themes,
} from '../support/testbridge.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve))

it('reads a list when somebody first looks, and only once', async () => {
	const bridge = testBridge()
	const state = testState(bridge)
	expect(bridge.calls).toEqual([])
	state.collections.listen(() => undefined)
	state.collections.listen(() => undefined)
	await state.collections.load()
	expect(bridge.calls.filter((call) => call.method === 'collections.list')).toHaveLength(1)
})

it('shows the newest documents while all are still being read', async () => {
	const rows = ['a', 'b', 'c'].map((key) => documentRow(key))
	const bridge = testBridge({
		'documents.list': ({ newest }) => (newest === undefined ? rows : rows.slice(-1)),
	})
	const { documents } = testState(bridge)
	const seen: string[] = []
	documents.listen(() => seen.push(`${documents.status} ${documents.all.map(({ id }) => id).join(' ')}`))
	await documents.load()
	expect(seen).toEqual(['loading c', 'ready a b c'])
})

it('follows changes: what is missing from the answer is gone', async () => {
	const rows = new Map([documentRow('a'), documentRow('b')].map((row) => [row.id, row]))
	const bridge = testBridge({
		'documents.list': () => [...rows.values()],
		'documents.rows': ({ ids }) => ids.flatMap((wanted) => rows.get(wanted) ?? []),
	})
	const state = testState(bridge)
	await state.start()
	rows.delete(id('a'))
	rows.set(id('b'), documentRow('b', { status: 'done' }))
	rows.set(id('c'), documentRow('c'))
	bridge.say(changed({ documents: [id('a'), id('b'), id('c')] }))
	await state.documents.settled()
	expect(state.documents.all.map((row) => [row.id, row.status])).toEqual([
		['b', 'done'],
		['c', 'to-read'],
	])
})

it('joins what waits: a burst of changes is read in two calls', async () => {
	const bridge = testBridge({ 'documents.rows': ({ ids }) => ids.map((key) => documentRow(key)) })
	const state = testState(bridge)
	await state.start()
	for (let i = 0; i < 100; i++) bridge.say(changed({ documents: [id(`d${i}`)] }))
	await state.documents.settled()
	expect(bridge.calls.filter((call) => call.method === 'documents.rows')).toHaveLength(2)
	expect(state.documents.all).toHaveLength(100)
})

it('reads everything anew when another library opens', async () => {
	let name = 'old'
	const bridge = testBridge({ 'documents.list': () => [documentRow(name)] })
	const state = testState(bridge)
	await state.start()
	state.router.go({ view: 'reading', document: id('old') })
	name = 'new'
	bridge.say({ kind: 'library' })
	await state.documents.settled()
	expect(state.documents.all.map((row) => row.id)).toEqual(['new'])
	expect(state.router.route).toEqual({ view: 'library' })
	expect(state.router.canGoBack).toBe(false)
})

it('offers Undo only as long as it takes back what the message says', async () => {
	const steps: Step[] = []
	const bridge = testBridge({ 'history.list': () => steps.toReversed() })
	const page = testState(bridge)
	await page.start()
	const take = (name: string) => {
		steps.push({ id: id(name), name, at: 0, state: 'done' })
		bridge.say(changed({ history: true }))
	}
	const messages = () => page.toasts.all.map(({ text }) => text)
	take('merge')
	page.done('Merged “a” into “b”.')
	bridge.say(changed({ history: true }))
	await settled()
	expect(messages()).toEqual(['Merged “a” into “b”.'])
	take('tag')
	await settled()
	expect(messages()).toEqual([])
	page.done('Removed a note.')
	take('remove')
	page.done('Removed a highlight.')
	expect(messages()).toEqual(['Removed a highlight.'])
})

it('takes back what was typed last, though it was not saved yet', async () => {
	const created = Promise.withResolvers<NoteId>()
	const bridge = testBridge({
		'notes.create': () => created.promise,
		'notes.edit': () => null,
		'history.undo': () => null,
		'history.redo': () => null,
	})
	const page = testState(bridge)
	const stay = stayOn(page, { kind: 'library' }, null)
	stay.type('The beginning')
	const saving = stay.flush()
	stay.type('The beginning and the end')
	const steps = [page.history.undo(), page.history.redo()]
	created.resolve(id('note'))
	await Promise.all([saving, ...steps])
	expect(bridge.calls.map(({ method }) => method)).toEqual([
		'notes.create',
		'notes.edit',
		'history.undo',
		'history.redo',
	])
})

it('says why a list could not be read', async () => {
	const bridge = testBridge({
		'themes.list': () => {
			throw new UserError('locked', 'The library is open elsewhere. Close it there and try again.')
		},
	})
	const state = testState(bridge)
	await state.themes.load()
	expect(state.themes.status).toBe('failed')
	expect(state.themes.problem).toContain('open elsewhere')
})

it('reads what it could not read before together with what is asked next', async () => {
	let broken = false
	const bridge = testBridge({
		'documents.list': () => [documentRow('a'), documentRow('b')],
		'documents.rows': ({ ids }) => {
			if (broken) throw new UserError('locked', 'The library is busy. Try again.')
			return ids.map((key) => documentRow(key, { status: 'done' }))
		},
	})
	const state = testState(bridge)
	await state.start()
	broken = true
	bridge.say(changed({ documents: [id('a')] }))
	await state.documents.settled()
	expect(state.documents.status).toBe('failed')
	broken = false
	bridge.say(changed({ documents: [id('b')] }))
	await state.documents.settled()
	expect(state.documents.status).toBe('ready')
	expect(state.documents.all.map((row) => row.status)).toEqual(['done', 'done'])
})

it('reads everything at the next chance when everything could not be read', async () => {
	let broken = true
	const bridge = testBridge({
		'documents.list': () => {
			if (broken) throw new UserError('locked', 'The library is busy. Try again.')
			return [documentRow('a'), documentRow('b')]
		},
	})
	const state = testState(bridge)
	await state.documents.load()
	broken = false
	state.documents.apply(changed({ documents: [id('b')] }))
	await state.documents.settled()
	expect(state.documents.all.map((row) => row.id)).toEqual(['a', 'b'])
})

it('recovers from a mistake while it read', async () => {
	let broken = true
	const store = new ListStore(async () => {
		if (broken) throw new TypeError('A bug.')
		return [documentRow('a')]
	}, null)
	await expect(store.load()).rejects.toThrow('A bug.')
	expect(store.status).toBe('failed')
	broken = false
	await store.load()
	expect(store.status).toBe('ready')
	expect(store.all).toHaveLength(1)
})

it('takes another turn after one that failed', async () => {
	const first = Promise.withResolvers<void>()
	const reads = [first.promise, Promise.resolve()]
	const turns = new Turns(() => reads.shift() ?? Promise.resolve())
	void turns.ask()
	const asked = turns.ask()
	first.reject(new Error('The first failed.'))
	await asked
	expect(reads).toEqual([])
})

it('builds the tree of themes, with inherited hues', async () => {
	const state = testState(testBridge())
	await state.themes.load()
	expect([...state.themes.looks.values()].map((look) => look.path.join('/'))).toEqual([
		'Partnership',
		'Trade and investment',
		'Trade and investment/Tariffs, anti-dumping',
		'Trade and investment/Supply chains',
		'Biển Đông',
		'War legacies',
	])
	expect(state.themes.hue(id('Supply chains'))).toBe(6)
	expect(state.themes.pinned(1)?.name).toBe('Partnership')
	expect(state.themes.looks.size).toBe(themes.length)
})

it('counts themes anew when highlights change', async () => {
	let highlights = 1
	const bridge = testBridge({ 'themes.list': () => [theme('trade', { highlights })] })
	const state = testState(bridge)
	await state.start()
	highlights = 2
	bridge.say(changed({ touched: [id('a')], highlights: [id('h')] }))
	await state.themes.settled()
	expect(state.themes.get(id('trade'))?.highlights).toBe(2)
})

it('shows a highlight at once, as pending, and keeps it when it is written', async () => {
	const written = Promise.withResolvers<void>()
	const bridge = testBridge({
		'highlights.create': async () => {
			await written.promise
			return id('new-1')
		},
		'highlights.get': () => [highlight('new-1', 5, 9)],
	})
	const state = testState(bridge)
	const store = state.highlights.of(id('a'))
	await store.load()
	const creating = state.highlights.create({
		document: id('a'),
		version: id('v'),
		start: 5,
		end: 9,
		quote: 'text',
		themes: [id('trade')],
	})
	expect(store.inOrder.map((item) => [item.anchor.start, item.anchor.quote])).toEqual([[5, 'text']])
	expect(store.isPending(id('new-1'))).toBe(true)
	written.resolve()
	await creating
	expect(store.isPending(id('new-1'))).toBe(false)
	expect(store.inOrder).toHaveLength(1)
})

it('withdraws a highlight that could not be written', async () => {
	const bridge = testBridge({
		'highlights.create': () => {
			throw new UserError('disk-full', 'The disk is full. Nothing was changed; make room and try again.')
		},
	})
	const state = testState(bridge)
	const store = state.highlights.of(id('a'))
	await store.load()
	const range = { document: id<'document'>('a'), version: id<'version'>('v'), start: 5, end: 9 }
	await expect(state.highlights.create({ ...range, quote: 'text', themes: [] })).rejects.toThrow(CallError)
	expect(store.inOrder).toEqual([])
})

it('refreshes the highlight whose note changed, even a new one', async () => {
	const noted = { ...highlight('h', 1, 2), at: 7 }
	const bridge = testBridge({
		'highlights.of': () => [highlight('h', 1, 2)],
		'highlights.get': () => [noted],
		'notes.get': () => [
			{
				id: id('n'),
				target: { kind: 'highlight', id: id('h') },
				body: 'note',
				coder: id('me'),
				createdAt: 0,
				changedAt: 0,
				cites: [],
			},
		],
	})
	const state = testState(bridge)
	await state.start()
	const store = state.highlights.of(id('a'))
	await store.load()
	const heard = vi.fn()
	store.listen(heard)
	bridge.say(changed({ notes: [id('n')], touched: [id('a')] }))
	await settled()
	await store.settled()
	expect(store.get(id('h'))?.at).toBe(7)
})

it('takes back a setting that could not be written', async () => {
	const bridge = testBridge({
		'settings.set': () => {
			throw new UserError('read-only', 'The library cannot be written.')
		},
	})
	const state = testState(bridge)
	await state.start()
	const setting = state.settings.set({ scheme: 'dark' })
	expect(state.settings.value.scheme).toBe('dark')
	await expect(setting).rejects.toThrow('cannot be written')
	expect(state.settings.value.scheme).toBe('system')
})

it('shows no setting that was read before the reader set it', async () => {
	const late = Promise.withResolvers<void>()
	const written = { size: 18 }
	let isLate = false
	const bridge = testBridge({
		'settings.get': async () => {
			const value = { ...defaultSettings, type: { ...defaultSettings.type, ...written } }
			if (isLate) await late.promise
			return value
		},
		'settings.set': ({ type }) => {
			written.size = type?.size ?? written.size
			return null
		},
	})
	const state = testState(bridge)
	await state.start()
	const sizes: number[] = []
	onTestFinished(state.settings.listen(() => sizes.push(state.settings.value.type.size)))
	isLate = true
	bridge.say(changed({ settings: true }))
	await state.settings.set({ type: { ...state.settings.value.type, size: 20 } })
	isLate = false
	late.resolve()
	await state.settings.load()
	expect(new Set(sizes)).toEqual(new Set([20]))
})

it('follows and cancels long work', async () => {
	const bridge = testBridge({ 'jobs.cancel': () => null })
	const state = testState(bridge)
	await state.start()
	const end = Promise.withResolvers<void>()
	const running = state.jobs.run('Importing', () => end.promise)
	const [job] = state.jobs.running
	if (!job) throw new Error('The job is not there.')
	bridge.say({ kind: 'progress', job: job.id, label: 'Reading a.md', done: 1, total: 3 })
	expect(state.jobs.running).toMatchObject([{ label: 'Reading a.md', done: 1, total: 3, stopping: false }])
	await state.jobs.cancel(job.id)
	expect(state.jobs.running).toMatchObject([{ stopping: true }])
	expect(bridge.calls.at(-1)).toEqual({ method: 'jobs.cancel', input: { job: job.id } })
	end.resolve()
	await running
	expect(state.jobs.running).toEqual([])
})

it('opens what a link asks for', async () => {
	const bridge = testBridge({ 'highlights.get': ({ ids }) => (ids[0] === 'h' ? [highlight('h', 1, 2)] : []) })
	const state = testState(bridge)
	await state.start()
	await state.show({ kind: 'highlight', highlight: id('h') })
	expect(state.router.route).toEqual({
		view: 'reading',
		document: 'a',
		at: { kind: 'highlight', highlight: 'h' },
	})
	await state.show({ kind: 'highlight', highlight: id('gone') })
	expect(state.toasts.all[0]?.text).toContain('not in the open library')
	bridge.say({ kind: 'show', target: { kind: 'theme', theme: id('t') } })
	expect(state.router.route).toEqual({ view: 'passages', query: { theme: 't', below: true } })
})

it('keeps files that are handed over before anybody can take them', async () => {
	const bridge = testBridge({})
	const state = testState(bridge)
	await state.start()
	const taken: string[] = []
	bridge.say({ kind: 'files', files: [id('early')] })
	state.onFiles((files) => taken.push(...files))
	bridge.say({ kind: 'files', files: [id('late')] })
	expect(taken).toEqual(['early', 'late'])
})

it('tells the reader of errors, but not of what they cancelled', async () => {
	const state = testState(testBridge())
	await state.attempt(() => Promise.reject(new CallError('cancelled', 'Cancelled.')))
	expect(state.toasts.all).toEqual([])
	const answer = await state.attempt(() => Promise.reject(new CallError('not-found', 'It is gone.')))
	expect(answer).toBeNull()
	expect(state.toasts.all).toMatchObject([{ kind: 'error', text: 'It is gone.' }])
})

it('leaves the view behind a dialog as it is, and follows a link when the dialog is closed', async () => {
	const bridge = testBridge()
	const state = testState(bridge)
	await state.start()
	let close = () => {}
	const shown = state.dialogs.show((end) => {
		close = end
		return html``
	})
	bridge.say({ kind: 'show', target: { kind: 'note', note: id('n') } })
	await settled()
	expect(state.router.route).toMatchObject({ view: 'library' })
	close()
	await shown
	await expect.poll(() => state.router.route).toMatchObject({ view: 'notes', note: 'n' })
})
