import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import type { CellDefinition, RowDefinition } from './rows.ts'

/** A row as it was read: what stands in its cells, and how it is divided. */
export interface RowContent {
	readonly definition: RowDefinition
	readonly cells: readonly Element[][]
}

interface Cell {
	readonly element: Element
	/** Columns of the table's grid. */
	readonly from: number
	to: number
	rows: number
}

/** Edges nearer to each other than this are one: programs round, and draw by hand. Twips. */
const tolerance = 60

/**
 * A table of rows; null for none. Cells span columns where other rows have edges between theirs, and rows
 * where the cells below are part of them. Where a definition does not fit its row, cells just follow.
 */
export function tableOf(rows: readonly RowContent[]): Element | null {
	if (rows.length === 0) return null
	const fits = rows.every(({ definition, cells }) => definition.cells.length === cells.length)
	const edges = fits ? edgesOf(rows) : []
	let above: readonly Cell[] = []
	const table = make('table')
	for (const { definition, cells } of rows) {
		const row = make('tr')
		const current: Cell[] = []
		let from = columnOf(definition.left, edges)
		for (const [at, blocks] of cells.entries()) {
			const cell = fits ? definition.cells[at] : undefined
			const to = cell === undefined ? at + 1 : Math.max(from + 1, columnOf(cell.right, edges))
			place(blocks, cell, from, to, current, above, definition.header, row)
			from = to
		}
		for (const cell of current) setSpans(cell)
		table.children.push(row)
		above = current
	}
	return table
}

function place(
	blocks: readonly Element[],
	definition: CellDefinition | undefined,
	from: number,
	to: number,
	current: Cell[],
	above: readonly Cell[],
	header: boolean,
	row: Element,
): void {
	const left = current.at(-1)
	const upper = definition?.joinsAbove ? above.find((cell) => cell.from === from) : undefined
	if (definition?.joinsLeft && left !== undefined) {
		for (const each of blocks) left.element.children.push(each)
		left.to = to
	} else if (upper !== undefined) {
		for (const each of blocks) upper.element.children.push(each)
		upper.rows++
		current.push(upper)
	} else {
		const element = make(header ? 'th' : 'td', {}, ...blocks)
		row.children.push(element)
		current.push({ element, from, to, rows: 1 })
	}
}

function setSpans({ element, from, to, rows }: Cell): void {
	if (to - from > 1) element.properties['colSpan'] = to - from
	if (rows > 1) element.properties['rowSpan'] = rows
}

/** The edges of all columns of a table from left to right, in twips. */
function edgesOf(rows: readonly RowContent[]): readonly number[] {
	const all = new Set<number>()
	for (const { definition } of rows) {
		all.add(definition.left)
		for (const { right } of definition.cells) all.add(right)
	}
	const edges: number[] = []
	for (const edge of [...all].sort((a, b) => a - b))
		if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) edges.push(edge)
	return edges
}

/** Which edge a position lies at: the last one not beyond it. */
function columnOf(position: number, edges: readonly number[]): number {
	let low = 0
	let high = edges.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((edges[middle] ?? 0) <= position) low = middle + 1
		else high = middle
	}
	return Math.max(0, low - 1)
}
