import type { Element } from 'hast'
import { drawn } from '../hast/drawing.ts'
import { attribute, elements, find, textOf } from '../hast/tree.ts'
import type { XmlAttribute, XmlElement } from '../xml/xml.ts'

/** What an SVG element in a text shows. */
export interface Drawing {
	/** Addresses of the pictures in it. */
	readonly pictures: readonly string[]
	/** The drawing by itself; null where it is a frame for pictures, or nothing but words. */
	readonly svg: Uint8Array | null
	/** Its title or description, else its words; '' for none. */
	readonly description: string
	/** The words in it, one string for each place they stand at. */
	readonly words: readonly string[]
}

const shapes: ReadonlySet<string> = new Set('path rect circle ellipse line polyline polygon use'.split(' '))

/** Longer lists of labels describe nothing: UTF-16 code units. */
const maxDescription = 300

export function drawingOf(svg: Element): Drawing {
	const inner = [...elements(svg)]
	const pictures = inner.flatMap((each) => (each.tagName === 'image' ? (hrefOf(each) ?? []) : []))
	const words = inner.flatMap((each) => (each.tagName === 'text' ? wordsOf(each) : []))
	const title =
		find(svg, ({ tagName }) => tagName === 'title') ?? find(svg, ({ tagName }) => tagName === 'desc')
	const told = oneLine(title === null ? (attribute(svg, 'ariaLabel') ?? '') : textOf(title))
	const isDrawn = inner.some(({ tagName }) => shapes.has(tagName))
	const isPicture = isDrawn && pictures.length === 0
	return {
		pictures,
		svg: isPicture ? drawn(toXml(svg)) : null,
		description: told || words.join(' ').slice(0, maxDescription),
		words,
	}
}

function hrefOf(element: Element): string | undefined {
	return attribute(element, 'xLinkHref') ?? attribute(element, 'href')
}

/** Lines of one text stand in spans placed apart, often without a space between them. */
function wordsOf(text: Element): readonly string[] {
	let words = ''
	for (const child of text.children) words += child.type === 'text' ? child.value : ` ${textOf(child)}`
	const line = oneLine(words)
	return line === '' ? [] : [line]
}

/** hast's names of attributes back to SVG's. */
const attributeNames: Readonly<Record<string, string>> = { className: 'class', xLinkHref: 'href' }

function toXml(element: Element): XmlElement {
	const attributes = Object.keys(element.properties).map(
		(name): XmlAttribute => ({
			name: attributeNames[name] ?? name,
			uri: '',
			value: attribute(element, name) ?? '',
		}),
	)
	return {
		name: element.tagName,
		uri: '',
		attributes,
		children: element.children.flatMap((child): readonly (XmlElement | string)[] =>
			child.type === 'text' ? [child.value] : child.type === 'element' ? [toXml(child)] : [],
		),
	}
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
