import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FileToken } from '../../../corpus/ids.ts'
import type { TableReading } from '../../../corpus/tablereading.ts'
import type { TablePreview } from '../../../preload/calls/tables.ts'
import type { Input } from '../../../preload/contract.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/dialog.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import { type UseOption, useFrom, useOptions, useValue, withUse } from './columnuses.ts'

/** The reader said what the columns are, and wants the rows. */
export class TableAgreedEvent extends Event {
	static readonly type = 'table-agreed'
	readonly reading: TableReading
	/** Also rows whose text was met before. */
	readonly repeated: boolean

	constructor(reading: TableReading, repeated: boolean) {
		super(TableAgreedEvent.type)
		this.reading = reading
		this.repeated = repeated
	}
}

const markups: readonly (readonly [value: TableReading['markup'], label: string])[] = [
	['plain', 'Plain text'],
	['markdown', 'Markdown'],
	['html', 'HTML'],
]

/**
 * Shows the first rows of a table of texts and asks what each column is.
 *
 * @event table-agreed
 * @event cp-close
 */
@customElement('cp-table-dialog')
export class TableDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 1080px;
			}
			.options {
				display: flex;
				flex-wrap: wrap;
				align-items: center;
				gap: var(--s2) var(--s6);
				margin-block: var(--s3);
			}
			.markup {
				display: flex;
				align-items: center;
				gap: var(--s2);
			}
			.markup select {
				width: auto;
			}
			p {
				margin: 0;
				overflow-wrap: anywhere;
			}
			.scroll {
				max-height: 46vh;
				overflow: auto;
				border: 1px solid var(--line);
				border-radius: var(--radius);
			}
			table {
				border-collapse: separate;
				border-spacing: 0;
				min-width: 100%;
			}
			th,
			td {
				min-width: 136px;
				max-width: 260px;
				padding: 6px 10px;
				text-align: start;
				vertical-align: top;
				border-block-end: 1px solid var(--line);
				overflow-wrap: anywhere;
			}
			thead th {
				position: sticky;
				inset-block-start: 0;
				background: var(--raised);
				font-weight: 500;
				vertical-align: bottom;
			}
			thead span {
				display: block;
				margin-block-end: var(--s1);
				max-height: 3em;
				overflow: hidden;
			}
			td > div {
				max-height: 4.4em;
				overflow: hidden;
				white-space: pre-line;
			}
			.text {
				min-width: 240px;
				max-width: 420px;
			}
			td.out {
				color: var(--ink-2);
			}
			thead .out select {
				color: var(--ink-2);
			}
			ul {
				margin: var(--s2) 0 0;
				padding-inline-start: var(--s4);
				overflow-wrap: anywhere;
			}
			@media (max-height: 620px), (max-width: 700px) {
				.scroll {
					max-height: none;
					overflow-y: visible;
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) file: FileToken | null = null
	@property({ attribute: false }) preview: TablePreview | null = null
	/** What the reader chose, before the preview follows. */
	@state() private reading: TableReading | null = null
	@state() private repeated = false
	private asked = 0

	override render(): TemplateResult | typeof nothing {
		const { preview } = this
		if (!preview) return nothing
		const reading = this.reading ?? preview.reading
		const count = this.count(preview)
		return html`<cp-dialog heading=${`Add “${preview.fileName}”`} @cp-close=${() => this.close()}>
			<p role="status">${this.summary(preview, reading)}</p>
			<div class="options">
				<label class="check">
					<input
						type="checkbox"
						.checked=${reading.headings}
						@change=${({ target }: Event) => {
							if (target instanceof HTMLInputElement) void this.look({ headings: target.checked })
						}}
					/>
					The first row holds headings
				</label>
				<label class="markup">
					The texts are
					<select @change=${this.onMarkup}>
						${markups.map(
							([value, label]) =>
								html`<option value=${value} ?selected=${value === reading.markup}>${label}</option>`,
						)}
					</select>
				</label>
				${preview.repeated > 0 ? this.repeatedChoice(preview.repeated) : nothing}
			</div>
			${this.table(preview, reading)}
			${
				preview.problems.length > 0
					? html`<ul class="problem" aria-label="What cannot be read">
						${preview.problems.map((problem) => html`<li>${problem}</li>`)}
					</ul>`
					: nothing
			}
			<button slot="footer" @click=${() => this.close()}>Cancel</button>
			<button
				slot="footer"
				class="primary"
				?disabled=${count === 0}
				@click=${() => this.dispatchEvent(new TableAgreedEvent(reading, this.repeated))}
			>
				Add ${countDocuments(count)}
			</button>
		</cp-dialog>`
	}

	private repeatedChoice(count: number): TemplateResult {
		return html`<label class="check">
			<input
				type="checkbox"
				.checked=${this.repeated}
				@change=${({ target }: Event) => {
					if (target instanceof HTMLInputElement) this.repeated = target.checked
				}}
			/>
			Also ${counted(count, 'row whose text came before', 'rows whose text came before')}
		</label>`
	}

	private count({ total, empty, repeated }: TablePreview): number {
		return total - empty - (this.repeated ? 0 : repeated)
	}

	private summary(preview: TablePreview, { columns }: TableReading): string {
		if (!columns.some((use) => use?.kind === 'text')) return 'Say which column holds the texts.'
		const { total, empty, repeated } = preview
		const parts = [
			`${counted(total, 'row', 'rows')}: ${countDocuments(this.count(preview))}`,
			...(empty > 0 ? [`${empty} without a text`] : []),
			...(repeated > 0 && !this.repeated
				? [counted(repeated, 'with a text that came before', 'with texts that came before')]
				: []),
		]
		return `${parts.join(', ')}.`
	}

	private table({ columns, rows }: TablePreview, { columns: uses }: TableReading): TemplateResult {
		const classOf = (index: number) => {
			const use = uses[index] ?? null
			return use === null ? 'out' : use.kind === 'text' ? 'text' : ''
		}
		return html`<div class="scroll" tabindex="0" role="region" aria-label="The columns and the first rows">
			<table>
				<thead>
					<tr>
						${columns.map(
							(column, index) => html`<th scope="col" class=${classOf(index)}>
								<span title=${column}>${column}</span>
								${this.useField(column, index, useValue(uses[index] ?? null))}
							</th>`,
						)}
					</tr>
				</thead>
				<tbody>
					${rows.map(
						(row) => html`<tr>
							${columns.map((_, index) => html`<td class=${classOf(index)}><div>${row[index] ?? ''}</div></td>`)}
						</tr>`,
					)}
				</tbody>
			</table>
		</div>`
	}

	private useField(column: string, index: number, value: string): TemplateResult {
		const option = (each: UseOption) =>
			html`<option value=${each.value} ?selected=${each.value === value}>${each.label}</option>`
		return html`<select
			aria-label=${`What “${column}” is`}
			?autofocus=${index === 0}
			@change=${({ target }: Event) => {
				if (target instanceof HTMLSelectElement) void this.use(index, column, target.value)
			}}
		>
			<option value="" ?selected=${value === ''}>Leave out</option>
			${useOptions.usual.map(option)}
			<optgroup label="More">${useOptions.others.map(option)}</optgroup>
		</select>`
	}

	private onMarkup({ target }: Event): void {
		const markup = markups.find(([value]) => target instanceof HTMLSelectElement && value === target.value)
		const reading = this.reading ?? this.preview?.reading
		if (markup && reading) this.reading = { ...reading, markup: markup[0] }
	}

	private async use(index: number, column: string, value: string): Promise<void> {
		const reading = this.reading ?? this.preview?.reading
		if (!reading) return
		const columns = withUse(reading.columns, index, useFrom(value, column))
		this.reading = { ...reading, columns }
		await this.look({ reading: { ...this.reading, columns: [...columns] } })
	}

	/** Looks at the table as the reader has it now. */
	private async look(how: Omit<Input<'tables.preview'>, 'file'>): Promise<void> {
		const { file } = this
		if (!file) return
		const asked = ++this.asked
		const preview = await this.state.attempt(() => this.state.client.call('tables.preview', { file, ...how }))
		if (!preview || asked !== this.asked) return
		this.preview = preview
		// A guess for other headings takes the place of what was chosen.
		if ('headings' in how) this.reading = null
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-table-dialog': TableDialog
	}
	interface HTMLElementEventMap {
		'table-agreed': TableAgreedEvent
	}
}
