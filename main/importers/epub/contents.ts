import { UserError } from '../../../corpus/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { namedEntities } from '../hast/entities.ts'
import { parseXhtml } from '../hast/xhtml.ts'
import { parseXml, repaired, type XmlElement } from '../xml/xml.ts'
import {
	contentsOfNav,
	contentsOfNcx,
	type Entry,
	type PageEntry,
	pagesOfNav,
	pagesOfNcx,
	pagesOfPageMap,
} from './navigation.ts'
import type { Package } from './package.ts'
import type { Target } from './paths.ts'

/** What a book's own lists lead to. */
export interface Contents {
	readonly entries: readonly { readonly title: string; readonly level: number; readonly target: Target }[]
	readonly pages: readonly PageEntry[]
	readonly warnings: readonly string[]
}

/** The table of contents and the printed pages, each from the first of the book's lists that has them. */
export async function readContents(
	archive: Archive,
	book: Package,
	find: (path: string) => string | null,
): Promise<Contents> {
	const warnings: string[] = []
	/** Null where there is no such list; one that is damaged leaves a warning. */
	const list = async <Parsed>(path: string | null, parse: (text: string) => Parsed) => {
		const name = path === null ? null : find(path)
		try {
			const text = name === null ? null : await archive.text(name)
			return text === null ? null : parse(text)
		} catch (error) {
			if (!(error instanceof UserError)) throw error
			warnings.push(`A list of the book’s contents could not be read (“${path}”).`)
			return null
		}
	}
	const xml = (path: string | null): Promise<XmlElement | null> =>
		list(path, (text) => parseXml(repaired(text), namedEntities(text)))
	const tree = await list(book.nav, parseXhtml)
	const ncx = await xml(book.ncx)
	const pageMap = await xml(book.pageMap)
	const lists = [
		tree !== null && book.nav !== null
			? { entries: contentsOfNav(tree, book.nav), pages: pagesOfNav(tree, book.nav) }
			: null,
		pageMap !== null && book.pageMap !== null
			? { entries: [], pages: pagesOfPageMap(pageMap, book.pageMap) }
			: null,
		ncx !== null && book.ncx !== null
			? { entries: contentsOfNcx(ncx, book.ncx), pages: pagesOfNcx(ncx, book.ncx) }
			: null,
	].filter((list) => list !== null)
	const entries = lists.find((list) => list.entries.length > 0)?.entries ?? []
	const pages = lists.find((list) => list.pages.length > 0)?.pages ?? []
	return { entries: withTargets(entries), pages, warnings }
}

/** Titles that lead nowhere themselves lead to the first line below them. */
function withTargets(entries: readonly Entry[]): Contents['entries'] {
	const found: { title: string; level: number; target: Target }[] = []
	/** The last line after the one looked at, for each level. */
	const below: (Target | undefined)[] = []
	for (const { title, level, target } of entries.toReversed()) {
		const own = target ?? below[level + 1]
		below.length = Math.min(below.length, level + 1)
		below[level] = own
		if (own !== undefined) found.push({ title, level, target: own })
	}
	return found.reverse()
}
