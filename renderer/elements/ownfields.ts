import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { longestFieldName } from '../../corpus/metadata.ts'
import { controls } from './controls.ts'
import './icon.ts'

/** One row: a name and a value that may be edited. */
export interface OwnFieldRow {
	/** The name under which it is known; null: it is new. */
	readonly was: string | null
	readonly name: string
	/** Null: it differs between documents. */
	readonly value: string | null
}

/** The rows as the reader left them. */
export class OwnFieldsEvent extends Event {
	static readonly type = 'own-fields'
	readonly rows: readonly OwnFieldRow[]

	constructor(rows: readonly OwnFieldRow[]) {
		super(OwnFieldsEvent.type)
		this.rows = rows
	}
}

/**
 * Names and values of fields of the reader's own: edited, renamed, added, removed.
 *
 * @event own-fields - something was typed, added or removed
 */
@customElement('cp-own-fields')
export class OwnFields extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: grid;
				gap: var(--s2);
			}
			h3 {
				margin: var(--s2) 0 0;
				font-size: var(--size-2);
				font-weight: 600;
			}
			.row {
				display: grid;
				grid-template-columns: minmax(0, 2fr) minmax(0, 5fr) auto;
				gap: var(--s2);
			}
			.problem {
				grid-column: 1 / -1;
				font-weight: 600;
				overflow-wrap: anywhere;
			}
			[aria-invalid='true'] {
				border-color: var(--danger);
			}
			.add {
				justify-self: start;
			}
		`,
	]

	@property({ attribute: false }) rows: readonly OwnFieldRow[] = []
	/** Names to choose from. */
	@property({ attribute: false }) names: readonly string[] = []
	/** What is wrong with each row, as a sentence; null: nothing. */
	@property({ attribute: false }) problems: readonly (string | null)[] = []
	/** The row that is to have the focus when it is drawn. */
	#awaited: number | null = null

	override render(): TemplateResult {
		return html`<h3 id="heading">Own fields</h3>
			${this.rows.map((row, index) => this.row(row, index))}
			<datalist id="names">
				${this.names
					.filter((name) => !this.rows.some((row) => row.name === name))
					.map((name) => html`<option value=${name}></option>`)}
			</datalist>
			<button type="button" class="quiet add" @click=${() => this.add()}>
				<cp-icon name="plus"></cp-icon>Add a field
			</button>`
	}

	private row({ was, name, value }: OwnFieldRow, index: number): TemplateResult {
		const problem = this.problems[index] ?? null
		const called = name.trim() === '' ? 'new field' : name
		return html`<div class="row" role="group" aria-label=${called}>
			<input
				type="text"
				aria-label="Name"
				list="names"
				placeholder="Name"
				maxlength=${longestFieldName}
				?readonly=${value === null}
				title=${value === null ? 'Documents with different values keep the name.' : nothing}
				aria-invalid=${problem !== null}
				aria-describedby=${problem === null ? nothing : `said-${index}`}
				.value=${name}
				@input=${(event: Event) => this.edit(index, event, 'name')}
			/>
			<input
				type="text"
				aria-label="Value"
				placeholder=${value === null ? 'several' : ''}
				.value=${value ?? ''}
				@input=${(event: Event) => this.edit(index, event, 'value')}
			/>
			<button
				type="button"
				class="icon"
				aria-label=${`Remove ${called}`}
				title=${was === null ? 'Remove' : `Remove ${called}`}
				@click=${() => this.drop(index)}
			>
				<cp-icon name="close"></cp-icon>
			</button>
			${problem === null ? nothing : html`<span class="problem" id="said-${index}" role="status">${problem}</span>`}
		</div>`
	}

	private edit(index: number, { target }: Event, what: 'name' | 'value'): void {
		if (target instanceof HTMLInputElement)
			this.tell(this.rows.map((row, at) => (at === index ? { ...row, [what]: target.value } : row)))
	}

	private add(): void {
		this.#awaited = this.rows.length
		this.tell([...this.rows, { was: null, name: '', value: '' }])
	}

	private drop(index: number): void {
		this.#awaited = Math.min(index, this.rows.length - 2)
		this.tell(this.rows.filter((_, at) => at !== index))
	}

	/** The focus is in the row before the next key comes: on its name, or on the button where there is none. */
	protected override updated(changed: PropertyValues<this>): void {
		if (this.#awaited === null || !changed.has('rows')) return
		const names = this.renderRoot.querySelectorAll<HTMLElement>('[aria-label="Name"]')
		const wanted = names[this.#awaited] ?? this.renderRoot.querySelector<HTMLElement>('.add')
		this.#awaited = null
		wanted?.focus()
	}

	private tell(rows: readonly OwnFieldRow[]): void {
		this.dispatchEvent(new OwnFieldsEvent(rows))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-own-fields': OwnFields
	}
	interface HTMLElementEventMap {
		'own-fields': OwnFieldsEvent
	}
}
