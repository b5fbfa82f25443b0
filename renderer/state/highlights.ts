import type { Highlight } from '../../corpus/entities.ts'
import type { CoderId, DocumentId, HighlightId, NoteId, ThemeId, VersionId } from '../../corpus/ids.ts'
import type { Range } from '../../corpus/range.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import { ListStore } from './liststore.ts'

/** What the reader marks: a range of the text that is in front of them. */
export interface NewHighlight extends Range {
	/** Chosen by the caller, who wants to know it before the answer comes. */
	readonly id?: HighlightId
	readonly document: DocumentId
	readonly version: VersionId
	/** The marked text, to be shown until the application has answered. */
	readonly quote: string
	readonly themes: readonly ThemeId[]
	readonly note?: string
}

/** The highlights of one document. */
export class DocumentHighlights extends ListStore<HighlightId, Highlight> {
	readonly document: DocumentId
	readonly #pending = new Map<HighlightId, Highlight>()
	#merged: readonly Highlight[] | null = null
	#mergedFrom: readonly Highlight[] | null = null

	constructor(client: Client, document: DocumentId) {
		super(
			() => client.call('highlights.of', { document }),
			async (ids) =>
				(await client.call('highlights.get', { ids: [...ids] })).filter(
					(highlight) => highlight.document === document,
				),
		)
		this.document = document
	}

	/** Those that have a place in the present text, in its order, with those that are still being written. The same array until something changes. */
	get inOrder(): readonly Highlight[] {
		if (this.#merged && this.#mergedFrom === this.all) return this.#merged
		const pending = [...this.#pending.values()].filter((highlight) => !this.get(highlight.id))
		this.#mergedFrom = this.all
		this.#merged = [...this.all.filter(({ placed }) => placed), ...pending].toSorted(
			(a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end,
		)
		return this.#merged
	}

	isPending(id: HighlightId): boolean {
		return this.#pending.has(id) && !this.get(id)
	}

	hold(highlight: Highlight): void {
		this.#pending.set(highlight.id, highlight)
		this.#merged = null
		this.emit()
	}

	release(id: HighlightId): void {
		this.#pending.delete(id)
		this.#merged = null
		this.emit()
	}
}

/** Highlights, document by document. A document's are kept while somebody watches them. */
export class HighlightsStore {
	readonly #client: Client
	readonly #newId: () => string
	readonly #now: () => number
	#open = new Map<DocumentId, DocumentHighlights>()

	constructor(client: Client, newId: () => string, now: () => number) {
		this.#client = client
		this.#newId = newId
		this.#now = now
	}

	of(document: DocumentId): DocumentHighlights {
		const known = this.#open.get(document)
		if (known) return known
		for (const [id, store] of this.#open) if (!store.isWatched) this.#open.delete(id)
		const store = new DocumentHighlights(this.#client, document)
		this.#open.set(document, store)
		return store
	}

	/**
	 * Marks a range. It stands in `of(document)` at once, as pending; if the write fails it is withdrawn.
	 * @throws {CallError}
	 */
	async create(wanted: NewHighlight): Promise<HighlightId> {
		const id = wanted.id ?? (this.#newId() as HighlightId)
		const store = this.of(wanted.document)
		const me = '' as CoderId
		const at = this.#now()
		store.hold({
			id,
			document: wanted.document,
			anchor: {
				version: wanted.version,
				start: wanted.start,
				end: wanted.end,
				quote: wanted.quote,
				prefix: '',
				suffix: '',
				occurrence: 0,
			},
			placed: true,
			coder: me,
			at,
			taggings: wanted.themes.map((theme) => ({ theme, coder: me, at, weight: null })),
			note: null,
		})
		try {
			await this.#client.call('highlights.create', {
				id,
				document: wanted.document,
				version: wanted.version,
				start: wanted.start,
				end: wanted.end,
				themes: [...wanted.themes],
				...(wanted.note === undefined ? {} : { note: wanted.note }),
			})
			store.refresh([id])
			await store.settled()
			return id
		} finally {
			store.release(id)
		}
	}

	apply(changed: Changed): void {
		for (const store of this.#open.values()) {
			if (!changed.touched.includes(store.document) && !changed.documents.includes(store.document)) continue
			void this.#refresh(store, changed)
		}
	}

	/** Another library is open. */
	reset(): void {
		for (const store of this.#open.values()) store.reset()
	}

	async #refresh(store: DocumentHighlights, changed: Changed): Promise<void> {
		const noted = new Set<NoteId>(changed.notes)
		const ids = new Set(changed.highlights)
		for (const highlight of store.all) {
			if (!highlight.note || !noted.has(highlight.note.id)) continue
			ids.add(highlight.id)
			noted.delete(highlight.note.id)
		}
		if (noted.size > 0) {
			const notes = await this.#client.call('notes.get', { ids: [...noted] })
			for (const note of notes) if (note.target.kind === 'highlight') ids.add(note.target.id)
		}
		// A theme that went away changes highlights without naming them; many are read in one go.
		if (ids.size > 500 || (ids.size === 0 && changed.themes.length > 0)) {
			if (store.status !== 'idle') await store.reload()
			return
		}
		store.refresh([...ids])
	}
}
