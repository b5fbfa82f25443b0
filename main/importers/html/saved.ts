import type { Root } from 'hast'
import { parseHtml } from '../hast/parse.ts'
import { attribute, elements, textOf } from '../hast/tree.ts'
import type { Fields } from './fields.ts'

/** Whence and when a page was saved. */
export interface Saved {
	readonly url: string | null
	/** A day, as `parseVagueDate` reads it. */
	readonly date: string | null
}

/**
 * What browsers and their extensions note in a page that they save: browsers, SingleFile and monolith in a
 * comment at its head, Save Page WE in its metadata.
 */
export function savedFrom(markup: string, { meta }: Fields): Saved {
	const head = markup.slice(0, 10_000)
	const mark = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(head)?.[1]
	const single = /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n(]+)/i.exec(head)
	const monolith = /<!--\s*Saved from (\S+) at (\d{4}-\d{2}-\d{2})T\S+ using monolith/i.exec(head)
	const pageWe = meta.get('savepage-url')?.[0]
	return {
		url: mark ?? single?.[1] ?? monolith?.[1] ?? pageWe ?? null,
		date: dayOf(single?.[2] ?? meta.get('savepage-date')?.[0]) ?? monolith?.[2] ?? null,
	}
}

/** `Sat Apr 15 2023 10:00:00 GMT+0700` as the day on which it was there. */
function dayOf(text: string | undefined): string | null {
	const match = /^\w{3} (\w{3}) (\d{1,2}) (\d{4})/.exec(text?.trim() ?? '')
	return match === null ? null : `${match[2]} ${match[1]} ${match[3]}`
}

/**
 * SingleFile keeps pictures that occur several times in variables of the style sheet: the elements get their
 * own again.
 */
export function restorePictures(page: Root): void {
	let kept: Map<string, string> | null = null
	for (const element of elements(page)) {
		if (element.tagName !== 'img') continue
		const name = /var\((--sf-img-\d{1,6})\)/.exec(attribute(element, 'style') ?? '')?.[1]
		if (name === undefined) continue
		kept ??= keptPictures(page)
		const src = kept.get(name)
		if (src !== undefined) element.properties['src'] = src
	}
}

function keptPictures(page: Root): Map<string, string> {
	const kept = new Map<string, string>()
	const stack = [...page.children]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next.type !== 'element') continue
		if (next.tagName !== 'style') for (const child of next.children) stack.push(child)
		else
			for (const match of textOf(next).matchAll(/(--sf-img-\d{1,6})\s*:\s*url\(["']?(data:[^"')]+)/g))
				kept.set(match[1] ?? '', match[2] ?? '')
	}
	return kept
}

/** Pages in frames in frames. */
const deepestFrame = 3
/** Of one page. */
const mostFrames = 100

/** Puts the pages of a frame set into its place. @param frame the markup of a frame's page */
export function fillFrames(page: Root, frame: (src: string) => string | null): void {
	let left = mostFrames
	const queue: { readonly tree: Root; readonly depth: number }[] = [{ tree: page, depth: 0 }]
	for (const { tree, depth } of queue) {
		if (depth >= deepestFrame) return
		for (const element of elements(tree)) {
			if (element.tagName !== 'frame' || --left < 0) continue
			const html = frame(attribute(element, 'src') ?? '')
			if (html === null) continue
			const inner = parseHtml(html)
			element.tagName = 'div'
			element.children = inner.children.filter((child) => child.type === 'element')
			queue.push({ tree: inner, depth: depth + 1 })
		}
	}
}
