import type { Element, ElementContent } from 'hast'
import { type Look, nested, type Piece } from '../hast/pieces.ts'
import { hasContent, make } from '../hast/tree.ts'
import { primaryLanguage } from '../languagetag.ts'
import { attribute, child, children, textOf, type XmlElement } from '../xml/xml.ts'
import { hrefOf, inlineBytes } from './package.ts'
import type { Context } from './story.ts'
import type { TextLook } from './stylesheet.ts'

export interface LineHost extends Context {
	/** The blocks of a text box. */
	readonly blocks: (content: XmlElement) => readonly Element[]
	/** Takes the body of a note that is called `id`. */
	readonly note: (body: XmlElement, id: string) => void
}

export interface ReadLine {
	readonly content: ElementContent[]
	/** Text boxes that are anchored in the line: they stand after it. */
	readonly boxes: readonly Element[]
}

interface Around {
	readonly look: TextLook
	readonly href: string | null
	readonly isHeading: boolean
}

/** In a row; they count only where white space is kept. */
const maxSpaces = 200

const shapes: ReadonlySet<string> = new Set(
	'custom-shape rect ellipse circle line polyline polygon regular-polygon path connector measure caption g control scene'.split(
		' ',
	),
)

/** Elements of a line that show nothing. */
const silent: ReadonlySet<string> = new Set([
	'tracked-changes',
	'change',
	'change-start',
	'change-end',
	'soft-page-break',
	'script',
	'toc-mark',
	'user-index-mark',
	'alphabetical-index-mark',
	'hidden-paragraph',
	'event-listeners',
	'title',
	'desc',
])

/** Reads what stands in paragraphs. */
export class Line {
	readonly #host: LineHost
	#pieces: Piece[] = []
	#boxes: Element[] = []
	#notes = 0

	constructor(host: LineHost) {
		this.#host = host
	}

	isShape(element: XmlElement): boolean {
		return shapes.has(element.name)
	}

	/** @param style what the paragraph's style says of its characters; null in headings, which look as such */
	read(paragraph: XmlElement, style: TextLook | null): ReadLine {
		const outer = { pieces: this.#pieces, boxes: this.#boxes }
		this.#pieces = []
		this.#boxes = []
		this.#children(paragraph, { look: style ?? {}, href: null, isHeading: style === null })
		const found = { content: nested(this.#pieces), boxes: this.#boxes }
		this.#pieces = outer.pieces
		this.#boxes = outer.boxes
		return found
	}

	#children(element: XmlElement, around: Around): void {
		for (const inner of element.children)
			if (typeof inner === 'string') this.#write(inner, around)
			else this.#inline(inner, around)
	}

	#inline(element: XmlElement, around: Around): void {
		switch (element.name) {
			case 'span': {
				const style = this.#host.styles.style('text', attribute(element, 'style-name'))
				const look = style === null ? around.look : { ...around.look, ...style.text }
				this.#children(element, { ...around, look })
				break
			}
			case 'a':
				this.#children(element, { ...around, href: linkOf(hrefOf(element)) ?? around.href })
				break
			case 's': {
				const count = Number.parseInt(attribute(element, 'c') ?? '1', 10)
				this.#write(' '.repeat(count >= 1 && count <= maxSpaces ? count : 1), around)
				break
			}
			case 'tab':
				this.#write('\t', around)
				break
			case 'line-break':
				this.#add(make('br'), around)
				break
			case 'bookmark':
			case 'bookmark-start':
			case 'reference-mark':
			case 'reference-mark-start':
				this.#mark({ id: attribute(element, 'name') ?? '' })
				break
			case 'bookmark-ref':
			case 'reference-ref': {
				const name = attribute(element, 'ref-name')
				this.#children(element, { ...around, href: name === null ? around.href : `#${name}` })
				break
			}
			case 'annotation': {
				const comment = this.#host.comments.of(element)
				if (comment !== null)
					this.#mark(comment.hasEnd ? { commentStart: comment.name } : { commentEnd: comment.name })
				break
			}
			case 'annotation-end':
				this.#mark({ commentEnd: attribute(element, 'name') ?? '' })
				break
			case 'note':
				this.#note(element, around)
				break
			case 'ruby': {
				const base = this.#inside(child(element, 'ruby-base'), around)
				const reading = this.#inside(child(element, 'ruby-text'), around)
				this.#add(make('ruby', {}, ...base, make('rt', {}, ...reading)), around)
				break
			}
			case 'frame':
				this.#frame(element, around)
				break
			case 'p':
			case 'h':
			case 'list':
			case 'table':
				// Not allowed inside a line, but written: nothing is lost.
				this.#boxes.push(...this.#host.blocks({ ...element, name: 'text-box', children: [element] }))
				break
			default:
				if (shapes.has(element.name)) this.#shape(element, around)
				else if (!silent.has(element.name)) this.#children(element, around)
		}
	}

	#note(element: XmlElement, around: Around): void {
		const citation = child(element, 'note-citation')
		const body = child(element, 'note-body')
		if (citation === null || body === null || around.look.hidden === true) return
		const label = (attribute(citation, 'label') ?? textOf(citation)).trim() || '*'
		const id = `note-${++this.#notes}`
		const call = make('a', { href: `#${id}`, role: 'doc-noteref' }, label)
		this.#add(call, { ...around, look: { ...around.look, vertical: 'baseline' } })
		this.#host.note(body, id)
	}

