import type { Element, Root } from 'hast'
import { find, attribute as hastAttribute, roles, textOf } from '../hast/tree.ts'
import { attribute, child, children, descendants, type XmlElement, textOf as xmlText } from '../xml/xml.ts'
import { type Target, targetOf } from './paths.ts'

/** One line of a book's table of contents. */
export interface Entry {
	readonly title: string
	/** How deep it lies, from 1. */
	readonly level: number
	/** Null: a title over others that itself leads nowhere. */
	readonly target: Target | null
}

/** Where a printed page begins. */
export interface PageEntry {
	readonly label: string
	readonly target: Target
}

/** Longer tables are not read on. */
const maxEntries = 20_000

/** The table of contents of a navigation document. Format: EPUB 3.3, 7. @param from its own path */
export function contentsOfNav(tree: Root, from: string): readonly Entry[] {
	return linesOf(navOf(tree, 'toc'), from)
}

/** The list of printed pages of a navigation document. */
export function pagesOfNav(tree: Root, from: string): readonly PageEntry[] {
	return linesOf(navOf(tree, 'page-list') ?? navOf(tree, 'doc-pagelist'), from).flatMap(
		({ title, target }) => (target === null ? [] : [{ label: title, target }]),
	)
}

const navOf = (tree: Root, role: string): Element | null =>
	find(tree, (element) => element.tagName === 'nav' && roles(element).includes(role))

/** The items of nested lists, each with its first link or its words. */
function linesOf(nav: Element | null, from: string): readonly Entry[] {
	const lines: Entry[] = []
	const visit = (element: Element, level: number) => {
		for (const inner of element.children) {
			if (inner.type !== 'element' || lines.length >= maxEntries) continue
			if (inner.tagName === 'li') lines.push(lineOf(inner, level, from))
			visit(inner, inner.tagName === 'li' ? level + 1 : level)
		}
	}
	if (nav !== null) visit(nav, 1)
	return lines.filter(({ title }) => title !== '')
}

function lineOf(item: Element, level: number, from: string): Entry {
	const own: Element = {
		...item,
		children: item.children.filter((inner) => inner.type !== 'element' || !/^[ou]l$/.test(inner.tagName)),
	}
	const link = find(own, (inner) => inner.tagName === 'a' && hastAttribute(inner, 'href') !== undefined)
	const picture = find(own, (inner) => inner.tagName === 'img')
	const words = oneLine(textOf(own)) || oneLine(picture === null ? '' : (hastAttribute(picture, 'alt') ?? ''))
	const title = words || oneLine(link === null ? '' : (hastAttribute(link, 'title') ?? ''))
	return { title, level, target: link === null ? null : targetOf(hastAttribute(link, 'href') ?? '', from) }
}

/** The table of contents of an NCX. Format: DAISY Z39.86-2005, 8. @param from its own path */
export function contentsOfNcx(root: XmlElement, from: string): readonly Entry[] {
	const lines: Entry[] = []
	const visit = (element: XmlElement, level: number) => {
		for (const point of children(element, 'navPoint')) {
			if (lines.length >= maxEntries) return
			const title = labelOf(point)
			if (title !== '') lines.push({ title, level, target: contentOf(point, from) })
			visit(point, title === '' ? level : level + 1)
		}
	}
	const map = child(root, 'navMap')
	if (map !== null) visit(map, 1)
	return lines
}

/** The list of printed pages of an NCX. */
export function pagesOfNcx(root: XmlElement, from: string): readonly PageEntry[] {
	const list = child(root, 'pageList')
	return (list === null ? [] : children(list, 'pageTarget')).slice(0, maxEntries).flatMap((page) => {
		const label = labelOf(page) || (attribute(page, 'value') ?? '')
		const target = contentOf(page, from)
		return label === '' || target === null ? [] : [{ label, target }]
	})
}

/** The list of printed pages of Adobe's page map. */
export function pagesOfPageMap(root: XmlElement, from: string): readonly PageEntry[] {
	return [...descendants(root)].slice(0, maxEntries).flatMap((page) => {
		const label = oneLine(attribute(page, 'name') ?? '')
		const target = page.name === 'page' ? targetOf(attribute(page, 'href') ?? '', from) : null
		return label === '' || target === null ? [] : [{ label, target }]
	})
}

function labelOf(point: XmlElement): string {
	const label = child(point, 'navLabel')
	return label === null ? '' : oneLine(xmlText(label))
}

function contentOf(point: XmlElement, from: string): Target | null {
	const content = child(point, 'content')
	const src = content === null ? null : attribute(content, 'src')
	return src === null ? null : targetOf(src, from)
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
