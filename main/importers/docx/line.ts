import type { Element, ElementContent } from 'hast'
import type { Look, Piece } from '../hast/pieces.ts'
import { nested } from '../hast/pieces.ts'
import { make } from '../hast/tree.ts'
import { primaryLanguage } from '../languagetag.ts'
import { attribute, child, children, textOf, type XmlElement } from '../xml/xml.ts'
import { type Drawn, drawn } from './drawings.ts'
import { Fields, hrefOfField, linkTo } from './fields.ts'
import { formula } from './formula.ts'
import type { Part } from './package.ts'
import { hasSwitch, type RunProperties, runProperties } from './properties.ts'
import type { Context } from './story.ts'
import { isCodeStyle } from './stylesheet.ts'
import { shownIn, symbolIn } from './symbols.ts'

export interface LineHost extends Context {
	/** The blocks of a text box. */
	readonly blocks: (content: XmlElement) => readonly Element[]
}

export interface ReadLine {
	readonly pieces: readonly Piece[]
	/** Text boxes and rules that are anchored in the line: they stand after it. */
	readonly boxes: readonly Element[]
}

interface Around {
	/** What the paragraph's style says of its characters. */
	readonly base: RunProperties
	readonly href: string | null
	readonly isHeading: boolean
}

/** Reads what stands in paragraphs; fields may go on from one to the next. */
export class Line {
	readonly #part: Part
	readonly #host: LineHost
	readonly #fields: Fields
	#pieces: Piece[] = []
	#boxes: Element[] = []

	/** @param story everything that will be read */
	constructor(story: XmlElement, part: Part, host: LineHost) {
		this.#part = part
		this.#host = host
		this.#fields = new Fields(story)
	}

	/** @param style what the paragraph's style says of its characters; null in headings, which look as such */
	read(paragraph: XmlElement, style: RunProperties | null): ReadLine {
		const outer = { pieces: this.#pieces, boxes: this.#boxes }
		this.#pieces = []
		this.#boxes = []
		this.#children(paragraph, { base: style ?? {}, href: null, isHeading: style === null })
		const found = { pieces: this.#pieces, boxes: this.#boxes }
		this.#pieces = outer.pieces
		this.#boxes = outer.boxes
		return found
	}

	/** Bookmarks and the ends of comments, which show nothing. */
	marker(element: XmlElement): readonly Piece[] {
		const id = attribute(element, 'id') ?? ''
		switch (element.name) {
			case 'bookmarkStart': {
				const name = attribute(element, 'name') ?? ''
				return name === '' || name === '_GoBack' ? [] : [unmarked(make('span', { id: name }))]
			}
			case 'commentRangeStart':
				return [unmarked(make('span', { commentStart: id }))]
			case 'commentRangeEnd':
			case 'commentReference':
				return [unmarked(make('span', { commentEnd: id }))]
			default:
				return []
		}
	}

	#children(element: XmlElement, around: Around): void {
		for (const inner of children(element)) this.#inline(inner, around)
	}

	#inline(element: XmlElement, around: Around): void {
		switch (element.name) {
			case 'r':
				this.#run(element, around)
				break
			case 'hyperlink': {
				const target = this.#part.relationships.get(attribute(element, 'id') ?? '')?.target ?? ''
				const href = linkTo(target, attribute(element, 'anchor'))
				this.#children(element, { ...around, href: href ?? around.href })
				break
			}
			case 'fldSimple': {
				const href = hrefOfField(attribute(element, 'instr') ?? '')
				this.#children(element, { ...around, href: href ?? around.href })
				break
			}
			case 'bookmarkStart':
			case 'commentRangeStart':
			case 'commentRangeEnd':
				this.#pieces.push(...this.marker(element))
				break
			case 'oMath':
			case 'oMathPara':
				for (const each of formula(element)) this.#add(each, {})
				break
			case 'AlternateContent': {
				const way = child(element, 'Choice') ?? child(element, 'Fallback')
				if (way !== null) this.#children(way, around)
				break
			}
			case 'del':
			case 'moveFrom':
				break
			case 'p':
			case 'tbl':
				// Not allowed here, but written: nothing is lost.
				this.#boxes.push(...this.#host.blocks({ ...element, name: 'txbxContent', children: [element] }))
				break
			default:
				if (!element.name.endsWith('Pr')) this.#children(element, around)
		}
	}

	#run(run: XmlElement, around: Around): void {
		const direct = runProperties(child(run, 'rPr'))
		const style = this.#host.styles.style(direct.style)
		const properties = { ...this.#host.styles.defaults, ...around.base, ...style?.run, ...direct }
		const isHidden = properties.hidden === true
		const href = around.href ?? this.#fields.href ?? undefined
		const toggle = (name: 'bold' | 'italic' | 'strike' | 'smallCaps') =>
			direct[name] ?? (around.base[name] === true) !== (style?.run[name] === true)
		const { vertical } = properties
		const look: Look = {
			href,
			language: this.#languageOf(properties, run),
			code: isCodeStyle(style),
			marked: properties.marked === true,
			strong: !around.isHeading && toggle('bold'),
			emphasis: toggle('italic'),
			underline: properties.underline === true && href === undefined,
			strike: toggle('strike'),
			smallCaps: toggle('smallCaps'),
			vertical: vertical === 'superscript' ? 'sup' : vertical === 'subscript' ? 'sub' : undefined,
		}
		const shown = children(run)
		for (const [at, part] of shown.entries())
			if (at === 0 || ownSign(shown[at - 1], part) === null)
				this.#runPart(part, { look, isHidden, font: properties.font, next: shown[at + 1] }, around)
	}

