import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Sheet } from './sheets.ts'
import { lineOf, valuesOf } from './values.ts'

/** A place of a page that links and tables of contents lead to. */
export interface Destination {
	/** From 0. */
	readonly page: number
	/** From the top of the page as it is shown; 0 where the file names the page alone. */
	readonly y: number
}

/** One line of a file's table of contents. */
export interface Bookmark extends Destination {
	readonly title: string
	readonly level: number
}

/** Lines of a table of contents at the most; deeper than `deepest` nothing is followed. */
const most = 5000
const deepest = 20

/** The file's own table of contents, without lines that lead nowhere. */
export async function bookmarksOf(
	pdf: PDFDocumentProxy,
	sheets: readonly Sheet[],
): Promise<readonly Bookmark[]> {
	const tree: unknown = await pdf.getOutline().catch(() => null)
	const bookmarks: Bookmark[] = []
	const waiting = listOf(tree)
		.map((node) => ({ node, level: 1 }))
		.reverse()
	for (let seen = 0; seen < most; seen++) {
		const next = waiting.pop()
		if (next === undefined) break
		const { title, dest, items } = valuesOf(next.node)
		const name = lineOf(title)
		const destination = await destinationOf(pdf, dest, sheets)
		if (name !== null && destination !== null)
			bookmarks.push({ title: name, level: next.level, ...destination })
		if (next.level < deepest)
			for (const node of listOf(items).toReversed()) waiting.push({ node, level: next.level + 1 })
	}
	return bookmarks
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, most) : [])

/** Where a destination (a name, or page and place) leads; null: nowhere. */
export async function destinationOf(
	pdf: PDFDocumentProxy,
	dest: unknown,
	sheets: readonly Sheet[],
): Promise<Destination | null> {
	try {
		const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
		if (!Array.isArray(explicit)) return null
		const [target, kind, ...rest]: readonly unknown[] = explicit
		const page = typeof target === 'number' ? target : await pageIndex(pdf, target)
		const sheet = page === null ? undefined : sheets[page]
		if (page === null || !sheet) return null
		const name = lineOf(valuesOf(kind)['name'])
		const up =
			name === 'XYZ'
				? rest[1]
				: name === 'FitH' || name === 'FitBH'
					? rest[0]
					: name === 'FitR'
						? rest[3]
						: null
		const y = typeof up === 'number' && Number.isFinite(up) ? sheet.toPage(0, up)[1] : 0
		return { page, y }
	} catch {
		return null
	}
}

async function pageIndex(pdf: PDFDocumentProxy, target: unknown): Promise<number | null> {
	const { num, gen } = valuesOf(target)
	return typeof num === 'number' && typeof gen === 'number' ? await pdf.getPageIndex({ num, gen }) : null
}
