import type { Step } from '../../corpus/entities.ts'
import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'
import type { Bridge, Change, ShowTarget } from '../../preload/bridge.ts'
import type { PageHost } from '../bridge/host.ts'
import { CallError, type Client, createClient } from '../client.ts'
import { CommandRegistry } from '../commands/registry.ts'
import { Announcer } from './announcer.ts'
import { Dialogs } from './dialogs.ts'
import { HighlightsStore } from './highlights.ts'
import { HistoryStore } from './history.ts'
import { JobsStore } from './jobs.ts'
import { LibraryStore } from './library.ts'
import { Menus } from './menus.ts'
import { PageLooks } from './pagelooks.ts'
import { ReadingStore } from './reading.ts'
import type { ReadingPlace } from './router.ts'
import { Router } from './router.ts'
import { SettingsStore } from './settings.ts'
import { CollectionsStore, DocumentsStore, NotesStore } from './stores.ts'
import { ThemesStore } from './themes.ts'
import { type Toast, Toasts } from './toasts.ts'
import { Unsaved } from './unsaved.ts'

export interface AppStateOptions {
	readonly bridge: Bridge
	readonly host: PageHost
	/** A new UUIDv7. */
	readonly newId: () => string
	/** Milliseconds since 1970-01-01 UTC. */
	readonly now: () => number
	/** For programmers: bugs that reached the page. */
	readonly log: (error: unknown) => void
}

/** Everything the page knows, handed down to every view as the property `state`. */
export class AppState {
	readonly client: Client
	readonly host: PageHost
	readonly newId: () => string
	readonly now: () => number
	readonly documents: DocumentsStore
	readonly collections: CollectionsStore
	readonly themes: ThemesStore
	readonly highlights: HighlightsStore
	readonly notes: NotesStore
	readonly settings: SettingsStore
	readonly library: LibraryStore
	readonly history: HistoryStore
	readonly jobs: JobsStore
	readonly reading = new ReadingStore()
	readonly pageLooks = new PageLooks()
	readonly unsaved = new Unsaved()
	readonly router = new Router()
	readonly announcer = new Announcer()
	readonly toasts = new Toasts(this.announcer)
	readonly menus = new Menus()
	readonly dialogs = new Dialogs()
	readonly commands = new CommandRegistry((error) => this.fail(error))
	readonly #log: (error: unknown) => void
	/** The message whose Undo is on offer, and the step that it would take back. */
	#offer: { readonly toast: number; readonly step: Promise<Step | null> } | null = null
	readonly #fileTakers = new Set<(files: readonly FileToken[]) => void>()
	/** Files that came before anybody could take them. */
	readonly #waitingFiles: (readonly FileToken[])[] = []

	constructor(options: AppStateOptions) {
		this.client = createClient(options.bridge)
		this.host = options.host
		this.newId = options.newId
		this.now = options.now
		this.#log = options.log
		this.documents = new DocumentsStore(this.client)
		this.collections = new CollectionsStore(this.client)
		this.themes = new ThemesStore(this.client)
		this.highlights = new HighlightsStore(this.client, options.newId, options.now)
		this.notes = new NotesStore(this.client)
		this.settings = new SettingsStore(this.client)
		this.library = new LibraryStore(this.client)
		this.history = new HistoryStore(this.client, this.unsaved)
		this.jobs = new JobsStore(this.client, options.newId)
	}

