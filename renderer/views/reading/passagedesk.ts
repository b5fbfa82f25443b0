import type { Highlight } from '../../../corpus/entities.ts'
import type { DocumentId, HighlightId, ThemeId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { sameRange } from '../../../corpus/ranges.ts'
import type { AppState } from '../../state/appstate.ts'
import type { DocumentHighlights } from '../../state/highlights.ts'
import type { OpenedDocument } from './openeddocument.ts'

/** What a command is about: a range that the reader selected, or a highlight. */
export type Target =
	| { readonly kind: 'range'; readonly range: Range }
	| { readonly kind: 'highlight'; readonly id: HighlightId }

/** A highlight that is in the page already, and whether the library has it. */
export interface Marked {
	readonly id: HighlightId
	/** False when it could not be written: the reader was told, and the paint is gone. */
	readonly written: Promise<boolean>
}

/** Everything that alters the passages of one document. Failures are told to the reader here. */
export class PassageDesk {
	readonly #state: AppState
	readonly #document: DocumentId
	readonly #opened: () => OpenedDocument | null

	constructor(state: AppState, document: DocumentId, opened: () => OpenedDocument | null) {
		this.#state = state
		this.#document = document
		this.#opened = opened
	}

	get highlights(): DocumentHighlights {
		return this.#state.highlights.of(this.#document)
	}

	find(id: HighlightId): Highlight | undefined {
		return this.highlights.get(id) ?? this.highlights.inOrder.find((highlight) => highlight.id === id)
	}

	/** The highlight of a target, made where the target is a range that is none yet. */
	mark(target: Target, themes: readonly ThemeId[]): Marked | null {
		const opened = this.#opened()
		if (!opened) return null
		for (const theme of themes) this.#state.reading.used(theme)
		const existing = target.kind === 'highlight' ? target.id : this.#at(target.range)?.id
		if (existing !== undefined) return { id: existing, written: this.#tagAll(existing, themes) }
		if (target.kind === 'highlight') return null
		const id = this.#state.newId() as HighlightId
		const { start, end } = target.range
		const written = this.#done(
			this.#state.highlights.create({
				id,
				document: this.#document,
				version: opened.detail.version,
				start,
				end,
				quote: opened.surface.text.text.slice(start, end),
				themes,
			}),
		)
		return { id, written }
	}

	untag(id: HighlightId, theme: ThemeId): Promise<boolean> {
		return this.#done(this.#state.client.call('highlights.untag', { ids: [id], theme }))
	}

	/** Gives a highlight other ends. */
	move(id: HighlightId, { start, end }: Range): Promise<boolean> {
		const version = this.#opened()?.detail.version
		return this.#done(
			this.#state.client.call('highlights.move', { id, start, end, ...(version ? { version } : {}) }),
		)
	}

	async remove(id: HighlightId): Promise<void> {
		const done = await this.#done(this.#state.client.call('highlights.remove', { ids: [id] }))
		if (done) this.#state.done('Removed a highlight.')
	}

	/** The next highlight that touches or overlaps this one; only white space may lie between them. */
	neighbourOf(id: HighlightId): Highlight | null {
		const text = this.#opened()?.surface.text.text ?? ''
		const own = this.find(id)
		if (!own) return null
		const { start, end } = own.anchor
		const candidates = this.highlights.inOrder.filter(
			({ id: other, anchor }) =>
				other !== id &&
				anchor.end >= start - 8 &&
				anchor.start <= end + 8 &&
				(anchor.start <= end
					? anchor.end >= start || text.slice(anchor.end, start).trim() === ''
					: text.slice(end, anchor.start).trim() === ''),
		)
		return candidates.find(({ anchor }) => anchor.start >= start) ?? candidates.at(-1) ?? null
	}

	/** Joins a highlight with its neighbour. @returns the one that stays; null when there was nothing to join */
	async join(id: HighlightId): Promise<HighlightId | null> {
		const other = this.neighbourOf(id)
		if (!other) return null
		const kept = await this.#state.attempt(() =>
			this.#state.client.call('highlights.join', { ids: [id, other.id] }),
		)
		if (kept) this.#state.announcer.say('Joined')
		return kept
	}

	/** Puts a target on the clipboard as a Markdown quotation with its citation and a link. */
	async copy(target: Target): Promise<void> {
		const { client } = this.#state
		const done = await this.#done(
			(target.kind === 'highlight'
				? client.call('export.quotation', { highlight: target.id })
				: client.call('export.passage', { document: this.#document, ...target.range })
			).then((quotation) => navigator.clipboard.writeText(quotation)),
		)
		if (done) this.#state.toasts.done('Copied as a Markdown quotation.')
	}

	/** The theme of this path, made where it is missing. */
	theme(path: string): Promise<ThemeId | null> {
		return this.#state.attempt(() => this.#state.client.call('themes.path', { path }))
	}

	#at(range: Range): Highlight | undefined {
		return this.highlights.inOrder.find(({ anchor }) => sameRange(anchor, range))
	}

	async #tagAll(id: HighlightId, themes: readonly ThemeId[]): Promise<boolean> {
		for (const theme of themes) {
			if (!(await this.#done(this.#state.client.call('highlights.tag', { ids: [id], theme })))) return false
		}
		return true
	}

	async #done(work: Promise<unknown>): Promise<boolean> {
		const outcome = await this.#state.attempt(async () => {
			await work
			return true
		})
		return outcome ?? false
	}
}
