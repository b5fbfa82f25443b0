import { parse } from 'parse5'

/** The text that a page of HTML shows: no scripts, each block on lines of its own. */
export function textOfHtml(html: string): string {
	return textOf(parse(html) as Node)
}

/** What matters here of parse5's nodes. */
interface Node {
	readonly nodeName: string
	readonly value?: string
	readonly childNodes?: readonly Node[]
}

const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', '#comment'])
const inline = new Set(
	'a abbr b bdi bdo cite code data dfn em font i kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr ins del big center svg'.split(
		' ',
	),
)

function textOf(node: Node): string {
	if (node.nodeName === '#text') return node.value ?? ''
	if (unseen.has(node.nodeName)) return ''
	if (node.nodeName === 'br') return '\n'
	const inner = (node.childNodes ?? []).map(textOf).join('')
	return inline.has(node.nodeName) ? inner : `\n${inner}\n`
}