	/** Begins to listen and reads what every view needs. @returns a function that stops listening */
	async start(): Promise<() => void> {
		const stop = this.client.onChange((change) => this.#take(change))
		await this.attempt(() =>
			Promise.all([this.settings.load(), this.library.load(), this.themes.load(), this.documents.load()]),
		)
		return stop
	}

	/**
	 * Does something for the reader and tells them when it fails: `await state.attempt(() => call(…))`.
	 * @returns null when it failed or was cancelled
	 */
	async attempt<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			return await work()
		} catch (error) {
			this.fail(error)
			return null
		}
	}

	/**
	 * Tells the reader of an error, unless they asked for it by cancelling. Bugs are logged, too.
	 * @param action what they can do about it
	 * @param topic what it is about: a newer message about the same takes its place
	 */
	fail(error: unknown, action: Toast['action'] = null, topic?: string): void {
		if (error instanceof CallError || error instanceof UserError) {
			if (error.code !== 'cancelled') this.toasts.error(error.message, action, topic)
			return
		}
		this.#log(error)
		this.toasts.error(
			'Something went wrong in this window. What you wrote is safe in your library; try again, or open the window anew.',
			action,
			topic,
		)
	}

	/** Offers words that could not be saved, as they are when the reader takes them. */
	copying(words: () => readonly string[]): Toast['action'] {
		return {
			label: 'Copy what you wrote',
			run: () => void this.attempt(() => navigator.clipboard.writeText(words().join('\n\n'))),
		}
	}

	/**
	 * Says what was done, with a button that takes it back. Undo takes back the last step of all: so the
	 * message goes as soon as another step follows.
	 */
	done(text: string): void {
		if (this.#offer) this.toasts.dismiss(this.#offer.toast)
		const toast = this.toasts.done(text, {
			label: 'Undo',
			run: () => void this.attempt(() => this.history.undo()),
		})
		this.#offer = { toast, step: this.attempt(() => this.history.last()) }
	}

	/** Told of files that were handed to the application from outside: whoever imports. @returns a function that stops it */
	onFiles(taker: (files: readonly FileToken[]) => void): () => void {
		this.#fileTakers.add(taker)
		for (const files of this.#waitingFiles.splice(0)) taker(files)
		return () => {
			this.#fileTakers.delete(taker)
		}
	}

	/** Opens what a link or the system asks for, as soon as no dialog stands before it. */
	async show(target: ShowTarget): Promise<void> {
		if (this.dialogs.open.length > 0) await this.dialogs.allClosed()
		switch (target.kind) {
			case 'document': {
				const at: ReadingPlace | null =
					target.offset === null ? null : { kind: 'offset', offset: target.offset }
				this.router.go({ view: 'reading', document: target.document, ...(at ? { at } : {}) })
				return
			}
			case 'highlight': {
				const [highlight] =
					(await this.attempt(() => this.client.call('highlights.get', { ids: [target.highlight] }))) ?? []
				if (!highlight) {
					this.toasts.error(
						'This highlight is not in the open library. It may have been removed; Undo brings it back.',
					)
					return
				}
				this.router.go({
					view: 'reading',
					document: highlight.document,
					at: { kind: 'highlight', highlight: highlight.id },
				})
				return
			}
			case 'theme':
				this.router.go({ view: 'passages', query: { theme: target.theme, below: true } })
				return
			case 'note':
				this.router.go({ view: 'notes', note: target.note })
				return
		}
	}

	#take(change: Change): void {
		switch (change.kind) {
			case 'changed':
				this.documents.apply(change)
				this.collections.apply(change)
				this.themes.apply(change)
				this.highlights.apply(change)
				this.notes.apply(change)
				this.settings.apply(change)
				this.history.apply(change)
				if (change.history) void this.#withdrawOffer()
				void this.attempt(() => this.library.load())
				return
			case 'progress':
				this.jobs.progress(change)
				return
			case 'command':
				this.commands.run(change.command)
				return
			case 'show':
				void this.show(change.target)
				return
			case 'files':
				if (this.#fileTakers.size === 0) this.#waitingFiles.push(change.files)
				for (const taker of this.#fileTakers) taker(change.files)
				return
			case 'library':
				this.#startAnew()
				return
		}
	}

	async #withdrawOffer(): Promise<void> {
		const offer = this.#offer
		if (!offer) return
		const [offered, last] = await Promise.all([offer.step, this.attempt(() => this.history.last())])
		if (offered?.id !== last?.id) this.toasts.dismiss(offer.toast)
	}

	/** What was written to the library before must not go to the one that is open now. */
	#leaveUnsaved(): void {
		const lost = this.unsaved.abandon()
		if (lost.length === 0) return
		this.toasts.error(
			'What you wrote last was not saved any more in the library before.',
			this.copying(() => lost),
		)
	}

	#startAnew(): void {
		if (this.#offer) this.toasts.dismiss(this.#offer.toast)
		this.#offer = null
		this.#leaveUnsaved()
		this.router.reset()
		this.pageLooks.clear()
		for (const store of [this.documents, this.collections, this.themes, this.notes, this.history])
			store.reset()
		this.highlights.reset()
		void this.attempt(() =>
			Promise.all([this.settings.load(), this.library.load(), this.themes.load(), this.documents.load()]),
		)
	}
}
