import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Highlight } from '../../corpus/entities.ts'
import type { DocumentId, ThemeId } from '../../corpus/ids.ts'
import { controls } from './controls.ts'
import { PassageOpenEvent } from './passagelist.events.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'

/**
 * The passages that a note is about and cites, each one click from its place.
 *
 * @event passage-open
 * @slot - below them: what else the note is about, and what adds to it
 */
@customElement('cp-evidence-list')
export class EvidenceList extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: block;
			}
			h2 {
				margin: 0 0 var(--s2);
				font-size: var(--size-1);
				font-weight: 400;
				color: var(--ink-2);
			}
			ul {
				list-style: none;
				margin: 0;
				padding: 0;
			}
			button.passage {
				display: grid;
				grid-template-columns: 4px minmax(0, 1fr);
				justify-content: stretch;
				gap: 2px var(--s3);
				width: 100%;
				margin-block-end: var(--s3);
				padding: 0;
				text-align: start;
				font-weight: 400;
				background: none;
				border: 0;
			}
			.lane {
				grid-row: span 2;
				align-self: stretch;
				border-radius: 2px;
				background: var(--line);
			}
			.lane.themed {
				background: oklch(var(--lane-l) var(--lane-c) var(--hue));
			}
			.quote {
				font: 15px / 23px var(--font-read);
				display: -webkit-box;
				-webkit-box-orient: vertical;
				-webkit-line-clamp: 6;
				overflow: hidden;
				overflow-wrap: anywhere;
			}
			.where {
				color: var(--ink-2);
				font-size: 12px;
				overflow-wrap: anywhere;
			}
		`,
	]

	@property({ attribute: false }) highlights: readonly Highlight[] = []
	@property({ attribute: false }) titles: ReadonlyMap<DocumentId, string> = new Map()
	@property({ attribute: false }) themes: ReadonlyMap<ThemeId, ThemeLook> = new Map()

	override render(): TemplateResult {
		return html`${
			this.highlights.length === 0
				? nothing
				: html`<h2>Evidence</h2>
						<ul>
							${repeat(
								this.highlights,
								({ id }) => id,
								(highlight) => html`<li>${this.passage(highlight)}</li>`,
							)}
						</ul>`
		}
			<slot></slot>`
	}

	private passage(highlight: Highlight): TemplateResult {
		const { id, document, anchor, taggings } = highlight
		const look = taggings.flatMap(({ theme }) => this.themes.get(theme) ?? [])[0]
		return html`<button
			class="passage"
			@click=${() => this.dispatchEvent(new PassageOpenEvent(id, document))}
		>
			<span class=${look ? 'lane themed' : 'lane'} style=${look ? hueStyle(look.hue) : nothing}></span>
			<span class="quote">${anchor.quote.replaceAll('\uFFFC', '▧')}</span>
			<span class="where">${this.titles.get(document) ?? ''}</span>
		</button>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-evidence-list': EvidenceList
	}
}
