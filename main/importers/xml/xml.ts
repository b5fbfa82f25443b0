import { SaxesParser } from 'saxes'
import { UserError } from '../../../corpus/errors.ts'

/** An element of an XML document; comments and processing instructions are left out. */
export interface XmlElement {
	/** The name without its prefix. */
	readonly name: string
	/** Its namespace; '' for none. */
	readonly uri: string
	readonly attributes: readonly XmlAttribute[]
	/** Elements and the text between them, white space as it is. */
	readonly children: readonly (XmlElement | string)[]
}

export interface XmlAttribute {
	/** The name without its prefix. */
	readonly name: string
	/** Its namespace; '' for none. */
	readonly uri: string
	readonly value: string
}

interface OpenElement extends XmlElement {
	readonly children: (XmlElement | string)[]
}

const ownEntities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Elements nested deeper are no document. */
const maxDepth = 1000

/**
 * The root element of an XML document. Entities that its document type declares are never expanded and
 * nothing outside of the text is ever loaded; names with prefixes that are not declared keep no namespace.
 *
 * @param entities what other names than XML's own five stand for, such as HTML's `nbsp`
 * @throws UserError `refused` where the text is not well-formed
 */
export function parseXml(text: string, entities: Readonly<Record<string, string>> = {}): XmlElement {
	const parser = new SaxesParser({ xmlns: true, position: true })
	parser.ENTITIES = Object.assign(Object.create(null), ownEntities, entities)
	const top: OpenElement = { name: '', uri: '', attributes: [], children: [] }
	const open: OpenElement[] = [top]
	const append = (text: string) => {
		const last = open.at(-1)
		if (last !== undefined && last !== top && text !== '') last.children.push(text)
	}
	parser.on('opentag', ({ local, prefix, uri, attributes }) => {
		const found = Object.values(attributes).map((each) => {
			const { local, prefix, uri, value } = each
			return { name: local, uri: declared(prefix, uri), value }
		})
		const element: OpenElement = { name: local, uri: declared(prefix, uri), attributes: found, children: [] }
		open.at(-1)?.children.push(element)
		if (open.push(element) > maxDepth) throw refusal('its elements are nested too deeply')
	})
	parser.on('closetag', () => void open.pop())
	parser.on('text', append)
	parser.on('cdata', append)
	parser.on('error', ({ message }) => {
		if (!isHarmless(message)) throw refusal(message.replace(/\.$/, ''))
	})
	parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close()
	const root = top.children.find((child) => typeof child !== 'string')
	if (root === undefined) throw refusal('it has no elements')
	return root
}

/** The parser gives a prefix that is not declared as its own namespace. */
const declared = (prefix: string, uri: string): string => (uri === prefix ? '' : uri)

/** What breaks a rule but leaves no doubt about the tree. */
const isHarmless = (message: string): boolean =>
	/unbound namespace prefix|xml declaration|duplicate attribute|outside of root/i.test(message)

/** XML with what people forget put right: ampersands that begin no entity, control characters. */
export const repaired = (text: string): string =>
	text.replace(/&(?!#?\w{1,32};)/g, '&amp;').replace(/(?![\t\n\r])\p{Cc}/gu, '')

const refusal = (why: string): UserError =>
	new UserError('refused', `A part of the file is no sound XML, so it cannot be read: ${why}.`)

/** The child elements, of one name (without prefix, in any namespace) or all. */
export function children(element: XmlElement, name?: string): readonly XmlElement[] {
	return element.children.filter(
		(child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
	)
}

/** The first child element of this name, in any namespace. */
export function child(element: XmlElement, name: string): XmlElement | null {
	for (const inner of element.children) if (typeof inner !== 'string' && inner.name === name) return inner
	return null
}

/** All elements inside, the element itself first, in the order of the document. Does not recurse. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
	const stack = [element]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		yield next
		for (let at = next.children.length - 1; at >= 0; at--) {
			const inner = next.children[at]
			if (inner !== undefined && typeof inner !== 'string') stack.push(inner)
		}
	}
}

/**
 * An attribute's value by its name without prefix; null where it is absent.
 *
 * @param uri only of this namespace; absent: the one without a namespace if there is one, else any
 */
export function attribute(element: XmlElement, name: string, uri?: string): string | null {
	const named = element.attributes.filter((each) => each.name === name)
	const found =
		uri === undefined
			? (named.find((each) => each.uri === '') ?? named[0])
			: named.find((each) => each.uri === uri)
	return found?.value ?? null
}

/** All text inside, white space as it is. Does not recurse. */
export function textOf(element: XmlElement): string {
	const stack: (XmlElement | string)[] = [element]
	let text = ''
	for (let next = stack.pop(); next !== undefined; next = stack.pop())
		if (typeof next === 'string') text += next
		else for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at] ?? '')
	return text
}
