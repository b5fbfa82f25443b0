import type { Element, ElementContent } from 'hast'
import { hasContent, make } from '../hast/tree.ts'
import type { ListPlace } from './numbering.ts'

/** A block with what has to be known to put it into lists, quotations and figures: Word only lines them up. */
export type Flow =
	| { readonly kind: 'plain' | 'quotation' | 'caption' | 'continued'; readonly element: Element }
	| { readonly kind: 'code'; readonly content: readonly ElementContent[] }
	| { readonly kind: 'item'; readonly element: Element; readonly place: ListPlace }

interface OpenList {
	readonly place: ListPlace
	readonly element: Element
	last: number
}

/** Blocks in the order of the text as a tree of lists, quotations and figures. */
export function assemble(flows: readonly Flow[]): Element[] {
	const found: Element[] = []
	const open: OpenList[] = []
	let before: Flow | null = null
	for (const flow of flows) {
		if (flow.kind === 'item') {
			addItem(flow.element, flow.place, open, found)
		} else if (flow.kind === 'continued' && open.length > 0) {
			lastItem(open)?.children.push(flow.element)
		} else if (flow.kind === 'plain' && !hasContent(flow.element) && flow.element.tagName === 'p') {
			// Empty paragraphs interrupt neither lists nor figures; they may be what links point to.
			;(lastItem(open)?.children ?? found).push(flow.element)
			continue
		} else {
			open.length = 0
			addBlock(flow, before, found)
		}
		before = flow
	}
	return found
}

function addBlock(flow: Exclude<Flow, { kind: 'item' }>, before: Flow | null, found: Element[]): void {
	const last = found.at(-1)
	if (flow.kind === 'code') {
		if (before?.kind === 'code' && last?.tagName === 'pre')
			last.children.push({ type: 'text', value: '\n' }, ...flow.content)
		else found.push({ ...make('pre'), children: [...flow.content] })
	} else if (flow.kind === 'quotation') {
		if (before?.kind === 'quotation' && last?.tagName === 'blockquote') last.children.push(flow.element)
		else found.push(make('blockquote', {}, flow.element))
	} else if (flow.kind === 'caption') {
		const caption = { ...flow.element, tagName: 'figcaption' }
		if (last !== undefined && isPicture(last)) found.splice(-1, 1, make('figure', {}, last, caption))
		else found.push(caption)
	} else found.push(flow.element)
}

function addItem(element: Element, place: ListPlace, open: OpenList[], found: Element[]): void {
	while ((open.at(-1)?.place.level ?? -1) > place.level) open.pop()
	const current = open.at(-1)
	const item = make('li', {}, element)
	if (current?.place.level === place.level) {
		if (continues(current, place)) {
			current.element.children.push(item)
			current.last = place.number ?? 0
			return
		}
		open.pop()
	}
	const list =
		place.number === null
			? make('ul', {}, item)
			: make('ol', place.number === 1 ? {} : { start: String(place.number) }, item)
	;(lastItem(open)?.children ?? found).push(list)
	open.push({ place, element: list, last: place.number ?? 0 })
}

/** A list's numbers follow each other: others begin a new one that says where. */
const continues = ({ place, last }: OpenList, next: ListPlace): boolean =>
	place.number === null ? next.number === null && next.list === place.list : next.number === last + 1

function lastItem(open: readonly OpenList[]): Element | null {
	const item = open.at(-1)?.element.children.at(-1)
	return item?.type === 'element' ? item : null
}

/** A paragraph with nothing but a picture. */
function isPicture(element: Element): boolean {
	let pictures = 0
	const stack: ElementContent[] = [element]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next.type === 'text' && next.value.trim() !== '') return false
		if (next.type !== 'element') continue
		if (next.tagName === 'img') pictures++
		for (const each of next.children) stack.push(each)
	}
	return pictures > 0 && element.tagName === 'p'
}
