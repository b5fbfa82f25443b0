import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { DocumentRow, Passage, Place } from '../../corpus/entities.ts'
import type { DocumentId, HighlightId, ThemeId } from '../../corpus/ids.ts'
import { speechLine } from '../../corpus/speech.ts'
import { pathText } from '../../corpus/themetree.ts'
import { formatVagueDate } from '../../corpus/vaguedate.ts'
import {
	PassageFocusEvent,
	PassageNoteEvent,
	PassageOpenEvent,
	PassageSelectEvent,
} from './passagelist.events.ts'
import { passageListStyles } from './passagelist.styles.ts'
import { type SelectionStep, step } from './selection.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'
import { ThemeOpenEvent } from './themetree.events.ts'

/** Passages drawn at first, and added each time the reader comes near the end. */
const chunk = 120

/**
 * Passages under the heads of their documents, in the order given. However many there are, only as many
 * are in the page as the reader has scrolled to.
 *
 * The list is one stop of the Tab key. The frame's commands move in it through `move` and act on `active`.
 *
 * @event passage-open - a click, or Enter
 * @event passage-select - checkbox, Ctrl or Shift with a click, Space, Ctrl+A
 * @event passage-focus - the keyboard moved
 * @event theme-open - a click on a theme's name
 * @event passage-note - a click on the note
 * @slot note-editor - for the note of the passage `editing`
 */
@customElement('cp-passage-list')
export class PassageList extends LitElement {
	static override styles = passageListStyles

	/** Passages of one document must stand together. */
	@property({ attribute: false }) passages: readonly Passage[] = []
	/** For what stands beside a document's title; documents may be missing. */
	@property({ attribute: false }) documents: ReadonlyMap<DocumentId, DocumentRow> = new Map()
	@property({ attribute: false }) themes: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	@property({ attribute: false }) selected: ReadonlySet<HighlightId> = new Set()
	/** Themes that are asked for: theirs is the lane's colour. */
	@property({ attribute: false }) asked: ReadonlySet<ThemeId> = new Set()
	/** Whole notes instead of their first lines. */
	@property({ type: Boolean }) notes = false
	/** Draws a note's Markdown; the text as it is unless told. */
	@property({ attribute: false }) drawNote: (body: string) => unknown = (body) => body
	/** The passage whose note is being written: the slot takes the place of its note. */
	@property({ attribute: false }) editing: HighlightId | null = null
	/** The passage that commands act on. */
	@property({ attribute: false }) active: HighlightId | null = null

	/** Only these passages are in the page: from `first` on, up to `end`. */
	@state() private first = 0
	@state() private end = chunk
	@query('.earlier') private earlier!: HTMLElement | null
	@query('.later') private later!: HTMLElement | null
	private origin: HighlightId | null = null
	/** The one stop of the Tab key. */
	private tabbed: HighlightId | null = null
	private readonly edges = new IntersectionObserver(
		(entries) => {
			const near = entries.filter((entry) => entry.isIntersecting).map(({ target }) => target)
			if (near.some((edge) => edge === this.later)) this.end += chunk
			if (near.some((edge) => edge === this.earlier)) this.first = Math.max(0, this.first - chunk)
		},
		{ scrollMargin: '1200px' },
	)

	/** Moves by so many passages, within the list, and focuses the one it comes to. */
	move(by: number): void {
		const at = this.passages.findIndex(({ highlight }) => highlight.id === this.active)
		const target = at < 0 ? 0 : Math.min(this.passages.length - 1, Math.max(0, at + by))
		const passage = this.passages[target]
		if (passage) void this.focusPassage(passage.highlight.id)
	}

	/** Shows the passage and puts the keyboard on it. */
	async focusPassage(id: HighlightId): Promise<void> {
		const index = this.passages.findIndex(({ highlight }) => highlight.id === id)
		if (index < 0) return
		this.reach(index)
		this.activate(id)
		await this.updateComplete
		const article = this.renderRoot.querySelector<HTMLElement>(`#passage-${id}`)
		article?.focus({ preventScroll: true })
		article?.scrollIntoView({ block: 'nearest' })
	}

	/** The first passage of which more than a sliver is in sight below `y` (CSS px of the window). For history. */
	topmost(y: number): HighlightId | null {
		const articles = [...this.renderRoot.querySelectorAll('article')]
		const top = articles.find((article) => article.getBoundingClientRect().bottom > y + 8)
		return this.passages.find(({ highlight }) => top?.id === `passage-${highlight.id}`)?.highlight.id ?? null
	}

