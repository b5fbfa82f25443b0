import { css, html, LitElement, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { commands } from '../../../corpus/commands.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { commandIds } from '../../commands/registry.ts'
import { controls } from '../../elements/controls.ts'
import { FollowEvent } from '../../reading/events.ts'
import sheet from '../../reading/markdown.css?inline'
import { renderMarkdown } from '../../reading/markdownview.ts'
import type { HelpPage } from '../../state/router.ts'
import { guideTextStyles } from './guidetext.styles.ts'
import { linkedPage } from './pages.ts'

/** A link of the guide leads to another page of the help. */
export class HelpPageEvent extends Event {
	static readonly type = 'help-page'
	readonly page: HelpPage

	constructor(page: HelpPage) {
		super(HelpPageEvent.type, { bubbles: true, composed: true })
		this.page = page
	}
}

/** Pages of the help, and the keys of commands (`key:palette.open`). */
const followable = /^(?:[\w-]+\.md|help:\w+|key:[\w.]+)$/

/**
 * Markdown of our own, set like a text to read. Links to `key:COMMAND` become the command's keys as they are
 * now, the reader's own among them.
 *
 * @event help-page
 */
@customElement('cp-guide-text')
export class GuideText extends LitElement {
	static override readonly styles = [
		controls,
		css`:host { display: block; }`,
		unsafeCSS(sheet),
		guideTextStyles,
	]

	@property() source = ''
	/** The reader's own shortcuts, by command. */
	@property({ attribute: false }) keys: Readonly<Record<string, readonly string[]>> = {}
	@property({ type: Boolean }) mac = false

	override render() {
		return html`<div @follow=${this.#follow}>
			${guard([this.source, this.keys, this.mac], () => this.#drawn())}
		</div>`
	}

	#drawn(): HTMLElement {
		const drawn = renderMarkdown(this.source, document, 1, followable)
		for (const link of drawn.querySelectorAll<HTMLElement>('.link')) {
			link.removeAttribute('title')
			const [, command] = /^key:(.+)$/.exec(link.dataset['href'] ?? '') ?? []
			if (command !== undefined) link.replaceWith(this.#keysOf(command))
		}
		return drawn
	}

	#keysOf(command: string): Node {
		const id = commandIds.find((each) => each === command)
		const [key] = id === undefined ? [] : keysOf(id, this.keys)
		const shown = document.createElement('kbd')
		shown.append(key === undefined ? 'no key' : keyLabel(key, this.mac))
		if (id !== undefined) shown.title = commands[id].title
		return shown
	}

	#follow(event: Event): void {
		if (!(event instanceof FollowEvent)) return
		event.stopPropagation()
		const page = linkedPage(event.href)
		if (page !== null) this.dispatchEvent(new HelpPageEvent(page))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-guide-text': GuideText
	}
	interface HTMLElementEventMap {
		'help-page': HelpPageEvent
	}
}
