import { Readability } from '@mozilla/readability'
import type { Element, Root } from 'hast'
import { parseHTML } from 'linkedom'
import { find as findProperty, html as schema } from 'property-information'
import { attribute } from '../hast/tree.ts'

export interface Article {
	readonly tree: Root
	readonly byline: string | null
}

/** The little of the DOM that is used here; the library's own types need a browser's. */
interface DomNode {
	readonly nodeType: number
	readonly textContent: string | null
	readonly childNodes: Iterable<DomNode>
}

interface DomElement extends DomNode {
	readonly localName: string
	readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
	setAttribute(name: string, value: string): void
	appendChild(child: DomNode): unknown
}

interface DomDocument {
	readonly documentElement: DomElement
	readonly head: DomElement
	readonly body: DomElement
	createElement(name: string): DomElement
	createTextNode(text: string): DomNode
}

/** Beyond that many elements the search takes minutes. */
const mostElements = 60_000

/**
 * The main text of a page without navigation, advertisements and comments, as Firefox's reader view finds
 * it (Mozilla Readability); null where it finds none, or the page is too large to look for it.
 */
export function articleOf(page: Root): Article | null {
	const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
	if (!fill(document, page)) return null
	try {
		const found = new Readability<DomNode>(document, {
			keepClasses: true,
			serializer: (node: DomNode) => node,
			maxElemsToParse: mostElements,
		}).parse()
		if (!found?.content) return null
		const tree: Root = { type: 'root', children: [] }
		copy(found.content, tree)
		return { tree, byline: found.byline ?? null }
	} catch {
		// Its own bounds, or a page stranger than the library expects.
		return null
	}
}

/** Builds the page in an empty document; false when it is too large. */
function fill(document: DomDocument, page: Root): boolean {
	const html = page.children.find((child) => child.type === 'element' && child.tagName === 'html')
	if (html?.type !== 'element') return false
	setAttributes(document.documentElement, html)
	const stack: { readonly from: Element; readonly to: DomElement }[] = []
	for (const part of html.children) {
		if (part.type !== 'element') continue
		const to = part.tagName === 'head' ? document.head : document.body
		if (to !== document.head) setAttributes(to, part)
		stack.push({ from: part, to })
	}
	let count = 0
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		for (const child of next.from.children) {
			if (child.type === 'text') next.to.appendChild(document.createTextNode(child.value))
			if (child.type !== 'element' || silent(child)) continue
			if (++count > mostElements) return false
			const element = document.createElement(child.tagName)
			setAttributes(element, child)
			next.to.appendChild(element)
			stack.push({ from: child, to: element })
		}
	}
	return true
}

/** Never seen, and often most of a page. */
const silent = ({ tagName }: Element): boolean => tagName === 'style' || tagName === 'template'

function setAttributes(to: DomElement, from: Element): void {
	for (const name of Object.keys(from.properties)) {
		const value = attribute(from, name)
		if (value === undefined) continue
		const attributeName = findProperty(schema, name).attribute
		if (/^[a-z_:][\w:.-]*$/i.test(attributeName)) to.setAttribute(attributeName, value)
	}
}

function copy(from: DomNode, tree: Root): void {
	const stack: { readonly from: DomNode; readonly to: Root | Element }[] = [{ from, to: tree }]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		for (const node of [...next.from.childNodes]) {
			if (node.nodeType === 3) next.to.children.push({ type: 'text', value: node.textContent ?? '' })
			if (node.nodeType !== 1 || !isElement(node)) continue
			const properties: Element['properties'] = Object.create(null)
			for (const { name, value } of node.attributes) properties[findProperty(schema, name).property] = value
			const element: Element = {
				type: 'element',
				tagName: node.localName.toLowerCase(),
				properties,
				children: [],
			}
			next.to.children.push(element)
			stack.push({ from: node, to: element })
		}
	}
}

const isElement = (node: DomNode): node is DomElement => 'attributes' in node