	#runPart(
		element: XmlElement,
		run: {
			readonly look: Look
			readonly isHidden: boolean
			readonly font: string | undefined
			readonly next: XmlElement | undefined
		},
		around: Around,
	): void {
		if (element.name === 'fldChar') {
			this.#fields.character(element)
			this.#checkbox(element, run.look)
			return
		}
		if (element.name === 'instrText') {
			this.#fields.instruction(textOf(element))
			return
		}
		if (element.name === 'commentReference') {
			this.#pieces.push(...this.marker(element))
			return
		}
		if (run.isHidden || this.#fields.hides) return
		const write = (value: string) => this.#add({ type: 'text', value }, run.look)
		switch (element.name) {
			case 't':
				write(shownIn(run.font, textOf(element)))
				break
			case 'tab':
			case 'ptab':
				write('\t')
				break
			case 'noBreakHyphen':
				write('\u2011')
				break
			case 'softHyphen':
				write('\u00AD')
				break
			case 'br': {
				const type = attribute(element, 'type')
				if (type === null || type === 'textWrapping') this.#add(make('br'), run.look)
				else write(' ')
				break
			}
			case 'cr':
				this.#add(make('br'), run.look)
				break
			case 'sym': {
				const code = Number.parseInt(attribute(element, 'char') ?? '', 16)
				if (Number.isNaN(code) || code > 0xffff) break
				write(
					symbolIn(attribute(element, 'font') ?? '', code) ?? shownIn(undefined, String.fromCharCode(code)),
				)
				break
			}
			case 'footnoteReference':
			case 'endnoteReference': {
				const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote'
				const sign = ownSign(element, run.next)
				const call = this.#host.notes.call(kind, attribute(element, 'id') ?? '', sign)
				if (call !== null) this.#add(call, { ...run.look, vertical: undefined, underline: false })
				break
			}
			case 'drawing':
			case 'pict':
			case 'object':
				for (const each of drawn(element, this.#part)) this.#drawn(each, run.look)
				break
			case 'AlternateContent': {
				const found = drawn({ ...element, name: 'run', children: [element] }, this.#part)
				for (const each of found) this.#drawn(each, run.look)
				break
			}
			case 'ruby': {
				const base = this.#inside(child(element, 'rubyBase'), around)
				const reading = this.#inside(child(element, 'rt'), around)
				this.#add(make('ruby', {}, ...base, make('rt', {}, ...reading)), run.look)
				break
			}
		}
	}

	#drawn(each: Drawn, look: Look): void {
		switch (each.kind) {
			case 'picture':
				this.#add(each.element, look)
				break
			case 'text':
				this.#add({ type: 'text', value: each.text }, look)
				break
			case 'rule':
				this.#boxes.push(make('hr'))
				break
			case 'box':
				this.#boxes.push(make('aside', {}, ...this.#host.blocks(each.content)))
				break
			case 'chart': {
				const lines = this.#host.charts.get(each.id) ?? []
				if (each.alt !== null) this.#add(make('img', { src: '', alt: each.alt }), look)
				if (lines.length > 0) this.#boxes.push(make('aside', {}, ...lines.map((line) => make('p', {}, line))))
			}
		}
	}

	/** The box of a form, which is drawn and not written. */
	#checkbox(element: XmlElement, look: Look): void {
		const data = child(element, 'ffData')
		const box = data && child(data, 'checkBox')
		if (box === null) return
		const isChecked = child(box, 'checked') === null ? hasSwitch(box, 'default') : hasSwitch(box, 'checked')
		this.#add({ type: 'text', value: isChecked ? '☒' : '☐' }, look)
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

	#add(content: ElementContent, look: Look): void {
		this.#pieces.push({ content, look })
	}

	/** Where it is another language than the document's, and no mere variety of it. */
	#languageOf(properties: RunProperties, run: XmlElement): string | undefined {
		const { language, eastAsianLanguage, bidiLanguage, rightToLeft } = properties
		const text = textOf(run)
		if (!/\p{L}/u.test(text)) return undefined
		const isEastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
		const own = rightToLeft === true ? bidiLanguage : isEastAsian ? eastAsianLanguage : language
		return own === undefined || primaryLanguage(own) === primaryLanguage(this.#host.language)
			? undefined
			: own
	}
}

/** A note may be called by a sign that stands after the reference instead of by its number. */
function ownSign(reference: XmlElement | undefined, next: XmlElement | undefined): string | null {
	if (reference === undefined) return null
	const follows = attribute(reference, 'customMarkFollows')
	if (follows === null || follows === '0' || follows === 'false') return null
	return next?.name === 't' ? textOf(next).trim() || null : null
}

const unmarked = (content: ElementContent): Piece => ({ content, look: null })
