import type { Element, ElementContent } from 'hast'
import { nested, type Piece } from '../hast/pieces.ts'
import { make } from '../hast/tree.ts'
import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import { assemble, type Flow } from './flow.ts'
import { formula } from './formula.ts'
import { Line, type LineHost } from './line.ts'
import type { Notes } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Part } from './package.ts'
import { overridden, type ParagraphProperties, paragraphProperties } from './properties.ts'
import { headingLevel, paragraphRole, type Style, type Stylesheet } from './stylesheet.ts'
import { table } from './tables.ts'

/** What all parts of a document share. */
export interface Context {
	readonly styles: Stylesheet
	readonly numbering: Numbering
	readonly notes: Notes
	/** BCP 47; text in it does not say so again. */
	readonly language: string | null
	/** The lines of text in charts and diagrams, by the ids of their relationships. */
	readonly charts: ReadonlyMap<string, readonly string[]>
	/** Documents in other formats that stand in the text, by the ids of their relationships. */
	readonly chunks: ReadonlyMap<string, readonly Element[]>
}

/** Indents from here on set a quotation apart, if they are on both sides: twentieths of a point. */
const quotationIndent = 360

/** Reads one run of text (the body, a note) from paragraphs and tables into a tree. */
export class Story {
	readonly #context: Context
	readonly #line: Line
	/** What waits for the next paragraph: bookmarks between paragraphs, paragraphs whose end was deleted. */
	#carried: Piece[] = []

	constructor(content: XmlElement, part: Part, context: Context) {
		this.#context = context
		const host: LineHost = { ...context, blocks: (inside) => this.blocks(inside) }
		this.#line = new Line(content, part, host)
	}

	/** The blocks in an element: a body, a cell, a note, a text box. */
	blocks(element: XmlElement): Element[] {
		const outer = this.#carried
		this.#carried = []
		const flows: Flow[] = []
		this.#collect(element, flows)
		if (this.#carried.length > 0) flows.push({ kind: 'plain', element: paragraph(this.#carried) })
		this.#carried = outer
		return assemble(flows)
	}

	#collect(element: XmlElement, flows: Flow[]): void {
		for (const block of children(element)) this.#block(block, flows)
	}

	#block(block: XmlElement, flows: Flow[]): void {
		switch (block.name) {
			case 'p':
				this.#paragraph(block, flows)
				break
			case 'tbl': {
				const element = table(block, this.#context.styles, (cell) => this.blocks(cell))
				flows.push({ kind: 'plain', element })
				break
			}
			case 'oMathPara':
			case 'oMath':
				flows.push({ kind: 'plain', element: make('p', {}, ...formula(block)) })
				break
			case 'altChunk':
				for (const each of this.#context.chunks.get(attribute(block, 'id') ?? '') ?? [])
					flows.push({ kind: 'plain', element: each })
				break
			case 'AlternateContent': {
				const way = child(block, 'Choice') ?? child(block, 'Fallback')
				if (way !== null) this.#collect(way, flows)
				break
			}
			case 'del':
			case 'moveFrom':
				break
			case 'bookmarkStart':
			case 'commentRangeStart':
			case 'commentRangeEnd':
				this.#carried.push(...this.#line.marker(block))
				break
			default:
				if (!block.name.endsWith('Pr')) this.#collect(block, flows)
		}
	}

	#paragraph(element: XmlElement, flows: Flow[]): void {
		const { styles } = this.#context
		const own = child(element, 'pPr')
		const direct = paragraphProperties(own)
		const style = styles.style(direct.style ?? styles.normal ?? undefined)
		const properties = overridden(style?.paragraph ?? {}, direct)
		const level = headingLevel(style, properties)
		const read = this.#line.read(element, level === null ? (style?.run ?? {}) : null)
		const pieces = this.#carried
		for (const piece of read.pieces) pieces.push(piece)
		const change = own && child(own, 'rPr')
		// The paragraph's end was deleted: it runs on in the next one.
		if (change === null || (child(change, 'del') ?? child(change, 'moveFrom')) === null) {
			this.#carried = []
			flows.push(this.#flow(pieces, style, properties, level))
		}
		for (const box of read.boxes) flows.push({ kind: 'plain', element: box })
	}

	#flow(
		pieces: readonly Piece[],
		style: Style | null,
		properties: ParagraphProperties,
		level: number | null,
	): Flow {
		const role = level === null ? paragraphRole(style) : null
		if (role === 'code') return { kind: 'code', content: kept(nested(pieces)) }
		const element = paragraph(pieces, level === null ? 'p' : `h${level}`, properties)
		const place = this.#listPlace(style, properties)
		if (level !== null) return { kind: 'plain', element }
		if (place !== null) return { kind: 'item', element, place }
		if (role !== null) return { kind: role, element }
		const { left = 0, right = 0 } = properties
		const isSetApart = left >= quotationIndent && right >= quotationIndent
		return { kind: isSetApart ? 'quotation' : 'plain', element }
	}

	/** Counts, also where the number itself is not shown: headings. */
	#listPlace(style: Style | null, { numbering }: ParagraphProperties) {
		if (numbering?.id === undefined || numbering.id === '0') return null
		return this.#context.numbering.next(numbering.id, numbering.level, style?.numberedBy ?? null)
	}
}

function paragraph(
	pieces: readonly Piece[],
	tagName = 'p',
	{ align, rightToLeft }: ParagraphProperties = {},
): Element {
	const direction = rightToLeft === undefined ? {} : { dir: rightToLeft ? 'rtl' : 'ltr' }
	const alignment = align === undefined || align === 'start' ? {} : { style: `text-align: ${align}` }
	return { ...make(tagName, { ...direction, ...alignment }), children: nested(pieces) }
}

/** Line breaks inside code are characters of it. */
function kept(content: readonly ElementContent[]): ElementContent[] {
	return content.map((node) => {
		if (node.type !== 'element') return node
		if (node.tagName === 'br') return { type: 'text', value: '\n' }
		return { ...node, children: kept(node.children) }
	})
}
