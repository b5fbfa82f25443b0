import type { Element, ElementContent } from 'hast'
import { hasContent, make } from '../hast/tree.ts'
import { attribute, children, type XmlElement } from '../xml/xml.ts'
import type { Comments } from './comments.ts'
import { Line, type ReadLine } from './line.ts'
import { Lists, type OuterList } from './lists.ts'
import type { ParagraphLook, Style, Stylesheet } from './stylesheet.ts'
import { Repeats, table } from './tables.ts'

/** What all of a document shares. */
export interface Context {
	readonly styles: Stylesheet
	readonly comments: Comments
	/** BCP 47; text in it does not say so again. */
	readonly language: string | null
	/** Embedded formulas by their addresses. */
	readonly formulas: ReadonlyMap<string, ElementContent[]>
}

/** Margins from here on set a quotation apart, if they are on both sides: points. */
const quotationMargin = 18

/** Declarations and changes that were deleted: nothing that is shown. */
const silent: ReadonlySet<string> = new Set([
	'tracked-changes',
	'forms',
	'sequence-decls',
	'variable-decls',
	'user-field-decls',
	'dde-connection-decls',
	'alphabetical-index-auto-mark-file',
	'bibliography-source',
	// Made by the program out of the text itself, with page numbers.
	'table-of-content',
	'illustration-index',
	'table-index',
	'object-index',
	'user-index',
	'alphabetical-index',
	'covered-table-cell',
	'annotation',
	'annotation-end',
	'change',
	'change-start',
	'change-end',
	'soft-page-break',
])

/** Reads the body of an OpenDocument text into a tree. */
export class Story {
	/** The bodies of the notes that were called, in order. */
	readonly notes: Element[] = []
	readonly #context: Context
	readonly #line: Line
	readonly #lists: Lists
	readonly #repeats = new Repeats()

	constructor(context: Context) {
		this.#context = context
		this.#lists = new Lists(context.styles)
		this.#line = new Line({
			...context,
			blocks: (element) => this.blocks(element),
			note: (body, id) => {
				const note = make('div', { id, role: 'doc-footnote' })
				this.notes.push(note)
				for (const each of this.blocks(body)) note.children.push(each)
			},
		})
	}

	/** The blocks in an element: the body, a cell, a note, a text box. */
	blocks(element: XmlElement, list: OuterList | null = null): Element[] {
		const found: Element[] = []
		for (const block of children(element)) this.#block(block, list, found)
		return found
	}

	#block(block: XmlElement, list: OuterList | null, found: Element[]): void {
		switch (block.name) {
			case 'p':
			case 'h':
				this.#paragraph(block, found)
				break
			case 'list':
				for (const each of this.#lists.read(block, list, (item, inside) => this.blocks(item, inside)))
					found.push(each)
				break
			case 'table':
				found.push(table(block, this.#repeats, (cell) => this.blocks(cell)))
				break
			case 'section':
				if (attribute(block, 'display') !== 'none')
					for (const each of this.blocks(block, list)) found.push(each)
				break
			case 'frame':
			case 'g':
			case 'a':
			case 'bookmark':
			case 'bookmark-start':
				this.#loose(block, found)
				break
			default:
				if (silent.has(block.name)) break
				if (this.#line.isShape(block)) this.#loose(block, found)
				else for (const each of this.blocks(block, list)) found.push(each)
		}
	}

	/** What belongs into a line, but stands between paragraphs. */
	#loose(element: XmlElement, found: Element[]): void {
		const line = this.#line.read({ ...element, name: 'p', children: [element] }, {})
		found.push({ ...make('p'), children: line.content }, ...line.boxes)
	}

	#paragraph(element: XmlElement, found: Element[]): void {
		const style = this.#context.styles.style('paragraph', attribute(element, 'style-name'))
		const level = headingLevel(element, style)
		const line = this.#line.read(element, level === null ? (style?.text ?? {}) : null)
		const role = level === null ? roleOf(style) : null
		const { properties } = make('p', looks(style?.paragraph ?? {}))
		const name = level === null ? 'p' : `h${level}`
		if (role === 'code') addCode(line.content, found)
		else if (role === 'quotation') addQuotation({ ...make(name, properties), children: line.content }, found)
		else if (role === 'caption') addCaption(line, found)
		else if (role === 'rule' && line.content.length === 0) found.push(make('hr'))
		else found.push({ ...make(name, properties), children: line.content })
		found.push(...line.boxes)
	}
}

function headingLevel(element: XmlElement, style: Style | null): number | null {
	if (style?.names.includes('title')) return 1
	const own = Number.parseInt(attribute(element, 'outline-level') ?? '', 10)
	const level = element.name === 'h' ? own || 1 : style?.paragraph.outline
	return level === undefined ? null : Math.min(6, Math.max(1, level))
}

type Role = 'quotation' | 'code' | 'caption' | 'rule'

const roles: readonly (readonly [role: Role, names: RegExp])[] = [
	['quotation', /^((intense |block )?quot(e|ation|ations)|block ?text)$/],
	['code', /^(preformatted text|source code)$/],
	['caption', /^(caption|illustration|figure|drawing)$/],
	['rule', /^horizontal line$/],
]

function roleOf(style: Style | null): Role | null {
	for (const name of style?.names ?? []) for (const [role, names] of roles) if (names.test(name)) return role
	const { left = 0, right = 0 } = style?.paragraph ?? {}
	return left >= quotationMargin && right >= quotationMargin ? 'quotation' : null
}

function looks({ align, direction }: ParagraphLook): Element['properties'] {
	return {
		...(direction !== undefined && { dir: direction }),
		...(align !== undefined && align !== 'start' && { style: `text-align: ${align}` }),
	}
}

function addCode(content: ElementContent[], found: Element[]): void {
	const last = found.at(-1)
	const kept = content.map(
		(node): ElementContent =>
			node.type === 'element' && node.tagName === 'br' ? { type: 'text', value: '\n' } : node,
	)
	if (last?.tagName === 'pre') last.children.push({ type: 'text', value: '\n' }, ...kept)
	else found.push({ ...make('pre'), children: kept })
}

function addQuotation(element: Element, found: Element[]): void {
	const last = found.at(-1)
	if (last?.tagName === 'blockquote') last.children.push(element)
	else found.push(make('blockquote', {}, element))
}

/** Captions hold their pictures: those come first. */
function addCaption({ content }: ReadLine, found: Element[]): void {
	const pictures = content.filter((node) => node.type === 'element' && node.tagName === 'img')
	const words = content.filter((node) => !pictures.includes(node))
	const caption = { ...make('figcaption'), children: words }
	if (pictures.length > 0) found.push(make('figure', {}, { ...make('p'), children: pictures }, caption))
	else if (hasContent(caption)) found.push(caption)
}
