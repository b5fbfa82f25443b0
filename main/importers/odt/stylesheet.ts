import { attribute, child, children, type XmlElement } from '../xml/xml.ts'

/** How characters look; absent: nothing is said. */
export interface TextLook {
	readonly bold?: boolean
	readonly italic?: boolean
	readonly underline?: boolean
	readonly strike?: boolean
	readonly smallCaps?: boolean
	readonly marked?: boolean
	readonly hidden?: boolean
	readonly code?: boolean
	readonly vertical?: 'sup' | 'sub' | 'baseline'
	readonly language?: string
}

export interface ParagraphLook {
	readonly align?: 'start' | 'center' | 'end'
	readonly direction?: 'ltr' | 'rtl'
	/** Set apart by margins on both sides. */
	readonly left?: number
	readonly right?: number
	/** Name of a list style. */
	readonly list?: string
	/** Level of heading. */
	readonly outline?: number
}

/** A style with all that it takes over from its parents. */
export interface Style {
	/** What people call it and its parents, in lower case, its own first. */
	readonly names: readonly string[]
	readonly text: TextLook
	readonly paragraph: ParagraphLook
}

/** How one level of a list counts; null: with a sign. */
export interface ListLevel {
	readonly numbered: boolean
	readonly start: number
}

export interface Stylesheet {
	/** @param family `paragraph` or `text` */
	style(family: Family, name: string | null): Style | null
	/** @param level from 1 */
	listLevel(style: string | null, level: number): ListLevel
	/** Of the whole document; null where nothing is said. */
	readonly language: string | null
}

type Family = 'paragraph' | 'text'

const none: Style = { names: [], text: {}, paragraph: {} }
const maxChain = 50

/** @param roots the parts that hold styles; those of later parts count before those of earlier ones */
export function readStylesheet(roots: readonly XmlElement[]): Stylesheet {
	const elements = new Map<string, XmlElement>()
	const lists = new Map<string, ReadonlyMap<number, ListLevel>>()
	let language: string | null = null
	for (const root of roots)
		for (const group of [child(root, 'styles'), child(root, 'automatic-styles')])
			for (const element of group === null ? [] : children(group)) {
				const name = attribute(element, 'name')
				if (element.name === 'style' && name !== null)
					elements.set(`${attribute(element, 'family')} ${name}`, element)
				else if (element.name === 'list-style' && name !== null) lists.set(name, levelsOf(element))
				else if (element.name === 'outline-style') lists.set('\0outline', levelsOf(element))
				else if (element.name === 'default-style' && attribute(element, 'family') === 'paragraph')
					language = textLook(element).language ?? language
			}
	const settled = new Map<string, Style>()
	const settle = (family: Family, name: string): Style => {
		const chain: string[] = []
		let at: string | null = `${family} ${name}`
		while (at !== null && !settled.has(at) && !chain.includes(at) && chain.length < maxChain) {
			const element = elements.get(at)
			if (element === undefined) break
			chain.push(at)
			const parent = attribute(element, 'parent-style-name')
			at = parent === null ? null : `${family} ${parent}`
		}
		let style = (at === null ? undefined : settled.get(at)) ?? none
		for (const key of chain.reverse()) {
			const element = elements.get(key)
			if (element === undefined) continue
			style = derived(element, style)
			settled.set(key, style)
		}
		return style
	}
	return {
		language,
		style: (family, name) =>
			name === null || !elements.has(`${family} ${name}`)
				? null
				: (settled.get(`${family} ${name}`) ?? settle(family, name)),
		listLevel: (style, level) =>
			lists.get(style ?? '')?.get(Math.min(10, level)) ?? { numbered: false, start: 1 },
	}
}

function levelsOf(element: XmlElement): ReadonlyMap<number, ListLevel> {
	const levels = new Map<number, ListLevel>()
	for (const each of children(element)) {
		const level = Number(attribute(each, 'level') ?? '1')
		const numbered = each.name === 'list-level-style-number' && (attribute(each, 'num-format') ?? '') !== ''
		const start = Number.parseInt(attribute(each, 'start-value') ?? '1', 10)
		levels.set(level, { numbered, start: Number.isSafeInteger(start) ? start : 1 })
	}
	return levels
}

