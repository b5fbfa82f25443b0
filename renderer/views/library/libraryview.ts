import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Collection, DocumentRow } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { handles } from '../../commands/handles.ts'
import { controls } from '../../elements/controls.ts'
import type { DocumentColumn, DocumentMenuEvent } from '../../elements/documenttable.events.ts'
import type { DocumentTable } from '../../elements/documenttable.ts'
import { deepActiveElement } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/bulkbar.ts'
import '../../elements/documenttable.ts'
import '../../elements/emptystate.ts'
import '../../elements/icon.ts'
import { documents as countDocuments } from '../counts.ts'
import { writeNote } from '../notes/writing.ts'
import { addEntries } from './addmenu.ts'
import { collectionMenu } from './collectionmenu.ts'
import { addToCollection } from './collections.ts'
import { editMetadata, exportDocuments, removeDocuments } from './documentactions.ts'
import { documentMenu, statusEntries } from './documentmenu.ts'
import { drawFirstRun } from './firstrun.ts'
import { shortNames } from './formats.ts'
import { libraryViewStyles } from './libraryview.styles.ts'
import { filterWords, inTab, type LibraryTab, RowFilter, type Sort, sortedBy, sortRows } from './listing.ts'
import { openOriginal, saveOriginal } from './originals.ts'
import { outdatedOf, reread } from './rereading.ts'

const tabs: readonly { readonly label: string; readonly tab: LibraryTab }[] = [
	{ label: 'All', tab: { kind: 'all' } },
	{ label: 'To read', tab: { kind: 'status', status: 'to-read' } },
	{ label: 'Reading', tab: { kind: 'status', status: 'reading' } },
	{ label: 'Done', tab: { kind: 'status', status: 'done' } },
]

/** The library: one table of documents, what narrows it, and what can be done with the selected ones. */
@customElement('cp-library-view')
export class LibraryView extends LitElement {
	static override styles = [controls, libraryViewStyles]

	@property({ attribute: false }) state!: AppState

	@state() private tab: LibraryTab = { kind: 'all' }
	@state() private sort: Sort = { by: 'added', descending: true }
	@state() private typed = ''
	@state() private selected: ReadonlySet<DocumentId> = new Set()
	@query('cp-document-table') private table!: DocumentTable | null
	@query('input') private filterField!: HTMLInputElement | null

	private readonly filter = new RowFilter()
	private rows: readonly DocumentRow[] = []
	private rowsOf: readonly unknown[] = []
	private entry = -1
	private hasBegun = false
	private stopKeeping: (() => void) | null = null

	constructor() {
		super()
		watch(this, () => [
			this.state.documents,
			this.state.collections,
			this.state.themes,
			this.state.library,
			this.state.router,
		])
		handles(this, () => this.state.commands, {
			'document.metadata': {
				run: () => editMetadata(this.state, this.chosen),
				enabled: () => this.selected.size > 0,
			},
			'document.note': {
				run: () => this.chosen[0] && writeNote(this.state, { kind: 'document', id: this.chosen[0] }),
				enabled: () => this.selected.size === 1,
			},
			'document.openOriginal': {
				run: () => this.chosen[0] && openOriginal(this.state, this.chosen[0]),
				enabled: () => this.selected.size === 1,
			},
			'document.saveOriginal': {
				run: () => this.chosen[0] && saveOriginal(this.state, this.chosen[0]),
				enabled: () => this.selected.size === 1,
			},
			'document.reread': {
				run: () => reread(this.state, this.chosen),
				enabled: () => outdatedOf(this.state, this.chosen).length > 0,
			},
			'document.remove': {
				run: () => removeDocuments(this.state, this.chosen),
				enabled: () => this.selected.size > 0,
			},
		})
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.addEventListener('keydown', this.onKey)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.stopKeeping?.()
		this.stopKeeping = null
	}

	/** The selected documents, in the order shown. */
	private get chosen(): readonly DocumentId[] {
		return this.rows.filter((row) => this.selected.has(row.id)).map((row) => row.id)
	}

	private get collection(): Collection | undefined {
		return this.tab.kind === 'collection' ? this.state.collections.get(this.tab.id) : undefined
	}

	protected override willUpdate(): void {
		this.comeBack()
		const { all } = this.state.documents
		// A collection that was removed (or undone) leaves its tab without a name.
		if (this.tab.kind === 'collection' && this.state.collections.status === 'ready' && !this.collection)
			this.show({ kind: 'all' })
		const inputs = [all, this.tab, this.sort, this.typed]
		if (inputs.every((input, i) => input === this.rowsOf[i])) return
		this.rowsOf = inputs
		const words = filterWords(this.typed)
		this.rows = sortRows(
			all.filter((row) => inTab(row, this.tab) && this.filter.matches(row, words)),
			this.sort,
		)
		const shown = new Set(this.rows.map((row) => row.id))
		const selected = [...this.selected].filter((id) => shown.has(id))
		if (selected.length < this.selected.size) this.selected = new Set(selected)
	}

