import type { DocumentId, HighlightId } from '../../corpus/ids.ts'

/** The reader wants to see a passage at its place in the text. */
export class PassageOpenEvent extends Event {
	static readonly type = 'passage-open'
	readonly highlight: HighlightId
	readonly document: DocumentId

	constructor(highlight: HighlightId, document: DocumentId) {
		super(PassageOpenEvent.type, { bubbles: true, composed: true })
		this.highlight = highlight
		this.document = document
	}
}

/** Other passages are selected now. */
export class PassageSelectEvent extends Event {
	static readonly type = 'passage-select'
	readonly selected: ReadonlySet<HighlightId>

	constructor(selected: ReadonlySet<HighlightId>) {
		super(PassageSelectEvent.type, { bubbles: true, composed: true })
		this.selected = selected
	}
}

/** The keyboard is on another passage now. */
export class PassageFocusEvent extends Event {
	static readonly type = 'passage-focus'
	readonly highlight: HighlightId

	constructor(highlight: HighlightId) {
		super(PassageFocusEvent.type, { bubbles: true, composed: true })
		this.highlight = highlight
	}
}

/** The reader wants to write or read the note of a passage. */
export class PassageNoteEvent extends Event {
	static readonly type = 'passage-note'
	readonly highlight: HighlightId

	constructor(highlight: HighlightId) {
		super(PassageNoteEvent.type, { bubbles: true, composed: true })
		this.highlight = highlight
	}
}

declare global {
	interface HTMLElementEventMap {
		'passage-open': PassageOpenEvent
		'passage-select': PassageSelectEvent
		'passage-focus': PassageFocusEvent
		'passage-note': PassageNoteEvent
	}
}
