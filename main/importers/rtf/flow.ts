import type { Element, ElementContent } from 'hast'
import { make, textOf } from '../hast/tree.ts'
import type { CharacterFormat, ParagraphFormat } from './formats.ts'
import type { RowDefinition } from './rows.ts'

export interface Paragraph {
	readonly kind: 'paragraph'
	readonly format: ParagraphFormat
	readonly content: ElementContent[]
	/** The sign or number in front of an item of a list; null: none is shown. */
	readonly marker: string | null
	/** What stands in the text boxes that hang on this paragraph. */
	readonly boxes: readonly Flow[]
}

/** What a flow holds: paragraphs, and where cells and rows of tables end (`tables`: how deep, from 1). */
export type FlowItem =
	| Paragraph
	| { readonly kind: 'cell'; readonly tables: number }
	| { readonly kind: 'row'; readonly tables: number; readonly row: RowDefinition }

/** A phrase element around text: its name, and the address of a link. */
type Wrapper = readonly [tagName: string, href?: string]

/** One flow of text: the body, a note, a comment, a running head, a text box. Written from front to back. */
export class Flow {
	readonly items: FlowItem[] = []
	#content: ElementContent[] = []
	#open: { readonly wrapper: Wrapper; readonly element: Element }[] = []
	#marker: string | null = null
	#boxes: Flow[] = []

	write(text: string, format: CharacterFormat, href: string | null): void {
		if (text === '') return
		const wrappers = wrappersOf(format, href)
		let kept = 0
		while (kept < wrappers.length && isSame(wrappers[kept], this.#open[kept]?.wrapper)) kept++
		this.#open.length = Math.min(kept, this.#open.length)
		for (const wrapper of wrappers.slice(kept)) {
			const [tagName, address] = wrapper
			const element = elementOf(tagName, address)
			this.#siblings().push(element)
			this.#open.push({ wrapper, element })
		}
		const siblings = this.#siblings()
		const last = siblings.at(-1)
		if (last?.type === 'text') last.value += text
		else siblings.push({ type: 'text', value: text })
	}

	/** An element of its own: a picture, a line break, the call of a note. */
	add(element: Element): void {
		this.#open = []
		this.#content.push(element)
	}

	mark(marker: string): void {
		this.#marker = marker
	}

	addBox(box: Flow): void {
		this.#boxes.push(box)
	}

	/** The sign that was raised at the very end, such as the asterisk that calls a note, taken out; '' for none. */
	takeSign(): string {
		const last = this.#content.at(-1)
		if (last?.type !== 'element' || last.tagName !== 'sup') return ''
		const sign = textOf(last).trim()
		if (sign.length > 3 || !/^[*†‡§¶#\d]+$/u.test(sign)) return ''
		this.#content.pop()
		this.#open = []
		return sign
	}

	endParagraph(format: ParagraphFormat): void {
		this.items.push({
			kind: 'paragraph',
			format,
			content: this.#content,
			marker: this.#marker,
			boxes: this.#boxes,
		})
		this.#content = []
		this.#open = []
		this.#marker = null
		this.#boxes = []
	}

	/** The same where anything stands in it. */
	endStarted(format: ParagraphFormat): void {
		if (this.#content.length > 0 || this.#marker !== null || this.#boxes.length > 0) this.endParagraph(format)
	}

	/** The words of each paragraph that has some. */
	lines(): readonly string[] {
		return this.items
			.flatMap((item) => (item.kind === 'paragraph' ? item.content.map(textOf).join('') : []))
			.map((line) => line.replace(/\s+/g, ' ').trim())
			.filter((line) => line !== '')
	}

	#siblings(): ElementContent[] {
		return this.#open.at(-1)?.element.children ?? this.#content
	}
}

/** The elements around text of this format, the outermost first, always in the same order. */
function wrappersOf(format: CharacterFormat, href: string | null): readonly Wrapper[] {
	const wrappers: Wrapper[] = []
	if (href !== null) wrappers.push(['a', href])
	if (format.highlighted) wrappers.push(['mark'])
	if (format.bold) wrappers.push(['strong'])
	if (format.italic) wrappers.push(['em'])
	// Links are underlined without saying anything by it.
	if (format.underline && href === null) wrappers.push(['u'])
	if (format.strike) wrappers.push(['s'])
	if (format.smallCaps) wrappers.push(['small-caps'])
	if (format.raised !== null) wrappers.push([format.raised === 'super' ? 'sup' : 'sub'])
	return wrappers
}

const isSame = (a: Wrapper | undefined, b: Wrapper | undefined): boolean =>
	a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

function elementOf(name: string, href: string | undefined): Element {
	if (href !== undefined) return make('a', { href })
	return name === 'small-caps' ? make('span', { style: 'font-variant: small-caps' }) : make(name)
}
