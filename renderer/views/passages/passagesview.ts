import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Highlight, Passage } from '../../../corpus/entities.ts'
import type { DocumentId, HighlightId, ThemeId } from '../../../corpus/ids.ts'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import { handles } from '../../commands/handles.ts'
import { controls } from '../../elements/controls.ts'
import type { NoteEditor } from '../../elements/noteeditor.ts'
import type { PassageList } from '../../elements/passagelist.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/bulkbar.ts'
import '../../elements/emptystate.ts'
import '../../elements/icon.ts'
import '../../elements/noteeditor.ts'
import '../../elements/passagelist.ts'
import '../../elements/querychips.ts'
import { passages as countPassages } from '../counts.ts'
import { exportDocuments } from '../library/documentactions.ts'
import { markdownDrawing } from '../markdown.ts'
import { HighlightNotes } from '../notes/highlightnotes.ts'
import { drawNarrowing, drawNothingFound, goToQuery, shownQuery } from './narrowing.ts'
import { copyPassages, pickTheme, removeHighlights, tag, untag } from './passageactions.ts'
import { PassageSearch } from './passagesearch.ts'
import { passagesViewStyles } from './passagesview.styles.ts'
import { chipsOf, countLine, without } from './querychips.ts'
import './themepage.ts'

/** Milliseconds without a letter before the words are searched. */
const typingPause = 150

/**
 * Passages that a query finds, under the heads of their documents. The page of a theme, of a document's
 * passages and *To sort* are this view with different queries.
 */
@customElement('cp-passages-view')
export class PassagesView extends LitElement {
	static override styles = [controls, passagesViewStyles]

	@property({ attribute: false }) state!: AppState

	@state() private selected: ReadonlySet<HighlightId> = new Set()
	@state() private wholeNotes = false
	@query('cp-passage-list') private list!: PassageList | null
	@query('cp-note-editor') private editor!: NoteEditor | null
	@query('.scroll') private scroller!: HTMLElement | null

	private readonly notes = new HighlightNotes(this)
	private search: PassageSearch | null = null
	private entry = -1
	private restore: { readonly top: HighlightId | null; readonly active: HighlightId | null } | null = null
	/** Where the keyboard goes when the active passage leaves the list. */
	private next: HighlightId | null = null
	private typing: ReturnType<typeof setTimeout> | null = null
	private readonly draw = (source: string) => markdownDrawing(this.state)(source)
	private stops: readonly (() => void)[] = []
	private documentsOf: readonly unknown[] = []
	private documentRows: ReadonlyMap<DocumentId, (typeof this.state.documents.all)[number]> = new Map()

	constructor() {
		super()
		watch(this, () => [
			this.state.themes,
			this.state.documents,
			this.state.collections,
			this.state.router,
			this.search,
			this.notes.session,
		])
		const some = { enabled: () => this.targets.length > 0 }
		const pinned = (digit: number) => ({ ...some, run: () => this.tagWithPinned(digit) })
		handles(this, () => this.state.commands, {
			'passage.next': () => this.list?.move(1),
			'passage.previous': () => this.list?.move(-1),
			'passage.open': { ...some, run: () => this.openActive() },
			'passage.theme': { ...some, run: () => this.tagWithPicked() },
			'passage.repeat': { ...some, run: () => this.tagAgain() },
			'passage.note': { ...some, run: () => this.editNote(this.list?.active ?? null) },
			'passage.copy': { ...some, run: () => copyPassages(this.state, this.targets) },
			'passage.remove': { ...some, run: () => this.removeTargets() },
			'theme.1': pinned(1),
			'theme.2': pinned(2),
			'theme.3': pinned(3),
			'theme.4': pinned(4),
			'theme.5': pinned(5),
			'theme.6': pinned(6),
			'theme.7': pinned(7),
			'theme.8': pinned(8),
			'theme.9': pinned(9),
		})
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.requestUpdate()
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		for (const stop of this.stops) stop()
		this.stops = []
		this.search = null
		this.entry = -1
		void this.notes.end()
	}

	private get found(): readonly Passage[] {
		return this.search?.passages ?? []
	}

	private get passageQuery(): PassageQuery {
		return shownQuery(this.state)
	}

	/** What commands act on: the selected passages, else the one with the keyboard. */
	private get targets(): readonly HighlightId[] {
		if (this.selected.size > 0) return this.inOrder(this.selected)
		const active = this.list?.active ?? null
		return active !== null && this.found.some(({ highlight }) => highlight.id === active) ? [active] : []
	}

	private inOrder(ids: ReadonlySet<HighlightId>): readonly HighlightId[] {
		return this.found.map(({ highlight }) => highlight.id).filter((id) => ids.has(id))
	}

	private highlights(ids: readonly HighlightId[]): readonly Highlight[] {
		return this.found.map(({ highlight }) => highlight).filter((highlight) => ids.includes(highlight.id))
	}

