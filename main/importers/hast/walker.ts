import type { Element, Nodes, Root } from 'hast'
import type { Asset, ParsedAnnotation } from '../../../corpus/parseddocument.ts'
import type { OutlineEntry, ReadingText } from '../../../corpus/readingtext.ts'
import { formulaOf } from './formulas.ts'
import { safeHref, settleLinks } from './links.ts'
import { findNotes, type Notes } from './notes.ts'
import { Pictures } from './pictures.ts'
import {
	cellOf,
	isForLayout,
	isLine,
	isLineNumber,
	isPageBreak,
	isStanza,
	itemOf,
	type Place,
	placeInside,
	printedPage,
	shapeOf,
} from './shapes.ts'
import { blockStyle, directionOf, isHidden, languageOf, spokenMarks, typography } from './styles.ts'
import { attribute, elements, hasContent, maxDepth, textOf } from './tree.ts'
import { type BlockStyle, type MarkKind, Nesting, Writer, type Written } from './writer.ts'

export interface WalkOptions {
	/** The document's own web address, by which relative links are completed; null: not known. */
	readonly base: string | null
	/** BCP 47; blocks of this language do not say so again. */
	readonly language: string | null
	readonly direction?: 'ltr' | 'rtl' | undefined
	/** Links may name headings by their words, as in Markdown. */
	readonly linkHeadings: boolean
	/** The bytes of pictures that lie beside the text, by their `src`; for formats that are archives. */
	readonly pictureBytes?: (src: string) => Uint8Array | null
	/** The comments whose passages `commentStart` and `commentEnd` bound, by their names. */
	readonly comments?: ReadonlyMap<string, Comment>
	/** The document's own table of contents. */
	readonly contents?: readonly ContentsLine[]
	/** Lines that stand on pages around the text: running heads, footers. They come after it. */
	readonly furniture?: readonly string[]
}

/** One line of a table of contents: it leads to the first of these ids and names that is in the text. */
export interface ContentsLine {
	readonly title: string
	/** How deep it lies, from 1. */
	readonly level: number
	readonly names: readonly string[]
}

export type Comment = Omit<ParsedAnnotation, 'start' | 'end'>

export interface Walked {
	readonly text: ReadingText
	readonly assets: readonly Asset[]
	/** The comments, in the order of their passages. */
	readonly annotations: readonly ParsedAnnotation[]
	readonly warnings: readonly string[]
}

/**
 * The one way from a syntax tree to a reading text: every format with an HTML-like form takes it.
 * Rules that are our own choice, where HTML leaves one: README.md of this folder.
 */
export function toReadingText(tree: Root, options: WalkOptions): Walked {
	const walk = new Walk(tree, options)
	walk.all(tree)
	const written = walk.writer.finish()
	const settled = settleLinks(written, options.linkHeadings)
	const outline = outlineOf(options.contents ?? [], written)
	const text = outline.length === 0 ? settled : { ...settled, outline }
	const annotations = [...(options.comments ?? [])].flatMap(([name, comment]) => {
		const stretch = written.stretches.get(name)
		return stretch === undefined ? [] : [{ ...stretch, ...comment }]
	})
	annotations.sort((a, b) => a.start - b.start || a.end - b.end)
	return { text, assets: walk.pictures.assets, annotations, warnings: walk.warnings() }
}

function outlineOf(contents: readonly ContentsLine[], { text, targets }: Written): readonly OutlineEntry[] {
	return contents.flatMap(({ title, level, names }) => {
		const name = names.find((each) => targets.has(each))
		const block = name === undefined ? undefined : text.blocks[targets.get(name) ?? -1]
		return block === undefined ? [] : [{ title, level, at: block.start }]
	})
}

class Walk {
	readonly writer = new Writer()
	readonly pictures = new Pictures()
	readonly #notes: Notes
	readonly #options: WalkOptions
	#missingPictures = 0
	/** Inside the file, but no PNG, JPEG, …: the drawings of Office, printers' formats. */
	#unshownPictures = 0

	constructor(tree: Root, options: WalkOptions) {
		this.#notes = findNotes(tree)
		this.#options = options
	}

	all(tree: Root): void {
		const { direction, language } = this.#options
		const style: BlockStyle = {
			kind: 'paragraph',
			nesting: null,
			keepSpace: false,
			...(direction !== undefined && { direction }),
		}
		const place: Place = {
			style,
			depth: 0,
			language,
			list: null,
			table: null,
			inHeading: false,
			quotes: 0,
		}
		this.#children(tree, place)
		this.writer.endBlock()
		for (const [body, { id, label }] of this.#notes.bodies) {
			const nesting = new Nesting(null, (parent) => ({ kind: 'footnote', parent, id, label }))
			this.#children(body, this.#withLanguage(body, { ...place, style: { ...style, nesting } }))
			this.writer.endBlock()
		}
		for (const line of this.#options.furniture ?? []) {
			this.writer.write(line, { ...style, kind: 'furniture' })
			this.writer.endBlock()
		}
	}

