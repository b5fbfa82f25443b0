import { css, html, LitElement, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { FollowEvent } from '../reading/events.ts'
import sheet from '../reading/markdown.css?inline'
import { renderMarkdown } from '../reading/markdownview.ts'
import type { AppState } from '../state/appstate.ts'
import { follow } from './follow.ts'

/** The reader's Markdown, drawn; its links lead where they say. */
@customElement('cp-markdown')
export class MarkdownView extends LitElement {
	static override styles = [
		css`
			:host {
				display: block;
			}
		`,
		unsafeCSS(sheet),
	]

	@property({ attribute: false }) state!: AppState
	@property() source = ''
	/** The level of its highest headings. */
	@property({ type: Number }) top = 3

	override render(): TemplateResult {
		return html`<div @follow=${this.onFollow}>
			${guard([this.source, this.top], () => renderMarkdown(this.source, document, this.top))}
		</div>`
	}

	private onFollow(event: Event): void {
		if (!(event instanceof FollowEvent)) return
		event.stopPropagation()
		void follow(this.state, event.href)
	}
}

/** For elements, which know nothing of the state: draws Markdown for them. `top`: the level of its headings. */
export const markdownDrawing =
	(state: AppState, top = 3) =>
	(source: string): TemplateResult =>
		html`<cp-markdown .state=${state} .source=${source} .top=${top}></cp-markdown>`

declare global {
	interface HTMLElementTagNameMap {
		'cp-markdown': MarkdownView
	}
}
