import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import { attribute, children, type XmlElement } from '../xml/xml.ts'
import type { Stylesheet } from './stylesheet.ts'

/** A list that stands around a block. */
export interface OuterList {
	/** From 1. */
	readonly level: number
	readonly style: string | null
	/** The last number at each level. */
	readonly counters: (number | undefined)[]
}

/** Reads lists; counts on over lists that are said to go on with an earlier one. */
export class Lists {
	readonly #styles: Stylesheet
	readonly #byId = new Map<string, OuterList['counters']>()
	readonly #byStyle = new Map<string, OuterList['counters']>()

	constructor(styles: Stylesheet) {
		this.#styles = styles
	}

	/**
	 * A `text:list`. Headings in it, as word processors put numbered ones, stand outside of the list.
	 *
	 * @param blocks reads what is in an item
	 */
	read(
		list: XmlElement,
		outer: OuterList | null,
		blocks: (item: XmlElement, inside: OuterList) => readonly Element[],
	): readonly Element[] {
		const style = attribute(list, 'style-name') ?? outer?.style ?? null
		const level = (outer?.level ?? 0) + 1
		const inside: OuterList = { level, style, counters: this.#counters(list, outer, style, level) }
		const { numbered, start } = this.#styles.listLevel(style, level)
		const found: Element[] = []
		let open: Element | null = null
		for (const item of children(list)) {
			if (item.name !== 'list-item' && item.name !== 'list-header') continue
			const isCounted = item.name === 'list-item'
			if (isCounted) count(inside, startOf(item), start)
			const content = blocks(item, inside)
			const [first] = content
			if (first !== undefined && /^h[1-6]$/.test(first.tagName)) {
				for (const each of content) found.push(each)
				open = null
				continue
			}
			const number = inside.counters[level] ?? start
			if (open === null || (isCounted && startOf(item) !== null)) {
				open = make(numbered ? 'ol' : 'ul', numbered && number !== 1 ? { start: String(number) } : {})
				found.push(open)
			}
			if (isCounted) open.children.push(make('li', {}, ...content))
			else for (const each of content) open.children.push(each)
		}
		return found
	}

	#counters(list: XmlElement, outer: OuterList | null, style: string | null, level: number) {
		const continued = attribute(list, 'continue-list')
		const earlier =
			(continued === null ? undefined : this.#byId.get(continued)) ??
			(attribute(list, 'continue-numbering') === 'true' ? this.#byStyle.get(style ?? '') : undefined)
		const counters = earlier ?? outer?.counters ?? []
		if (earlier === undefined) counters[level] = undefined
		const id = attribute(list, 'id')
		if (id !== null) this.#byId.set(id, counters)
		this.#byStyle.set(style ?? '', counters)
		return counters
	}
}

function count({ counters, level }: OuterList, own: number | null, start: number): void {
	const last = counters[level]
	counters[level] = own ?? (last === undefined ? start : last + 1)
	counters.length = level + 1
}

function startOf(item: XmlElement): number | null {
	const value = Number.parseInt(attribute(item, 'start-value') ?? '', 10)
	return Number.isSafeInteger(value) ? value : null
}
