import type { Element } from 'hast'
import { hasContent, make } from '../hast/tree.ts'
import { attribute, children, type XmlElement } from '../xml/xml.ts'

/** Repeated cells beyond these are the rest of an empty sheet. */
const maxColumns = 256
const maxRepeatedRows = 256

/**
 * A `table:table`. Cells that others cover are left out; repeated ones are written out within bounds.
 *
 * @param blocks reads what is in a cell
 */
export function table(element: XmlElement, blocks: (cell: XmlElement) => readonly Element[]): Element {
	const found = make('table')
	for (const { row, isHeader } of rowsOf(element, false)) {
		const tag = isHeader ? 'th' : 'td'
		const made = make('tr', {}, ...cells(row, tag, blocks))
		const times = hasContent(made) ? repeated(row, 'number-rows-repeated', maxRepeatedRows) : 1
		for (let time = 0; time < times; time++) found.children.push(structuredClone(made))
	}
	return found
}

function cells(row: XmlElement, tag: string, blocks: (cell: XmlElement) => readonly Element[]): Element[] {
	const found: Element[] = []
	const all = children(row)
	for (const [at, cell] of all.entries()) {
		if (cell.name !== 'table-cell') continue
		const columns = integer(cell, 'number-columns-spanned')
		const rows = integer(cell, 'number-rows-spanned')
		const made = make(
			tag,
			{ ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) },
			...blocks(cell),
		)
		const isRest = at === all.length - 1 && !hasContent(made)
		const times = isRest ? 1 : repeated(cell, 'number-columns-repeated', maxColumns - found.length)
		for (let time = 0; time < times; time++) found.push(time === 0 ? made : structuredClone(made))
	}
	return found
}

function* rowsOf(
	element: XmlElement,
	isHeader: boolean,
): Generator<{ readonly row: XmlElement; readonly isHeader: boolean }> {
	for (const inner of children(element))
		if (inner.name === 'table-row') yield { row: inner, isHeader }
		else if (inner.name === 'table-header-rows') yield* rowsOf(inner, true)
		else if (inner.name === 'table-rows' || inner.name === 'table-row-group') yield* rowsOf(inner, isHeader)
}

const repeated = (element: XmlElement, name: string, most: number): number =>
	Math.max(1, Math.min(most, integer(element, name)))

function integer(element: XmlElement, name: string): number {
	const value = Number.parseInt(attribute(element, name) ?? '1', 10)
	return Number.isSafeInteger(value) ? value : 1
}
