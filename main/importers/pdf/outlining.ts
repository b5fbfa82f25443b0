import { blockIndexAt } from '../../../corpus/blocks.ts'
import type { Page } from '../../../corpus/page.ts'
import type { OutlineEntry } from '../../../corpus/readingtext.ts'
import type { Draft, Written } from './assembling.ts'
import type { Bookmark, Destination } from './destinations.ts'

/** Blocks that say the same as a line of the file's table of contents for their page are headings. */
export function withBookmarks(drafts: readonly Draft[], bookmarks: readonly Bookmark[]): readonly Draft[] {
	const titles = new Map(bookmarks.map((bookmark) => [`${bookmark.page} ${keyOf(bookmark.title)}`, bookmark]))
	const bookmarkOf = ({ kind, lines }: Draft): Bookmark | undefined => {
		const text =
			lines.length > 5 || kind === 'preformatted' ? '' : lines.map(({ line }) => line.text).join(' ')
		return text === '' ? undefined : titles.get(`${lines[0]?.page} ${keyOf(text)}`)
	}
	// The document's own title is not in its table of contents, which lies one level below it.
	const title = drafts.find(({ kind, level }) => kind === 'heading' && level === 1)
	const shift = title && !bookmarkOf(title) ? 1 : 0
	return drafts.map((draft): Draft => {
		const bookmark = bookmarkOf(draft)
		return bookmark ? { ...draft, kind: 'heading', level: Math.min(6, bookmark.level + shift) } : draft
	})
}

/** The table of contents with places in the text: at the block that says the same, else by its height. */
export function outlineOf(
	bookmarks: readonly Bookmark[],
	written: Written,
	pages: readonly Page[],
): readonly OutlineEntry[] {
	const said = new Map<string, number>()
	for (const block of written.blocks) {
		if (block.end - block.start > 400 || block.kind === 'furniture') continue
		const key = keyOf(written.text.slice(block.start, block.end))
		for (const page of pagesAt(block.start, pages))
			if (!said.has(`${page} ${key}`)) said.set(`${page} ${key}`, block.start)
	}
	return bookmarks.map((bookmark) => ({
		title: bookmark.title,
		level: bookmark.level,
		at: said.get(`${bookmark.page} ${keyOf(bookmark.title)}`) ?? offsetOf(bookmark, written, pages),
	}))
}

function pagesAt(offset: number, pages: readonly Page[]): readonly number[] {
	let [low, high] = [0, pages.length]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1
		else high = middle
	}
	return [low - 1]
}

/** What is the same in a title and in the heading that it names, whatever the spaces and signs. */
const keyOf = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '')

/** The block whose first line stands nearest below a place of a page; the page's beginning where none does. */
export function offsetOf(
	{ page, y }: Destination,
	{ blocks, bodyEnd }: Written,
	pages: readonly Page[],
): number {
	const target = pages[page]
	if (!target) return 0
	let nearest: { readonly distance: number; readonly start: number } | null = null
	for (const run of target.runs) {
		const distance = run.y + run.height - y
		if (run.start < bodyEnd && distance > 0 && (nearest === null || distance < nearest.distance))
			nearest = { distance, start: run.start }
	}
	if (y <= 0 || nearest === null) return target.start
	return Math.max(blocks[blockIndexAt(blocks, nearest.start)]?.start ?? 0, target.start)
}
