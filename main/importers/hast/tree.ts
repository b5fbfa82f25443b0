import type { Element, Nodes, Root } from 'hast'

/** How deep elements may be nested in the trees that importers make; what is deeper loses its structure. */
export const maxDepth = 500

/**
 * An attribute's value as written in HTML, by its hast name (`colSpan`, `className`, `ariaHidden`);
 * undefined where it is absent. A bare attribute is ''.
 */
export function attribute(element: Element, name: string): string | undefined {
	const value = element.properties[name]
	if (value === undefined || value === null || value === false) return undefined
	if (value === true) return ''
	return Array.isArray(value) ? value.join(' ') : String(value)
}

/** The words of an attribute such as `class`, `role` or `rel`, in lower case. */
export function words(element: Element, name: string): readonly string[] {
	const value = attribute(element, name)
	if (value === undefined || value === '') return none
	const folded = value.toLowerCase()
	return /\s/.test(folded) ? folded.split(/\s+/).filter(Boolean) : [folded]
}

const none: readonly string[] = []

/** What `role` and EPUB's `epub:type` say that an element is, in lower case. */
export function roles(element: Element): readonly string[] {
	const { properties } = element
	if (!('role' in properties || 'epub:type' in properties || 'epubType' in properties)) return none
	return [...words(element, 'role'), ...words(element, 'epub:type'), ...words(element, 'epubType')]
}

/** Elements whose text is never shown. */
export const silentTags: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head'])

/** All text in a node, white space as it is, without scripts and styles. Does not recurse. */
export function textOf(node: Nodes): string {
	let text = ''
	for (const inner of nodes(node)) if (inner.type === 'text') text += inner.value
	return text
}

/** The elements in a node, itself included, in the order of the document. Does not recurse. */
export function* elements(node: Nodes): Generator<Element> {
	for (const inner of nodes(node)) if (inner.type === 'element') yield inner
}

/** The first element in a node, itself included, for which `test` holds. */
export function find(node: Nodes, test: (element: Element) => boolean): Element | null {
	for (const element of elements(node)) if (test(element)) return element
	return null
}

/** Whether there is anything to see: text that is not white space, or a picture. */
export function hasContent(node: Nodes): boolean {
	for (const inner of nodes(node)) {
		if (inner.type === 'text' && /\S/.test(inner.value)) return true
		if (inner.type === 'element' && inner.tagName === 'img') return true
	}
	return false
}

function* nodes(node: Nodes): Generator<Nodes> {
	const stack: Nodes[] = [node]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		yield next
		if (next.type === 'root' || (next.type === 'element' && (next === node || !silentTags.has(next.tagName))))
			for (let at = next.children.length - 1; at >= 0; at--) {
				const child = next.children[at]
				if (child !== undefined) stack.push(child)
			}
	}
}

/** An element, for importers that build their own trees. */
export function make(
	tagName: string,
	properties: Element['properties'] = {},
	...children: readonly (Element['children'][number] | string)[]
): Element {
	return {
		type: 'element',
		tagName,
		properties,
		children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
	}
}

/** A tree of the given children. */
export function root(children: readonly Element[]): Root {
	return { type: 'root', children: [...children] }
}

/** The declarations of an element's `style` attribute, names and values in lower case. */
export function declarations(element: Element): ReadonlyMap<string, string> {
	const style = attribute(element, 'style')
	const found = new Map<string, string>()
	if (style === undefined) return found
	for (const declaration of style.split(';')) {
		const colon = declaration.indexOf(':')
		if (colon < 1) continue
		const value = declaration.slice(colon + 1).replace(/!important/i, '')
		found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase())
	}
	return found
}
