import type { Element, Root } from 'hast'
import { SaxesParser } from 'saxes'
import { namedEntities } from './entities.ts'
import { parseHtml, propertyName } from './parse.ts'
import { maxDepth } from './tree.ts'

/**
 * XHTML as a syntax tree: as XML where it is well-formed, which alone gives `<a id="x"/>` and `<title/>`
 * their meaning, else as HTML. Elements are named without their prefixes, `epub:type` keeps its name
 * whatever its prefix. Never fails; entities that the document declares are not expanded.
 */
export function parseXhtml(text: string): Root {
	return wellFormed(text) ?? parseHtml(withoutSelfClosing(text))
}

/** Null where the text is not well-formed. */
function wellFormed(text: string): Root | null {
	const parser = new SaxesParser({ xmlns: false, position: false })
	parser.ENTITIES = Object.assign(Object.create(null), namedEntities(text), {
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
	})
	const tree: Root = { type: 'root', children: [] }
	const open: (Root | Element)[] = [tree]
	const properties = namedOnce()
	let tooDeep = 0
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length > maxDepth) {
			tooDeep++
			return
		}
		const element: Element = { type: 'element', tagName: local(name), properties: {}, children: [] }
		for (const [name, value] of Object.entries(attributes)) element.properties[properties(name)] = value
		open.at(-1)?.children.push(element)
		open.push(element)
	})
	parser.on('closetag', () => {
		if (tooDeep > 0) tooDeep--
		else open.pop()
	})
	const append = (value: string) => void open.at(-1)?.children.push({ type: 'text', value })
	parser.on('text', append)
	parser.on('cdata', append)
	parser.on('error', (error) => {
		throw error
	})
	try {
		parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close()
		return tree
	} catch {
		return null
	}
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Looks up each attribute's name once. */
function namedOnce(): (name: string) => string {
	const known = new Map<string, string>()
	return (name) => {
		const found = known.get(name) ?? nameOf(name)
		known.set(name, found)
		return found
	}
}

function nameOf(name: string): string {
	if (name.endsWith(':type') && !/^(xsi|xlink):/.test(name)) return 'epub:type'
	return propertyName(name)
}

/** HTML knows no `<title/>` and would take what follows for the title. */
const withoutSelfClosing = (text: string): string =>
	text.replace(/<([a-z][\w:-]*)(\s[^<>]*)?\/>/gi, (tag, name: string, rest = '') =>
		voidTags.test(name) ? tag : `<${name}${rest}></${name}>`,
	)

const voidTags = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i
