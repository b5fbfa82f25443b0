import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from './controls.ts'

/** The note reads like this now. */
export class NoteInputEvent extends Event {
	static readonly type = 'note-input'
	readonly body: string

	constructor(body: string) {
		super(NoteInputEvent.type, { bubbles: true, composed: true })
		this.body = body
	}
}

/** The reader is done with the note: Esc, or the focus went elsewhere. */
export class NoteLeaveEvent extends Event {
	static readonly type = 'note-leave'
	/** Esc: the focus is to go back to what was annotated. */
	readonly byKey: boolean

	constructor(byKey: boolean) {
		super(NoteLeaveEvent.type, { bubbles: true, composed: true })
		this.byKey = byKey
	}
}

const statusWords = { saved: 'Saved', typing: 'Saving…', failed: 'Not saved' } as const

/**
 * A field for Markdown that grows with what is in it, and says whether all is saved.
 *
 * @event note-input - on every change
 * @event note-leave - Esc, or the focus leaves
 */
@customElement('cp-note-editor')
export class NoteEditor extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: flex;
				flex-direction: column;
				gap: var(--s1);
				min-block-size: 0;
			}
			textarea {
				flex: 1;
				min-height: var(--note-height, 68px);
				max-height: var(--note-max-height, 50vh);
				resize: none;
				field-sizing: content;
				font: 400 var(--note-size, 14px) / 1.55 var(--font-ui);
			}
			:host([bare]) textarea {
				max-height: none;
				padding: 0;
				border: 0;
				background: none;
				field-sizing: fixed;
			}
			:host([bare]) textarea:focus-visible {
				outline: none;
			}
			.status {
				color: var(--ink-2);
				font-size: var(--size-1);
			}
			.failed {
				color: var(--danger);
				font-weight: 600;
			}
		`,
	]

	@property() body = ''
	@property() status: keyof typeof statusWords = 'saved'
	/** Accessible name. */
	@property() label = 'Note'
	/** Without a frame, filling its place: the editor is the page. */
	@property({ type: Boolean, reflect: true }) bare = false
	@query('textarea') private field!: HTMLTextAreaElement | null

	override focus(): void {
		void this.updateComplete.then(() => this.field?.focus())
	}

	override render(): TemplateResult {
		return html`<textarea
				aria-label=${this.label}
				placeholder="Write in Markdown"
				spellcheck="false"
				.value=${live(this.body)}
				@input=${(event: InputEvent) => {
					if (event.target instanceof HTMLTextAreaElement)
						this.dispatchEvent(new NoteInputEvent(event.target.value))
				}}
				@keydown=${this.onKey}
				@blur=${() => this.dispatchEvent(new NoteLeaveEvent(false))}
			></textarea>
			<span class="status ${this.status}" role=${this.status === 'failed' ? 'alert' : 'none'}
				>${statusWords[this.status]}</span
			>`
	}

	private onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.isComposing) return
		event.preventDefault()
		event.stopPropagation()
		this.dispatchEvent(new NoteLeaveEvent(true))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-note-editor': NoteEditor
	}
	interface HTMLElementEventMap {
		'note-input': NoteInputEvent
		'note-leave': NoteLeaveEvent
	}
}