	/** The first of a frame's contents that can be read: the others say the same. */
	#frame(frame: XmlElement, around: Around): void {
		const title = child(frame, 'title')
		const description = child(frame, 'desc')
		const alt = [description, title].map((each) => (each === null ? '' : textOf(each).trim())).find(Boolean)
		const object = child(frame, 'object')
		const formula = object === null ? undefined : this.#host.formulas.get(hrefOf(object) ?? '')
		if (formula !== undefined) {
			for (const each of formula) this.#add(each, around)
			return
		}
		const box = child(frame, 'text-box')
		if (box !== null) {
			this.#box(box)
			return
		}
		const table = child(frame, 'table')
		if (table !== null) this.#boxes.push(...this.#host.blocks(frame))
		const image = child(frame, 'image')
		if (image === null && alt === undefined) return
		const href = image === null ? '' : (inlineBytes(image) ?? hrefOf(image) ?? '')
		this.#add(make('img', { src: href, ...(alt !== undefined && { alt }) }), around)
	}

	#shape(element: XmlElement, around: Around): void {
		if (element.name === 'g' || element.name === 'scene') {
			for (const inner of children(element)) this.#inline(inner, around)
			return
		}
		this.#box(element)
	}

	/** A box around a picture and its caption is a figure. */
	#box(element: XmlElement): void {
		const blocks = this.#host.blocks(element)
		const [first, ...more] = blocks
		if (first?.tagName === 'figure' && more.every((each) => !hasContent(each))) this.#boxes.push(first)
		else if (blocks.some(hasContent)) this.#boxes.push(make('aside', {}, ...blocks))
	}

	/** What is inside an element of a line, by itself. */
	#inside(element: XmlElement | null, around: Around): ElementContent[] {
		if (element === null) return []
		const outer = this.#pieces
		this.#pieces = []
		this.#children(element, around)
		const found = nested(this.#pieces)
		this.#pieces = outer
		return found
	}

	#write(value: string, around: Around): void {
		this.#add({ type: 'text', value }, around)
	}

	#mark(properties: Element['properties']): void {
		this.#pieces.push({ content: make('span', properties), look: null })
	}

	#add(content: ElementContent, { look, href, isHeading }: Around): void {
		if (look.hidden === true) return
		const { vertical, language } = look
		const known: Look = {
			href: href ?? undefined,
			language: primaryLanguage(language) === primaryLanguage(this.#host.language) ? undefined : language,
			code: look.code === true,
			marked: look.marked === true,
			strong: look.bold === true && !isHeading,
			emphasis: look.italic === true,
			underline: look.underline === true && href === null,
			strike: look.strike === true,
			smallCaps: look.smallCaps === true,
			vertical: vertical === 'baseline' ? undefined : vertical,
		}
		this.#pieces.push({ content, look: known })
	}
}

/** Places inside the document are named with what they are: `#Heading|outline`, `#Table1|table`. */
function linkOf(href: string | null): string | null {
	if (href === null || href === '') return null
	return href.startsWith('#')
		? href.replace(/\|(outline|table|frame|graphic|object|region|ole|text|sequence)$/, '')
		: href
}
