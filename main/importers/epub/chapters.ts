import type { Element } from 'hast'
import { UserError } from '../../../corpus/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { attribute, elements, make } from '../hast/tree.ts'
import { parseXhtml } from '../hast/xhtml.ts'
import type { Item, Package } from './package.ts'
import { targetOf } from './paths.ts'

/** One file of the text. */
export interface Chapter {
	readonly path: string
	/** Ids of this file get this before them, so that they differ from those of others. */
	readonly prefix: string
	/** The whole file as one block element, whose id is the prefix alone. */
	readonly tree: Element
}

export interface Chapters {
	readonly chapters: readonly Chapter[]
	/** Names of files that the book asks for and that cannot be shown as text. */
	readonly missing: readonly string[]
}

const markupTypes = new Set([
	'application/xhtml+xml',
	'text/html',
	'application/x-dtbook+xml',
	'text/x-oeb1-document',
	'application/xml',
	'text/xml',
])

/**
 * The files of the text in reading order: those of the spine (what lies beside the text comes after it),
 * then those that only links lead to.
 *
 * @throws UserError `refused` where all of them are damaged
 */
export async function readChapters(
	archive: Archive,
	book: Package,
	find: (path: string) => string | null,
): Promise<Chapters> {
	const byPath = new Map<string, Item>()
	for (const item of book.items.values()) if (item.path !== null) byPath.set(find(item.path) ?? '', item)
	const chapters: Chapter[] = []
	const missing: string[] = []
	const damage: UserError[] = []
	const read = new Set<string>()
	const add = async (item: Item) => {
		const shown = shownItem(item, book)
		const path = shown.path === null ? null : find(shown.path)
		if (path === null || read.has(path)) {
			if (path === null) missing.push(item.path ?? item.id)
			return
		}
		read.add(path)
		const prefix = `${chapters.length + 1}`
		const tree = await treeOf(archive, path, shown.mediaType, prefix).catch((error: unknown) => {
			if (!(error instanceof UserError)) throw error
			damage.push(error)
			return null
		})
		if (tree === null) missing.push(path)
		else chapters.push({ path, prefix, tree })
	}
	for (const id of readingOrder(book)) {
		const item = book.items.get(id)
		if (item === undefined) missing.push(id)
		else await add(item)
	}
	// Grows while it is walked: what is only linked may link further.
	for (const chapter of chapters)
		for (const path of linkedFiles(chapter, find)) {
			const item = byPath.get(path)
			if (item !== undefined && path !== book.nav && isMarkup(item)) await add(item)
		}
	const [reason] = damage
	if (chapters.length === 0 && reason !== undefined) throw reason
	return { chapters, missing }
}

/**
 * The ids of the spine. What lies beside the text comes last, unless the book begins with it, as with a
 * cover. A book without a spine is read in the order in which it lists its files.
 */
function readingOrder({ spine, items, nav }: Package): readonly string[] {
	if (spine.length === 0)
		return [...items.values()].filter((item) => isMarkup(item) && item.path !== nav).map(({ id }) => id)
	const begins = spine.findIndex(({ linear }) => linear)
	const [before, after] = [spine.slice(0, Math.max(0, begins)), spine.slice(Math.max(0, begins))]
	const ordered = [
		...before,
		...after.filter(({ linear }) => linear),
		...after.filter(({ linear }) => !linear),
	]
	return [...new Set(ordered.map(({ id }) => id))]
}

/** The item itself, or the first of its stand-ins that can be read as text. */
function shownItem(item: Item, book: Package): Item {
	const seen = new Set<Item>()
	for (let at: Item | undefined = item; at !== undefined && !seen.has(at); ) {
		if (isMarkup(at)) return at
		seen.add(at)
		at = at.fallback === null ? undefined : book.items.get(at.fallback)
	}
	return item
}

const isMarkup = ({ mediaType, path }: Item): boolean =>
	markupTypes.has(mediaType) || (/^$|octet-stream/.test(mediaType) && /\.x?html?$/i.test(path ?? ''))

/** Null where the file is neither markup nor a picture. */
async function treeOf(
	archive: Archive,
	path: string,
	mediaType: string,
	prefix: string,
): Promise<Element | null> {
	if (/^image\/(?!svg)/.test(mediaType)) return make('div', { id: prefix }, make('img', { src: `/${path}` }))
	const text = await archive.text(path)
	if (text === null || !/^\s*(\uFEFF\s*)?<[!?a-z]/i.test(text)) return null
	const tree = parseXhtml(text)
	const content = tree.children.filter((child) => child.type === 'element')
	return make('div', { id: prefix }, ...content)
}

function* linkedFiles({ tree, path }: Chapter, find: (path: string) => string | null): Generator<string> {
	for (const element of elements(tree)) {
		const href = attribute(element, element.tagName === 'iframe' ? 'src' : 'href')
		const leads = element.tagName === 'a' || element.tagName === 'iframe'
		const target = href === undefined || !leads ? null : targetOf(href, path)
		const found = target === null ? null : find(target.path)
		if (found !== null) yield found
	}
}
