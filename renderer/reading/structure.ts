import type { Block, Container } from '../../corpus/readingtext.ts'

/**
 * The element for a block. `container` is the innermost container around it: a caption in a table is
 * another element than one in a figure.
 */
export function blockElement(document: Document, block: Block, container: Container | null): HTMLElement {
	const element = document.createElement(blockTag(block, container))
	element.dataset['block'] = block.kind
	if (block.kind === 'rule') element.setAttribute('role', 'separator')
	if (block.language) element.lang = block.language
	if (block.direction) element.dir = block.direction
	if (block.align) element.dataset['align'] = block.align
	return element
}

function blockTag(block: Block, container: Container | null): string {
	if (container?.kind === 'definitions') return block.kind === 'term' ? 'dt' : 'dd'
	switch (block.kind) {
		case 'heading':
			return `h${Math.min(6, Math.max(1, block.level ?? 2))}`
		case 'preformatted':
			return 'pre'
		case 'caption':
			if (container?.kind === 'table') return 'caption'
			return container?.kind === 'figure' ? 'figcaption' : 'p'
		case 'rule':
		case 'furniture':
		case 'verse':
		case 'picture':
			return 'div'
		case 'paragraph':
		case 'term':
		case 'definition':
			return 'p'
	}
}

/** An element for a container: `outer` joins the parent, blocks go into `inner`. */
export interface ContainerElement {
	readonly outer: HTMLElement
	readonly inner: HTMLElement
}

/** @param parent the container around it, null at the top level */
export function containerElement(
	document: Document,
	container: Container,
	parent: Container | null,
): ContainerElement {
	switch (container.kind) {
		case 'quotation':
			return single(document.createElement('blockquote'))
		case 'figure':
			return single(document.createElement('figure'))
		case 'aside':
			return single(named(document.createElement('div'), 'aside'))
		case 'definitions':
			return single(document.createElement('dl'))
		case 'list': {
			if (!container.ordered) return single(document.createElement('ul'))
			const list = document.createElement('ol')
			list.start = container.first ?? 1
			return single(list)
		}
		case 'item': {
			const item = document.createElement(parent?.kind === 'list' ? 'li' : 'div')
			if (container.checked !== undefined) {
				item.dataset['checked'] = String(container.checked)
			}
			return single(item)
		}
		case 'table': {
			const scroller = named(document.createElement('div'), 'table-scroller')
			scroller.tabIndex = 0
			scroller.setAttribute('role', 'group')
			scroller.setAttribute('aria-label', 'Table')
			const table = document.createElement('table')
			scroller.append(table)
			return { outer: scroller, inner: table }
		}
		case 'row':
			return single(document.createElement('tr'))
		case 'cell': {
			const cell = document.createElement(container.header ? 'th' : 'td')
			if (container.columns) cell.colSpan = container.columns
			if (container.rows) cell.rowSpan = container.rows
			return single(cell)
		}
		case 'footnote':
			return footnoteElement(document, container)
	}
}

/** The body of a footnote, behind its label, with a way back to the call. */
function footnoteElement(
	document: Document,
	container: Extract<Container, { kind: 'footnote' }>,
): ContainerElement {
	const outer = named(document.createElement('div'), 'footnote')
	outer.setAttribute('role', 'note')
	outer.setAttribute('aria-label', `Footnote ${container.label}`.trim())
	outer.dataset['label'] = container.label
	const inner = named(document.createElement('div'), 'footnote-body')
	const back = named(document.createElement('span'), 'footnote-back')
	back.dataset['back'] = container.id
	back.setAttribute('role', 'link')
	back.setAttribute('aria-label', 'Back to the text')
	back.tabIndex = 0
	outer.append(inner, back)
	return { outer, inner }
}

const single = (element: HTMLElement): ContainerElement => ({ outer: element, inner: element })

function named<E extends HTMLElement>(element: E, name: string): E {
	element.className = name
	return element
}
