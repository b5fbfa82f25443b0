import type { AlignType, Definition, FootnoteDefinition, Nodes, Parents, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { FollowEvent, onFollow } from './events.ts'

/**
 * The reader's own Markdown as elements. Only what stands in `draw` is built; HTML in the Markdown stays
 * visible as text, pictures are their alternative text (nothing is ever fetched), and links fire `follow`.
 *
 * @param followable the addresses that may be followed; a link to any other is drawn as its text
 * @param top the level of its highest headings, one below the heading of the page that it stands under
 * @returns an element with class `markdown`; its look is markdown.css
 */
export function renderMarkdown(
	source: string,
	document: Document,
	top = 3,
	followable = outward,
): HTMLElement {
	const root: Root = unified().use(remarkParse).use(remarkGfm).parse(source)
	const element = document.createElement('div')
	element.className = 'markdown'
	element.dir = 'auto'
	new MarkdownDrawing(root, document, top, followable).drawInto(element)
	onFollow(element, ({ href }) => (href === undefined ? null : new FollowEvent(href)))
	return element
}

/** The first line of a note as plain text, for places that have room for one. */
export function firstLine(source: string): string {
	const line = source.split('\n').find((each) => each.trim() !== '') ?? ''
	return plainText(unified().use(remarkParse).use(remarkGfm).parse(line)).trim()
}

function plainText(node: Nodes): string {
	if ('value' in node) return node.value
	if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
	return 'children' in node ? node.children.map(plainText).join('') : ''
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** Addresses of the web, of mail, and into libraries. */
const outward = /^(?:https?:|mailto:|commonplace:)/i

class MarkdownDrawing {
	readonly #root: Root
	readonly #document: Document
	readonly #top: number
	readonly #followable: RegExp
	readonly #definitions = new Map<string, Definition>()
	readonly #footnotes = new Map<string, FootnoteDefinition>()

	constructor(root: Root, document: Document, top: number, followable: RegExp) {
		this.#root = root
		this.#document = document
		this.#top = top
		this.#followable = followable
		this.#collect(root)
	}

	drawInto(element: HTMLElement): void {
		this.#drawChildren(this.#root, element)
		for (const footnote of this.#footnotes.values()) {
			const body = this.#add(element, 'div')
			body.className = 'footnote'
			body.dataset['label'] = footnote.label ?? footnote.identifier
			this.#drawChildren(footnote, body)
		}
	}

	#collect(node: Nodes): void {
		if (node.type === 'definition' && !this.#definitions.has(node.identifier)) {
			this.#definitions.set(node.identifier, node)
		}
		if (node.type === 'footnoteDefinition' && !this.#footnotes.has(node.identifier)) {
			this.#footnotes.set(node.identifier, node)
		}
		if ('children' in node) for (const child of node.children) this.#collect(child)
	}

	#drawChildren(node: Parents, parent: HTMLElement): void {
		for (const child of node.children) this.#draw(child, parent)
	}

	#draw(node: Nodes, parent: HTMLElement): void {
		switch (node.type) {
			case 'root':
				this.#drawChildren(node, parent)
				return
			case 'paragraph':
				this.#wrap(node, parent, 'p')
				return
			case 'emphasis':
				this.#wrap(node, parent, 'em')
				return
			case 'strong':
				this.#wrap(node, parent, 'strong')
				return
			case 'delete':
				this.#wrap(node, parent, 's')
				return
			case 'blockquote':
				this.#wrap(node, parent, 'blockquote')
				return
			case 'heading':
				this.#wrap(node, parent, headings[this.#top + node.depth - 2] ?? 'h6')
				return
			case 'thematicBreak':
				this.#add(parent, 'hr')
				return
			case 'break':
				this.#add(parent, 'br')
				return
			case 'text':
			case 'html':
			case 'yaml':
				parent.append(node.value)
				return
			case 'inlineCode':
				this.#add(parent, 'code').append(node.value)
				return
			case 'code':
				this.#add(this.#add(parent, 'pre'), 'code').append(node.value)
				return
			case 'list': {
				const list = this.#add(parent, node.ordered ? 'ol' : 'ul')
				if (list instanceof HTMLOListElement) list.start = node.start ?? 1
				this.#drawChildren(node, list)
				return
			}
			case 'listItem': {
				const item = this.#add(parent, 'li')
				if (typeof node.checked === 'boolean') item.dataset['checked'] = String(node.checked)
				this.#drawChildren(node, item)
				return
			}
			case 'table':
				this.#drawTable(node, parent)
				return
			case 'tableRow':
			case 'tableCell':
				this.#drawChildren(node, parent)
				return
			case 'link':
				this.#drawLink(node, node.url, parent)
				return
			case 'linkReference':
				this.#drawLink(node, this.#definitions.get(node.identifier)?.url ?? '', parent)
				return
			case 'image':
			case 'imageReference': {
				const stand = this.#add(parent, 'span')
				stand.className = 'picture'
				stand.append(node.alt || 'Picture')
				return
			}
			case 'footnoteReference':
				this.#add(parent, 'sup').append(node.label ?? node.identifier)
				return
			case 'definition':
			case 'footnoteDefinition':
				return
		}
	}

	#drawTable(node: Extract<Nodes, { type: 'table' }>, parent: HTMLElement): void {
		const table = this.#add(parent, 'table')
		node.children.forEach((row, rowIndex) => {
			const line = this.#add(table, 'tr')
			row.children.forEach((cell, column) => {
				const box = this.#add(line, rowIndex === 0 ? 'th' : 'td')
				const align: AlignType = node.align?.[column] ?? null
				if (align) box.style.textAlign = align
				this.#drawChildren(cell, box)
			})
		})
	}

	#drawLink(node: Parents, url: string, parent: HTMLElement): void {
		const link = this.#add(parent, 'span')
		this.#drawChildren(node, link)
		if (!this.#followable.test(url)) return
		link.className = 'link'
		link.setAttribute('role', 'link')
		link.tabIndex = 0
		link.title = url
		link.dataset['href'] = url
	}

	#wrap(node: Parents, parent: HTMLElement, tag: string): void {
		this.#drawChildren(node, this.#add(parent, tag))
	}

	#add(parent: HTMLElement, tag: string): HTMLElement {
		const element = this.#document.createElement(tag)
		parent.append(element)
		return element
	}
}
