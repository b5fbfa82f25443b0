import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { DocumentRow, ReadingStatus } from '../../corpus/entities.ts'
import type { DocumentId, ThemeId } from '../../corpus/ids.ts'
import { shortNames } from '../../corpus/names.ts'
import { formatVagueDate } from '../../corpus/vaguedate.ts'
import {
	type DocumentColumn,
	DocumentMenuEvent,
	DocumentOpenEvent,
	DocumentQueueEvent,
	DocumentSelectEvent,
	DocumentSortEvent,
} from './documenttable.events.ts'
import { documentTableStyles } from './documenttable.styles.ts'
import { movedIndex, nothingSelected, type Selection, type SelectionStep, step } from './selection.ts'
import type { ThemeLook } from './themelook.ts'
import { hueStyle } from './themelook.ts'

/** CSS px; the stylesheet says the same. */
const rowHeight = 44
/** CSS px that a hand may slip between press and release, and still mean a click. */
const stillness = 6
/** Rows drawn beyond either edge, so that a quick scroll shows no gap. */
const overscan = 8
const dragType = 'application/x-commonplace-row'

export const statusNames: Readonly<Record<ReadingStatus, string>> = {
	'to-read': 'To read',
	reading: 'Reading',
	done: 'Done',
}

/**
 * The library's one table: any number of rows, of which only those in sight are in the page.
 *
 * Keys: arrows, Home, End, Page Up and Down move; Space selects, Shift with movement selects a range,
 * Ctrl+A all; Enter opens; the menu key asks for the menu; in the queue Alt+↑ and Alt+↓ move the row.
 *
 * @event document-open - Enter, double click, a click on the title
 * @event document-select - the selection changed
 * @event document-sort - a click on a column's heading
 * @event document-queue - a row was moved in the queue
 * @event document-menu - right click or menu key
 */
@customElement('cp-document-table')
export class DocumentTable extends LitElement {
	static override styles = documentTableStyles

	/** In the order to be shown. */
	@property({ attribute: false }) rows: readonly DocumentRow[] = []
	@property({ attribute: false }) themes: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	@property({ attribute: false }) selected: ReadonlySet<DocumentId> = nothingSelected.selected
	/** Which column the rows are sorted by; null: none of them. */
	@property({ attribute: false }) column: DocumentColumn | null = null
	@property({ type: Boolean }) descending = false
	/** The rows are the queue of what is to read and can be moved. */
	@property({ type: Boolean }) queue = false
	/** What formats are called, by `DocumentRow.format`. */
	@property({ attribute: false }) formats: ReadonlyMap<string, string> = new Map()
	/** Accessible name of the table. */
	@property() label = 'Documents'

	@query('.grid') private grid!: HTMLElement
	@state() private active: DocumentId | null = null
	@state() private first = 0
	@state() private last = 30
	@state() private drop: { readonly id: DocumentId; readonly after: boolean } | null = null
	private origin: DocumentId | null = null
	/** The title that the mouse was pressed on, and where; null: on none. */
	private pressed: { readonly id: DocumentId; readonly x: number; readonly y: number } | null = null
	private order: readonly DocumentId[] = []
	private readonly resize = new ResizeObserver(() => this.measure())

	/** CSS px from the top, for history. */
	get offset(): number {
		return this.grid?.scrollTop ?? 0
	}
	set offset(value: number) {
		void this.updateComplete.then(() => {
			this.grid.scrollTop = value
			this.measure()
		})
	}

	/** The keys begin at this row, which is brought into sight; nothing happens where it is not shown. */
	beginAt(id: DocumentId): void {
		void this.updateComplete.then(() => {
			const index = this.order.indexOf(id)
			if (index < 0) return
			this.active = id
			this.reveal(index)
		})
	}

