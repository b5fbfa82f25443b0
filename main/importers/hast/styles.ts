import type { Element } from 'hast'
import { attribute, declarations, words } from './tree.ts'
import type { BlockStyle, MarkKind } from './writer.ts'

/** Elements of form controls, embedded media and machinery: nothing in them belongs to the text. */
const droppedTags: ReadonlySet<string> = new Set([
	'applet',
	'area',
	'audio',
	'base',
	'canvas',
	'col',
	'colgroup',
	'datalist',
	'embed',
	'head',
	'iframe',
	'input',
	'link',
	'map',
	'meta',
	'noembed',
	'noframes',
	'noscript',
	'object',
	'optgroup',
	'option',
	'param',
	'progress',
	'meter',
	'rp',
	'script',
	'select',
	'source',
	'style',
	'svg',
	'template',
	'textarea',
	'title',
	'track',
	'video',
])

const phrasingTags: ReadonlySet<string> = new Set([
	'span',
	'a',
	'i',
	'b',
	'em',
	'sup',
	'sub',
	'small',
	'strong',
])

/**
 * Whether a reader of the page would not see the element, as far as the element itself tells. Of what
 * is hidden from screen readers (`aria-hidden`) only phrases are left out (link symbols, icons, doubled
 * formulas): pages hide whole articles in this way while a dialog is open.
 */
export function isHidden(element: Element): boolean {
	if (droppedTags.has(element.tagName)) return true
	const { properties } = element
	if (properties['hidden'] !== undefined && attribute(element, 'hidden') !== undefined) return true
	if (element.tagName === 'dialog' && attribute(element, 'open') === undefined) return true
	if (phrasingTags.has(element.tagName) && attribute(element, 'ariaHidden') === 'true') return true
	if (words(element, 'className').includes('sf-hidden')) return true
	if (properties['style'] === undefined) return false
	const style = declarations(element)
	return style.get('display') === 'none' || style.get('visibility') === 'hidden'
}

const tagMarks: Readonly<Record<string, SimpleMark>> = {
	em: 'emphasis',
	i: 'emphasis',
	cite: 'emphasis',
	dfn: 'emphasis',
	var: 'emphasis',
	strong: 'strong',
	b: 'strong',
	code: 'code',
	kbd: 'code',
	samp: 'code',
	tt: 'code',
	del: 'strikethrough',
	s: 'strikethrough',
	strike: 'strikethrough',
	u: 'underline',
	ins: 'underline',
	sup: 'superscript',
	sub: 'subscript',
	mark: 'marked',
}

type SimpleMark = Extract<
	MarkKind['kind'],
	| 'emphasis'
	| 'strong'
	| 'code'
	| 'strikethrough'
	| 'underline'
	| 'superscript'
	| 'subscript'
	| 'small-caps'
	| 'marked'
>

/** The typographic marks that an element's name and its own `style` put on its text. */
export function typography(element: Element): readonly SimpleMark[] {
	const own = Object.hasOwn(tagMarks, element.tagName) ? tagMarks[element.tagName] : undefined
	if (element.properties['style'] === undefined) return own === undefined ? [] : [own]
	const found = new Set<SimpleMark>(own === undefined ? [] : [own])
	const style = declarations(element)
	const weight = style.get('font-weight')
	if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) found.add('strong')
	else if (weight === 'normal' || weight === '400') found.delete('strong')
	const slant = style.get('font-style')
	if (slant === 'italic' || slant === 'oblique') found.add('emphasis')
	else if (slant === 'normal') found.delete('emphasis')
	const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
	if (line.includes('underline') && element.tagName !== 'a') found.add('underline')
	if (line.includes('line-through')) found.add('strikethrough')
	const capitals = `${style.get('font-variant') ?? ''} ${style.get('font-variant-caps') ?? ''}`
	if (capitals.includes('small-caps')) found.add('small-caps')
	const place = style.get('vertical-align')
	if (place === 'super') found.add('superscript')
	if (place === 'sub') found.add('subscript')
	return [...found]
}

/** In transcripts: who speaks (`speakerName`), and when (`timeFrom`, `timeTo` in milliseconds). */
export function spokenMarks(element: Element): readonly MarkKind[] {
	const { speakerName, timeFrom, timeTo } = element.properties
	const marks: MarkKind[] = []
	if (typeof speakerName === 'string') marks.push({ kind: 'speaker', name: speakerName })
	if (typeof timeFrom === 'number')
		marks.push({ kind: 'time', from: timeFrom, ...(typeof timeTo === 'number' && { to: timeTo }) })
	return marks
}

/** What an element's attributes change for all blocks in it: alignment, direction, white space. */
export function blockStyle(element: Element, outer: BlockStyle): BlockStyle {
	const style = declarations(element)
	const space = style.get('white-space') ?? style.get('white-space-collapse') ?? ''
	const direction = directionOf(element) ?? outer.direction
	const align = alignmentOf(element, style.get('text-align'), direction) ?? outer.align
	return {
		...outer,
		...(direction !== undefined && { direction }),
		...(align !== undefined && { align }),
		keepSpace: space === '' ? outer.keepSpace : /^(pre|break-spaces|preserve)/.test(space),
	}
}

/** A language tag, as written; undefined where there is none or it is none. */
export function languageOf(element: Element): string | undefined {
	const tag = (attribute(element, 'lang') ?? attribute(element, 'xmlLang'))?.trim().replaceAll('_', '-')
	return tag !== undefined && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined
}

export function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
	const value = attribute(element, 'dir')?.toLowerCase()
	return value === 'ltr' || value === 'rtl' ? value : undefined
}

function alignmentOf(
	element: Element,
	declared: string | undefined,
	direction: 'ltr' | 'rtl' | undefined,
): BlockStyle['align'] {
	if (element.tagName === 'center') return 'center'
	switch (declared ?? attribute(element, 'align')?.toLowerCase()) {
		case 'center':
		case 'middle':
			return 'center'
		case 'right':
			return direction === 'rtl' ? 'start' : 'end'
		case 'left':
			return direction === 'rtl' ? 'end' : 'start'
		case 'end':
			return 'end'
		case 'start':
		case 'justify':
			return 'start'
		default:
			return undefined
	}
}
