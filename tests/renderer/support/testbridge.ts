import type { DocumentRow, Highlight, LibraryInfo, Theme } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { Id } from '../../../corpus/ids.ts'
import { defaultSettings } from '../../../corpus/settings.ts'
import type { Bridge, Change, Changed, Reply } from '../../../preload/bridge.ts'
import type { Input, Method, Output } from '../../../preload/contract.ts'
import type { PageHost } from '../../../renderer/bridge/host.ts'
import { AppState } from '../../../renderer/state/appstate.ts'

/** Answers of an application that holds a few things in memory, enough to draw the frame. */
export type Answers = { readonly [M in Method]?: (input: Input<M>) => Output<M> | Promise<Output<M>> }

export interface TestBridge extends Bridge {
	/** Every call that was made, in order. */
	readonly calls: readonly { readonly method: string; readonly input: unknown }[]
	say(change: Change): void
}

export const id = <Kind extends string>(name: string): Id<Kind> => name as Id<Kind>

export const changed = (what: Partial<Changed> = {}): Changed => ({
	kind: 'changed',
	documents: [],
	collections: [],
	highlights: [],
	touched: [],
	themes: [],
	notes: [],
	settings: false,
	history: false,
	...what,
})

export const theme = (name: string, more: Partial<Theme> = {}): Theme => ({
	id: id(name),
	name,
	parent: null,
	order: 0,
	hue: 0,
	description: '',
	pin: null,
	highlights: 0,
	...more,
})

export const documentRow = (title: string, more: Partial<DocumentRow> = {}): DocumentRow => ({
	id: id(title),
	metadata: { title },
	status: 'to-read',
	queue: 0,
	length: 1000,
	words: 200,
	addedAt: 0,
	openedAt: null,
	fileName: `${title}.md`,
	format: 'markdown',
	outdated: false,
	highlights: 0,
	notes: 0,
	themes: [],
	collections: [],
	...more,
})

export const highlight = (name: string, start: number, end: number, document = 'a'): Highlight => ({
	id: id(name),
	document: id(document),
	anchor: { version: id('v'), start, end, quote: 'quote', prefix: '', suffix: '', occurrence: 0 },
	coder: id('me'),
	at: 0,
	placed: true,
	taggings: [],
	note: null,
})

export const info: LibraryInfo = {
	id: id('library'),
	name: 'Test',
	folder: '/home/reader/Test',
	documents: 24,
	highlights: 118,
	toSort: 6,
	notes: 9,
	coder: { id: id('me'), name: 'Me' },
	coders: [
		{ id: id('me'), name: 'Me' },
		{ id: id('lan'), name: 'Lan Pham' },
	],
	appVersion: '0.1.0',
	face: 'browser',
	formats: [
		{ format: 'markdown', name: 'Markdown', endings: ['md'] },
		{ format: 'docx', name: 'Word (DOCX)', endings: ['docx'] },
	],
}

export const themes: readonly Theme[] = [
	theme('Partnership', { order: 0, highlights: 31, pin: 1 }),
	theme('Trade and investment', { order: 1, hue: 6, highlights: 22 }),
	theme('Tariffs, anti-dumping', { parent: id('Trade and investment'), hue: null, highlights: 7 }),
	theme('Supply chains', { parent: id('Trade and investment'), order: 1, hue: null, highlights: 4 }),
	theme('Biển Đông', { order: 2, hue: 5, highlights: 18 }),
	theme('War legacies', { order: 3, hue: 1, highlights: 12 }),
]

const usual: Answers = {
	'library.info': () => info,
	'settings.get': () => defaultSettings,
	'settings.set': () => null,
	'themes.list': () => themes,
	'documents.list': () => [],
	'collections.list': () => [],
	'notes.list': () => [],
	'history.list': () => [],
	'highlights.of': () => [],
	'passages.find': () => [],
	'export.last': () => null,
}

/** @param answers take the place of the usual ones */
export function testBridge(answers: Answers = {}): TestBridge {
	const listeners = new Set<(change: Change) => void>()
	const calls: { method: string; input: unknown }[] = []
	const all: Readonly<Record<string, unknown>> = { ...usual, ...answers }
	return {
		calls,
		async call(method, input): Promise<Reply> {
			calls.push({ method, input })
			const answer = all[method]
			if (typeof answer !== 'function')
				return { ok: false, code: 'unsupported', message: `No ${method} here.` }
			try {
				return { ok: true, value: await answer(input) }
			} catch (error) {
				if (error instanceof UserError) return { ok: false, code: error.code, message: error.message }
				throw error
			}
		},
		onChange(listener) {
			listeners.add(listener)
			return () => listeners.delete(listener)
		},
		say(change) {
			for (const listener of listeners) listener(change)
		},
	}
}

const host: PageHost = {
	face: 'browser',
	filesFromDrop: async () => [],
	chooseUploads: async () => [],
	assetUrl: (version, key) => `asset/${version}/${key}`,
	components: async () => [
		{ name: 'Lamp', version: '1.2.3', licence: 'MIT', text: 'You may carry the lamp.' },
		{ name: 'Rope', version: '', licence: 'ISC', text: 'You may carry the rope.' },
	],
	download: () => undefined,
	openLink: async () => undefined,
	print: () => undefined,
}

/** A page's state over a test bridge. Errors that are bugs fail the test. */
export function testState(bridge: Bridge): AppState {
	let next = 1
	return new AppState({
		bridge,
		host,
		newId: () => `new-${next++}`,
		now: () => 1_700_000_000_000,
		log: (error) => {
			throw error
		},
	})
}
