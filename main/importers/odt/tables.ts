import type { Element } from 'hast'
import { elements, hasContent, make, textOf } from '../hast/tree.ts'
import { attribute, children, type XmlElement } from '../xml/xml.ts'

/** What repetition may add to one document, as elements and tens of letters: beyond lies no text, but a sheet. */
const maxRepeated = 10_000

/** How much may still be written again. */
export class Repeats {
	#left = maxRepeated

	/** Adds an element to others as often as is wanted and allowed, at least once. */
	add(list: Element['children'], made: Element, times: number): void {
		list.push(made)
		if (times <= 1) return
		const weight = [...elements(made)].length + textOf(made).length / 10
		const again = Math.min(times - 1, Math.floor(this.#left / weight))
		this.#left -= again * weight
		for (let time = 0; time < again; time++) list.push(structuredClone(made))
	}
}

/**
 * A `table:table`. Cells that others cover are left out; repeated ones are written out within bounds.
 *
 * @param blocks reads what is in a cell
 */
export function table(
	element: XmlElement,
	repeats: Repeats,
	blocks: (cell: XmlElement) => readonly Element[],
): Element {
	const found = make('table')
	for (const { row, isHeader } of rowsOf(element, false)) {
		const tag = isHeader ? 'th' : 'td'
		const made = make('tr', {}, ...cells(row, tag, repeats, blocks))
		const wanted = hasContent(made) ? integer(row, 'number-rows-repeated') : 1
		repeats.add(found.children, made, wanted)
	}
	return found
}

function cells(
	row: XmlElement,
	tag: string,
	repeats: Repeats,
	blocks: (cell: XmlElement) => readonly Element[],
): Element[] {
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
		repeats.add(found, made, isRest ? 1 : integer(cell, 'number-columns-repeated'))
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

function integer(element: XmlElement, name: string): number {
	const value = Number.parseInt(attribute(element, name) ?? '1', 10)
	return Number.isSafeInteger(value) ? value : 1
}
