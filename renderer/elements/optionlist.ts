import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { controls } from './controls.ts'
import './icon.ts'

/** One thing that can be chosen. */
export interface Option {
	/** Unique in the list; keeps the place while the list changes. */
	readonly key: string
	readonly content: TemplateResult
	readonly run: () => unknown
}

export interface OptionGroup {
	readonly key: string
	/** Shown above; '' shows none. */
	readonly label: string
	/** Beside the label: "12 passages". */
	readonly detail?: string
	readonly options: readonly Option[]
}

/** The words in the field changed. */
export class OptionQueryEvent extends Event {
	static readonly type = 'option-query'
	readonly query: string

	constructor(query: string) {
		super(OptionQueryEvent.type)
		this.query = query
	}
}

/**
 * A field with a list below it, worked from the field: ↑ ↓ Page Up Page Down move, Enter chooses. Whoever
 * uses it filters the list.
 *
 * @event option-query - the words in the field changed
 * @event option-chosen - an option was chosen; its `run` is called right after
 */
@customElement('cp-option-list')
export class OptionList extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: flex; flex-direction: column; min-height: 0; }
			.field-row { display: flex; align-items: center; gap: var(--s2); padding-inline: var(--s4); min-height: 48px; border-block-end: 1px solid var(--line); color: var(--ink-2); }
			.field-row input { flex: 1; border: 0; background: none; padding: 0; min-height: 46px; font-size: var(--size-3); color: var(--ink); }
			.field-row input:focus-visible { outline: none; }
			[role='listbox'] { flex: 1; min-height: 0; overflow: auto; padding: var(--s1) var(--s2) var(--s2); overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line-strong) transparent; }
			.group { display: flex; gap: var(--s2); align-items: baseline; padding: var(--s2) var(--s2) var(--s1); color: var(--ink-2); font-size: var(--size-1); }
			.group > span:first-child { min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
			.detail { flex: none; margin-inline-start: auto; }
			[role='option'] { display: flex; align-items: center; gap: var(--s2); min-height: 32px; padding: var(--s1) var(--s2); border-radius: var(--radius); cursor: default; scroll-margin: var(--s2); }
			[role='option'].active { background: color-mix(in oklab, var(--accent) 13%, transparent); }
			.text { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
			.two { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
			.where { flex: none; max-width: 40%; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: var(--ink-2); font-size: var(--size-1); }
			.read { font-family: var(--font-read); font-size: var(--size-3); line-height: 22px; }
			mark { color: inherit; font-weight: 650; background: none; text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 3px; }
			cp-icon { color: var(--ink-2); }
			.lead { display: inline-flex; justify-content: center; width: 16px; flex: none; }
			.foot { padding: var(--s2) var(--s4); border-block-start: 1px solid var(--line); color: var(--ink-2); font-size: var(--size-1); }
			@media (forced-colors: active) {
				[role='option'].active { outline: 2px solid Highlight; outline-offset: -2px; }
			}
		`,
	]

	/** Accessible name of the field. */
	@property() label = ''
	@property() placeholder = ''
	@property() query = ''
	@property({ attribute: false }) groups: readonly OptionGroup[] = []
	/** What is said below the list: "Searching…", "No passage holds these words." */
	@property() status = ''

	@state() private active: string | null = null
	@query('input') private readonly input!: HTMLInputElement | null
	#moved = false

	/** Whether the reader has moved in the list since the words changed. */
	get isMoved(): boolean {
		return this.#moved
	}

	override focus(): void {
		void this.updateComplete.then(() => this.input?.focus())
	}

	/** Marks the words in the field, so that typing replaces them. */
	select(): void {
		void this.updateComplete.then(() => this.input?.select())
	}

	override render() {
		const options = this.#options
		const active = this.active
		return html`
			<div class="field-row">
				<cp-icon name="search"></cp-icon>
				<input
					type="text"
					role="combobox"
					aria-label=${this.label}
					aria-autocomplete="list"
					aria-expanded=${options.length > 0}
					aria-controls="list"
					aria-activedescendant=${active === null ? nothing : optionId(active)}
					placeholder=${this.placeholder}
					autocomplete="off"
					spellcheck="false"
					.value=${this.query}
					@input=${this.#typed}
					@keydown=${this.#keys}
				/>
			</div>
			<div id="list" role="listbox" aria-label=${this.label} ?hidden=${options.length === 0} @mousedown=${keepFocus}>
				${repeat(
					this.groups.filter((group) => group.options.length > 0),
					(group) => group.key,
					(group) => this.#group(group),
				)}
			</div>
			<div class="foot" role="status" ?hidden=${this.status === ''}>${this.status}</div>
		`
	}

	#group(group: OptionGroup) {
		return html`<div role="group" aria-label=${group.label || nothing}>
			${
				group.label === ''
					? nothing
					: html`<div class="group" role="presentation">
							<span title=${group.label}>${group.label}</span>
							${group.detail ? html`<span class="detail">${group.detail}</span>` : nothing}
						</div>`
			}
			${repeat(
				group.options,
				(option) => option.key,
				(option) => html`<div
					role="option"
					id=${optionId(option.key)}
					class=${option.key === this.active ? 'active' : ''}
					aria-selected=${option.key === this.active}
					@pointermove=${() => {
						this.active = option.key
					}}
					@click=${() => this.#choose(option)}
				>
					${option.content}
				</div>`,
			)}
		</div>`
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('query')) this.#moved = false
		if (!changed.has('groups')) return
		const keys = this.#options.map((option) => option.key)
		if (!this.#moved || this.active === null || !keys.includes(this.active)) {
			this.active = keys[0] ?? null
			this.#moved = false
		}
	}

	get #options(): readonly Option[] {
		return this.groups.flatMap((group) => group.options)
	}

	#typed(): void {
		this.dispatchEvent(new OptionQueryEvent(this.input?.value ?? ''))
	}

	#choose(option: Option): void {
		this.dispatchEvent(new Event('option-chosen'))
		option.run()
	}

	#keys(event: KeyboardEvent): void {
		const options = this.#options
		const index = options.findIndex((option) => option.key === this.active)
		const chosen = options[index]
		const target = movedTo(event.key, index, options.length)
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
		if (event.key === 'Enter' && chosen) this.#choose(chosen)
		else if (target !== null) void this.#moveTo(options[target])
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	async #moveTo(option: Option | undefined): Promise<void> {
		if (!option) return
		this.active = option.key
		this.#moved = true
		await this.updateComplete
		this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
	}
}

const keepFocus = (event: Event): void => event.preventDefault()

const optionId = (key: string): string => `option-${key}`

const movedTo = (key: string, index: number, count: number): number | null => {
	if (count === 0) return null
	switch (key) {
		case 'ArrowDown':
			return (index + 1) % count
		case 'ArrowUp':
			return (Math.max(index, 0) - 1 + count) % count
		case 'PageDown':
			return Math.min(count - 1, index + 8)
		case 'PageUp':
			return Math.max(0, index - 8)
		default:
			return null
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-option-list': OptionList
	}
	interface HTMLElementEventMap {
		'option-query': OptionQueryEvent
	}
}
