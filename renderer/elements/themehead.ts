import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Theme } from '../../corpus/entities.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import { controls } from './controls.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'
import { ThemeOpenEvent, ThemeRenameEvent } from './themetree.events.ts'
import './icon.ts'

/** The theme is described like this now. */
export class ThemeDescribeEvent extends Event {
	static readonly type = 'theme-describe'
	readonly theme: ThemeId
	readonly description: string

	constructor(theme: ThemeId, description: string) {
		super(ThemeDescribeEvent.type)
		this.theme = theme
		this.description = description
	}
}

/** The theme is to have this hue; null: its parent's. */
export class ThemeHueEvent extends Event {
	static readonly type = 'theme-hue'
	readonly hue: number | null

	constructor(hue: number | null) {
		super(ThemeHueEvent.type)
		this.hue = hue
	}
}

const hueNames = [
	'Blue',
	'Red',
	'Green',
	'Ochre',
	'Violet',
	'Teal',
	'Orange',
	'Indigo',
	'Pink',
	'Olive',
] as const

/**
 * The head of a theme's page: its name and where it stands, its description, its hue, the themes below.
 *
 * @event theme-rename, theme-describe, theme-hue - on leaving the field, Enter, a click
 * @event theme-open - a theme above or below
 */
@customElement('cp-theme-head')
export class ThemeHead extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: block;
				margin-block-end: var(--s4);
			}
			.title {
				display: flex;
				align-items: center;
				gap: var(--s2);
			}
			.title .dot {
				width: 12px;
				height: 12px;
				border-radius: 4px;
			}
			h1 {
				margin: 0;
				flex: 0 1 auto;
				min-width: 0;
				font-size: 22px;
				font-weight: 650;
				line-height: 32px;
				overflow-wrap: anywhere;
			}
			.above button,
			.below button {
				min-height: 24px;
				padding: 0 6px;
			}
			.below {
				display: flex;
				flex-wrap: wrap;
				gap: 2px var(--s1);
				margin-inline-start: -6px;
			}
			.description {
				max-width: 72ch;
				margin-block: var(--s1) var(--s2);
				color: var(--ink-2);
				overflow-wrap: anywhere;
			}
			textarea {
				max-width: 72ch;
				min-height: 84px;
				margin-block: var(--s1);
				field-sizing: content;
			}
			input.name:not([type='checkbox']) {
				font-size: 22px;
				font-weight: 650;
				max-width: 560px;
				color: var(--ink);
			}
			.hues {
				display: flex;
				flex-wrap: wrap;
				gap: 4px;
				margin-block: var(--s1);
			}
			.hues button {
				width: 28px;
				min-height: 28px;
				padding: 0;
			}
			.hues button[aria-pressed='true'] {
				border-color: var(--ink-2);
			}
			.hues .dot {
				width: 14px;
				height: 14px;
				border-radius: 4px;
			}
		`,
	]

	@property({ attribute: false }) theme: Theme | null = null
	@property({ attribute: false }) look: ThemeLook | null = null
	@property({ attribute: false }) above: readonly ThemeLook[] = []
	@property({ attribute: false }) below: readonly (ThemeLook & { readonly count: number })[] = []
	/** Draws the description's Markdown. */
	@property({ attribute: false }) draw: (markdown: string) => unknown = (markdown) => markdown
	@state() private editing: 'name' | 'description' | 'hue' | null = null
	@query('.edit') private field!: HTMLElement | null

	override connectedCallback(): void {
		super.connectedCallback()
		window.addEventListener('pagehide', this.leave)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		window.removeEventListener('pagehide', this.leave)
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		const before = changed.get('theme')
		// Back and Forward lead to another theme without the field being left.
		if (before && before.id !== this.theme?.id) this.keep(before)
	}

	/** The page goes away: no field is left any more. */
	private readonly leave = () => {
		if (this.theme) this.keep(this.theme)
	}

	override render(): TemplateResult | typeof nothing {
		const { theme, look } = this
		if (!theme || !look) return nothing
		return html`<div style=${hueStyle(look.hue)}>
			${
				this.above.length === 0
					? nothing
					: html`<div class="below above">${this.above.map((above) => html`${this.open(above)}<span class="hint">›</span>`)}</div>`
			}
			<div class="title">
				<button
					class="icon"
					title="Colour"
					aria-label="Colour of the theme"
					aria-expanded=${this.editing === 'hue'}
					@click=${() => this.edit(this.editing === 'hue' ? null : 'hue')}
				>
					<span class="dot"></span>
				</button>
				${this.editing === 'name' ? this.nameField(theme) : html`<h1>${theme.name}</h1>`}
				${
					this.editing === 'name'
						? nothing
						: html`<button class="icon" title="Rename" aria-label="Rename the theme" @click=${() => this.edit('name')}>
							<cp-icon name="pencil"></cp-icon>
						</button>`
				}
			</div>
			${this.editing === 'hue' ? this.hues(theme) : nothing} ${this.description(theme)}
			${
				this.below.length === 0
					? nothing
					: html`<div class="below" role="group" aria-label="Themes below">
						${this.below.map((below) => this.open(below, below.count))}
					</div>`
			}
		</div>`
	}

	private open(look: ThemeLook, count?: number): TemplateResult {
		return html`<button class="quiet" style=${hueStyle(look.hue)} @click=${() => this.follow(look.id)}>
			<span class="dot"></span>${look.name}${count === undefined ? nothing : html` <span class="hint">${count}</span>`}
		</button>`
	}

	private follow(id: ThemeId): void {
		this.dispatchEvent(new ThemeOpenEvent(id))
	}

	private nameField(theme: Theme): TemplateResult {
		return html`<input
			class="name edit"
			type="text"
			aria-label="Name of the theme"
			.value=${theme.name}
			@keydown=${this.onKey}
			@blur=${() => this.keep(theme)}
		/>`
	}

	private description(theme: Theme): TemplateResult {
		if (this.editing === 'description')
			return html`<textarea
				class="edit"
				aria-label="Description of the theme, in Markdown"
				.value=${theme.description}
				@keydown=${this.onKey}
				@blur=${() => this.keep(theme)}
			></textarea>`
		return html`<div class="description">
			${theme.description.trim() === '' ? nothing : this.draw(theme.description)}
			<button class="quiet" style="margin-inline-start: -12px" @click=${() => this.edit('description')}>
				${theme.description.trim() === '' ? 'Describe this theme' : 'Edit the description'}
			</button>
		</div>`
	}

	private hues(theme: Theme): TemplateResult {
		const choose = (hue: number | null) => this.dispatchEvent(new ThemeHueEvent(hue))
		return html`<div class="hues" role="group" aria-label="Colour">
			${hueNames.map(
				(name, hue) => html`<button
					title=${name}
					aria-label=${name}
					aria-pressed=${theme.hue === hue}
					style=${hueStyle(hue)}
					@click=${() => choose(hue)}
				>
					<span class="dot"></span>
				</button>`,
			)}
			${
				theme.parent === null
					? nothing
					: html`<button
						style="width: auto; padding-inline: 8px"
						aria-pressed=${theme.hue === null}
						@click=${() => choose(null)}
					>
						As the theme above
					</button>`
			}
		</div>`
	}

	/** Takes what stands in the open field for this theme, and closes the field. */
	private keep(theme: Theme): void {
		const { editing, field } = this
		this.editing = null
		if (editing === 'name' && field instanceof HTMLInputElement) {
			const name = field.value.trim()
			if (name !== '' && name !== theme.name) this.dispatchEvent(new ThemeRenameEvent(theme.id, name))
		} else if (editing === 'description' && field instanceof HTMLTextAreaElement) {
			const { value } = field
			if (value !== theme.description) this.dispatchEvent(new ThemeDescribeEvent(theme.id, value))
		}
	}

	private edit(what: typeof this.editing): void {
		this.editing = what
		void this.updateComplete.then(() => this.field?.focus())
	}

	/** Enter takes a name, Ctrl+Enter a description; Esc takes nothing. */
	private onKey(event: KeyboardEvent): void {
		if (event.isComposing || !(event.target instanceof HTMLElement)) return
		const lines = event.target.localName === 'textarea'
		if (event.key === 'Escape') this.editing = null
		else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) event.target.blur()
		else return
		event.preventDefault()
		event.stopPropagation()
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-head': ThemeHead
	}
	interface HTMLElementEventMap {
		'theme-describe': ThemeDescribeEvent
		'theme-hue': ThemeHueEvent
	}
}
