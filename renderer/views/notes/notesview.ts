import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Note, NoteTarget } from '../../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../../corpus/folding.ts'
import type { NoteId } from '../../../corpus/ids.ts'
import { formatLink } from '../../../corpus/links.ts'
import { controls } from '../../elements/controls.ts'
import type { NoteEditor } from '../../elements/noteeditor.ts'
import { firstLine } from '../../reading/markdownview.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/emptystate.ts'
import '../../elements/icon.ts'
import '../../elements/noteeditor.ts'
import { stepByArrows } from '../arrowsteps.ts'
import { notes as countNotes } from '../counts.ts'
import { markdownDrawing } from '../markdown.ts'
import { momentOf } from '../moments.ts'
import type { CiteEvent } from './evidencepanel.ts'
import './evidencepanel.ts'
import { NotedDocuments } from './noteddocuments.ts'
import type { NoteSession } from './notesession.ts'
import { notesViewStyles } from './notesview.styles.ts'
import { targetName } from './targets.ts'
import { stayOn } from './writing.ts'

/** All notes: the list, the one that is open, and what it is about. */
@customElement('cp-notes-view')
export class NotesView extends LitElement {
	static override styles = [controls, notesViewStyles]

	@property({ attribute: false }) state!: AppState

	@state() private typed = ''
	@state() private session: NoteSession | null = null
	@state() private reading = false
	@query('cp-note-editor') private editor!: NoteEditor | null
	private readonly lines = new WeakMap<Note, { readonly line: string; readonly folded: string }>()
	private homes: NotedDocuments | null = null
	private wantsFocus = false
	/** Whether the keyboard was here before the last drawing. */
	private hadFocus = false

	constructor() {
		super()
		watch(this, () => [
			this.state.notes,
			this.state.themes,
			this.state.documents,
			this.state.router,
			this.session,
			this.homes,
		])
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		void this.session?.flush()
		this.session = null
	}

	private get noteId(): NoteId | null {
		const { route } = this.state.router
		return route.view === 'notes' ? (route.note ?? null) : null
	}

	protected override willUpdate(): void {
		this.hadFocus = this.shadowRoot?.activeElement != null
		if (this.homes === null) {
			this.homes = new NotedDocuments(this.state.client)
			this.requestUpdate()
		}
		this.homes.show(this.state.notes.all, this.state.documents.all)
		const id = this.noteId
		const note = id === null ? undefined : this.state.notes.get(id)
		if (note && this.session?.note === note.id) this.session.take(note)
		else if (note) this.begin(note)
		else if (this.session !== null && this.session.note !== id) this.end()
	}

	protected override updated(): void {
		if (this.wantsFocus && this.editor) {
			this.wantsFocus = false
			this.editor.focus()
		} else if (this.hadFocus && this.shadowRoot?.activeElement == null)
			void this.updateComplete.then(() => this.focusList())
	}

	/** What had the keyboard is gone with its note. */
	private focusList(): void {
		const ways = ['.list ul button[tabindex="0"]', '.list ul button', 'button']
		const found = ways.map((way) => this.renderRoot.querySelector<HTMLElement>(way))
		found.find((button) => button !== null)?.focus()
	}

	private begin(note: Note): void {
		this.end()
		this.session = stayOn(this.state, note.target, note)
		// There is nothing to read in it yet.
		if (note.body === '') {
			this.reading = false
			this.wantsFocus = true
		}
		this.requestUpdate()
	}

	private end(): void {
		void this.session?.flush()
		this.session = null
	}

	override render(): TemplateResult | typeof nothing {
		const { notes } = this.state
		if (notes.status === 'failed')
			return html`<cp-empty-state sentence=${notes.problem ?? ''}>
				<button @click=${() => notes.reload()}>Try again</button>
			</cp-empty-state>`
		if (notes.all.length === 0) {
			// Nothing is known yet: neither a list nor the hint for the first note is shown for a moment only.
			if (notes.status !== 'ready') return nothing
			return html`<cp-empty-state
				sentence="Notes on highlights, documents, themes and on the library itself gather here."
			>
				<button class="primary" @click=${() => this.create()}><cp-icon name="plus"></cp-icon>New note</button>
			</cp-empty-state>`
		}
		return html`<div class="columns ${this.noteId === null ? '' : 'open'}">
			${this.list()} ${this.page()}
		</div>`
	}

	private list(): TemplateResult {
		const words = tokensOf(foldForIndex(this.typed))
		const found = this.state.notes.recent.filter((note) => {
			const { folded } = this.summary(note)
			return words.every((word) => folded.includes(word))
		})
		return html`<section class="list" aria-label="Notes">
			<header>
				<h1>Notes</h1>
				<button class="icon" title="New note" aria-label="New note" @click=${() => this.create()}>
					<cp-icon name="plus"></cp-icon>
				</button>
			</header>
			<input
				type="text"
				aria-label="Filter notes"
				placeholder="Filter"
				.value=${this.typed}
				@input=${({ target }: InputEvent) => {
					if (target instanceof HTMLInputElement) this.typed = target.value
				}}
			/>
			<p class="hint" role="status">${countNotes(found.length)}</p>
			<ul @keydown=${this.onListKey}>
				${repeat(
					found,
					(note) => note.id,
					(note, index) => this.line(note, index),
				)}
			</ul>
		</section>`
	}

