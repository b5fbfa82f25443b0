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

/**
 * Listens to clicks and Enter on links (elements with `role=link` and the like, which have `tabindex` and
 * data attributes in place of an address) below `root`, and fires there what `eventFor` makes of them.
 * A click that ends a selection follows nothing.
 */
export function onFollow(
	root: HTMLElement,
	eventFor: (data: Readonly<DOMStringMap>) => FollowEvent | JumpEvent | null,
): void {
	const follow = (event: Event): void => {
		const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[tabindex]') : null
		if (!link || link === root || !root.contains(link)) return
		const followed = eventFor(link.dataset)
		if (!followed) return
		event.preventDefault()
		event.stopPropagation()
		link.dispatchEvent(followed)
	}
	root.addEventListener('click', (event) => {
		if (root.ownerDocument.getSelection()?.isCollapsed ?? true) follow(event)
	})
	root.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey) follow(event)
	})
}

declare global {
	interface HTMLElementEventMap {
		follow: FollowEvent
		jump: JumpEvent
	}
}