	/** Scrolls so that this passage is the topmost. */
	async showFirst(id: HighlightId): Promise<void> {
		const index = this.passages.findIndex(({ highlight }) => highlight.id === id)
		if (index < 0) return
		this.reach(index)
		await this.updateComplete
		this.renderRoot.querySelector(`#passage-${id}`)?.scrollIntoView({ block: 'start' })
	}

	/** Takes a passage into the page: near ones by adding to what is there, far ones by beginning anew around it. */
	private reach(index: number): void {
		if (index < this.first - chunk || index >= this.end + chunk) {
			this.first = Math.max(0, index - chunk)
			this.end = index + chunk
		}
		this.first = Math.min(this.first, index)
		this.end = Math.max(this.end, index + 1)
	}

	override focus(): void {
		if (this.active !== null && this.passages.some(({ highlight }) => highlight.id === this.active))
			void this.focusPassage(this.active)
		else this.move(0)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.edges.disconnect()
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		// Observed anew each time: an edge that never left the neighbourhood would not be reported again.
		this.edges.disconnect()
		for (const edge of [this.earlier, this.later]) if (edge) this.edges.observe(edge)
	}

	override render(): TemplateResult {
		// The list may have become shorter than what was in the page.
		const first = this.first < this.passages.length ? this.first : 0
		const shown = this.passages.slice(first, this.end)
		this.tabbed = shown.some(({ highlight }) => highlight.id === this.active)
			? this.active
			: (shown[0]?.highlight.id ?? null)
		const groups = [...Map.groupBy(shown, ({ highlight }) => highlight.document)]
		return html`<div class=${this.selected.size > 0 ? 'choosing' : ''} data-passage-keys @keydown=${this.onKey}>
			${first > 0 ? html`<div class="edge earlier"></div>` : nothing}
			${repeat(
				groups,
				([document]) => document,
				([document, passages]) => this.group(document, passages),
			)}
			${first + shown.length < this.passages.length ? html`<div class="edge later"></div>` : nothing}
		</div>`
	}

	private group(document: DocumentId, passages: readonly Passage[]): TemplateResult {
		const title = passages[0]?.documentTitle ?? ''
		const row = this.documents.get(document)
		const first = passages[0]?.highlight.id
		return html`<section aria-labelledby="document-${document}">
			<header>
				<h2 id="document-${document}">
					<button
						@click=${() => first !== undefined && this.dispatchEvent(new PassageOpenEvent(first, document))}
						>${title}</button
					>
				</h2>
				${row ? html`<span class="about">${about(row)}</span>` : nothing}
			</header>
			<ul>
				${repeat(
					passages,
					({ highlight }) => highlight.id,
					(passage) => html`<li>${this.passage(passage)}</li>`,
				)}
			</ul>
		</section>`
	}

	private passage(passage: Passage): TemplateResult {
		const { highlight, before, after } = passage
		const { id } = highlight
		const looks = highlight.taggings.flatMap(({ theme }) => this.themes.get(theme) ?? [])
		const lane = looks.find((look) => this.asked.has(look.id)) ?? looks[0]
		return html`<article
			id="passage-${id}"
			class=${this.selected.has(id) ? 'selected' : ''}
			tabindex=${id === this.tabbed ? 0 : -1}
			aria-label=${label(passage, looks)}
			@click=${(event: MouseEvent) => this.onClick(event, passage)}
			@focus=${() => this.activate(id)}
		>
			<input
				class="choose"
				type="checkbox"
				tabindex="-1"
				aria-label="Select this passage"
				.checked=${this.selected.has(id)}
				@click=${(event: MouseEvent) => this.onChoose(event, id)}
			/>
			<span class=${lane ? 'lane themed' : 'lane'} style=${lane ? hueStyle(lane.hue) : nothing}></span>
			<div class="text">
				<blockquote>
					${before === '' ? nothing : `${before} `}<span class="quote">${highlight.anchor.quote.replaceAll('\uFFFC', '▧')}</span
					>${after === '' ? nothing : `${/^[\p{P}]/u.test(after) ? '' : ' '}${after}`}
				</blockquote>
				${this.note(passage)}
			</div>
			<div class="side">
				${looks.map(
					(look) => html`<button
						class="theme"
						tabindex="-1"
						style=${hueStyle(look.hue)}
						title=${pathText(look.path)}
						@click=${(event: MouseEvent) => {
							event.stopPropagation()
							this.dispatchEvent(new ThemeOpenEvent(look.id))
						}}
						>${look.name}</button
					>`,
				)}
				<span>${placeLine(passage.place)}${passage.highlight.placed ? nothing : ' · in an earlier reading'}</span>
			</div>
		</article>`
	}

