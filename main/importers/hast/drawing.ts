import { attribute, descendants, parseXml, type XmlAttribute, type XmlElement } from '../xml/xml.ts'

/** What draws and nothing else: no scripts, no animations, no other documents, no styles for others. */
const kept: ReadonlySet<string> = new Set(
	(
		'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc ' +
		'linearGradient radialGradient stop pattern clipPath mask marker switch a image style'
	).split(' '),
)

/** What is drawn again wherever it is named: names inside of them could multiply without end. */
const repeated: ReadonlySet<string> = new Set(['pattern', 'mask', 'marker', 'clipPath'])

/** More elements are a map or an attack; drawing them would hold the page up. */
const maxElements = 50_000

const svgNamespace = 'http://www.w3.org/2000/svg'
const xlinkNamespace = 'http://www.w3.org/1999/xlink'
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/**
 * An SVG drawing of which only what draws is left: nothing in it runs, moves, loads or leads anywhere, and
 * what it draws again and again does not multiply. Null where the bytes are no drawing.
 */
export function safeDrawing(bytes: Uint8Array): Uint8Array | null {
	const beginning = new TextDecoder().decode(bytes.subarray(0, 2000))
	if (!/<(?:\w+:)?svg[\s>]/i.test(beginning)) return null
	try {
		return drawn(parseXml(new TextDecoder().decode(bytes)))
	} catch {
		return null
	}
}

/** The same for a drawing that is already a tree. */
export function drawn(root: XmlElement): Uint8Array | null {
	if (root.name !== 'svg') return null
	let count = 0
	const named = new Map<string, XmlElement>()
	for (const element of descendants(root)) {
		if (++count > maxElements) return null
		const id = attribute(element, 'id')
		if (id !== null && !named.has(id)) named.set(id, element)
	}
	const sizes = new Map<XmlElement, number>()
	let left = maxElements
	const mayUse = (element: XmlElement): boolean => {
		const target = named.get((attribute(element, 'href') ?? '').slice(1))
		if (target === undefined) return false
		const size = sizes.get(target) ?? usableSize(target)
		sizes.set(target, size)
		left -= size
		return left >= 0
	}
	return new TextEncoder().encode(written(root, true, false, mayUse))
}

/** How many elements are drawn where this one is used; endless where it uses others itself. */
function usableSize(target: XmlElement): number {
	let size = 0
	for (const inner of descendants(target)) {
		size++
		if (inner.name === 'use') return Number.POSITIVE_INFINITY
	}
	return size
}

function written(
	element: XmlElement,
	isRoot: boolean,
	isRepeated: boolean,
	mayUse: (element: XmlElement) => boolean,
): string {
	if (!kept.has(element.name) || (element.name === 'use' && (isRepeated || !mayUse(element)))) return ''
	if (
		element.name === 'image' &&
		!/^data:image\/(png|jpeg|gif|webp);/i.test(attribute(element, 'href') ?? '')
	)
		return ''
	const name = element.name === 'a' ? 'g' : element.name
	const inside = isRepeated || repeated.has(element.name)
	const attributes = [...safeAttributes(element, inside)].map(
		([name, value]) => ` ${name === 'lang' ? 'xml:lang' : name}="${escaped(value)}"`,
	)
	const isStyle = element.name === 'style'
	if (isStyle && !isSafeStyle(element)) return ''
	const content = element.children
		.map((child) => (typeof child === 'string' ? escaped(child) : written(child, false, inside, mayUse)))
		.join('')
	const namespace = isRoot ? ` xmlns="${svgNamespace}"` : ''
	return `<${name}${namespace}${attributes.join('')}>${content}</${name}>`
}

/**
 * By their names, each once: a drawing may have `xlink:href` beside `href`, and programs add attributes of
 * their own such as `inkscape:version`.
 */
function safeAttributes(element: XmlElement, isRepeated: boolean): ReadonlyMap<string, string> {
	const found = new Map<string, string>()
	const plain = element.attributes.filter(({ uri }) => uri === '')
	const named = element.attributes.filter(({ uri }) => uri === xlinkNamespace || uri === xmlNamespace)
	for (const each of [...plain, ...named])
		if (!found.has(each.name) && isSafe(each, element, isRepeated)) found.set(each.name, each.value)
	return found
}

function isSafe({ name, uri, value }: XmlAttribute, element: XmlElement, isRepeated: boolean): boolean {
	if (!/^[a-zA-Z][\w-]*$/.test(name) || /^(on|xmlns$|base$)/i.test(name) || uri.endsWith('/xmlns/'))
		return false
	if (name === 'href')
		return element.name === 'image' || (element.name !== 'a' && /^#[^\s]+$/.test(value) && !isRepeated)
	if (name === 'style' && isRepeated) return false
	return isSafeValue(value) && !(isRepeated && /url\s*\(/i.test(value))
}

/** Names nothing outside of the drawing. CSS escapes could spell anything. */
const isSafeValue = (value: string): boolean =>
	!/url\s*\(\s*(?!["']?#)|@import|image-set|expression|javascript:|\\/i.test(value)

const isSafeStyle = ({ children }: XmlElement): boolean =>
	children.every((child) => typeof child === 'string' && isSafeValue(child) && !/animation|@/.test(child))

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
