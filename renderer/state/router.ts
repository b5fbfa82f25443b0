import type { ChapterId } from '../../corpus/guide/index.ts'
import type { CollectionId, DocumentId, HighlightId, NoteId } from '../../corpus/ids.ts'
import type { PassageQuery } from '../../preload/calls/passages.ts'
import { Emitter } from './source.ts'

/** Where the reader is. */
export type Route =
	| { readonly view: 'library'; readonly collection?: CollectionId }
	| { readonly view: 'passages'; readonly query: PassageQuery }
	| { readonly view: 'notes'; readonly note?: NoteId }
	| { readonly view: 'compare' }
	| { readonly view: 'help'; readonly page: HelpPage }
	| ReadingRoute

/** A chapter of the guide, or what stands after them. */
export type HelpPage = ChapterId | 'shortcuts' | 'news' | 'about'

export interface ReadingRoute {
	readonly view: 'reading'
	readonly document: DocumentId
	/** Opens here; absent: where reading stopped. */
	readonly at?: ReadingPlace
	/** The second document. */
	readonly beside?: DocumentId
}

export type ReadingPlace =
	/** `end` marks a search hit that is to be shown. UTF-16 offsets. */
	| { readonly kind: 'offset'; readonly offset: number; readonly end?: number }
	| { readonly kind: 'highlight'; readonly highlight: HighlightId }

/** What a view wants to find again when the reader comes back. Plain data of the view's own. */
export type Memory = Readonly<Record<string, string | number | boolean | null>>

export interface Entry {
	readonly id: number
	readonly route: Route
	readonly memory: Memory
}

/** The most places that are kept. */
const LIMIT = 200

/** Where the reader is and was: the page's own history, with Back and Forward. */
export class Router extends Emitter {
	#entries: readonly Entry[] = [{ id: 0, route: { view: 'library' }, memory: {} }]
	#index = 0
	#next = 1
	#left: Route | null = null
	readonly #keepers = new Set<() => Memory>()

	get entry(): Entry {
		const entry = this.#entries[this.#index]
		if (!entry) throw new Error('A router always has an entry.')
		return entry
	}

	get route(): Route {
		return this.entry.route
	}

	/** The place that was shown before the present one; null: there was none. */
	get left(): Route | null {
		return this.#left
	}

	get canGoBack(): boolean {
		return this.#index > 0
	}

	get canGoForward(): boolean {
		return this.#index < this.#entries.length - 1
	}

	/** Opens a place. The same place again only draws anew (a reading route then goes to its `at`). */
	go(route: Route): void {
		this.#keep()
		if (sameRoute(route, this.route)) {
			this.replace(route)
			return
		}
		this.#left = this.route
		const kept = this.#entries.slice(0, this.#index + 1).slice(-(LIMIT - 1))
		this.#entries = [...kept, { id: this.#next++, route, memory: {} }]
		this.#index = this.#entries.length - 1
		this.emit()
	}

	/** Names the present place anew, e.g. when its query was refined: Back skips what was before. */
	replace(route: Route): void {
		this.#set({ ...this.entry, route })
		this.emit()
	}

	back(): void {
		this.#move(-1)
	}

	forward(): void {
		this.#move(1)
	}

	/** Whether the view is one that lies over the place from which it was opened. */
	get isOver(): boolean {
		return this.route.view === 'reading' || this.route.view === 'help'
	}

	/** Leaves the reading view, or the help, for what it was opened over. */
	leave(): void {
		if (!this.isOver) return
		const { view } = this.route
		const index = this.#entries.slice(0, this.#index).findLastIndex((entry) => entry.route.view !== view)
		if (index < 0) this.go({ view: 'library' })
		else this.#move(index - this.#index)
	}

	/** Adds to what the present place remembers. Draws nothing. */
	remember(memory: Memory): void {
		this.#set({ ...this.entry, memory: { ...this.entry.memory, ...memory } })
	}

	/**
	 * Asks a view, each time before the place changes, what to remember: scroll, selection. It reads it
	 * back from `entry.memory`. @returns a function that stops asking
	 */
	onLeave(keeper: () => Memory): () => void {
		this.#keepers.add(keeper)
		return () => {
			this.#keepers.delete(keeper)
		}
	}

	/** Another library is open: no place of the old one exists. */
	reset(): void {
		this.#entries = [{ id: this.#next++, route: { view: 'library' }, memory: {} }]
		this.#index = 0
		this.#left = null
		this.emit()
	}

	#move(by: number): void {
		const index = this.#index + by
		if (index < 0 || index >= this.#entries.length) return
		this.#keep()
		this.#left = this.route
		this.#index = index
		this.emit()
	}

	#keep(): void {
		for (const keeper of this.#keepers) this.remember(keeper())
	}

	#set(entry: Entry): void {
		this.#entries = this.#entries.with(this.#index, entry)
	}
}

/** The same place, whatever part of a document is shown. */
const sameRoute = (a: Route, b: Route): boolean => {
	const place = (route: Route) =>
		route.view === 'reading' ? { view: route.view, document: route.document, beside: route.beside } : route
	return a.view !== 'reading' && JSON.stringify(place(a)) === JSON.stringify(place(b))
}