function derived(element: XmlElement, base: Style): Style {
	const name = attribute(element, 'name') ?? ''
	const shown = (attribute(element, 'display-name') ?? readableName(name)).toLowerCase()
	const text = textLook(element)
	const code = /^(source text|teletype|user entry|example|verbatim char)$/.test(shown)
	return {
		names: [shown, ...base.names].slice(0, maxChain),
		text: { ...base.text, ...text, ...(code && { code }) },
		paragraph: { ...base.paragraph, ...paragraphLook(element) },
	}
}

/** Names of styles write other signs than letters as `_20_`. */
const readableName = (name: string): string =>
	name.replace(/_([0-9a-f]{2,4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function textLook(style: XmlElement): TextLook {
	const properties = child(style, 'text-properties')
	if (properties === null) return {}
	const said = (name: string) => attribute(properties, name)
	const found: { -readonly [K in keyof TextLook]: TextLook[K] } = {}
	const weight = said('font-weight')
	if (weight !== null) found.bold = weight === 'bold' || Number(weight) >= 600
	const slant = said('font-style')
	if (slant !== null) found.italic = slant === 'italic' || slant === 'oblique'
	const under = said('text-underline-style') ?? said('text-underline-type')
	if (under !== null) found.underline = under !== 'none'
	const through = said('text-line-through-style') ?? said('text-line-through-type')
	if (through !== null) found.strike = through !== 'none'
	const variant = said('font-variant')
	if (variant !== null) found.smallCaps = variant === 'small-caps'
	const ground = said('background-color')
	if (ground !== null) found.marked = ground !== 'transparent' && !/^#f{6}$/i.test(ground)
	const display = said('display')
	if (display !== null) found.hidden = display === 'none'
	const position = said('text-position')
	if (position !== null) found.vertical = positionOf(position)
	const language = said('language')
	const country = said('country')
	if (language !== null && /^[a-z]{2,3}$/i.test(language) && language !== 'zxx')
		found.language = country !== null && /^[a-z]{2}$/i.test(country) ? `${language}-${country}` : language
	return found
}

/** `super 58%`, `sub`, `33% 58%`, `-33% 58%`, `0% 100%`. */
function positionOf(position: string): 'sup' | 'sub' | 'baseline' {
	const [place = ''] = position.trim().split(/\s+/)
	if (place === 'super') return 'sup'
	if (place === 'sub') return 'sub'
	const raised = Number.parseFloat(place)
	return raised > 0 ? 'sup' : raised < 0 ? 'sub' : 'baseline'
}

function paragraphLook(style: XmlElement): ParagraphLook {
	const found: { -readonly [K in keyof ParagraphLook]: ParagraphLook[K] } = {}
	const outline = Number.parseInt(attribute(style, 'default-outline-level') ?? '', 10)
	if (outline >= 1) found.outline = outline
	const list = attribute(style, 'list-style-name')
	if (list !== null) found.list = list
	const properties = child(style, 'paragraph-properties')
	if (properties === null) return found
	const align = attribute(properties, 'text-align')
	const mode = attribute(properties, 'writing-mode')
	if (mode !== null) found.direction = /^rl/.test(mode) ? 'rtl' : 'ltr'
	if (align !== null) found.align = alignmentOf(align, found.direction === 'rtl')
	const left = points(attribute(properties, 'margin-left'))
	const right = points(attribute(properties, 'margin-right'))
	if (left !== null) found.left = left
	if (right !== null) found.right = right
	return found
}

function alignmentOf(align: string, isRightToLeft: boolean): 'start' | 'center' | 'end' {
	if (align === 'center' || align === 'end') return align
	if (align === 'right') return isRightToLeft ? 'start' : 'end'
	return align === 'left' && isRightToLeft ? 'end' : 'start'
}

const units: Readonly<Record<string, number>> = {
	pt: 1,
	pc: 12,
	px: 0.75,
	in: 72,
	inch: 72,
	cm: 28.35,
	mm: 2.835,
}

function points(length: string | null): number | null {
	const parts = /^(-?[\d.]+)([a-z]+)$/.exec(length ?? '')
	const unit = units[parts?.[2] ?? '']
	return parts === null || unit === undefined ? null : Number(parts[1]) * unit
}
