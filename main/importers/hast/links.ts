import type { Block, Container, Mark } from '../../../corpus/readingtext.ts'
import type { Written } from './writer.ts'

/**
 * A link's target as a reading text may hold it: an absolute http, https or mailto address, or `#name`
 * inside the same document. Null for everything else (scripts, files, data, relative links of a document
 * whose own address is not known).
 *
 * @param base the document's own address, where known: relative links are completed by it
 */
export function safeHref(href: string, base: string | null): string | null {
	const trimmed = href.trim()
	if (trimmed.startsWith('#')) return fragment(trimmed)
	const url = parse(trimmed, base)
	if (url === null) return null
	if (url.protocol === 'mailto:') return url.href
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
	const own = base === null ? null : parse(base, null)
	if (own !== null && url.hash !== '' && withoutHash(url) === withoutHash(own)) return fragment(url.hash)
	return url.href
}

/** Only such an address may be shown as the source of a document. */
export function webAddress(text: string, base: string | null = null): string | null {
	const url = parse(text.trim(), base)
	return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

/** The name that a fragment points to, with %-escapes read; '' for none. */
export function targetName(href: string): string {
	const raw = href.slice(href.indexOf('#') + 1)
	try {
		return decodeURIComponent(raw)
	} catch {
		return raw
	}
}

/** The name under which Markdown readers let link to a heading: lower case, no punctuation, hyphens. */
export function headingName(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-')
}

/**
 * Gives the blocks that links point to their ids, and takes away links and footnote calls that point to
 * nothing. A block has one id: links to its other names are written over.
 */
export function settleLinks(written: Written, linkHeadings: boolean): Written['text'] {
	const { text, targets } = written
	const ids = new Map<number, string>()
	const headings = linkHeadings ? headingTargets(text.text, text.blocks) : new Map<string, number>()
	const notes = new Set(text.containers.flatMap((container) => footnoteId(container)))
	const calls = new Set(
		text.marks.flatMap((mark) => (mark.kind === 'footnote-call' ? [`${mark.start} ${mark.end}`] : [])),
	)
	const marks = text.marks.flatMap((mark): Mark[] => {
		if (mark.kind === 'footnote-call') return notes.has(mark.footnote) ? [mark] : []
		// The call itself says that it stands raised.
		if (mark.kind === 'superscript' && calls.has(`${mark.start} ${mark.end}`)) return []
		if (mark.kind !== 'link' || !mark.href.startsWith('#')) return [mark]
		const name = mark.href.slice(1)
		const block = targets.get(name) ?? headings.get(name)
		if (block === undefined) return notes.has(name) ? [mark] : []
		const id = ids.get(block) ?? name
		ids.set(block, id)
		return [{ ...mark, href: `#${id}` }]
	})
	const blocks = text.blocks.map((block, at) => {
		const id = ids.get(at)
		return id === undefined ? block : { ...block, id }
	})
	return { ...text, blocks, marks }
}

function headingTargets(text: string, blocks: readonly Block[]): ReadonlyMap<string, number> {
	const found = new Map<string, number>()
	for (const [at, block] of blocks.entries()) {
		if (block.kind !== 'heading') continue
		const name = headingName(text.slice(block.start, block.end))
		for (let copy = 0; ; copy++) {
			const numbered = copy === 0 ? name : `${name}-${copy}`
			if (found.has(numbered)) continue
			found.set(numbered, at)
			break
		}
	}
	return found
}

const footnoteId = (container: Container): readonly string[] =>
	container.kind === 'footnote' ? [container.id] : []

const fragment = (href: string): string | null => (href.length > 1 ? `#${targetName(href)}` : null)

const withoutHash = (url: URL): string => url.href.slice(0, url.href.length - url.hash.length)

function parse(text: string, base: string | null): URL | null {
	if (base === null) return URL.canParse(text) ? new URL(text) : null
	return URL.canParse(text, base) ? new URL(text, base) : null
}
