import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { foldForIndex } from '../../corpus/folding.ts'
import { type FuzzyName, fuzzyMatch, fuzzyNames } from '../../corpus/fuzzy.ts'
import { controls } from './controls.ts'
import type { Option, OptionGroup } from './optionlist.ts'
import './dialog.ts'
import './icon.ts'
import './optionlist.ts'

export interface PickOption {
	readonly id: string
	readonly label: string
	/** A few words beside it. */
	readonly hint?: string
	/** A theme's dot before it: see `hueStyle`. */
	readonly hueStyle?: string
}

/** One of the options was picked. */
export class PickEvent extends Event {
	static readonly type = 'pick'
	readonly id: string

	constructor(id: string) {
		super(PickEvent.type)
		this.id = id
	}
}

/** What was typed is no option: the reader wants it to be one. */
export class PickCreateEvent extends Event {
	static readonly type = 'pick-create'
	readonly name: string

	constructor(name: string) {
		super(PickCreateEvent.type)
		this.name = name
	}
}

/** Options drawn at the most: who looks for more types another letter. */
const shown = 80

/**
 * Picks one of many by typing parts of its name, case and diacritics ignored.
 *
 * @event pick
 * @event pick-create - only with `create`
 * @event cp-close
 */
@customElement('cp-pick-dialog')
export class PickDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-option-list {
				margin: 0 calc(-1 * var(--s6)) calc(-1 * var(--s4));
				height: min(420px, 60vh);
				border-block-start: 1px solid var(--line);
			}
		`,
	]

	@property() heading = ''
	@property({ attribute: false }) options: readonly PickOption[] = []
	/** What a new one is, as in "Create the theme “…”"; '': nothing can be created. */
	@property() create = ''
	@state() private typed = ''
	private names: readonly FuzzyName<PickOption>[] = []
	private namesOf: readonly PickOption[] | null = null

	override render(): TemplateResult {
		const found = this.found
		return html`<cp-dialog .heading=${this.heading} @cp-close=${() => this.dispatchEvent(new Event('cp-close'))}>
			<cp-option-list
				autofocus
				.label=${this.heading}
				placeholder="Type a part of its name"
				.query=${this.typed}
				.groups=${[{ key: 'all', label: '', options: [...found, ...this.creation] }] satisfies readonly OptionGroup[]}
				.status=${found.length === 0 && this.creation.length === 0 ? 'Nothing has this name.' : ''}
				@option-query=${(event: HTMLElementEventMap['option-query']) => {
					this.typed = event.query
				}}
			></cp-option-list>
		</cp-dialog>`
	}

	private get found(): readonly Option[] {
		if (this.namesOf !== this.options) {
			this.namesOf = this.options
			this.names = fuzzyNames(this.options, (option) => option.label)
		}
		return fuzzyMatch(this.typed, this.names)
			.slice(0, shown)
			.map(({ item }) => ({
				key: item.id,
				run: () => this.dispatchEvent(new PickEvent(item.id)),
				content: html`${
					item.hueStyle
						? html`<span class="lead"><span class="dot" style=${item.hueStyle}></span></span>`
						: nothing
				}
					<span class="text" title=${item.label}>${item.label}</span>
					${item.hint ? html`<span class="where">${item.hint}</span>` : nothing}`,
			}))
	}

	private get creation(): readonly Option[] {
		const name = this.typed.trim()
		const folded = foldForIndex(name)
		const known = this.options.some((option) => foldForIndex(option.label) === folded)
		if (this.create === '' || folded === '' || known) return []
		return [
			{
				key: 'create',
				run: () => this.dispatchEvent(new PickCreateEvent(name)),
				content: html`<span class="lead"><cp-icon name="plus"></cp-icon></span>
					<span class="text">Create the ${this.create} “${name}”</span>`,
			},
		]
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-pick-dialog': PickDialog
	}
	interface HTMLElementEventMap {
		pick: PickEvent
		'pick-create': PickCreateEvent
	}
}