	override focus(): void {
		this.grid?.focus()
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.resize.observe(this)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.resize.disconnect()
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('rows')) this.order = this.rows.map((row) => row.id)
	}

	override render(): TemplateResult {
		const count = this.rows.length
		const activeIndex = this.active === null ? -1 : this.order.indexOf(this.active)
		const first = Math.min(this.first, Math.max(0, count - 1))
		const visible = this.rows.slice(first, this.last).map((row, i) => ({ row, index: first + i }))
		const activeRow = this.rows[activeIndex]
		// The active row stays in the page however far the reader scrolls: the grid points at it.
		if (activeRow && (activeIndex < first || activeIndex >= this.last))
			visible.push({ row: activeRow, index: activeIndex })
		return html`<div
			class="grid"
			role="grid"
			tabindex="0"
			aria-label=${this.label}
			aria-multiselectable="true"
			aria-rowcount=${count + 1}
			aria-activedescendant=${activeIndex < 0 ? nothing : `row-${this.active}`}
			@scroll=${this.measure}
			@keydown=${this.onKey}
			@click=${this.onClick}
			@focus=${this.onFocus}
			@contextmenu=${this.onMenu}
		>
			<div role="rowgroup">
				<div class="row head" role="row" aria-rowindex="1">
					${this.heading('title', 'Title')} ${this.heading('author', 'Authors', 'author')}
					${this.heading('date', 'Date', 'date')} ${this.heading('status', 'Status')}
					${this.heading('passages', 'Passages', 'number')} ${this.heading('words', 'Words', 'words number')}
					<div class="format" role="columnheader">Format</div>
					<div class="themes" role="columnheader">Themes</div>
				</div>
			</div>
			<div
				class="body"
				role="rowgroup"
				style=${styleMap({ 'block-size': `${count * rowHeight}px` })}
				@dragover=${this.onDragOver}
				@dragleave=${this.onDragLeave}
				@drop=${this.onDrop}
			>
				${repeat(
					visible,
					({ row }) => row.id,
					({ row, index }) => this.row(row, index),
				)}
			</div>
		</div>`
	}

	private heading(column: DocumentColumn, name: string, kind = ''): TemplateResult {
		const sorted = this.column === column
		const direction = this.descending ? 'descending' : 'ascending'
		return html`<div class=${kind} role="columnheader" aria-sort=${sorted ? direction : 'none'}>
			<button @click=${() => this.dispatchEvent(new DocumentSortEvent(column))}>
				${name}${sorted ? html`<span aria-hidden="true"> ${this.descending ? '↓' : '↑'}</span>` : nothing}
			</button>
		</div>`
	}

	private row(row: DocumentRow, index: number): TemplateResult {
		const { metadata } = row
		const by = byline(row)
		const drop = this.drop?.id === row.id ? (this.drop.after ? 'after' : 'before') : ''
		return html`<div
			class="row ${row.id === this.active ? 'active' : ''} ${drop}"
			role="row"
			id="row-${row.id}"
			data-index=${index}
			aria-rowindex=${index + 2}
			aria-selected=${this.selected.has(row.id)}
			draggable=${this.queue ? 'true' : 'false'}
			style=${styleMap({ 'inset-block-start': `${index * rowHeight}px` })}
			@mousedown=${(event: MouseEvent) => this.onPress(event, row.id)}
			@dblclick=${() => this.open(row.id)}
			@dragstart=${(event: DragEvent) => this.onDragStart(event, row.id)}
		>
			<div class="cell title" role="gridcell" title=${metadata.title}>
				<span lang=${metadata.language ?? nothing}>${metadata.title}</span>
			</div>
			<div class="cell author" role="gridcell" title=${by}>${by}</div>
			<div class="cell date" role="gridcell">${metadata.issued ? formatVagueDate(metadata.issued) : ''}</div>
			<div class="cell status" role="gridcell">${statusIcon(row.status)}${statusNames[row.status]}</div>
			<div class="cell number" role="gridcell">${row.highlights === 0 ? '–' : row.highlights.toLocaleString('en')}</div>
			<div class="cell words number" role="gridcell">${row.words.toLocaleString('en')}</div>
			<div class="cell format" role="gridcell" title=${row.fileName}>${this.formats.get(row.format) ?? row.format}</div>
			<div class="cell themes" role="gridcell">${this.dots(row.themes)}</div>
		</div>`
	}

	private dots(ids: readonly ThemeId[]): TemplateResult | typeof nothing {
		const looks = ids.flatMap((id) => this.themes.get(id) ?? [])
		if (looks.length === 0) return nothing
		const names = looks.map((look) => look.name).join(', ')
		// One dot a hue: children of one theme would look the same.
		const hues = [...new Set(looks.map((look) => look.hue))].slice(0, 6)
		return html`<span class="themes" style="padding: 0" role="img" aria-label=${names} title=${names}>
			${hues.map((hue) => html`<span class="dot" style=${hueStyle(hue)}></span>`)}
		</span>`
	}

	private measure = (): void => {
		if (!this.grid) return
		const top = Math.max(0, Math.floor(this.grid.scrollTop / rowHeight) - overscan)
		const rows = Math.ceil(this.grid.clientHeight / rowHeight) + 2 * overscan
		this.first = top
		this.last = top + rows
	}

	private onFocus(): void {
		if (this.active === null || !this.order.includes(this.active)) this.active = this.order[0] ?? null
	}

	private choose(id: DocumentId, how: SelectionStep): void {
		const before: Selection<DocumentId> = {
			selected: this.selected,
			active: this.active,
			origin: this.origin,
		}
		const after = step(before, this.order, id, how)
		this.active = after.active
		this.origin = after.origin
		if (after.selected !== before.selected) this.dispatchEvent(new DocumentSelectEvent(after.selected))
	}

	private onPress(event: MouseEvent, id: DocumentId): void {
		this.pressed = null
		if (event.button === 2) {
			if (!this.selected.has(id)) this.choose(id, 'only')
			return
		}
		if (event.button !== 0) return
		if (event.detail > 1) event.preventDefault()
		if (event.shiftKey) {
			event.preventDefault()
			this.choose(id, 'range')
		} else if (event.ctrlKey || event.metaKey) this.choose(id, 'toggle')
		// A title opens when it is let go: a selection could bring something between it and the pointer.
		else if (!isOnTitle(event)) this.choose(id, 'only')
		else {
			this.active = id
			this.pressed = { id, x: event.clientX, y: event.clientY }
		}
		this.grid.focus({ preventScroll: true })
	}

	/**
	 * Opens the document whose title was pressed. While documents are being added the rows move, also between
	 * press and release: the press decides. A click without a press comes from a screen reader.
	 */
	private onClick(event: MouseEvent): void {
		const { pressed } = this
		this.pressed = null
		if (event.shiftKey || event.ctrlKey || event.metaKey || event.detail > 1) return
		if (pressed !== null) {
			if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= stillness) this.open(pressed.id)
		} else if (isOnTitle(event)) {
			const id = this.order[Number(rowAt(event)?.dataset['index'])]
			if (id !== undefined) this.open(id)
		}
	}

	private open(id: DocumentId): void {
		this.dispatchEvent(new DocumentOpenEvent(id))
	}

	private onKey(event: KeyboardEvent): void {
		if (event.target !== this.grid) return
		const index = this.active === null ? -1 : this.order.indexOf(this.active)
		const control = event.ctrlKey || event.metaKey
		if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
			if (!this.queue || index < 0) return
			this.moveInQueue(index, event.key === 'ArrowUp' ? -1 : 1)
		} else if (event.altKey) return
		else if (control && event.key.toLowerCase() === 'a')
			this.dispatchEvent(new DocumentSelectEvent(new Set(this.order)))
		else if (event.key === 'Enter' && this.active !== null && index >= 0) this.open(this.active)
		else if (event.key === ' ' && this.active !== null && index >= 0) this.choose(this.active, 'toggle')
		else if (event.key === 'Escape' && this.selected.size > 0)
			this.dispatchEvent(new DocumentSelectEvent(new Set()))
		else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) this.menuAtRow()
		else {
			const page = Math.max(1, Math.floor((this.grid.clientHeight - 32) / rowHeight) - 1)
			const target = movedIndex(event.key, index, this.order.length, page)
			const id = target === null ? undefined : this.order[target]
			if (target === null || id === undefined) return
			this.choose(id, event.shiftKey ? 'range' : 'move')
			this.reveal(target)
		}
		event.preventDefault()
		event.stopPropagation()
	}

	/** Scrolls as little as will show the row below the heading. */
	private reveal(index: number): void {
		const top = index * rowHeight
		const height = this.grid.clientHeight - 33
		if (top < this.grid.scrollTop) this.grid.scrollTop = top
		else if (top + rowHeight > this.grid.scrollTop + height) this.grid.scrollTop = top + rowHeight - height
	}

	private moveInQueue(index: number, by: -1 | 1): void {
		const id = this.order[index]
		const target = index + by
		if (id === undefined || target < 0 || target >= this.order.length) return
		const before = by < 0 ? this.order[target] : this.order[target + 1]
		this.dispatchEvent(new DocumentQueueEvent(id, before ?? null))
		this.reveal(target)
	}

	private menuAtRow(): void {
		if (this.active === null) return
		if (!this.selected.has(this.active)) this.choose(this.active, 'only')
		const box = this.renderRoot.querySelector('.row.active')?.getBoundingClientRect()
		if (box) this.dispatchEvent(new DocumentMenuEvent(box.left + 32, box.bottom - 8))
	}

	private onMenu(event: MouseEvent): void {
		event.preventDefault()
		// A menu key arrives without a pointer: it was handled as a key.
		if (event.button !== 2 || this.selected.size === 0) return
		this.dispatchEvent(new DocumentMenuEvent(event.clientX, event.clientY))
	}

	private onDragStart(event: DragEvent, id: DocumentId): void {
		event.dataTransfer?.setData(dragType, id)
		if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
	}

	private onDragOver(event: DragEvent): void {
		if (!this.queue || !event.dataTransfer?.types.includes(dragType)) return
		event.preventDefault()
		const row = rowAt(event)
		const id = row ? this.order[Number(row.dataset['index'])] : undefined
		if (!row || id === undefined) return
		const box = row.getBoundingClientRect()
		this.drop = { id, after: event.clientY > box.top + box.height / 2 }
	}

	private onDragLeave(event: DragEvent): void {
		if (event.relatedTarget instanceof Node && this.grid.contains(event.relatedTarget)) return
		this.drop = null
	}

	private onDrop(event: DragEvent): void {
		const moved = event.dataTransfer?.getData(dragType)
		const { drop } = this
		this.drop = null
		const id = this.order.find((known) => known === moved)
		if (id === undefined || !drop || drop.id === id) return
		event.preventDefault()
		const before = drop.after ? this.order[this.order.indexOf(drop.id) + 1] : drop.id
		if (before !== id) this.dispatchEvent(new DocumentQueueEvent(id, before ?? null))
	}
}

const rowAt = ({ target }: Event): HTMLElement | null =>
	target instanceof Element ? target.closest<HTMLElement>('.row') : null

const isOnTitle = ({ target }: Event): boolean =>
	target instanceof Element && target.closest('.title span') !== null

/** Who a document is by, else where it stood; '' where neither is known. */
export function byline({ metadata }: DocumentRow): string {
	if (metadata.author && metadata.author.length > 0) return shortNames(metadata.author)
	return metadata['container-title'] ?? metadata.publisher ?? ''
}

/** An empty, half or full circle. Decorative: the word stands beside it. */
export const statusIcon = (
	status: ReadingStatus,
): TemplateResult => html`<svg viewBox="0 0 12 12" aria-hidden="true">
	<circle cx="6" cy="6" r="5.25" fill=${status === 'done' ? 'currentColor' : 'none'} stroke="currentColor" stroke-width="1.2"></circle>
	${status === 'reading' ? svg`<path d="M6 1 a5 5 0 0 1 0 10 z" fill="currentColor"></path>` : nothing}
</svg>`

declare global {
	interface HTMLElementTagNameMap {
		'cp-document-table': DocumentTable
	}
}
