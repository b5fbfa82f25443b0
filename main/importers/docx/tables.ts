import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import { valueIn } from './package.ts'
import { hasSwitch, integer, isOn } from './properties.ts'
import type { Stylesheet } from './stylesheet.ts'

/** Word itself knows 63 columns. */
const maxSpan = 1000

interface Merged {
	readonly element: Element
	rows: number
	readonly columns: number
}

/**
 * A `w:tbl`. Cells merged downwards are known in the first row of them only; the first rows are headers
 * where they are repeated on each page, or where the table's style sets them apart.
 *
 * @param blocks reads what is in a cell
 */
export function table(
	element: XmlElement,
	styles: Stylesheet,
	blocks: (cell: XmlElement) => readonly Element[],
): Element {
	const properties = child(element, 'tblPr')
	const look = properties && child(properties, 'tblLook')
	const style = styles.style(valueIn(properties, 'tblStyle') ?? undefined)
	const isHeaded = style?.headsTables === true && marksFirstRow(look)
	const found = make('table')
	/** Cells that go on downwards, by their column. */
	let merged = new Map<number, Merged>()
	let isFirst = true
	for (const row of rowsOf(element)) {
		const rowProperties = child(row, 'trPr')
		if (rowProperties !== null && child(rowProperties, 'del') !== null) continue
		const isHeader = hasSwitch(rowProperties, 'tblHeader') || (isFirst && isHeaded)
		const before = spanOf(valueIn(rowProperties, 'gridBefore'), 0)
		const after = spanOf(valueIn(rowProperties, 'gridAfter'), 0)
		const cells: Element[] = before > 0 ? [make('td', { colSpan: before })] : []
		let column = before
		const going = new Map<number, Merged>()
		for (const cell of cellsOf(row)) {
			const own = child(cell, 'tcPr')
			const columns = spanOf(valueIn(own, 'gridSpan'), 1)
			const merge = own && child(own, 'vMerge')
			const above = merged.get(column)
			const isContinued = merge !== null && (attribute(merge, 'val') ?? 'continue') === 'continue'
			if (isContinued && above !== undefined && above.columns === columns) {
				above.rows += 1
				above.element.properties['rowSpan'] = above.rows
				going.set(column, above)
			} else {
				const made = make(isHeader ? 'th' : 'td', columns > 1 ? { colSpan: columns } : {}, ...blocks(cell))
				cells.push(made)
				if (merge !== null) going.set(column, { element: made, rows: 1, columns })
			}
			column += columns
		}
		if (after > 0) cells.push(make('td', { colSpan: after }))
		merged = going
		isFirst = false
		found.children.push(make('tr', {}, ...cells))
	}
	return found
}

function marksFirstRow(look: XmlElement | null): boolean {
	if (look === null) return false
	const named = attribute(look, 'firstRow')
	return named === null ? (Number.parseInt(attribute(look, 'val') ?? '', 16) & 0x20) !== 0 : isOn(named)
}

const rowsOf = (element: XmlElement) => namedWithin(element, 'tr')
const cellsOf = (element: XmlElement) => namedWithin(element, 'tc')

/** Elements of one name, also where controls or changes stand around them. */
function* namedWithin(element: XmlElement, name: string): Generator<XmlElement> {
	for (const inner of children(element))
		if (inner.name === name) yield inner
		else if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(inner.name))
			yield* namedWithin(inner, name)
}

const spanOf = (value: string | null, least: number): number =>
	Math.min(maxSpan, Math.max(least, integer(value) ?? least))