	/** Once the rows are there: scrolls to where the reader was, and lets the keyboard begin in the table. */
	private takeFocus(): void {
		const { table } = this
		if (!table || this.hasBegun) return
		this.hasBegun = true
		const { entry, left } = this.state.router
		const { memory } = entry
		if (typeof memory['scroll'] === 'number') table.offset = memory['scroll']
		if (left?.view === 'reading') table.beginAt(left.document)
		const active = deepActiveElement()
		if (active === null || active.matches('body, main')) void table.updateComplete.then(() => table.focus())
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		this.takeFocus()
		this.stopKeeping ??= this.state.router.onLeave(() =>
			this.state.router.route.view === 'library'
				? {
						tab: JSON.stringify(this.tab),
						by: this.sort.by,
						descending: this.sort.descending,
						typed: this.typed,
						scroll: this.table?.offset ?? 0,
					}
				: {},
		)
	}

	/** Takes tab, order and filter from the place in history, whenever another place is shown. */
	private comeBack(): void {
		const { entry } = this.state.router
		if (entry.route.view !== 'library' || entry.id === this.entry) return
		this.entry = entry.id
		const { tab, by, descending, typed } = entry.memory
		if (entry.route.collection !== undefined) this.show({ kind: 'collection', id: entry.route.collection })
		else if (typeof tab === 'string') this.tab = JSON.parse(tab)
		if (typeof by === 'string') this.sort = { by: by as Sort['by'], descending: descending === true }
		if (typeof typed === 'string') this.typed = typed
	}

	private show(tab: LibraryTab): void {
		this.tab = tab
		const queue = tab.kind === 'status' && tab.status === 'to-read'
		this.sort = queue ? { by: 'queue', descending: false } : { by: 'added', descending: true }
	}

	override render(): TemplateResult {
		const { documents } = this.state
		if (documents.status === 'failed' && documents.all.length === 0)
			return html`<cp-empty-state sentence=${documents.problem ?? ''}>
				<button @click=${() => documents.reload()}>Try again</button>
			</cp-empty-state>`
		if (documents.status === 'ready' && documents.all.length === 0) return drawFirstRun(this.state)
		return html`
			<header>
				<h1>Library</h1>
				<span class="add">
					<button class="primary" @click=${() => this.state.commands.run('documents.add')}>
						<cp-icon name="plus"></cp-icon>Add documents
					</button>
					<button
						class="primary icon"
						aria-label="More ways to add documents"
						title="More ways to add documents"
						aria-haspopup="menu"
						@click=${(event: MouseEvent) => this.addMenu(event)}
					>
						<cp-icon name="chevronDown"></cp-icon>
					</button>
				</span>
			</header>
			<div class="bar">
				<div class="tabs" role="group" aria-label="Which documents">
					${tabs.map(({ label, tab }) => this.tabButton(label, tab))}
					${this.state.collections.all.map((collection) =>
						this.tabButton(collection.name, { kind: 'collection', id: collection.id }),
					)}
				</div>
				${this.collection ? this.collectionButton(this.collection) : nothing}
				<div class="filter">
					<cp-icon name="filter"></cp-icon>
					<input
						type="text"
						aria-label="Filter documents"
						placeholder="Filter"
						.value=${this.typed}
						@input=${(event: InputEvent) => {
							if (event.target instanceof HTMLInputElement) this.typed = event.target.value
						}}
						@keydown=${this.onFilterKey}
					/>
				</div>
				<span class="count" role="status">${documents.status === 'loading' ? nothing : countDocuments(this.rows.length)}</span>
			</div>
			${documents.status === 'ready' && this.rows.length === 0 ? this.nothingHere() : this.documentTable()}
			${this.selected.size > 0 ? this.bulkBar() : nothing}
		`
	}

	private tabButton(label: string, tab: LibraryTab): TemplateResult {
		const chosen = JSON.stringify(tab) === JSON.stringify(this.tab)
		return html`<button aria-pressed=${chosen} title=${label} @click=${() => this.show(tab)}>
			${tab.kind === 'collection' ? html`<cp-icon name="folder" style="--icon-size: 14px"></cp-icon>` : nothing}
			<span>${label}</span>
		</button>`
	}

