import type { Element, Root } from 'hast'
import { attribute, textOf, words } from '../hast/tree.ts'

/** What a page says about itself in its head, before anyone decides which of it to believe. */
export interface Fields {
	/** Values of `<meta>` by their name or property in lower case, in the order of the page. */
	readonly meta: ReadonlyMap<string, readonly string[]>
	/** The page's JSON-LD nodes that describe a work, the most telling first. */
	readonly works: readonly Work[]
	readonly title: string
	readonly canonical: string | null
	readonly base: string | null
	readonly language: string | null
	readonly direction: 'ltr' | 'rtl' | undefined
	/** The machine-readable time of the first `<time>`. */
	readonly time: string | null
}

export type Work = Readonly<Record<string, unknown>>

/** Longer JSON-LD is not read: UTF-16 code units. */
const longestData = 2_000_000

/** Collects the fields in one pass. */
export function fieldsOf(tree: Root): Fields {
	const meta = new Map<string, string[]>()
	const works: Work[] = []
	let title: string | null = null
	let canonical: string | null = null
	let base: string | null = null
	let time: string | null = null
	let html: Element | null = null
	for (const element of everything(tree)) {
		switch (element.tagName) {
			case 'html':
				html ??= element
				break
			case 'title':
				title ??= textOf(element)
				break
			case 'meta': {
				const name =
					attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'httpEquiv')
				const content = attribute(element, 'content')?.trim()
				if (name === undefined || content === undefined || content === '') break
				const key = name.trim().toLowerCase()
				const known = meta.get(key)
				if (known === undefined) meta.set(key, [content])
				else known.push(content)
				break
			}
			case 'link':
				if (words(element, 'rel').includes('canonical')) canonical ??= attribute(element, 'href') ?? null
				break
			case 'base':
				base ??= attribute(element, 'href') ?? null
				break
			case 'time':
				time ??= attribute(element, 'dateTime') ?? null
				break
			case 'script':
				if (/ld\+json/i.test(attribute(element, 'type') ?? '')) works.push(...worksIn(textOf(element)))
		}
	}
	const direction = html === null ? undefined : attribute(html, 'dir')?.toLowerCase()
	return {
		meta,
		works: works.toSorted((a, b) => rankOf(a) - rankOf(b)),
		title: title?.trim().replace(/\s+/g, ' ') ?? '',
		canonical,
		base,
		language: html === null ? null : (attribute(html, 'lang') ?? attribute(html, 'xmlLang') ?? null),
		direction: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
		time,
	}
}

/** Heads are searched too; inside `<svg>` a title is a tooltip. */
function* everything(tree: Root): Generator<Element> {
	const stack: Element[] = tree.children.filter((child) => child.type === 'element').reverse()
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		yield next
		if (next.tagName === 'svg') continue
		for (let at = next.children.length - 1; at >= 0; at--) {
			const child = next.children[at]
			if (child?.type === 'element') stack.push(child)
		}
	}
}

function worksIn(json: string): readonly Work[] {
	if (json.length > longestData) return []
	let data: unknown
	try {
		data = JSON.parse(json.replace(/^\s*(<!\[CDATA\[|\/\*.*?\*\/)|(\]\]>)\s*$/g, ''))
	} catch {
		return []
	}
	const found: Work[] = []
	const queue: unknown[] = [data]
	for (let at = 0; at < queue.length && at < 1000; at++) {
		const value = queue[at]
		if (Array.isArray(value)) queue.push(...value.slice(0, 1000))
		else if (isWork(value)) {
			if (rankOf(value) < 9) found.push(value)
			queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage'])
		}
	}
	return found
}

export const isWork = (value: unknown): value is Work =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** The type of a work without its vocabulary's address. */
export function typesOf(work: Work): readonly string[] {
	const type = work['@type']
	const all: readonly unknown[] = Array.isArray(type) ? type : [type]
	return all.filter((name) => typeof name === 'string').map((name) => name.replace(/^.*[/#:]/, ''))
}

function rankOf(work: Work): number {
	const ranks = typesOf(work).map((type) => {
		if (/Article$|Posting$|^Report$|^Review$|^Thesis$|^Chapter$/.test(type)) return 0
		if (/^(Book|CreativeWork|Dataset|Legislation)$/.test(type)) return 1
		return type === 'WebPage' ? 2 : 9
	})
	return Math.min(9, ...ranks)
}
