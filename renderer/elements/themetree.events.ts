import type { ThemeId } from '../../corpus/ids.ts'

/** The reader wants to see the passages of a theme. */
export class ThemeOpenEvent extends Event {
	static readonly type = 'theme-open'
	readonly theme: ThemeId

	constructor(theme: ThemeId) {
		super(ThemeOpenEvent.type)
		this.theme = theme
	}
}

/** The menu of a theme was asked for; `at` is its row or the point of the window in CSS px. */
export class ThemeMenuEvent extends Event {
	static readonly type = 'theme-menu'
	readonly theme: ThemeId
	readonly at: Element | { readonly x: number; readonly y: number }

	constructor(theme: ThemeId, at: ThemeMenuEvent['at']) {
		super(ThemeMenuEvent.type)
		this.theme = theme
		this.at = at
	}
}

/** A new name was typed; not empty, and not the old one. */
export class ThemeRenameEvent extends Event {
	static readonly type = 'theme-rename'
	readonly theme: ThemeId
	readonly name: string

	constructor(theme: ThemeId, name: string) {
		super(ThemeRenameEvent.type)
		this.theme = theme
		this.name = name
	}
}

/** A theme was moved below `parent` (null: to the top), before a sibling (null: last). */
export class ThemeMoveEvent extends Event {
	static readonly type = 'theme-move'
	readonly theme: ThemeId
	readonly parent: ThemeId | null
	readonly before: ThemeId | null

	constructor(theme: ThemeId, parent: ThemeId | null, before: ThemeId | null) {
		super(ThemeMoveEvent.type)
		this.theme = theme
		this.parent = parent
		this.before = before
	}
}

/** Delete was pressed on a theme. */
export class ThemeRemoveEvent extends Event {
	static readonly type = 'theme-remove'
	readonly theme: ThemeId

	constructor(theme: ThemeId) {
		super(ThemeRemoveEvent.type)
		this.theme = theme
	}
}

declare global {
	interface HTMLElementEventMap {
		'theme-open': ThemeOpenEvent
		'theme-menu': ThemeMenuEvent
		'theme-rename': ThemeRenameEvent
		'theme-move': ThemeMoveEvent
		'theme-remove': ThemeRemoveEvent
	}
}
