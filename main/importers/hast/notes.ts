import type { Element, Root } from 'hast'
import { targetName } from './links.ts'
import { attribute, elements, find, hasContent, roles, textOf, words } from './tree.ts'

/** The footnotes and endnotes of a tree. */
export interface Notes {
	/** The link of each call, with the id of its footnote. */
	readonly calls: ReadonlyMap<Element, string>
	readonly bodies: ReadonlyMap<Element, { readonly id: string; readonly label: string }>
	/** Links back to the calls, and headings and rules of the notes alone: not part of the text. */
	readonly dropped: ReadonlySet<Element>
}

const noteRoles = ['footnote', 'endnote', 'rearnote', 'doc-footnote', 'doc-endnote']
const bodyTags = new Set(['li', 'p', 'div', 'aside', 'dd', 'section', 'blockquote'])
const inlineTags = new Set(['a', 'span', 'sup', 'b', 'i', 'em', 'strong', 'small', 'cite'])

/**
 * Finds footnotes by what marks them in practice: the roles of EPUB and DPUB-ARIA, GitHub's and pandoc's
 * attributes, and without any of these a link that looks like a call (a number or sign, raised or in
 * brackets) and leads forward to a block that links back to it.
 */
export function findNotes(tree: Root): Notes {
	const page = survey(tree)
	const calls = new Map<Element, string>()
	const bodies = new Map<Element, { readonly id: string; readonly label: string }>()
	const returns = new Set<string>()
	for (const link of page.links) {
		if (page.within(link, (outer) => bodies.has(outer)) && isBackLink(link, returns)) continue
		const name = targetName(attribute(link, 'href') ?? '')
		const target = page.named.get(name)
		const label = textOf(link).trim()
		if (target === undefined || target === link || label === '' || label.length > 12) continue
		const body = bodyOf(target, page)
		if (body === null || page.within(link, (outer) => outer === body)) continue
		if (!isCall(link, label, target, body, page)) continue
		const known = bodies.get(body)
		if (known !== undefined && known.id !== name) continue
		calls.set(link, name)
		for (const own of namesAround(link, page)) returns.add(own)
		if (known === undefined) bodies.set(body, { id: name, label })
	}
	return { calls, bodies, dropped: furniture(page, calls, bodies, returns) }
}

interface Page {
	readonly links: readonly Element[]
	readonly named: ReadonlyMap<string, Element>
	readonly order: ReadonlyMap<Element, number>
	parent(element: Element): Element | undefined
	within(element: Element, test: (outer: Element) => boolean): boolean
	/** The names that the links in an element point to. */
	leads(element: Element): ReadonlySet<string>
	/** The first words of a block; null where it holds headings, as no note does. */
	beginning(element: Element): string | null
}

function survey(tree: Root): Page {
	const links: Element[] = []
	const named = new Map<string, Element>()
	const order = new Map<Element, number>()
	const parents = new Map<Element, Element>()
	for (const element of elements(tree)) {
		order.set(element, order.size)
		for (const child of element.children) if (child.type === 'element') parents.set(child, element)
		for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element)
		if (element.tagName === 'a' && attribute(element, 'href')?.startsWith('#')) links.push(element)
	}
	const parent = (element: Element) => parents.get(element)
	const leads = new Map<Element, ReadonlySet<string>>()
	const beginnings = new Map<Element, string | null>()
	return {
		links,
		named,
		order,
		parent,
		within(element, test) {
			for (let at = parent(element); at !== undefined; at = parent(at)) if (test(at)) return true
			return false
		},
		leads(element) {
			const known = leads.get(element)
			if (known !== undefined) return known
			const names = new Set<string>()
			for (const inner of elements(element)) {
				const href = inner.tagName === 'a' ? attribute(inner, 'href') : undefined
				if (href?.startsWith('#')) names.add(targetName(href))
			}
			leads.set(element, names)
			return names
		},
		beginning(element) {
			const known = beginnings.get(element)
			if (known !== undefined) return known
			const heading = find(element, (inner) => /^h[1-6]$/.test(inner.tagName))
			const found = heading === null ? textOf(element).trimStart().slice(0, 40) : null
			beginnings.set(element, found)
			return found
		},
	}
}

