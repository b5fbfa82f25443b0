import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Settings, TypeSettings } from '../../corpus/settings.ts'
import { controls } from './controls.ts'
import './icon.ts'

/** The text is to be set like this. */
export class TypeChangeEvent extends Event {
	static readonly type = 'type-change'
	readonly settings: TypeSettings

	constructor(settings: TypeSettings) {
		super(TypeChangeEvent.type)
		this.settings = settings
	}
}

/** The page is to have these colours. */
export class SchemeChangeEvent extends Event {
	static readonly type = 'scheme-change'
	readonly scheme: Settings['scheme']

	constructor(scheme: Settings['scheme']) {
		super(SchemeChangeEvent.type)
		this.scheme = scheme
	}
}

const sliders = [
	{ key: 'size', label: 'Text size', least: 14, most: 32, step: 1, unit: 'px' },
	{ key: 'measure', label: 'Line length', least: 40, most: 100, step: 2, unit: 'characters' },
	{ key: 'leading', label: 'Line spacing', least: 1.2, most: 2.2, step: 0.02, unit: '' },
] as const

const schemes = [
	['system', 'System'],
	['light', 'Light'],
	['sepia', 'Sepia'],
	['dark', 'Dark'],
] as const

/**
 * Size, length and spacing of lines, typeface, colours. Every change takes effect at once.
 *
 * @event type-change
 * @event scheme-change
 * @event cp-close - Esc, ×, or the focus went elsewhere
 */
@customElement('cp-type-settings')
export class TypeSettingsPanel extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; width: 300px; max-width: calc(100vw - 16px); }
			section { display: grid; gap: var(--s3); padding: var(--s3) var(--s4) var(--s4); background: var(--raised); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow); }
			header { display: flex; align-items: center; justify-content: space-between; margin-inline-end: -8px; }
			h2 { margin: 0; font-size: var(--size-2); }
			label.slider { display: grid; grid-template-columns: 1fr auto; gap: 2px var(--s2); }
			label.slider input { grid-column: 1 / -1; width: 100%; }
			output { color: var(--ink-2); font-variant-numeric: tabular-nums; }
			fieldset { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; border: 0; }
			legend { padding: 0; margin-block-end: 4px; }
			fieldset button { flex: 1; padding-inline: var(--s2); font-weight: 400; white-space: nowrap; }
			.serif { font-family: var(--font-read); }
		`,
	]

	@property({ attribute: false }) settings!: TypeSettings
	@property() scheme: Settings['scheme'] = 'system'
	@query('input') private readonly first!: HTMLInputElement | null

	override focus(): void {
		void this.updateComplete.then(() => this.first?.focus())
	}

	override render(): TemplateResult {
		const { settings } = this
		return html`<section aria-label="Type settings" @keydown=${this.onKey} @focusout=${this.onFocusOut}>
			<header>
				<h2>Type settings</h2>
				<button type="button" class="icon" aria-label="Close" title="Close (Esc)" @click=${this.close}>
					<cp-icon name="close"></cp-icon>
				</button>
			</header>
			${sliders.map(
				({ key, label, least, most, step, unit }) => html`<label class="slider">
					<span>${label}</span>
					<output>${Number(settings[key].toFixed(2))} ${unit}</output>
					<input
						type="range"
						min=${least}
						max=${most}
						step=${step}
						.valueAsNumber=${settings[key]}
						@input=${(event: Event) => {
							if (event.target instanceof HTMLInputElement) this.change({ [key]: event.target.valueAsNumber })
						}}
					/>
				</label>`,
			)}
			<fieldset>
				<legend>Typeface</legend>
				<button type="button" class="serif" aria-pressed=${settings.face === 'serif'} @click=${() => this.change({ face: 'serif' })}>
					Serif
				</button>
				<button type="button" aria-pressed=${settings.face === 'sans'} @click=${() => this.change({ face: 'sans' })}>
					Sans serif
				</button>
			</fieldset>
			<fieldset>
				<legend>Colours</legend>
				${schemes.map(
					([scheme, label]) => html`<button
						type="button"
						aria-pressed=${this.scheme === scheme}
						@click=${() => this.dispatchEvent(new SchemeChangeEvent(scheme))}
					>
						${label}
					</button>`,
				)}
			</fieldset>
		</section>`
	}

	private change(patch: Partial<TypeSettings>): void {
		this.dispatchEvent(new TypeChangeEvent({ ...this.settings, ...patch }))
	}

	private onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape') return
		event.preventDefault()
		event.stopPropagation()
		this.close()
	}

	private onFocusOut(event: FocusEvent): void {
		const next = event.relatedTarget
		if (next instanceof Node && next !== this && !this.renderRoot.contains(next)) this.close()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-type-settings': TypeSettingsPanel
	}
	interface HTMLElementEventMap {
		'type-change': TypeChangeEvent
		'scheme-change': SchemeChangeEvent
	}
}
