import type { Element, Root } from 'hast'
import {
	type DefaultTreeAdapterMap,
	type DefaultTreeAdapterTypes as Parsed,
	Parser,
	type Token,
} from 'parse5'
import { find as findProperty, html as schema } from 'property-information'
import { maxDepth } from './tree.ts'

/**
 * HTML text as a syntax tree, exactly as browsers read it (scripting off), without comments and the
 * contents of templates. Never fails. Elements nested deeper than `maxDepth`, which browsers bound too,
 * are taken as if their tags were not there; their text stays. Takes time in proportion to the input.
 */
export function parseHtml(html: string): Root {
	const parser = new BoundedParser({ scriptingEnabled: false })
	parser.tokenizer.write(html, true)
	return toHast(parser.document)
}

/** Never left out: without their tags scripts would turn into text; and those that hold nothing. */
const keptTags: ReadonlySet<string> = new Set([
	'br',
	'hr',
	'img',
	'script',
	'style',
	'textarea',
	'title',
	'xmp',
	'iframe',
	'noembed',
	'noframes',
	'noscript',
	'plaintext',
	'template',
])

/** Formatting elements left open are opened again in every later paragraph: only so many at once. */
const maxFormatting = 50
const formattingTags: ReadonlySet<string> = new Set(
	'a b big code em font i nobr s small strike strong tt u'.split(' '),
)

/**
 * The parser looks through its stack of open elements at nearly every tag and repeats unclosed formatting
 * in each paragraph: without bounds both take quadratic time and memory.
 */
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
	override onStartTag(token: Token.TagToken): void {
		const tooDeep = this.openElements.stackTop > maxDepth && !keptTags.has(token.tagName)
		if ((tooDeep && !token.selfClosing) || (formattingTags.has(token.tagName) && this.#isFullyFormatted()))
			token.ackSelfClosing = true
		else super.onStartTag(token)
	}

	#isFullyFormatted(): boolean {
		let entry = this.activeFormattingElements.newest
		for (let count = 0; entry !== null; entry = entry.older) if (++count >= maxFormatting) return true
		return false
	}
}

function toHast(document: Parsed.Document): Root {
	const tree: Root = { type: 'root', children: [] }
	const stack: { readonly from: Parsed.ParentNode; readonly to: Root | Element }[] = [
		{ from: document, to: tree },
	]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const { from, to } = next
		for (const node of from.childNodes) {
			if ('tagName' in node) {
				const element: Element = {
					type: 'element',
					tagName: node.tagName,
					properties: properties(node),
					children: [],
				}
				to.children.push(element)
				stack.push({ from: node, to: element })
			} else if (node.nodeName === '#text' && 'value' in node) {
				to.children.push({ type: 'text', value: node.value })
			}
		}
	}
	return tree
}

/** Of one element; no honest page has more. */
const maxAttributes = 200

function properties(node: Parsed.Element): Element['properties'] {
	const found: Element['properties'] = Object.create(null)
	for (const { name, value } of node.attrs.slice(0, maxAttributes)) found[propertyName(name)] = value
	return found
}

/** hast's name of an attribute. */
export function propertyName(attribute: string): string {
	if (attribute === 'class') return 'className'
	if (attribute === 'id' || attribute === 'href' || attribute === 'style' || attribute === 'src')
		return attribute
	return findProperty(schema, attribute).property
}
