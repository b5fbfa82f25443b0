import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import type { Part } from './package.ts'

/** What a drawing holds that can be read, in its order. */
export type Drawn =
	| { readonly kind: 'picture'; readonly element: Element }
	/** Lettering as a drawing. */
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'rule' }
	/** A text box: its blocks. */
	| { readonly kind: 'box'; readonly content: XmlElement }
	/** A chart or a diagram: the id of the relationship to its part. */
	| { readonly kind: 'chart'; readonly id: string; readonly alt: string | null }

/** Reads a `w:drawing` (DrawingML), `w:pict` or `w:object` (VML), with what is grouped in it. */
export function drawn(element: XmlElement, part: Part): readonly Drawn[] {
	const found: Drawn[] = []
	collect(element, part, null, found)
	return found
}

function collect(element: XmlElement, part: Part, alt: string | null, found: Drawn[]): void {
	switch (element.name) {
		case 'inline':
		case 'anchor':
		case 'pic': {
			const properties =
				child(element, 'docPr') ?? child(child(element, 'nvPicPr') ?? element, 'cNvPr') ?? null
			if (properties !== null && attribute(properties, 'hidden') === '1') return
			const said = properties && (attribute(properties, 'descr') || attribute(properties, 'title'))
			within(element, part, said || alt, found)
			return
		}
		case 'blip':
			picture(attribute(element, 'embed') ?? attribute(element, 'link'), part, alt, found)
			return
		case 'imagedata':
			picture(attribute(element, 'id') ?? attribute(element, 'relid'), part, alt, found)
			return
		case 'chart':
		case 'relIds': {
			const id = attribute(element, element.name === 'chart' ? 'id' : 'dm')
			if (id !== null) found.push({ kind: 'chart', id, alt })
			return
		}
		case 'txbxContent':
			found.push({ kind: 'box', content: element })
			return
		case 'textpath': {
			const text = attribute(element, 'string')
			if (text !== null) found.push({ kind: 'text', text })
			return
		}
		case 'AlternateContent':
			for (const each of alternative(element, part)) found.push(each)
			return
		case 'shape':
		case 'rect':
		case 'group':
			if (attribute(element, 'hr') === 't') found.push({ kind: 'rule' })
			else within(element, part, attribute(element, 'alt') ?? alt, found)
			return
		case 'docPr':
		case 'extLst':
			return
		default:
			within(element, part, alt, found)
	}
}

function within(element: XmlElement, part: Part, alt: string | null, found: Drawn[]): void {
	for (const inner of children(element)) collect(inner, part, alt, found)
}

/** The same thing said in several ways: the first that can be read. */
function alternative(element: XmlElement, part: Part): readonly Drawn[] {
	for (const way of children(element)) {
		const found: Drawn[] = []
		within(way, part, null, found)
		if (found.length > 0) return found
	}
	return []
}

function picture(id: string | null, part: Part, alt: string | null, found: Drawn[]): void {
	const relationship = id === null ? undefined : part.relationships.get(id)
	if (relationship === undefined && alt === null) return
	// What lies outside of the file is never loaded.
	const src = relationship === undefined || relationship.external ? '' : relationship.target
	found.push({ kind: 'picture', element: make('img', { src, ...(alt !== null && { alt }) }) })
}
