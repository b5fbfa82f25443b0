import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { CollectionId, DocumentId, ThemeId } from '../../corpus/ids.ts'
import { pathText } from '../../corpus/themetree.ts'
import { controls } from './controls.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'

/** A row of the comparison: a document, or a collection of them. */
export interface MatrixRow {
	readonly key: string
	readonly label: string
	readonly source:
		| { readonly kind: 'document'; readonly id: DocumentId }
		| { readonly kind: 'collection'; readonly id: CollectionId }
	/** Passages for each column. */
	readonly counts: readonly number[]
	readonly total: number
}

export interface Matrix {
	readonly columns: readonly ThemeLook[]
	readonly rows: readonly MatrixRow[]
	/** The greatest count of one cell; 0 when there is none. */
	readonly greatest: number
}

/** The reader wants to see the passages behind a number. */
export class CellOpenEvent extends Event {
	static readonly type = 'cell-open'
	readonly row: MatrixRow
	readonly theme: ThemeId | null

	/** @param theme null: all passages of the row */
	constructor(row: MatrixRow, theme: ThemeId | null) {
		super(CellOpenEvent.type)
		this.row = row
		this.theme = theme
	}
}

/** Rows of the table at first. */
const tabled = 60

/** CSS px of the greatest dot; areas, not diameters, are in proportion. */
const greatestDot = 26

/**
 * Passages per theme and row: a chart of dots, and below it the same as a table, which is the chart's
 * twin for keyboard and screen reader.
 *
 * @event cell-open
 */
@customElement('cp-theme-matrix')
export class ThemeMatrix extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: block;
			}
			.chart,
			.scroll {
				overflow-x: auto;
			}
			.chart {
				margin-block-end: var(--s8);
			}
			.grid {
				display: grid;
				grid-template-columns: minmax(120px, 320px) repeat(var(--count), minmax(34px, 64px));
				width: max-content;
				max-width: none;
				align-items: center;
			}
			.grid > * {
				min-width: 0;
			}
			.column {
				align-self: end;
				justify-self: center;
				max-height: 150px;
				padding-block-end: var(--s2);
				writing-mode: vertical-rl;
				transform: rotate(180deg);
				overflow: hidden;
				text-overflow: ellipsis;
				white-space: nowrap;
				font-size: 12px;
				font-weight: 600;
			}
			.label {
				padding-inline-end: var(--s3);
				overflow: hidden;
				text-overflow: ellipsis;
				white-space: nowrap;
			}
			.cell {
				display: grid;
				place-items: center;
				height: 32px;
				border-inline-start: 1px solid var(--line);
				border-block-start: 1px solid var(--line);
			}
			.cell.some {
				cursor: pointer;
			}
			.cell.some:hover {
				background: var(--hover);
			}
			.cell span {
				border-radius: 50%;
				background: oklch(var(--lane-l) var(--lane-c) var(--hue));
				forced-color-adjust: none;
			}
			table {
				border-collapse: collapse;
			}
			td {
				font-variant-numeric: tabular-nums;
			}
			th,
			td {
				padding: 4px 10px;
				border-block-end: 1px solid var(--line);
				text-align: end;
				font-weight: 400;
			}
			thead th {
				vertical-align: bottom;
				font-size: 12px;
				font-weight: 600;
				min-width: 84px;
				max-width: 130px;
				overflow-wrap: break-word;
			}
			thead th:not(.name) {
				color: var(--ink-2);
				font-weight: 400;
			}
			tbody th,
			th:first-child {
				text-align: start;
				min-width: 160px;
				max-width: 380px;
				overflow-wrap: anywhere;
				padding-inline-start: 0;
			}
			td button {
				min-height: 24px;
				padding: 0 6px;
				margin-inline-end: -6px;
				background: none;
				border-color: transparent;
				font-weight: 500;
			}
			td.none {
				color: var(--ink-3);
			}
		`,
	]

	@property({ attribute: false }) matrix: Matrix = { columns: [], rows: [], greatest: 0 }
	/** What a row is: "Document". */
	@property() rowName = 'Document'
	/** Rows that the chart shows. */
	@property({ type: Number }) charted = 30
	/** Whether the table shows more than its first rows. */
	@state() private whole = false

	override render(): TemplateResult {
		return html`${this.chart()} ${this.table()}`
	}

	private chart(): TemplateResult {
		const { columns, rows, greatest } = this.matrix
		return html`<div class="chart" aria-hidden="true">
			<div class="grid" style=${styleMap({ '--count': String(columns.length) })}>
				<span></span>
				${columns.map(
					(look) => html`<span class="column name" style=${hueStyle(look.hue)} title=${pathText(look.path)}
						>${look.name}</span
					>`,
				)}
				${rows.slice(0, this.charted).map(
					(row) => html`<span class="label" title=${row.label}>${row.label}</span>
						${columns.map((look, index) => this.dot(row, look, row.counts[index] ?? 0, greatest))}`,
				)}
			</div>
		</div>`
	}

	private dot(row: MatrixRow, look: ThemeLook, count: number, greatest: number): TemplateResult {
		if (count === 0) return html`<span class="cell"></span>`
		const size = `${Math.max(4, greatestDot * Math.sqrt(count / greatest)).toFixed(1)}px`
		return html`<span
			class="cell some"
			title="${look.name}, ${row.label}: ${count}"
			@click=${() => this.dispatchEvent(new CellOpenEvent(row, look.id))}
		>
			<span style="${hueStyle(look.hue)}; width: ${size}; height: ${size}"></span>
		</span>`
	}

	private table(): TemplateResult {
		const { columns, rows } = this.matrix
		return html`<div class="scroll" tabindex="0" role="region" aria-label="Passages as numbers">
			<table>
				<thead>
					<tr>
						<th scope="col">${this.rowName}</th>
						${columns.map(
							(look) => html`<th scope="col" class="name" style=${hueStyle(look.hue)}>${look.name}</th>`,
						)}
						<th scope="col">All</th>
					</tr>
				</thead>
				<tbody>
					${(this.whole ? rows : rows.slice(0, tabled)).map(
						(row) => html`<tr>
							<th scope="row">${row.label}</th>
							${columns.map((look, index) => this.number(row, look, row.counts[index] ?? 0))}
							<td>${this.cellButton(row, null, 'all themes', row.total)}</td>
						</tr>`,
					)}
				</tbody>
			</table>
			${
				this.whole || rows.length <= tabled
					? nothing
					: html`<button
							class="quiet"
							@click=${() => {
								this.whole = true
							}}
						>
							Show all ${rows.length} rows
						</button>`
			}
		</div>`
	}

	private number(row: MatrixRow, look: ThemeLook, count: number): TemplateResult {
		return count === 0
			? html`<td class="none">–</td>`
			: html`<td>${this.cellButton(row, look.id, look.name, count)}</td>`
	}

	private cellButton(row: MatrixRow, theme: ThemeId | null, name: string, count: number): TemplateResult {
		return html`<button
			aria-label="${count} ${count === 1 ? 'passage' : 'passages'}: ${name}, ${row.label}"
			@click=${() => this.dispatchEvent(new CellOpenEvent(row, theme))}
		>
			${count}
		</button>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-matrix': ThemeMatrix
	}
	interface HTMLElementEventMap {
		'cell-open': CellOpenEvent
	}
}
