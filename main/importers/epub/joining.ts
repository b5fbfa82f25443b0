import type { Element, ElementContent } from 'hast'
import { attribute, elements, find, make, textOf } from '../hast/tree.ts'
import type { Chapter } from './chapters.ts'
import { drawingOf } from './drawings.ts'
import { targetOf } from './paths.ts'

/** What the files of a book need to know to stand in one tree. */
export interface Joining {
	/** The name in the archive of what lies at a path; null where nothing does. */
	readonly find: (path: string) => string | null
	/** The prefixes of the chapters by their paths. */
	readonly prefixes: ReadonlyMap<string, string>
	/** The book's language; null where it does not say. */
	readonly language: string | null
}

/** What came to light while chapters were joined. */
export interface Joined {
	/** Names in the archive of the pictures that the text shows: `book:NAME` is their `src`. */
	readonly pictures: ReadonlySet<string>
	/** Pictures that are drawn in the text itself, by their `src`. */
	readonly drawings: ReadonlyMap<string, Uint8Array>
	/** How many links lead to files that the book does not hold. */
	readonly lostLinks: number
	/** How many sounds, films and embedded pages are not in the text. */
	readonly lostMedia: number
}

/** The id in the tree of the book of what has this id in a chapter; '' is the chapter's beginning. */
export const idIn = (prefix: string, id: string): string => (id === '' ? prefix : `${prefix}-${id}`)

/**
 * Makes chapters fit for the one tree of the book, in place: ids get the chapter's prefix, links lead to
 * ids of the tree or out of the book, pictures are named by their place in the archive, and what only
 * programs, sound or film could show gives way to what stands in for it.
 */
export function join(chapters: readonly Chapter[], joining: Joining): Joined {
	const joiner = new Joiner(joining)
	for (const chapter of chapters) joiner.chapter(chapter)
	return joiner
}

class Joiner implements Joined {
	readonly pictures = new Set<string>()
	readonly drawings = new Map<string, Uint8Array>()
	lostLinks = 0
	lostMedia = 0
	readonly #joining: Joining

	constructor(joining: Joining) {
		this.#joining = joining
	}

	chapter({ tree, path, prefix }: Chapter): void {
		const isPicture = tree.children.some((child) => child.type === 'element' && child.tagName === 'svg')
		for (const element of elements(tree)) {
			if (element !== tree) prefixNames(element, prefix)
			this.#language(element)
			if (element.tagName === 'a') this.#link(element, path)
			if (element.tagName === 'img') this.#picture(element, path)
			if (element.children.some(needsReplacing))
				element.children = element.children.flatMap((child) => this.#replaced(child, path, isPicture))
		}
	}

	/** `en` and `en-US` are one language where the book says the one and its files the other. */
	#language(element: Element): void {
		const { language } = this.#joining
		const own = attribute(element, 'lang') ?? attribute(element, 'xmlLang')
		if (own === undefined || language === null) return
		const [short, long] = own.length < language.length ? [own, language] : [language, own]
		if (`${long}-`.toLowerCase().startsWith(`${short}-`.toLowerCase())) element.properties['lang'] = language
	}

	#link(element: Element, path: string): void {
		const href = attribute(element, 'href') ?? attribute(element, 'xLinkHref')
		const target = href === undefined ? null : targetOf(href, path)
		if (target === null) return
		const prefix = this.#joining.prefixes.get(this.#joining.find(target.path) ?? '')
		if (prefix === undefined) this.lostLinks++
		if (prefix === undefined) delete element.properties['href']
		else element.properties['href'] = `#${encodeURIComponent(idIn(prefix, target.fragment))}`
	}

	#picture(element: Element, path: string): void {
		const src = attribute(element, 'src') ?? ''
		if (!/^(data|book|drawing):/i.test(src)) element.properties['src'] = this.#source(src, path)
	}

	/** '' where the picture is not in the book. */
	#source(src: string, path: string): string {
		const name = this.#joining.find(targetOf(src, path)?.path ?? '')
		if (name === null) return ''
		this.pictures.add(name)
		return `book:${name}`
	}

	/** What stands in an element's place. */
	#replaced(node: ElementContent, path: string, isPicture: boolean): readonly ElementContent[] {
		if (node.type !== 'element') return [node]
		const rest = (inner: Element) => inner.children.flatMap((each) => this.#replaced(each, path, isPicture))
		switch (node.tagName) {
			case 'head':
			case 'script':
			case 'style':
				return []
			case 'svg':
				return this.#drawing(node, path, isPicture)
			case 'object':
			case 'embed':
				return this.#object(node, path) ?? rest(node)
			case 'noscript':
			case 'canvas':
				return [make('div', {}, ...rest(node))]
			case 'switch': {
				const choices = node.children.filter((each): each is Element => each.type === 'element')
				const math = choices.find((choice) => find(choice, ({ tagName }) => tagName === 'math') !== null)
				const chosen = math ?? choices.find(({ tagName }) => tagName === 'default')
				return chosen === undefined ? [] : rest(chosen)
			}
			case 'audio':
			case 'video':
			case 'iframe':
				this.lostMedia++
				return [make('div', {}, ...rest(node))]
			default:
				return [node]
		}
	}

	#drawing(svg: Element, path: string, isPage: boolean): readonly ElementContent[] {
		const { pictures, svg: bytes, description, words } = drawingOf(svg)
		const isText = isPage || bytes === null || words.join('').length > mostLabels
		const alt = isText && words.length > 0 ? '' : description
		const shown = pictures.map((href) =>
			make('img', { src: /^data:/i.test(href) ? href : this.#source(href, path), alt }),
		)
		if (bytes !== null) {
			const src = `drawing:${this.drawings.size + 1}`
			this.drawings.set(src, bytes)
			shown.push(make('img', { src, alt }))
		}
		return isText ? [...shown, ...words.map((line) => make('p', {}, line))] : shown
	}

	/** Null where the object is no picture: what is inside stands in for it. */
	#object(element: Element, path: string): readonly Element[] | null {
		const data = attribute(element, 'data') ?? attribute(element, 'src') ?? ''
		const type = attribute(element, 'type') ?? ''
		const isPicture = type.startsWith('image/') || /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(data)
		if (isPicture) return [make('img', { src: this.#source(data, path), alt: textOf(element).trim() })]
		this.lostMedia++
		return null
	}
}

/** Drawings with more letters are pages of text that were drawn. */
const mostLabels = 200

const replacedTags: ReadonlySet<string> = new Set(
	'head script style svg object embed noscript canvas switch audio video iframe'.split(' '),
)

const needsReplacing = (node: ElementContent): boolean =>
	node.type === 'element' && replacedTags.has(node.tagName)

function prefixNames(element: Element, prefix: string): void {
	for (const name of element.tagName === 'a' ? ['id', 'name'] : ['id']) {
		const value = attribute(element, name)
		if (value !== undefined && value !== '') element.properties[name] = idIn(prefix, value)
	}
}
