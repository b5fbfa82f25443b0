import type { Element } from 'hast'
import type { Container } from '../../../corpus/readingtext.ts'
import { attribute, find, roles, textOf, words } from './tree.ts'
import { type BlockStyle, Nesting } from './writer.ts'

/** Where in lists and tables the walk is. */
export interface Place {
	readonly style: BlockStyle
	readonly depth: number
	readonly language: string | null
	readonly list: { readonly nesting: Nesting; readonly ordered: boolean } | null
	/** The data table or its row that cells belong to; null outside of one, or in one made for layout. */
	readonly table: Nesting | null
	readonly inHeading: boolean
	readonly quotes: number
}

export type BlockShape =
	| 'flow'
	| 'heading'
	| 'rule'
	| 'preformatted'
	| 'caption'
	| 'term'
	| 'definition'
	| 'list'
	| 'item'
	| 'table'
	| 'row'
	| 'cell'
	| Extract<Container['kind'], 'quotation' | 'figure' | 'aside' | 'definitions'>

const shapes: Readonly<Record<BlockShape, string>> = {
	flow: 'html body p div section article main header footer nav form fieldset legend address center hgroup search details summary dialog tbody thead tfoot frameset optgroup',
	heading: 'h1 h2 h3 h4 h5 h6',
	rule: 'hr',
	preformatted: 'pre listing xmp plaintext',
	caption: 'figcaption caption',
	term: 'dt',
	definition: 'dd',
	list: 'ul ol menu dir',
	item: 'li',
	table: 'table',
	row: 'tr',
	cell: 'td th',
	quotation: 'blockquote',
	figure: 'figure',
	aside: 'aside',
	definitions: 'dl',
}

/** What each element that begins and ends blocks is; all others stand inside a line. */
const blocks: Readonly<Record<string, BlockShape>> = Object.fromEntries(
	Object.entries(shapes).flatMap(([shape, tags]) =>
		tags.split(' ').map((tag): [string, BlockShape] => [tag, isShape(shape) ? shape : 'flow']),
	),
)

function isShape(name: string): name is BlockShape {
	return Object.hasOwn(shapes, name)
}

/** Null: an element inside a line. */
export function shapeOf(element: Element): BlockShape | null {
	if (words(element, 'role').includes('heading')) return 'heading'
	return (Object.hasOwn(blocks, element.tagName) ? blocks[element.tagName] : undefined) ?? null
}

/** Where the children of a block are that itself is nothing but a place. */
export function placeInside(element: Element, place: Place): Place {
	const inside = (change: Partial<BlockStyle>): Place => ({ ...place, style: { ...place.style, ...change } })
	const shape = shapeOf(element)
	switch (shape) {
		case 'heading':
			return { ...inside({ kind: 'heading', level: levelOf(element) }), inHeading: true }
		case 'preformatted': {
			return inside({ kind: isPoem(element) ? 'verse' : 'preformatted', keepSpace: true })
		}
		case 'caption':
		case 'term':
		case 'definition':
			return inside({ kind: shape })
		case 'quotation':
		case 'figure':
		case 'aside':
		case 'definitions': {
			const nesting = new Nesting(place.style.nesting, (parent) => ({ kind: shape, parent }))
			return { ...inside({ kind: isPoem(element) ? 'verse' : 'paragraph', nesting }), list: null }
		}
		case 'row': {
			const table = place.table
			if (table === null) return place
			return { ...place, table: new Nesting(table, (parent) => ({ kind: 'row', parent })) }
		}
		default:
			return place.style.kind === 'paragraph' && isPoem(element) ? inside({ kind: 'verse' }) : place
	}
}

/** What publishers call poems and their parts. */
const poemNames: ReadonlySet<string> = new Set(
	'verse poem poetry stanza strophe linegroup line-group lg z3998:poem z3998:verse z3998:song z3998:hymn'.split(
		' ',
	),
)

const isPoem = (element: Element): boolean =>
	words(element, 'className').some((name) => poemNames.has(name)) ||
	roles(element).some((role) => poemNames.has(role))

