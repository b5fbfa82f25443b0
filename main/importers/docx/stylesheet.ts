import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import { valueIn } from './package.ts'
import {
	isOn,
	overridden,
	type ParagraphProperties,
	paragraphProperties,
	type RunProperties,
	runProperties,
} from './properties.ts'

/** A style with all that it takes over from those it is based on. */
export interface Style {
	/** Names of the style and of all that it is based on, in lower case, its own first. */
	readonly names: readonly string[]
	readonly paragraph: ParagraphProperties
	readonly run: RunProperties
	/** The style that gives the numbering: levels of lists are bound to styles. */
	readonly numberedBy: string | null
	/** Of tables: the first row looks different. */
	readonly headsTables: boolean
}

export interface Stylesheet {
	/** What holds without any style. */
	readonly defaults: RunProperties
	/** The style of paragraphs that name none. */
	readonly normal: string | null
	/** Null where there is none of this id. */
	style(id: string | undefined): Style | null
}

const none: Style = { names: [], paragraph: {}, run: {}, numberedBy: null, headsTables: false }
/** Longer chains of styles are no honest ones. */
const maxChain = 50

/** @param root of the part `styles`; null where there is none */
export function readStylesheet(root: XmlElement | null): Stylesheet {
	const elements = new Map<string, XmlElement>()
	let normal: string | null = null
	for (const element of root === null ? [] : children(root, 'style')) {
		const id = attribute(element, 'styleId')
		if (id === null || elements.has(id)) continue
		elements.set(id, element)
		const isDefault = attribute(element, 'default')
		if (attribute(element, 'type') === 'paragraph' && isDefault !== null && isOn(isDefault)) normal = id
	}
	const settled = new Map<string, Style>()
	const settle = (id: string): Style => {
		const chain: string[] = []
		let at: string | null = id
		while (at !== null && !settled.has(at) && !chain.includes(at) && chain.length < maxChain) {
			const element = elements.get(at)
			if (element === undefined) break
			chain.push(at)
			at = valueIn(element, 'basedOn')
		}
		let style = (at === null ? undefined : settled.get(at)) ?? none
		for (const each of chain.reverse()) {
			const element = elements.get(each)
			if (element === undefined) continue
			style = derived(each, element, style)
			settled.set(each, style)
		}
		return style
	}
	const defaults = root && child(root, 'docDefaults')
	const runDefaults = defaults && child(defaults, 'rPrDefault')
	return {
		defaults: runProperties(runDefaults && child(runDefaults, 'rPr')),
		normal,
		style: (id) => (id === undefined || !elements.has(id) ? null : (settled.get(id) ?? settle(id))),
	}
}

function derived(id: string, element: XmlElement, base: Style): Style {
	const own = paragraphProperties(child(element, 'pPr'))
	const name = (valueIn(element, 'name') ?? id).toLowerCase()
	const isHead = (format: XmlElement) => attribute(format, 'type') === 'firstRow'
	return {
		names: [name, ...base.names].slice(0, maxChain),
		paragraph: overridden(base.paragraph, own),
		run: { ...base.run, ...runProperties(child(element, 'rPr')) },
		numberedBy: own.numbering === undefined ? base.numberedBy : id,
		headsTables: base.headsTables || children(element, 'tblStylePr').some(isHead),
	}
}

/** 1 to 6 for headings; null for all else. */
export function headingLevel(style: Style | null, properties: ParagraphProperties): number | null {
	for (const name of style?.names ?? []) {
		if (name === 'title') return 1
		const level = /^heading ?([1-9])$/.exec(name)?.[1]
		if (level !== undefined) return Math.min(6, Number(level))
	}
	const { outline } = properties
	return outline !== undefined && outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : null
}

export type ParagraphRole = 'quotation' | 'code' | 'caption' | 'continued'

const roles: readonly (readonly [role: ParagraphRole, names: RegExp])[] = [
	['quotation', /^((intense |block )?quot(e|ation|ations)|block ?text|citation|intense citation)$/],
	['code', /^(source ?code|html preformatted|preformatted text|macro( text)?)$/],
	['caption', /^(caption|(table|image|figure) caption|illustration|figure)$/],
	['continued', /^list (paragraph|continue( \d)?|contents)$/],
]

/** What the names of a paragraph's style say that it is. */
export function paragraphRole(style: Style | null): ParagraphRole | null {
	for (const name of style?.names ?? []) for (const [role, names] of roles) if (names.test(name)) return role
	return null
}

/** Whether characters of this style are code. */
export const isCodeStyle = (style: Style | null): boolean =>
	style?.names.some((name) =>
		/^(verbatim char|html (code|typewriter|keyboard|sample)|source text|inline code)$/.test(name),
	) ?? false