	protected override willUpdate(): void {
		if (this.search === null) {
			this.search = new PassageSearch(this.state.client)
			this.stops = [this.search.follow(), this.state.router.onLeave(() => this.memory())]
			// The watch has asked for its sources already.
			this.requestUpdate()
		}
		const { entry } = this.state.router
		if (entry.route.view !== 'passages') return
		if (entry.id !== this.entry) {
			this.entry = entry.id
			this.selected = new Set()
			const { top, active } = entry.memory
			this.restore = {
				top: typeof top === 'string' ? (top as HighlightId) : null,
				active: typeof active === 'string' ? (active as HighlightId) : null,
			}
			void this.notes.end()
		}
		this.search.find(entry.route.query)
		const here = new Set(this.found.map(({ highlight }) => highlight.id))
		this.notes.check((id) => this.found.find(({ highlight }) => highlight.id === id)?.highlight.note ?? null)
		const selected = [...this.selected].filter((id) => here.has(id))
		if (selected.length < this.selected.size) this.selected = new Set(selected)
		const { all } = this.state.documents
		if (this.documentsOf !== all) {
			this.documentsOf = all
			this.documentRows = new Map(all.map((row) => [row.id, row]))
		}
	}

	protected override updated(): void {
		if (this.search?.status !== 'ready' || !this.list) return
		if (this.restore) {
			const { top, active } = this.restore
			this.restore = null
			const { list } = this
			void list.updateComplete.then(async () => {
				if (active !== null) await list.focusPassage(active)
				else list.focus()
				if (top !== null) await list.showFirst(top)
				else if (this.scroller) this.scroller.scrollTop = 0
			})
		} else if (
			this.list.active !== null &&
			!this.found.some(({ highlight }) => highlight.id === this.list?.active)
		) {
			// The passage left the list: it was tagged in To sort, or removed.
			const next = this.next
			this.next = null
			const id = this.found.some(({ highlight }) => highlight.id === next)
				? next
				: this.found.at(-1)?.highlight.id
			if (id) void this.list.focusPassage(id)
		}
	}

	private memory() {
		if (this.state.router.route.view !== 'passages') return {}
		const { list, scroller } = this
		const isAtTop = !scroller || scroller.scrollTop < 40
		return {
			top: isAtTop ? null : (list?.topmost(scroller.getBoundingClientRect().top) ?? null),
			active: list?.active ?? null,
		}
	}

	override render(): TemplateResult {
		const query = this.passageQuery
		return html`<div class="scroll">
				<div class="column">
					${
						query.theme !== undefined && query.document === undefined
							? html`<cp-theme-page .state=${this.state} .theme=${query.theme}></cp-theme-page>`
							: html`<h1 class="unseen">${query.toSort ? 'To sort' : 'Passages'}</h1>`
					}
					<cp-query-chips
						.chips=${chipsOf(query, this.state)}
						.words=${query.words ?? ''}
						.count=${this.search?.status === 'ready' ? countLine(this.found) : ''}
						@chip-remove=${(event: HTMLElementEventMap['chip-remove']) => goToQuery(this.state, without(query, event.key))}
						@query-words=${(event: HTMLElementEventMap['query-words']) => this.typeWords(event.words)}
					></cp-query-chips>
					${this.tools()} ${this.content()}
				</div>
			</div>
			${this.selected.size > 0 ? this.bulkBar() : nothing}`
	}

	private tools(): TemplateResult {
		return html`<div class="tools" role="toolbar" aria-label="Narrow and show">
			${drawNarrowing(this.state)}
			<span class="end">
				<button
					class="quiet"
					aria-pressed=${this.wholeNotes}
					@click=${() => {
						this.wholeNotes = !this.wholeNotes
					}}
				>
					<cp-icon name="note"></cp-icon>Whole notes
				</button>
				<button class="quiet" ?disabled=${this.found.length === 0} @click=${() => this.exportFound()}>
					<cp-icon name="download"></cp-icon>Export
				</button>
			</span>
		</div>`
	}

	private content(): TemplateResult | typeof nothing {
		const { search } = this
		if (!search) return nothing
		if (search.status === 'failed')
			return html`<cp-empty-state sentence=${search.problem ?? ''}>
				<button @click=${() => search.again()}>Try again</button>
			</cp-empty-state>`
		// Nothing flickers: what was found before stays until the new answer is there.
		if (search.status === 'ready' && this.found.length === 0) return drawNothingFound(this.state)
		const { theme } = this.passageQuery
		return html`<cp-passage-list
			.passages=${this.found}
			.documents=${this.documentRows}
			.themes=${this.state.themes.looks}
			.selected=${this.selected}
			.asked=${new Set(theme === undefined ? [] : [theme])}
			.editing=${this.notes.highlight}
			.drawNote=${this.draw}
			?notes=${this.wholeNotes}
			@passage-open=${(event: HTMLElementEventMap['passage-open']) => this.open(event.highlight, event.document)}
			@passage-select=${(event: HTMLElementEventMap['passage-select']) => {
				this.selected = event.selected
			}}
			@passage-note=${(event: HTMLElementEventMap['passage-note']) => this.editNote(event.highlight)}
			@theme-open=${(event: HTMLElementEventMap['theme-open']) =>
				this.state.router.go({ view: 'passages', query: { theme: event.theme, below: true } })}
		>
			${this.noteEditor()}
		</cp-passage-list>`
	}

