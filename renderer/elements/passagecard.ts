import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Tagging } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import { pathText } from '../../corpus/themetree.ts'
import { controls } from './controls.ts'
import type { IconName } from './icons.ts'
import type { NoteEditor } from './noteeditor.ts'
import { type PassageAction, PassageActionEvent, ThemeDropEvent } from './passageevents.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'
import './icon.ts'
import './noteeditor.ts'

/**
 * The card of one highlight: its themes, its note, what can be done with it, who made it and when.
 *
 * @event theme-drop - a theme's ×
 * @event passage-action - theme, note, copy, remove, extend, join
 * @event note-input, note-leave - of the note's editor
 * @event cp-close - Esc or ×
 */
@customElement('cp-passage-card')
export class PassageCard extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; }
			.card { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow); }
			.card:focus-visible { outline-offset: 0; }
			.body { display: grid; gap: var(--s2); padding: var(--s3) 14px; }
			.themes { display: flex; flex-wrap: wrap; gap: 6px; padding-inline-end: 20px; }
			.chip { display: inline-flex; align-items: center; gap: 6px; max-width: 100%; min-height: 24px; padding-inline: 8px 2px; border-radius: 5px; font-weight: 600; }
			.chip .text { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
			.chip button { min-height: 20px; width: 20px; color: inherit; opacity: 0.7; --icon-size: 12px; }
			.chip button:hover:not(:disabled), .chip button:focus-visible { color: inherit; opacity: 1; }
			.add { min-height: 24px; padding-inline: 6px; font-weight: 400; --icon-size: 13px; gap: 4px; }
			.note { user-select: text; max-height: min(46vh, 420px); overflow: auto; overflow-wrap: anywhere; cursor: text; line-height: 19px; }
			.write { justify-self: start; min-height: 24px; margin-inline-start: -6px; padding-inline: 6px; font-weight: 400; }
			.quote { font: var(--size-3) / 22px var(--font-read); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; margin: 0; color: var(--ink-2); }
			footer { display: flex; align-items: center; gap: 2px; padding: 4px 14px 4px 6px; border-block-start: 1px solid var(--line); }
			footer button.icon { width: 28px; min-height: 28px; --icon-size: 15px; }
			.made { flex: 1; min-width: 0; text-align: end; text-wrap: balance; color: var(--ink-2); font-size: var(--size-1); overflow-wrap: anywhere; }
			.close { position: absolute; inset-block-start: 6px; inset-inline-end: 6px; width: 24px; min-height: 24px; --icon-size: 14px; }
			.card { position: relative; }
			cp-note-editor { --note-size: 13px; --note-max-height: 40vh; }
		`,
	]

	/** The marked words. */
	@property() quote = ''
	/** Away from the text: the card shows the words itself. */
	@property({ type: Boolean }) apart = false
	@property({ attribute: false }) taggings: readonly Tagging[] = []
	@property({ attribute: false }) themes: ReadonlyMap<ThemeId, ThemeLook> = new Map()
	/** Markdown; '' when there is none. */
	@property() note = ''
	/** Draws the note's Markdown; the text as it is unless told. */
	@property({ attribute: false }) drawNote: (body: string) => unknown = (body) => body
	/** The note is being written. */
	@property({ type: Boolean }) editing = false
	@property() status: NoteEditor['status'] = 'saved'
	/** Who and when: "Today, 10:42". */
	@property() made = ''
	/** Another highlight touches it. */
	@property({ type: Boolean }) joinable = false
	@query('cp-note-editor') private readonly editor!: NoteEditor | null
	@query('.card') private readonly card!: HTMLElement | null

	override focus(): void {
		void this.updateComplete.then(() => (this.editing ? this.editor : this.card)?.focus())
	}

	override render(): TemplateResult {
		return html`<section
			class="card"
			tabindex="-1"
			aria-label="Highlight: ${this.quote.slice(0, 80)}"
			@keydown=${this.onKey}
		>
			<button type="button" class="icon close" aria-label="Close" title="Close (Esc)" @click=${this.close}>
				<cp-icon name="close"></cp-icon>
			</button>
			<div class="body">
				${this.drawThemes()} ${this.apart ? html`<p class="quote">${this.quote}</p>` : nothing}
				${this.drawBody()}
			</div>
			<footer>
				${this.button('copy', 'copy', 'Copy as quotation')} ${this.button('remove', 'trash', 'Remove the highlight')}
				${this.button('extend', 'ends', 'Adjust the ends')}
				${this.joinable ? this.button('join', 'join', 'Join with its neighbour') : nothing}
				<span class="made" title=${this.made}>${this.made}</span>
			</footer>
		</section>`
	}

	private drawThemes(): TemplateResult {
		return html`<div class="themes" role="group" aria-label="Themes">
			${this.taggings.map(({ theme }) => {
				const look = this.themes.get(theme)
				return look
					? html`<span class="chip tinted" style=${hueStyle(look.hue)} title=${pathText(look.path)}>
							<span class="dot"></span><span class="text">${look.name}</span>
							<button
								type="button"
								class="icon"
								aria-label="Take off ${look.name}"
								title="Take off"
								@click=${() => this.dispatchEvent(new ThemeDropEvent(theme))}
							>
								<cp-icon name="close"></cp-icon>
							</button>
						</span>`
					: nothing
			})}
			<button type="button" class="quiet add" aria-haspopup="dialog" @click=${(event: Event) => this.act('theme', event)}>
				<cp-icon name="plus"></cp-icon>Theme
			</button>
		</div>`
	}

	private drawBody(): TemplateResult {
		if (this.editing)
			return html`<cp-note-editor label="Note on the highlight" .body=${this.note} .status=${this.status}></cp-note-editor>`
		if (this.note.trim() === '')
			return html`<button type="button" class="quiet write" @click=${(event: Event) => this.act('note', event)}>
				Write a note
			</button>`
		return html`<div class="note" @dblclick=${(event: Event) => this.act('note', event)}>${this.drawNote(this.note)}</div>
			<button type="button" class="quiet write" @click=${(event: Event) => this.act('note', event)}>Edit the note</button>`
	}

	private button(action: PassageAction, icon: IconName, label: string): TemplateResult {
		return html`<button
			type="button"
			class="icon"
			aria-label=${label}
			title=${label}
			@click=${(event: Event) => this.act(action, event)}
		>
			<cp-icon .name=${icon}></cp-icon>
		</button>`
	}

	private act(action: PassageAction, event: Event): void {
		if (event.currentTarget instanceof HTMLElement)
			this.dispatchEvent(new PassageActionEvent(action, event.currentTarget))
	}

	private onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.defaultPrevented) return
		event.preventDefault()
		event.stopPropagation()
		this.close()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-passage-card': PassageCard
	}
}
