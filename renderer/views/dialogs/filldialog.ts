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

/** Lets the reader choose a table or a bibliography and fills metadata from it. */
export async function fillMetadata(state: AppState): Promise<void> {
	const files = await state.attempt(() => state.host.chooseUploads('table'))
	const [file] = files ?? []
	if (file !== undefined) await fillFrom(state, file)
}

/** Shows what a table or a bibliography would change, and changes it. */
export async function fillFrom(state: AppState, file: FileToken): Promise<void> {
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
 * Fills metadata from a table or a bibliography: which column is which field, what every document would get,
 * and then it is applied as one step.
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
			.keep {
				margin-block-start: var(--s3);
			}
			details {
				margin-block-start: var(--s3);
			}
			details ul {
				margin-block: var(--s2) 0;
				padding-inline-start: var(--s6);
				overflow-wrap: anywhere;
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) file: FileToken | null = null
	@property({ attribute: false }) table: MetadataTable = {
		kind: 'table',
		columns: [],
		fields: [],
		unmatched: { count: 0, titles: [] },
		rows: [],
	}
	@state() private mapping: readonly (string | null)[] | null = null
	/** Null: as is usual for tables, or for bibliographies. */
	@state() private keep: boolean | null = null
	@state() private busy = false
	private asked = 0

	override render(): TemplateResult {
		const { kind, columns, rows, unmatched } = this.table
		const mapping = this.mapping ?? this.table.fields
		const affected = new Set(rows.flatMap((row) => (isEmpty(row.patch) ? [] : row.documents))).size
		const keep = this.keep ?? kind === 'references'
		return html`<cp-dialog
			heading=${kind === 'table' ? 'Fill metadata from a table' : 'Fill metadata from references'}
			?busy=${this.busy}
			@cp-close=${() => this.close()}
		>
			${
				kind === 'table'
					? html`<h3>Which column is what</h3>
						<div class="columns">
							${columns.map((column, index) => this.columnField(column, mapping[index] ?? null, index))}
						</div>`
					: nothing
			}
			<h3><span role="status">${this.summary(affected, mapping)}</span></h3>
			${rows.length > 0 ? this.preview() : nothing}
			<label class="check keep">
				<input
					type="checkbox"
					?autofocus=${kind === 'references'}
					.checked=${!keep}
					@change=${({ target }: Event) => {
						if (target instanceof HTMLInputElement) void this.keepFilled(!target.checked)
					}}
				/>
				Also replace what is filled in already
			</label>
			${
				unmatched.count > 0
					? html`<details>
						<summary>${counted(unmatched.count, 'entry belongs', 'entries belong')} to no document here</summary>
						<ul>
							${unmatched.titles.map((title) => html`<li>${title}</li>`)}
							${unmatched.count > unmatched.titles.length ? html`<li>…</li>` : nothing}
						</ul>
					</details>`
					: nothing
			}
			<button slot="footer" @click=${() => this.close()}>Cancel</button>
			<button slot="footer" class="primary" ?disabled=${affected === 0 || this.busy} @click=${() => this.apply()}>
				Fill ${countDocuments(affected)}
			</button>
		</cp-dialog>`
	}

	private summary(affected: number, mapping: readonly (string | null)[]): string {
		const { kind, rows } = this.table
		const would = `${countDocuments(affected)} would change`
		if (kind === 'references' && rows.length > 0 && affected === 0)
			return 'Your documents say all that these references do.'
		if (kind === 'references')
			return rows.length === 0
				? 'No entry belongs to a document of the library.'
				: `${would}, from ${counted(rows.length, 'entry that belongs', 'entries that belong')} to one of yours`
		return mapping.includes('file')
			? `${would}, from ${counted(rows.length, 'row that names', 'rows that name')} one of your files`
			: 'Say which column holds the file names.'
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
				<option value="own" ?selected=${field === 'own'}>Own field</option>
				${fields.map(
					({ name, label }) => html`<option value=${name} ?selected=${field === name}>${label}</option>`,
				)}
			</select>
		</label>`
	}

	private preview(): TemplateResult {
		const all = this.table.rows
		const rows = all.slice(0, shown)
		const used = fields.filter(({ name }) => all.some((row) => name in row.patch))
		const own = [...new Set(all.flatMap((row) => Object.keys(row.patch.fields ?? {})))]
		const isMatched = this.table.kind === 'references'
		return html`<div class="scroll" tabindex="0" role="region" aria-label="What would change">
			<table>
				<thead>
					<tr>
						<th scope="col">Document</th>
						${isMatched ? html`<th scope="col">Known by</th>` : nothing}
						${used.map(({ label }) => html`<th scope="col">${label}</th>`)}
						${own.map((name) => html`<th scope="col">${name}</th>`)}
						<th scope="col">Could not be read</th>
					</tr>
				</thead>
				<tbody>
					${rows.map(
						(row) => html`<tr>
							<th scope="row">
								${row.documents.map((id) => this.state.documents.get(id)?.metadata.title ?? '').join(', ')}
							</th>
							${isMatched ? html`<td>${knownBy[row.by]}</td>` : nothing}
							${used.map((field) => html`<td>${cell(row.patch, field.name)}</td>`)}
							${own.map((name) => html`<td>${row.patch.fields?.[name] ?? ''}</td>`)}
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
		// One field, one column: the new one takes it from the old. Own fields are as many as there are columns.
		this.mapping = (this.mapping ?? this.table.fields).map((field, i) =>
			i === index ? chosen : field === chosen && chosen !== 'own' ? null : field,
		)
		await this.look(file)
	}

	private async keepFilled(keep: boolean): Promise<void> {
		this.keep = keep
		if (this.file) await this.look(this.file)
	}

	private async look(file: FileToken): Promise<void> {
		const asked = ++this.asked
		const table = await this.state.attempt(() =>
			this.state.client.call('metadata.preview', { file, ...this.choices }),
		)
		if (table && asked === this.asked) this.table = table
	}

	private get choices(): { readonly fields?: (string | null)[]; readonly keep?: boolean } {
		return {
			...(this.table.kind === 'table' && { fields: [...(this.mapping ?? this.table.fields)] }),
			...(this.keep !== null && { keep: this.keep }),
		}
	}

	private async apply(): Promise<void> {
		const { file } = this
		if (!file) return
		this.busy = true
		const count = await this.state.attempt(() =>
			this.state.client.call('metadata.apply', { file, ...this.choices }),
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

const knownBy: Readonly<Record<MetadataTable['rows'][number]['by'], string>> = {
	file: 'its file',
	DOI: 'DOI',
	ISBN: 'ISBN',
	URL: 'address',
	title: 'title and year',
}

const isEmpty = (patch: object): boolean => Object.keys(patch).length === 0

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