/** On average, in UTF-16 code units: longer lines are prose, such as numbered verses of scriptures. */
const longestLine = 90

const lineNumberNames: ReadonlySet<string> = new Set('linenum line-num lnum linenumber lineno'.split(' '))

export const isLineNumber = (element: Element): boolean =>
	element.tagName === 'span' && words(element, 'className').some((name) => lineNumberNames.has(name))

/** Whether the lines of this part of a poem are elements of their own. */
export function isStanza(element: Element): boolean {
	if (!isPoem(element)) return false
	let lines = 0
	let length = 0
	for (const child of element.children) {
		if (child.type === 'text' && child.value.trim() !== '') return false
		if (child.type !== 'element' || !isLine(child)) continue
		lines++
		length += textOf(child).length
	}
	return lines > 1 && length <= lines * longestLine
}

/** A block with nothing but words in it. */
export const isLine = (element: Element): boolean =>
	shapeOf(element) === 'flow' &&
	find(element, (inner) => inner !== element && shapeOf(inner) !== null) === null

function levelOf(element: Element): number {
	const level = Number.parseInt(
		/^h([1-6])$/.exec(element.tagName)?.[1] ?? attribute(element, 'ariaLevel') ?? '',
		10,
	)
	return Number.isNaN(level) ? 2 : Math.min(6, Math.max(1, level))
}

export const isPageBreak = (element: Element): boolean =>
	roles(element).some((role) => role === 'pagebreak' || role === 'doc-pagebreak') || isPageNumber(element)

/** How transcribers of printed books call the numbers that they put where pages begin. */
const pageNumberNames: ReadonlySet<string> = new Set(['pagenum', 'pageno', 'pgnum', 'page-num'])

function isPageNumber(element: Element): boolean {
	const isNamed = words(element, 'className').some((name) => pageNumberNames.has(name))
	return isNamed && !/^(td|th|li)$/.test(element.tagName) && printedPage(textOf(element)) !== null
}

/** The number of a page as transcribers write it (`12`, `[Pg 12]`, `{xii}`, `p. 12`); null for other words. */
export function printedPage(text: string): string | null {
	return (
		/^\s*[[({]?\s*(?:page|pg|p)?\.?\s*([0-9]{1,5}|[ivxlcdm]{1,12})\s*[\])}]?\s*$/i.exec(text)?.[1] ?? null
	)
}

export function itemOf(element: Element, list: Nesting): Nesting {
	const box = words(element, 'className').includes('task-list-item') ? checkbox(element) : null
	const state = box === null ? {} : { checked: attribute(box, 'checked') !== undefined }
	return new Nesting(list, (parent) => ({ kind: 'item', parent, ...state }))
}

const checkbox = (element: Element): Element | null =>
	find(element, (inner) => inner.tagName === 'input' && attribute(inner, 'type') === 'checkbox')

/** Tables that only place things on a page: told by their role, or by holding tables and no headers. */
export function isForLayout(table: Element): boolean {
	const role = words(table, 'role')
	if (role.includes('presentation') || role.includes('none')) return true
	let holdsTable = false
	const stack = [...table.children]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next.type !== 'element') continue
		if (next.tagName === 'th' || next.tagName === 'caption') return false
		if (next.tagName === 'table') holdsTable = true
		else for (const each of next.children) stack.push(each)
	}
	return holdsTable
}

export function cellOf(element: Element, row: Nesting): Nesting {
	const header = element.tagName === 'th'
	const columns = span(attribute(element, 'colSpan'), 1000)
	const rows = span(attribute(element, 'rowSpan'), 65_534)
	return new Nesting(row, (parent) => ({
		kind: 'cell',
		parent,
		header,
		...(columns > 1 && { columns }),
		...(rows > 1 && { rows }),
	}))
}

function span(value: string | undefined, most: number): number {
	const number = Number.parseInt(value ?? '1', 10)
	return Number.isNaN(number) ? 1 : Math.min(most, Math.max(1, number))
}