	warnings(): readonly string[] {
		const missing = this.#missingPictures
		const unshown = this.#unshownPictures
		return [
			...(missing === 1 ? ['One picture is not inside the file; its description stands in its place.'] : []),
			...(missing > 1
				? [`${missing} pictures are not inside the file; their descriptions stand in their places.`]
				: []),
			...(unshown === 1
				? ['One picture is of a kind that cannot be shown; its description stands in its place.']
				: []),
			...(unshown > 1
				? [`${unshown} pictures are of kinds that cannot be shown; their descriptions stand in their places.`]
				: []),
		]
	}

	#children(node: Root | Element, place: Place): void {
		for (const child of node.children) this.#node(child, place)
	}

	#node(node: Nodes, place: Place): void {
		if (node.type === 'text') this.writer.write(node.value, place.style)
		else if (node.type === 'element') this.#element(node, place)
	}

	#element(element: Element, outer: Place): void {
		if (this.#notes.bodies.has(element) || this.#notes.dropped.has(element)) return
		const isButton = element.tagName === 'button' && !outer.inHeading
		if (isButton || isHidden(element)) return
		const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : undefined)
		const place = { ...outer, depth: outer.depth + 1 }
		const isBlock = shapeOf(element) !== null
		if (isBlock) this.writer.endBlock()
		if (id !== undefined && id !== '') this.writer.target(id)
		if (place.depth > maxDepth) this.writer.write(textOf(element), place.style)
		else if (isPageBreak(element)) this.#pageBreak(element)
		else if (isBlock) this.#block(element, this.#withLanguage(element, place))
		else this.#phrase(element, place)
		if (isBlock) this.writer.endBlock()
	}

	#withLanguage(element: Element, place: Place): Place {
		const style = blockStyle(element, place.style)
		const language = languageOf(element)
		if (language === undefined) return { ...place, style }
		const { language: _, ...rest } = style
		return {
			...place,
			language,
			style: language === this.#options.language ? rest : { ...rest, language },
		}
	}

	#block(element: Element, place: Place): void {
		switch (shapeOf(element)) {
			case 'rule':
				this.writer.empty({ ...place.style, kind: 'rule' })
				break
			case 'list':
				this.#list(element, place)
				break
			case 'item':
				if (place.list === null) this.#children(element, place)
				else this.#item(element, itemOf(element, place.list.nesting), place)
				break
			case 'table':
				this.#table(element, place)
				break
			case 'cell':
				this.#cell(element, place)
				break
			default:
				if (isStanza(element)) this.#stanza(element, placeInside(element, place))
				else this.#children(element, placeInside(element, place))
		}
	}

	/** Lines that are blocks of their own in the source are lines of one block of verse. */
	#stanza(element: Element, place: Place): void {
		for (const line of element.children) {
			if (line.type !== 'element') continue
			if (isHidden(line) || !isLine(line)) {
				this.#element(line, place)
				continue
			}
			const id = attribute(line, 'id')
			if (id !== undefined && id !== '') this.writer.target(id)
			this.#phrase(line, place)
			this.writer.breakLine()
		}
	}

	#list(element: Element, place: Place): void {
		const ordered = element.tagName === 'ol'
		const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
		const first = ordered && Number.isSafeInteger(start) && start !== 1 ? { first: start } : {}
		const nesting = new Nesting(place.style.nesting, (parent) => ({
			kind: 'list',
			parent,
			ordered,
			...first,
		}))
		const inner: Place = { ...place, list: { nesting, ordered } }
		let item: Nesting | null = null
		for (const child of element.children) {
			if (child.type === 'element' && child.tagName === 'li') {
				item = itemOf(child, nesting)
				if (!this.#notes.bodies.has(child)) this.#item(child, item, inner)
			} else if (hasContent(child)) {
				// What stands between items belongs to the one before.
				item ??= new Nesting(nesting, (parent) => ({ kind: 'item', parent }))
				this.#node(child, { ...inner, style: { ...inner.style, kind: 'paragraph', nesting: item } })
				this.writer.endBlock()
			}
		}
	}

	#item(element: Element, nesting: Nesting, place: Place): void {
		if (isHidden(element)) return
		const outer = this.#withLanguage(element, place)
		const style: BlockStyle = { ...outer.style, kind: 'paragraph', nesting }
		const id = attribute(element, 'id')
		this.writer.endBlock()
		if (id !== undefined && id !== '') this.writer.target(id)
		this.#children(element, { ...outer, style, list: null, depth: place.depth + 1 })
		this.writer.endBlock()
		// The numbers of the others must stay as they are.
		if (!nesting.used && place.list?.ordered === true && !hasContent(element)) this.writer.empty(style)
	}

	#table(element: Element, place: Place): void {
		if (!hasContent(element)) return
		const nesting = new Nesting(place.style.nesting, (parent) => ({ kind: 'table', parent }))
		const style: BlockStyle = { ...place.style, kind: 'paragraph', nesting }
		const inside = isForLayout(element)
			? { ...place, table: null }
			: { ...place, style, table: nesting, list: null }
		this.#children(element, inside)
	}

	#cell(element: Element, place: Place): void {
		const nesting = place.table === null ? place.style.nesting : cellOf(element, place.table)
		const style: BlockStyle = { ...place.style, kind: 'paragraph', nesting }
		this.#children(element, { ...place, style, table: null, list: null })
		this.writer.endBlock()
		if (place.table !== null && nesting?.used === false) this.writer.empty(style)
	}

	#phrase(element: Element, place: Place): void {
		switch (element.tagName) {
			case 'br':
				this.writer.breakLine()
				break
			case 'img':
				this.#picture(element, place)
				break
			case 'math':
				this.#formula(element, place)
				break
			case 'rt':
				this.#around(element, '(', ')', place)
				break
			case 'q': {
				const [open, close] = place.quotes % 2 === 0 ? ['“', '”'] : ['‘', '’']
				this.#around(element, open, close, { ...place, quotes: place.quotes + 1 })
				break
			}
			default: {
				const [begun, ended] = [attribute(element, 'commentStart'), attribute(element, 'commentEnd')]
				if (begun !== undefined) this.writer.openStretch(begun)
				if (ended !== undefined) this.writer.closeStretch(ended)
				// Numbers of lines stand in the margin of a poem, with no space before them.
				if (isLineNumber(element)) this.writer.write(' ', place.style)
				const marks = this.#marksOf(element, place)
				for (const mark of marks) this.writer.openMark(mark)
				// Of an inline element only what concerns its own text: not the alignment of its block.
				const { keepSpace } = blockStyle(element, place.style)
				const language = languageOf(element) ?? place.language
				this.#children(element, { ...place, language, style: { ...place.style, keepSpace } })
				for (const _ of marks) this.writer.closeMark()
			}
		}
	}

	#marksOf(element: Element, place: Place): readonly MarkKind[] {
		const isCode = place.style.kind === 'preformatted'
		const marks: MarkKind[] = typography(element)
			.filter((kind) => kind !== 'code' || !isCode)
			.map((kind) => ({ kind }))
		const language = languageOf(element)
		if (language !== undefined && language !== place.language) {
			const direction = directionOf(element)
			marks.push({ kind: 'language', language, ...(direction !== undefined && { direction }) })
		}
		marks.push(...spokenMarks(element))
		if (element.tagName !== 'a') return marks
		const footnote = this.#notes.calls.get(element)
		if (footnote !== undefined) return [...marks, { kind: 'footnote-call', footnote }]
		const href = safeHref(attribute(element, 'href') ?? '', this.#options.base)
		return href === null ? marks : [...marks, { kind: 'link', href }]
	}

	#around(element: Element, before: string, after: string, place: Place): void {
		if (!hasContent(element)) return
		this.writer.write(before, place.style)
		this.#children(element, place)
		this.writer.write(after, place.style)
	}

	#picture(element: Element, place: Place): void {
		const src = attribute(element, 'src') ?? ''
		const alt = attribute(element, 'alt')
		const bytes = this.#options.pictureBytes?.(src) ?? null
		const asset = this.pictures.keyOf(src, bytes)
		// Without picture and description there is nothing to read: ornaments and counters.
		const isOrnament = alt === '' || attribute(element, 'width') === '1' || /^data:/i.test(src)
		const described = alt?.trim().replace(/\s+/g, ' ') ?? ''
		if (asset === null && described === '' && isOrnament) return
		if (asset === null && bytes !== null) this.#unshownPictures++
		else if (asset === null) this.#missingPictures++
		this.writer.picture(asset, described, place.style)
	}

	#formula(element: Element, place: Place): void {
		const { kind, text } = formulaOf(element)
		if (kind === 'tex') this.writer.openMark({ kind: 'code' })
		this.writer.write(text, place.style)
		if (kind === 'tex') this.writer.closeMark()
	}

	#pageBreak(element: Element): void {
		for (const inner of elements(element))
			for (const name of [attribute(inner, 'id'), attribute(inner, 'name')])
				if (name !== undefined && name !== '') this.writer.target(name)
		const words = textOf(element)
		const label =
			attribute(element, 'ariaLabel') ?? attribute(element, 'title') ?? printedPage(words) ?? words
		const number = /[0-9ivxlcdm]+$/i.exec(attribute(element, 'id') ?? '')?.[0]
		const found = label.trim() || number
		if (found !== undefined && found !== '') this.writer.page(found)
	}
}