	private note({ highlight }: Passage): TemplateResult | typeof nothing {
		if (highlight.id === this.editing)
			return html`<div class="editor" @click=${stop}><slot name="note-editor"></slot></div>`
		if (!highlight.note || highlight.note.body.trim() === '') return nothing
		const body = this.notes ? highlight.note.body : firstLine(highlight.note.body)
		return html`<div
			class=${this.notes ? 'note' : 'note first'}
			@click=${(event: MouseEvent) => {
				event.stopPropagation()
				this.dispatchEvent(new PassageNoteEvent(highlight.id))
			}}
		>
			${this.drawNote(body)}
		</div>`
	}

	private activate(id: HighlightId): void {
		if (this.active === id) return
		this.active = id
		this.dispatchEvent(new PassageFocusEvent(id))
	}

	private choose(id: HighlightId, how: SelectionStep): void {
		const order = this.passages.map(({ highlight }) => highlight.id)
		const after = step({ selected: this.selected, active: this.active, origin: this.origin }, order, id, how)
		this.origin = after.origin
		this.activate(id)
		this.dispatchEvent(new PassageSelectEvent(after.selected))
	}

	private onClick(event: MouseEvent, { highlight }: Passage): void {
		if (event.shiftKey) this.choose(highlight.id, 'range')
		else if (event.ctrlKey || event.metaKey) this.choose(highlight.id, 'toggle')
		// Whoever marked some words to copy them does not want to leave.
		else if (window.getSelection()?.isCollapsed !== false) {
			this.activate(highlight.id)
			this.dispatchEvent(new PassageOpenEvent(highlight.id, highlight.document))
		}
	}

	private onChoose(event: MouseEvent, id: HighlightId): void {
		event.stopPropagation()
		this.choose(id, event.shiftKey ? 'range' : 'toggle')
	}

	private onKey(event: KeyboardEvent): void {
		const onPassage = event.target instanceof HTMLElement && event.target.localName === 'article'
		if (!onPassage || event.altKey) return
		const control = event.ctrlKey || event.metaKey
		const { active } = this
		const passage = this.passages.find(({ highlight }) => highlight.id === active)
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			const by = event.key === 'ArrowDown' ? 1 : -1
			if (event.shiftKey && active !== null) this.origin ??= active
			this.move(by)
			if (event.shiftKey && this.active !== null) this.choose(this.active, 'range')
		} else if (event.key === 'Home') this.move(-this.passages.length)
		else if (event.key === 'End') this.move(this.passages.length)
		else if (event.key === ' ' && active !== null) this.choose(active, 'toggle')
		else if (event.key === 'Enter' && passage && !control)
			this.dispatchEvent(new PassageOpenEvent(passage.highlight.id, passage.highlight.document))
		else if (control && event.key.toLowerCase() === 'a')
			this.dispatchEvent(new PassageSelectEvent(new Set(this.passages.map(({ highlight }) => highlight.id))))
		else if (event.key === 'Escape' && this.selected.size > 0)
			this.dispatchEvent(new PassageSelectEvent(new Set()))
		else return
		event.preventDefault()
		event.stopPropagation()
	}
}

const stop = (event: Event): void => event.stopPropagation()

/** "Desk brief, 16 April 2023": where a document stood, and when. */
const about = ({ metadata }: DocumentRow): string =>
	[
		metadata['container-title'] ?? metadata.type ?? '',
		metadata.issued ? formatVagueDate(metadata.issued) : '',
	]
		.filter((part) => part !== '')
		.join(', ')

/** "p. 12", "00:12:31, Anna", or "Trade was the easy chapter, ¶ 2". */
export const placeLine = (place: Place): string => {
	const { page, heading, paragraph } = place
	const inText = heading === null ? `¶ ${paragraph}` : `${heading}, ¶ ${paragraph}`
	return page !== null ? `p. ${page}` : (speechLine(place) ?? inText)
}

const label = ({ highlight, place }: Passage, looks: readonly ThemeLook[]): string => {
	const themes = looks.length === 0 ? 'no theme' : looks.map((look) => look.name).join(', ')
	const quote = highlight.anchor.quote
	const short = quote.length > 160 ? `${quote.slice(0, 160)}…` : quote
	return `“${short}”, ${themes}, ${placeLine(place)}${highlight.placed ? '' : ', in an earlier reading'}${highlight.note ? ', with a note' : ''}`
}

export const firstLine = (body: string): string => body.trimStart().split('\n', 1)[0] ?? ''

declare global {
	interface HTMLElementTagNameMap {
		'cp-passage-list': PassageList
	}
}
