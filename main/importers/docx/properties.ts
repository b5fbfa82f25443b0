import { attribute, child, type XmlElement } from '../xml/xml.ts'
import { valueIn } from './package.ts'

/** What is said about characters (`w:rPr`); absent: nothing is said. */
export interface RunProperties {
	readonly style?: string
	readonly bold?: boolean
	readonly italic?: boolean
	readonly underline?: boolean
	readonly strike?: boolean
	readonly smallCaps?: boolean
	readonly marked?: boolean
	readonly hidden?: boolean
	readonly rightToLeft?: boolean
	readonly vertical?: 'superscript' | 'subscript' | 'baseline'
	/** Name of the font of Latin letters. */
	readonly font?: string
	readonly language?: string
	readonly eastAsianLanguage?: string
	readonly bidiLanguage?: string
}

type Alignment = 'start' | 'center' | 'end'

/** What is said about paragraphs (`w:pPr`). */
export interface ParagraphProperties {
	readonly style?: string
	/** From 0; 9 is body text. */
	readonly outline?: number
	readonly numbering?: { readonly id?: string; readonly level?: number }
	readonly align?: Alignment
	readonly rightToLeft?: boolean
	/** Twentieths of a point. */
	readonly left?: number
	readonly right?: number
}

export function runProperties(element: XmlElement | null): RunProperties {
	if (element === null) return {}
	const found: { -readonly [K in keyof RunProperties]: RunProperties[K] } = {}
	for (const property of element.children) {
		if (typeof property === 'string') continue
		const value = attribute(property, 'val')
		switch (property.name) {
			case 'rStyle':
				if (value !== null) found.style = value
				break
			case 'b':
				found.bold = isOn(value)
				break
			case 'i':
				found.italic = isOn(value)
				break
			case 'strike':
			case 'dstrike':
				found.strike = found.strike === true || isOn(value)
				break
			case 'smallCaps':
				found.smallCaps = isOn(value)
				break
			case 'vanish':
				found.hidden = isOn(value)
				break
			case 'rtl':
				found.rightToLeft = isOn(value)
				break
			case 'u':
				found.underline = value !== null && value !== 'none'
				break
			case 'highlight':
				found.marked = value !== null && value !== 'none'
				break
			case 'vertAlign':
				found.vertical = value === 'superscript' || value === 'subscript' ? value : 'baseline'
				break
			case 'rFonts':
				Object.assign(found, named({ font: attribute(property, 'ascii') ?? attribute(property, 'hAnsi') }))
				break
			case 'lang':
				Object.assign(
					found,
					named({
						language: value,
						eastAsianLanguage: attribute(property, 'eastAsia'),
						bidiLanguage: attribute(property, 'bidi'),
					}),
				)
				break
		}
	}
	return found
}

export function paragraphProperties(element: XmlElement | null): ParagraphProperties {
	if (element === null) return {}
	const style = valueIn(element, 'pStyle')
	const outline = integer(valueIn(element, 'outlineLvl'))
	const numbering = child(element, 'numPr')
	const align = alignmentOf(valueIn(element, 'jc'))
	const bidi = child(element, 'bidi')
	const indent = child(element, 'ind')
	const left = indent && integer(attribute(indent, 'left') ?? attribute(indent, 'start'))
	const right = indent && integer(attribute(indent, 'right') ?? attribute(indent, 'end'))
	const id = valueIn(numbering, 'numId')
	const level = integer(valueIn(numbering, 'ilvl'))
	return {
		...(style !== null && { style }),
		...(outline !== null && { outline }),
		...(numbering !== null && {
			numbering: { ...(id !== null && { id }), ...(level !== null && { level }) },
		}),
		...(align !== null && { align }),
		...(bidi !== null && { rightToLeft: isOn(attribute(bidi, 'val')) }),
		...(left !== null && { left }),
		...(right !== null && { right }),
	}
}

/** Properties of the second win; both may name a numbering in part. */
export function overridden(base: ParagraphProperties, own: ParagraphProperties): ParagraphProperties {
	if (base.numbering === undefined || own.numbering === undefined) return { ...base, ...own }
	return { ...base, ...own, numbering: { ...base.numbering, ...own.numbering } }
}

/** A switch is on unless its value says otherwise. */
export const isOn = (value: string | null): boolean =>
	value === null || !['0', 'false', 'off', 'none'].includes(value)

/** Whether a child switches something on. */
export function hasSwitch(element: XmlElement | null, name: string): boolean {
	const found = element === null ? null : child(element, name)
	return found !== null && isOn(attribute(found, 'val'))
}

export function integer(text: string | null): number | null {
	const number = text === null ? Number.NaN : Number.parseInt(text, 10)
	return Number.isSafeInteger(number) ? number : null
}

/** In files of Word, left and right are said of left-to-right text and turn with the direction. */
function alignmentOf(value: string | null): Alignment | null {
	if (value === 'center') return 'center'
	if (value === 'right' || value === 'end') return 'end'
	return value === null ? null : 'start'
}

const named = (values: Readonly<Record<string, string | null>>): Record<string, string> =>
	Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))
