import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FileToken } from '../../../corpus/ids.ts'
import type { Metadata, MetadataField } from '../../../corpus/metadata.ts'
import type { MetadataTable } from '../../../preload/calls/documents.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/dialog.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import { fields, textOf } from '../metadata/fields.ts'

/** Rows shown at the most; all of them are applied. */
const shown = 100

/** Lets the reader choose a table and fills metadata from it. */
export async function fillMetadata(state: AppState): Promise<void> {
	const files = await state.attempt(() => state.host.chooseUploads('table'))
	const [file] = files ?? []
	if (file === undefined) return
	const table = await state.attempt(() => state.client.call('metadata.preview', { file }))
	if (!table) return
	await state.dialogs.show(
		(close) => html`<cp-fill-dialog
			.state=${state}
			.file=${file}
			.table=${table}
			@cp-close=${() => close()}
		></cp-fill-dialog>`,
	)
}

/**
 * Fills metadata from a table: which column is which field, what every document would get, and then it
 * is applied as one step.
 *
 * @event cp-close
 */
@customElement('cp-fill-dialog')
export class FillDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 960px;
			}
			h3 {
				margin: var(--s3) 0 var(--s2);
				font-size: var(--size-2);
				font-weight: 600;
			}
			.columns {
				display: grid;
				grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
				gap: var(--s3);
			}
			.columns span {
				overflow-wrap: anywhere;
			}
			.scroll {
				max-height: 36vh;
				overflow: auto;
				border: 1px solid var(--line);
				border-radius: var(--radius);
			}
			table {
				border-collapse: collapse;
				width: 100%;
			}
			th,
			td {
				padding: 6px 10px;
				text-align: start;
				vertical-align: top;
				border-block-end: 1px solid var(--line);
				max-width: 260px;
				overflow-wrap: anywhere;
			}
			thead th {
				position: sticky;
				inset-block-start: 0;
				background: var(--raised);
				font-weight: 400;
				font-size: var(--size-1);
				color: var(--ink-2);
			}
			tbody th {
				font-weight: 500;
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) file: FileToken | null = null
	@property({ attribute: false }) table: MetadataTable = { columns: [], fields: [], rows: [] }
	@state() private mapping: readonly (string | null)[] | null = null
	@state() private busy = false
	private asked = 0

	override render(): TemplateResult {
		const { columns, rows } = this.table
		const mapping = this.mapping ?? this.table.fields
		const affected = new Set(rows.flatMap((row) => row.documents)).size
		const named = mapping.includes('file')
		return html`<cp-dialog heading="Fill metadata from a table" ?busy=${this.busy} @cp-close=${() => this.close()}>
			<h3>Which column is what</h3>
			<div class="columns">
				${columns.map((column, index) => this.columnField(column, mapping[index] ?? null, index))}
			</div>
			<h3><span role="status">
				${
					named
						? `${countDocuments(affected)} would change, from ${counted(rows.length, 'row', 'rows')} that name one of your files`
						: 'Say which column holds the file names.'
				}</span></h3>
			${rows.length > 0 ? this.preview() : nothing}
			<button slot="footer" @click=${() => this.close()}>Cancel</button>
			<button slot="footer" class="primary" ?disabled=${affected === 0 || this.busy} @click=${() => this.apply()}>
				Fill ${countDocuments(affected)}
			</button>
		</cp-dialog>`
	}

	private columnField(column: string, field: string | null, index: number): TemplateResult {
		return html`<label class="field">
			<span>${column === '' ? `Column ${index + 1}` : column}</span>
			<select
				?autofocus=${index === 0}
				@change=${({ target }: Event) => {
					if (target instanceof HTMLSelectElement) void this.map(index, target.value)
				}}
			>
				<option value="" ?selected=${field === null}>–</option>
				<option value="file" ?selected=${field === 'file'}>File name</option>
				${fields.map(
					({ name, label }) => html`<option value=${name} ?selected=${field === name}>${label}</option>`,
				)}
			</select>
		</label>`
	}

	private preview(): TemplateResult {
		const rows = this.table.rows.slice(0, shown)
		const used = fields.filter(({ name }) => this.table.rows.some((row) => name in row.patch))
		return html`<div class="scroll" tabindex="0" role="region" aria-label="What would change">
			<table>
				<thead>
					<tr>
						<th scope="col">Document</th>
						${used.map(({ label }) => html`<th scope="col">${label}</th>`)}
						<th scope="col">Could not be read</th>
					</tr>
				</thead>
				<tbody>
					${rows.map(
						(row) => html`<tr>
							<th scope="row">
								${row.documents.map((id) => this.state.documents.get(id)?.metadata.title ?? '').join(', ')}
							</th>
							${used.map((field) => html`<td>${cell(row.patch, field.name)}</td>`)}
							<td class="problem">${row.problems.join(' ')}</td>
						</tr>`,
					)}
				</tbody>
			</table>
		</div>`
	}

	private async map(index: number, value: string): Promise<void> {
		const { file } = this
		if (!file) return
		const chosen = value === '' ? null : value
		// One field, one column: the new one takes it from the old.
		const mapping = (this.mapping ?? this.table.fields).map((field, i) =>
			i === index ? chosen : field === chosen ? null : field,
		)
		this.mapping = mapping
		const asked = ++this.asked
		const table = await this.state.attempt(() =>
			this.state.client.call('metadata.preview', { file, fields: mapping }),
		)
		if (table && asked === this.asked) this.table = table
	}

	private async apply(): Promise<void> {
		const { file } = this
		if (!file) return
		this.busy = true
		const count = await this.state.attempt(() =>
			this.state.client.call('metadata.apply', { file, fields: [...(this.mapping ?? this.table.fields)] }),
		)
		this.busy = false
		if (count === null) return
		this.close()
		if (count === 0) this.state.toasts.done('Nothing was changed: your documents say the same already.')
		else this.state.done(`Filled the metadata of ${countDocuments(count)}.`)
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

/** What a field would say after the change. */
function cell(patch: MetadataTable['rows'][number]['patch'], name: MetadataField): string {
	const field = fields.find((known) => known.name === name)
	const value = patch[name]
	if (!field || value === undefined) return ''
	return value === null ? '(empty)' : textOf({ title: '', [name]: value } as Metadata, field)
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-fill-dialog': FillDialog
	}
}
