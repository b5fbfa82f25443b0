import type { DocumentId } from '../../corpus/ids.ts'

/** The columns that a reader may sort by. */
export type DocumentColumn = 'title' | 'author' | 'date' | 'status' | 'passages' | 'words'

/** The reader opens a document: Enter, a double click, or a click on its title. */
export class DocumentOpenEvent extends Event {
	static readonly type = 'document-open'
	readonly document: DocumentId

	constructor(document: DocumentId) {
		super(DocumentOpenEvent.type, { bubbles: true, composed: true })
		this.document = document
	}
}

/** Other rows are selected now. */
export class DocumentSelectEvent extends Event {
	static readonly type = 'document-select'
	readonly selected: ReadonlySet<DocumentId>

	constructor(selected: ReadonlySet<DocumentId>) {
		super(DocumentSelectEvent.type, { bubbles: true, composed: true })
		this.selected = selected
	}
}

/** The reader asks for another order; the same column again turns it round. */
export class DocumentSortEvent extends Event {
	static readonly type = 'document-sort'
	readonly column: DocumentColumn

	constructor(column: DocumentColumn) {
		super(DocumentSortEvent.type, { bubbles: true, composed: true })
		this.column = column
	}
}

/** The reader moves a document in the queue, before another one (null: to the end). */
export class DocumentQueueEvent extends Event {
	static readonly type = 'document-queue'
	readonly document: DocumentId
	readonly before: DocumentId | null

	constructor(document: DocumentId, before: DocumentId | null) {
		super(DocumentQueueEvent.type, { bubbles: true, composed: true })
		this.document = document
		this.before = before
	}
}

/** The reader asks what can be done with the selected rows: a right click, or the menu key. Viewport px. */
export class DocumentMenuEvent extends Event {
	static readonly type = 'document-menu'
	readonly x: number
	readonly y: number

	constructor(x: number, y: number) {
		super(DocumentMenuEvent.type, { bubbles: true, composed: true })
		this.x = x
		this.y = y
	}
}

declare global {
	interface HTMLElementEventMap {
		'document-open': DocumentOpenEvent
		'document-select': DocumentSelectEvent
		'document-sort': DocumentSortEvent
		'document-queue': DocumentQueueEvent
		'document-menu': DocumentMenuEvent
	}
}
