import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../../elements/controls.ts'
import '../../elements/dialog.ts'

type Format = 'text' | 'markdown' | 'html'

/** The reader wants this text to be a document. */
export class PasteAgreedEvent extends Event {
	static readonly type = 'paste-agreed'
	readonly text: string
	readonly format: Format
	readonly title: string

	constructor(text: string, format: Format, title: string) {
		super(PasteAgreedEvent.type)
		this.text = text
		this.format = format
		this.title = title
	}
}

/**
 * Makes a document of pasted text. Where the clipboard held a formatted text, its markup is offered,
 * and shown as the letters it consists of.
 *
 * @event paste-agreed
 * @event cp-close
 */
@customElement('cp-paste-dialog')
export class PasteDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 640px;
			}
			.fields {
				display: grid;
				gap: var(--s3);
				padding-block: 2px;
			}
			textarea {
				font: 15px / 24px var(--font-read);
				min-height: 220px;
			}
			.row {
				display: grid;
				grid-template-columns: 1fr 200px;
				gap: var(--s3);
			}
			@media (max-width: 560px) {
				.row {
					grid-template-columns: 1fr;
				}
			}
		`,
	]

	/** What the clipboard held as plain text. */
	@property() text = ''
	/** What the clipboard held as HTML; '' where it held none. */
	@property() markup = ''
	@state() private typed: string | null = null
	@state() private chosen: Format | null = null
	@state() private heading = ''

	private get format(): Format {
		return this.chosen ?? (this.markup === '' ? (looksLikeMarkdown(this.text) ? 'markdown' : 'text') : 'html')
	}

	private get body(): string {
		return this.typed ?? (this.format === 'html' && this.markup !== '' ? this.markup : this.text)
	}

	override render(): TemplateResult {
		return html`<cp-dialog heading="Add pasted text" @cp-close=${() => this.close()}>
			<div class="fields">
				<label class="field">
					<span>Text</span>
					<textarea
						?autofocus=${this.text === ''}
						spellcheck="false"
						.value=${this.body}
						@input=${(event: InputEvent) => {
							if (event.target instanceof HTMLTextAreaElement) this.typed = event.target.value
						}}
					></textarea>
				</label>
				<div class="row">
					<label class="field">
						<span>Title</span>
						<input
							type="text"
							placeholder="The first line, unless you give one"
							?autofocus=${this.text !== ''}
							.value=${this.heading}
							@input=${(event: InputEvent) => {
								if (event.target instanceof HTMLInputElement) this.heading = event.target.value
							}}
						/>
					</label>
					<label class="field">
						<span>Format</span>
						<select
							@change=${(event: Event) => {
								if (event.target instanceof HTMLSelectElement) this.choose(event.target.value)
							}}
						>
							${this.option('text', 'Plain text')} ${this.option('markdown', 'Markdown')}
							${this.option('html', 'HTML')}
						</select>
					</label>
				</div>
			</div>
			<button slot="footer" @click=${() => this.close()}>Cancel</button>
			<button slot="footer" class="primary" ?disabled=${this.body.trim() === ''} @click=${this.agree}>
				Add document
			</button>
		</cp-dialog>`
	}

	private option(format: Format, label: string): TemplateResult {
		return html`<option value=${format} ?selected=${this.format === format}>${label}</option>${nothing}`
	}

	/** Another format of the same clipboard is another text, unless the reader has edited it. */
	private choose(value: string): void {
		this.chosen = value === 'html' ? 'html' : value === 'markdown' ? 'markdown' : 'text'
	}

	private agree(): void {
		this.dispatchEvent(new PasteAgreedEvent(this.body, this.format, this.heading.trim()))
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

/** A guess that the reader sees and can change: a heading, a list, a quotation or a link at a line's start. */
const looksLikeMarkdown = (text: string): boolean => /^(#{1,6} |[-*+] |> |\d+\. |\[.+\]\()/m.test(text)

declare global {
	interface HTMLElementTagNameMap {
		'cp-paste-dialog': PasteDialog
	}
	interface HTMLElementEventMap {
		'paste-agreed': PasteAgreedEvent
	}
}
