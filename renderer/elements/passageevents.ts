import type { HighlightId, ThemeId } from '../../corpus/ids.ts'

/** What can be done with a selection or a highlight. */
export type PassageAction = 'highlight' | 'theme' | 'note' | 'copy' | 'remove' | 'extend' | 'join' | 'more'

/** The reader wants something done with the passage that the element is about. */
export class PassageActionEvent extends Event {
	static readonly type = 'passage-action'
	readonly action: PassageAction
	/** The button that was used, for what opens beside it. */
	readonly button: HTMLElement

	constructor(action: PassageAction, button: HTMLElement) {
		super(PassageActionEvent.type, { bubbles: true, composed: true })
		this.action = action
		this.button = button
	}
}

/** The reader wants the card of a highlight. */
export class CardOpenEvent extends Event {
	static readonly type = 'card-open'
	readonly highlight: HighlightId

	constructor(highlight: HighlightId) {
		super(CardOpenEvent.type, { bubbles: true, composed: true })
		this.highlight = highlight
	}
}

/** A theme is to be put on the passage. */
export class ThemePickEvent extends Event {
	static readonly type = 'theme-pick'
	readonly theme: ThemeId

	constructor(theme: ThemeId) {
		super(ThemePickEvent.type, { bubbles: true, composed: true })
		this.theme = theme
	}
}

/** A theme that is not there yet is to be made and put on the passage. A `/` makes one below another. */
export class ThemeCreateEvent extends Event {
	static readonly type = 'theme-create'
	readonly path: string

	constructor(path: string) {
		super(ThemeCreateEvent.type, { bubbles: true, composed: true })
		this.path = path
	}
}

/** A theme is to be taken off the passage. */
export class ThemeDropEvent extends Event {
	static readonly type = 'theme-drop'
	readonly theme: ThemeId

	constructor(theme: ThemeId) {
		super(ThemeDropEvent.type, { bubbles: true, composed: true })
		this.theme = theme
	}
}

declare global {
	interface HTMLElementEventMap {
		'passage-action': PassageActionEvent
		'card-open': CardOpenEvent
		'theme-pick': ThemePickEvent
		'theme-create': ThemeCreateEvent
		'theme-drop': ThemeDropEvent
	}
}