	private noteEditor(): TemplateResult | typeof nothing {
		const { session } = this.notes
		if (!session) return nothing
		return html`<cp-note-editor
			slot="note-editor"
			.body=${session.body}
			.status=${session.status}
			@note-input=${(event: HTMLElementEventMap['note-input']) => this.notes.session?.type(event.body)}
			@note-leave=${(event: HTMLElementEventMap['note-leave']) => this.leaveNote(event.byKey)}
		></cp-note-editor>`
	}

	private bulkBar(): TemplateResult {
		const ids = this.inOrder(this.selected)
		return html`<cp-bulk-bar
			data-passage-keys
			label="${countPassages(ids.length)} selected"
			@clear-selection=${() => {
				this.selected = new Set()
				this.list?.focus()
			}}
		>
			<button class="quiet" @click=${() => this.tagWithPicked()}><cp-icon name="tag"></cp-icon>Tag</button>
			<button class="quiet" @click=${() => untag(this.state, this.highlights(ids))}>Untag</button>
			<button class="quiet" @click=${() => copyPassages(this.state, ids)}><cp-icon name="copy"></cp-icon>Copy</button>
			<button class="quiet" @click=${() => exportDocuments(this.state, { kind: 'passages', ids: [...ids] })}>
				<cp-icon name="download"></cp-icon>Export
			</button>
			<button class="quiet" @click=${() => this.removeTargets()}><cp-icon name="trash"></cp-icon>Remove</button>
		</cp-bulk-bar>`
	}

	private typeWords(words: string): void {
		if (this.typing !== null) clearTimeout(this.typing)
		const query = without(this.passageQuery, 'words')
		const next = words.trim() === '' ? query : { ...query, words }
		const { entry } = this
		this.typing = setTimeout(() => {
			this.typing = null
			// Whoever has gone elsewhere meanwhile stays there.
			if (this.state.router.entry.id !== entry) return
			this.restore = null
			this.state.router.replace({ view: 'passages', query: next })
		}, typingPause)
	}

	private async exportFound(): Promise<void> {
		const query = this.passageQuery
		const ids = this.found.map(({ highlight }) => highlight.id)
		const whole = Object.keys(without(query, 'theme')).length === 0
		if (query.theme !== undefined && whole)
			await exportDocuments(this.state, { kind: 'theme', id: query.theme })
		else await exportDocuments(this.state, { kind: 'passages', ids })
	}

	private open(highlight: HighlightId, document: DocumentId): void {
		this.state.router.go({ view: 'reading', document, at: { kind: 'highlight', highlight } })
	}

	private openActive(): void {
		const passage = this.found.find(({ highlight }) => highlight.id === this.list?.active)
		if (passage) this.open(passage.highlight.id, passage.highlight.document)
	}

	private async tagWithPicked(): Promise<void> {
		const targets = this.targets
		const heading = targets.length === 1 ? 'Tag with a theme' : `Tag ${countPassages(targets.length)}`
		const theme = await pickTheme(this.state, heading)
		if (theme !== null) await this.tag(targets, theme)
	}

	private async tagAgain(): Promise<void> {
		const last = this.state.reading.recentThemes.find((theme) => this.state.themes.get(theme))
		if (last === undefined) await this.tagWithPicked()
		else await this.tag(this.targets, last)
	}

	private async tagWithPinned(digit: number): Promise<void> {
		const theme = this.state.themes.pinned(digit)
		if (theme) await this.tag(this.targets, theme.id)
	}

	private async tag(targets: readonly HighlightId[], theme: ThemeId): Promise<void> {
		this.state.reading.used(theme)
		this.keepNext(targets)
		await tag(this.state, targets, theme)
	}

	private async removeTargets(): Promise<void> {
		const targets = this.targets
		this.keepNext(targets)
		await removeHighlights(this.state, targets)
	}

	/** Remembers the first passage after these, for when they leave the list. */
	private keepNext(leaving: readonly HighlightId[]): void {
		const last = this.found.findLastIndex(({ highlight }) => leaving.includes(highlight.id))
		const after =
			this.found.slice(last + 1)[0] ?? this.found.findLast(({ highlight }) => !leaving.includes(highlight.id))
		this.next = after?.highlight.id ?? null
	}

	private async editNote(id: HighlightId | null): Promise<void> {
		const highlight = this.found.find((passage) => passage.highlight.id === id)?.highlight
		if (!highlight || this.notes.highlight === id) return
		await this.notes.end()
		this.notes.begin(highlight)
		await this.updateComplete
		this.editor?.focus()
	}

	private async leaveNote(byKey: boolean): Promise<void> {
		const id = this.notes.highlight
		await this.notes.end()
		if (byKey && id !== null) await this.list?.focusPassage(id)
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-passages-view': PassagesView
	}
}