	private line(note: Note, index: number): TemplateResult {
		const open = note.id === this.noteId
		const { line } = this.summary(note)
		return html`<li>
			<button
				aria-current=${open ? 'true' : nothing}
				tabindex=${open || (this.noteId === null && index === 0) ? 0 : -1}
				@click=${() => this.open(note.id)}
			>
				<span class="line">${line === '' ? 'An empty note' : line}</span>
				<span class="about" title=${this.about(note)}>${this.about(note)}</span>
				<time>${momentOf(note.changedAt, this.state.now())}</time>
			</button>
		</li>`
	}

	private about({ target }: Note): string {
		const home = target.kind === 'highlight' ? this.homes?.of(target.id) : null
		return targetName(this.state, target, home ?? null)
	}

	/** The first line and everything folded, made once a note. */
	private summary(note: Note): { readonly line: string; readonly folded: string } {
		const known = this.lines.get(note)
		if (known) return known
		const made = { line: firstLine(note.body).slice(0, 200), folded: foldForIndex(note.body) }
		this.lines.set(note, made)
		return made
	}

	private page(): TemplateResult {
		const { session } = this
		const note = this.noteId === null ? undefined : this.state.notes.get(this.noteId)
		if (!note || !session)
			return html`<section class="page">
				<cp-empty-state sentence="Open a note to read or write on.">
					<button @click=${() => this.create()}>New note</button>
				</cp-empty-state>
			</section>`
		return html`<section class="page" aria-label="Note">
				<header>
					<button class="icon back" title="All notes" aria-label="All notes" @click=${() => this.open(null)}>
						<cp-icon name="chevronLeft"></cp-icon>
					</button>
					<span class="hint">${this.about(note)}</span>
					<span class="tools">
						<button
							class="quiet"
							aria-pressed=${this.reading}
							@click=${() => {
								this.reading = !this.reading
							}}
						>
							<cp-icon name="book"></cp-icon>Read
						</button>
						<button class="icon" title="Remove this note" aria-label="Remove this note" @click=${() => this.removeNote(note)}>
							<cp-icon name="trash"></cp-icon>
						</button>
					</span>
				</header>
				${
					this.reading
						? html`<div class="drawn" tabindex="0" role="region" aria-label="The note as it reads">
							${markdownDrawing(this.state, 2)(session.body)}
						</div>`
						: html`<cp-note-editor
							bare
							.body=${session.body}
							.status=${session.status}
							@note-input=${(event: HTMLElementEventMap['note-input']) => session.type(event.body)}
							@note-leave=${() => session.flush()}
						></cp-note-editor>`
				}
			</section>
			<cp-evidence .state=${this.state} .note=${note} @cite=${(event: CiteEvent) => this.cite(event)}></cp-evidence>`
	}

	private open(note: NoteId | null): void {
		void this.session?.flush()
		if (note === null) this.state.router.go({ view: 'notes' })
		else if (this.noteId === null) this.state.router.go({ view: 'notes', note })
		// Leafing through notes is not a journey: Back leads out of it.
		else this.state.router.replace({ view: 'notes', note })
	}

	private async create(): Promise<void> {
		const target: NoteTarget = { kind: 'library' }
		const id = await this.state.attempt(() => this.state.client.call('notes.create', { target, body: '' }))
		if (id === null) return
		await this.state.notes.settled()
		this.typed = ''
		this.open(id)
	}

	/** Puts a link to the passage at the end of the note. */
	private cite({ highlight, quote }: CiteEvent): void {
		const { session } = this
		const { info } = this.state.library
		if (!session || !info) return
		const line = quote.replace(/\s+/g, ' ')
		const words = (line.length > 80 ? `${line.slice(0, 80)}…` : line).replace(/[[\]\\]/g, '\\$&')
		const link = formatLink({ library: info.id, target: { kind: 'highlight', highlight } })
		const cited = `[“${words}”](${link})`
		session.type(session.body.trim() === '' ? cited : `${session.body.trimEnd()}\n\n${cited}`)
	}

	private async removeNote(note: Note): Promise<void> {
		const { session } = this
		await session?.flush()
		const done = await this.state.attempt(async () => {
			await this.state.client.call('notes.remove', { id: note.id })
			return true
		})
		if (!done) return
		// What could not be saved goes with the note.
		session?.abandon()
		this.state.done('Removed a note.')
		// Whoever has gone elsewhere meanwhile stays there.
		if (this.noteId === note.id) this.state.router.replace({ view: 'notes' })
	}

	private onListKey(event: KeyboardEvent): void {
		stepByArrows(event, this.renderRoot.querySelectorAll<HTMLElement>('.list ul button'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-notes-view': NotesView
	}
}