function namesOf(element: Element): readonly string[] {
	const id = attribute(element, 'id')
	const name = element.tagName === 'a' ? attribute(element, 'name') : undefined
	return [id, name].filter((value): value is string => value !== undefined && value !== '')
}

/** The names by which a note can lead back to its call: the call's own, and those of what wraps it. */
function namesAround(call: Element, page: Page): readonly string[] {
	const names = [...namesOf(call)]
	for (const element of elements(call)) names.push(...namesOf(element))
	let at = page.parent(call)
	for (let up = 0; up < 3 && at !== undefined && inlineTags.has(at.tagName); up++, at = page.parent(at))
		names.push(...namesOf(at))
	return names
}

/** The block that is the note to which a name in it belongs. */
function bodyOf(target: Element, page: Page): Element | null {
	let block: Element | undefined = target
	while (block !== undefined && inlineTags.has(block.tagName)) block = page.parent(block)
	if (block === undefined || !bodyTags.has(block.tagName)) return null
	const outer = page.parent(block)
	const wrapped =
		block !== target &&
		outer !== undefined &&
		(outer.tagName === 'li' || isNoteRole(outer) || /(^|[^a-z])(foot|end)?(note|fn|ftn)\d/i.test(idOf(outer)))
	return wrapped ? outer : block
}

const idOf = (element: Element): string => attribute(element, 'id') ?? ''

const isNoteRole = (element: Element): boolean => roles(element).some((role) => noteRoles.includes(role))

