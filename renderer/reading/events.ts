/**
 * The reader follows a link, in the text or in a note. Nothing in the page navigates by itself: whoever
 * shows the text decides.
 */
export class FollowEvent extends Event {
	static readonly type = 'follow'
	/** An http(s), mailto or commonplace address, or `#id` of a place in the same text. */
	readonly href: string

	constructor(href: string) {
		super(FollowEvent.type, { bubbles: true, composed: true, cancelable: true })
		this.href = href
	}
}

/** The reader goes to another place of the same text: a footnote, its call, a heading. */
export class JumpEvent extends Event {
	static readonly type = 'jump'
	/** UTF-16 code units in the reading text. */
	readonly offset: number

	constructor(offset: number) {
		super(JumpEvent.type, { bubbles: true, composed: true })
		this.offset = offset
	}
}

declare global {
	interface HTMLElementEventMap {
		follow: FollowEvent
		jump: JumpEvent
	}
}
