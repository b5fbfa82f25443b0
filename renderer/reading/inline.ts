import type { Range } from '../../corpus/range.ts'
import type { Block, Mark } from '../../corpus/readingtext.ts'
import { clockOf, isNameItself, isStampItself } from '../../corpus/speech.ts'

/**
 * A part of a highlight drawn as an element, for copies of a text (paper) that cannot be painted over. It
 * lies in one block.
 */
export interface PaintedMark extends Range {
	readonly kind: 'painted'
	/** Class names of paint.css: `tint-3`. */
	readonly paint: string
	/** Shown behind it: the number of a note at the end. */
	readonly number?: number
}

/** What drawing a mark needs to know beside the mark. */
export interface InlineContext {
	readonly document: Document
	readonly text: string
	/** Address of a picture inside the original, under the page's own origin. */
	readonly assetUrl: (key: string) => string
	/** What the call of a footnote shows; null where there is no such footnote. */
	readonly footnoteLabel: (id: string) => string | null
	/** Told every text node in the order of the text, with the offset of its first code unit. */
	readonly onText: (node: Text, start: number) => void
	/** Told every element that stands for a picture, with the picture's offset. */
	readonly onPicture: (element: HTMLElement, offset: number) => void
}

/** The character that stands for a picture (U+FFFC). */
export const pictureCharacter = '\uFFFC'

/**
 * Fills `parent` with the text of a block under its marks. Marks may cross: the one that is opened
 * further in is closed and opened again. Links and calls lie outermost, so that emphasis splits and
 * not the link. The parent's text equals `text.slice(block.start, block.end)`, to the letter.
 *
 * @param marks those of this block, in any order
 */
export function renderInline(
	parent: HTMLElement,
	block: Block,
	marks: readonly (Mark | PaintedMark)[],
	context: InlineContext,
): void {
	const cuts = [...new Set([block.start, block.end, ...marks.flatMap((mark) => [mark.start, mark.end])])]
		.filter((cut) => cut >= block.start && cut <= block.end)
		.sort((a, b) => a - b)
	const ordered = [...marks].sort(outermostFirst)
	const open: { readonly mark: Mark | PaintedMark; readonly element: HTMLElement }[] = []
	for (let i = 0; i + 1 < cuts.length; i++) {
		const start = cuts[i] ?? 0
		const end = cuts[i + 1] ?? 0
		const active = ordered.filter((mark) => mark.start <= start && mark.end >= end)
		let kept = 0
		while (kept < open.length && kept < active.length && open[kept]?.mark === active[kept]) kept++
		open.length = kept
		for (const mark of active.slice(kept)) {
			const outer = open.at(-1)?.element ?? parent
			const interactive = open.some((each) => isInteractive(each.mark))
			const element = drawMark(mark, start === mark.start, start === block.start, interactive, context)
			outer.append(element)
			open.push({ mark, element })
		}
		const node = context.document.createTextNode(context.text.slice(start, end))
		;(open.at(-1)?.element ?? parent).append(node)
		context.onText(node, start)
		const picture = open.find((each) => each.mark.kind === 'picture')
		if (picture?.mark.kind === 'picture') {
			drawPicture(picture.element, picture.mark, context)
			context.onPicture(picture.element, start)
		}
	}
}

const isInteractive = (mark: Mark | PaintedMark): boolean =>
	mark.kind === 'link' || mark.kind === 'footnote-call'

/** Links first, then the earlier, then the longer; a picture always innermost. */
function outermostFirst(a: Mark | PaintedMark, b: Mark | PaintedMark): number {
	return rank(a) - rank(b) || a.start - b.start || b.end - a.end
}

function rank(mark: Mark | PaintedMark): number {
	if (isInteractive(mark)) return 0
	return mark.kind === 'picture' ? 2 : 1
}

const plainElements = {
	emphasis: 'em',
	strong: 'strong',
	code: 'code',
	strikethrough: 's',
	underline: 'u',
	superscript: 'sup',
	subscript: 'sub',
	marked: 'mark',
} as const

/**
 * @param first whether this is the mark's first fragment: what is shown once is shown there
 * @param begins whether it stands at the beginning of its block
 * @param insideInteractive whether a link is open around it: links do not nest
 */
function drawMark(
	mark: Mark | PaintedMark,
	first: boolean,
	begins: boolean,
	insideInteractive: boolean,
	context: InlineContext,
): HTMLElement {
	const { document } = context
	switch (mark.kind) {
		case 'emphasis':
		case 'strong':
		case 'code':
		case 'strikethrough':
		case 'underline':
		case 'superscript':
		case 'subscript':
		case 'marked':
			return document.createElement(plainElements[mark.kind])
		case 'small-caps':
			return span(document, 'small-caps')
		case 'link': {
			const element = span(document, 'link')
			element.dataset['href'] = mark.href
			element.title = mark.href
			if (!insideInteractive) makeLink(element)
			return element
		}
		case 'footnote-call': {
			const element = span(document, 'footnote-call')
			element.dataset['footnote'] = mark.footnote
			const label = context.footnoteLabel(mark.footnote) ?? ''
			if (context.text.slice(mark.start, mark.end) === pictureCharacter) element.dataset['label'] = label
			if (!insideInteractive) {
				makeLink(element)
				element.setAttribute('aria-label', `Footnote ${label}`.trim())
			}
			return element
		}
		case 'picture':
			return span(document, 'picture')
		case 'page': {
			const element = span(document, 'page')
			if (first) element.dataset['page'] = mark.label
			return element
		}
		case 'painted': {
			const element = span(document, `paint ${mark.paint}`)
			if (mark.number !== undefined) element.dataset['number'] = String(mark.number)
			return element
		}
		case 'speaker': {
			const isName = isNameItself(context.text, mark)
			const element = span(document, isName ? 'speaker name' : 'speaker')
			if (!isName && first) element.dataset['speaker'] = mark.name
			return element
		}
		case 'time': {
			const isStamp = isStampItself(context.text, mark)
			const element = span(document, isStamp ? 'time stamp' : 'time')
			// Cues are short: only the first of a paragraph shows its time, in the margin, with hours if it has some.
			if (!isStamp && first && begins) element.dataset['time'] = clockOf(mark.from).replace(/^0(?:0:0?)?/, '')
			return element
		}
		case 'language': {
			const element = document.createElement('span')
			element.lang = mark.language
			if (mark.direction) element.dir = mark.direction
			return element
		}
	}
}

function span(document: Document, name: string): HTMLElement {
	const element = document.createElement('span')
	element.className = name
	return element
}

/** A link without an address of its own: nothing in the page can follow it but our own listener. */
function makeLink(element: HTMLElement): void {
	element.setAttribute('role', 'link')
	element.tabIndex = 0
}

function drawPicture(
	element: HTMLElement,
	mark: Extract<Mark, { kind: 'picture' }>,
	context: InlineContext,
): void {
	if (mark.asset === null) {
		element.classList.add('missing')
		element.setAttribute('role', 'img')
		element.setAttribute('aria-label', mark.alt || 'Picture that is not there')
		element.dataset['alt'] = mark.alt || 'Picture'
		return
	}
	const image = context.document.createElement('img')
	image.alt = mark.alt
	image.loading = 'lazy'
	image.decoding = 'async'
	image.draggable = false
	image.src = context.assetUrl(mark.asset)
	element.append(image)
}