function isCall(link: Element, label: string, target: Element, body: Element, page: Page): boolean {
	const marked =
		roles(link).some((role) => role === 'noteref' || role === 'doc-noteref') ||
		attribute(link, 'dataFootnoteRef') !== undefined ||
		words(link, 'className').includes('footnote-ref')
	if (marked) return true
	if (roles(link).includes('doc-backlink')) return false
	const raised =
		page.within(link, (outer) => outer.tagName === 'sup') ||
		find(link, (inner) => inner.tagName === 'sup') !== null
	const looks = raised || /^[[(]\s*([*†‡§¶#]+|\d{1,4}|[a-z]{1,3}|[ivxlc]{1,7})\s*[\])]$/i.test(label)
	if (!looks) return false
	if (isNoteRole(body) || isNoteRole(target)) return true
	if ((page.order.get(body) ?? 0) < (page.order.get(link) ?? 0)) return false
	const leads = page.leads(body)
	return namesAround(link, page).some((name) => leads.has(name)) || isNumbered(body, label, page)
}

/** Whether a block begins with the number of a call, as notes do that lead nowhere back. */
function isNumbered(body: Element, label: string, page: Page): boolean {
	const beginning = page.beginning(body)
	const number = numberOf(label)
	if (beginning === null || number === '') return false
	return beginsWith(beginning, number) || (firstPhrase(body)?.text ?? '') === number
}

/** The first element inside a line at the very beginning of a block, with its words without brackets. */
function firstPhrase(body: Element): { readonly element: Element; readonly text: string } | null {
	let holder: Element | undefined = body
	while (holder !== undefined) {
		const first: Element['children'][number] | undefined = holder.children.find(
			(child) => child.type === 'element' || (child.type === 'text' && /\S/.test(child.value)),
		)
		if (first?.type !== 'element') return null
		if (inlineTags.has(first.tagName)) return { element: first, text: numberOf(textOf(first)) }
		holder = first
	}
	return null
}

/** A call without its brackets. */
const numberOf = (label: string): string => label.replace(/^[\s[(]+|[\s\])]+$/g, '')

const bracketsBefore = /^[\s[(]+/

/** Whether a text begins with a number that stands apart from what follows. */
function beginsWith(text: string, number: string): boolean {
	const start = text.replace(bracketsBefore, '')
	return start.startsWith(number) && /^[\s\].):]/.test(start.slice(number.length))
}

/** A note without its sign, or its number where a point or a bracket ends it: others may be words of the note. */
function withoutNumber(text: string, number: string): string {
	const start = text.replace(bracketsBefore, '')
	const rest = number !== '' && start.startsWith(number) ? start.slice(number.length) : ''
	if (/^[*†‡§¶#]+$/.test(number) && rest !== '') return rest.replace(/^[*†‡§¶#\s]+/, ' ')
	return /^[\].):]/.test(rest) ? rest.replace(/^[\].):]{1,2}\s*/, ' ') : text
}

function isBackLink(link: Element, returns: ReadonlySet<string>): boolean {
	if (roles(link).includes('doc-backlink') || attribute(link, 'dataFootnoteBackref') !== undefined)
		return true
	if (words(link, 'className').some((name) => name.startsWith('footnote-back'))) return true
	return returns.has(targetName(attribute(link, 'href') ?? ''))
}

function furniture(
	page: Page,
	calls: ReadonlyMap<Element, string>,
	bodies: Notes['bodies'],
	returns: ReadonlySet<string>,
): ReadonlySet<Element> {
	const dropped = new Set<Element>()
	for (const link of page.links) {
		if (calls.has(link) || !page.within(link, (outer) => bodies.has(outer))) continue
		if (!isBackLink(link, returns)) continue
		dropped.add(link)
		for (let at = page.parent(link); at !== undefined && inlineTags.has(at.tagName); at = page.parent(at)) {
			const rest = textOf(at)
			const links = [...elements(at)].filter((inner) => inner.tagName === 'a' && inner !== at)
			const own = links.reduce(
				(left, inner) => left.replace(textOf(inner), ''),
				rest.replaceAll('\uFE0E', ''),
			)
			if (!links.every((inner) => dropped.has(inner) || isBackLink(inner, returns))) break
			if (!/^[\s^↑↩.,;:()[\]]*$/.test(own)) break
			dropped.add(at)
		}
	}
	for (const [body, { label }] of bodies) {
		const section = page.parent(page.parent(body) ?? body)
		for (const around of [page.parent(body), section])
			if (around !== undefined && isNoteSection(around))
				for (const child of around.children)
					if (child.type === 'element' && (child.tagName === 'hr' || isSilentHeading(child)))
						dropped.add(child)
		trimNumber(body, numberOf(label), dropped)
	}
	return dropped
}

const isNoteSection = (element: Element): boolean =>
	attribute(element, 'dataFootnotes') !== undefined ||
	words(element, 'className').includes('footnotes') ||
	roles(element).some((role) => role === 'doc-endnotes' || role === 'doc-footnotes')

const isSilentHeading = (element: Element): boolean =>
	/^h[1-6]$/.test(element.tagName) && words(element, 'className').includes('sr-only')

/** The number that began a note and the punctuation after it: the note is shown with its number anyway. */
function trimNumber(body: Element, number: string, dropped: Set<Element>): void {
	let holder: Element | undefined = body
	while (holder !== undefined) {
		const shown: Element['children'] = holder.children.filter(
			(child) => child.type === 'element' || (child.type === 'text' && /\S/.test(child.value)),
		)
		const [first, second] = shown
		if (first?.type === 'text') first.value = withoutNumber(first.value, number)
		if (first?.type !== 'element') return
		const isNumber = inlineTags.has(first.tagName) && numberOf(textOf(first)) === number
		if (isNumber) dropped.add(first)
		if (dropped.has(first)) {
			if (second?.type === 'text') second.value = second.value.replace(/^\s*[.:)\]]\s*/, ' ')
			return
		}
		holder = hasContent(first) ? first : undefined
	}
}