	private collectionButton(collection: Collection): TemplateResult {
		return html`<button
			class="icon"
			aria-label="What can be done with this collection"
			title="Collection"
			aria-haspopup="menu"
			@click=${(event: MouseEvent) => {
				if (!(event.currentTarget instanceof Element)) return
				const entries = collectionMenu(this.state, collection)
				this.state.menus.show(`Collection “${collection.name}”`, event.currentTarget, entries)
			}}
		>
			<cp-icon name="more"></cp-icon>
		</button>`
	}

	private documentTable(): TemplateResult {
		const { by, descending } = this.sort
		return html`<cp-document-table
			.rows=${this.rows}
			.formats=${shortNames(this.state.library.info?.formats ?? [])}
			.themes=${this.state.themes.looks}
			.selected=${this.selected}
			.column=${by === 'queue' || by === 'added' ? null : by}
			?descending=${descending}
			?queue=${by === 'queue' && this.typed === ''}
			@document-open=${(event: HTMLElementEventMap['document-open']) =>
				this.state.router.go({ view: 'reading', document: event.document })}
			@document-select=${(event: HTMLElementEventMap['document-select']) => {
				this.selected = event.selected
			}}
			@document-sort=${(event: { readonly column: DocumentColumn }) => {
				this.sort = sortedBy(event.column, this.sort)
			}}
			@document-queue=${(event: HTMLElementEventMap['document-queue']) =>
				this.state.attempt(() =>
					this.state.client.call('documents.queue', { id: event.document, before: event.before }),
				)}
			@document-menu=${(event: DocumentMenuEvent) => {
				const { chosen, collection } = this
				this.state.menus.show(
					countDocuments(chosen.length),
					{ x: event.x, y: event.y },
					documentMenu(this.state, chosen, collection ?? null),
				)
			}}
		></cp-document-table>`
	}

	private bulkBar(): TemplateResult {
		const { chosen } = this
		return html`<cp-bulk-bar
			label="${countDocuments(chosen.length)} selected"
			@clear-selection=${() => {
				this.selected = new Set()
				this.table?.focus()
			}}
		>
			<button class="quiet" aria-haspopup="menu" @click=${(event: MouseEvent) => this.statusMenu(event)}>Status</button>
			<button class="quiet" @click=${() => addToCollection(this.state, chosen)}>
				<cp-icon name="folder"></cp-icon>Collection
			</button>
			<button class="quiet" @click=${() => editMetadata(this.state, chosen)}>
				<cp-icon name="pencil"></cp-icon>Edit metadata
			</button>
			<button class="quiet" @click=${() => exportDocuments(this.state, { kind: 'documents', ids: [...chosen] })}>
				<cp-icon name="download"></cp-icon>Export
			</button>
			<button class="quiet" @click=${() => removeDocuments(this.state, chosen)}>
				<cp-icon name="trash"></cp-icon>Remove
			</button>
		</cp-bulk-bar>`
	}

	private statusMenu(event: MouseEvent): void {
		if (!(event.currentTarget instanceof Element)) return
		this.state.menus.show('Status', event.currentTarget, statusEntries(this.state, this.chosen))
	}

	private addMenu({ currentTarget }: MouseEvent): void {
		if (!(currentTarget instanceof Element)) return
		this.state.menus.show('Add documents', currentTarget, addEntries(this.state))
	}

	private nothingHere(): TemplateResult {
		if (this.typed !== '')
			return html`<cp-empty-state sentence="No document here matches “${this.typed}”.">
				<button
					@click=${() => {
						this.typed = ''
						this.filterField?.focus()
					}}
				>
					Show all
				</button>
			</cp-empty-state>`
		return html`<cp-empty-state
			sentence=${
				this.tab.kind === 'collection'
					? 'This collection is empty: select documents and add them to it.'
					: 'No document has this status now.'
			}
		>
			<button @click=${() => this.show({ kind: 'all' })}>Show all documents</button>
		</cp-empty-state>`
	}

	private onFilterKey(event: KeyboardEvent): void {
		if (event.key === 'Escape' && this.typed !== '') {
			this.typed = ''
			event.stopPropagation()
		} else if (event.key === 'ArrowDown' || event.key === 'Enter') {
			event.preventDefault()
			this.table?.focus()
		}
	}

	/** Typing anywhere in the view filters. */
	private readonly onKey = (event: KeyboardEvent): void => {
		const [origin] = event.composedPath()
		if (!(origin instanceof Element) || !origin.matches('[role="grid"]')) return
		if (event.key === 'Delete' && this.selected.size > 0) {
			event.preventDefault()
			void removeDocuments(this.state, this.chosen)
			return
		}
		if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ') return
		event.stopPropagation()
		this.filterField?.focus()
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-library-view': LibraryView
	}
}
