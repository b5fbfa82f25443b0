import type { Range } from '../../corpus/range.ts'
import type { Block, Container, Mark, ReadingText } from '../../corpus/readingtext.ts'
import { FollowEvent, JumpEvent, onFollow } from './events.ts'
import { type PaintedMark, renderInline } from './inline.ts'
import { type OffsetMap, TextMap } from './offsets.ts'
import { blockElement, containerElement } from './structure.ts'

export interface SurfaceOptions {
	readonly document: Document
	/** Address of a picture inside the original, under the page's own origin. */
	readonly assetUrl: (key: string) => string
	/** BCP 47 of the whole text. */
	readonly language?: string
	/** Highlights drawn as elements, for paper. On the screen they are painted: see paint.ts. */
	readonly painted?: readonly PaintedMark[]
}

/** Some 40 blocks that the browser lays out only when they come near the window. */
export interface Section {
	readonly element: HTMLElement
	readonly start: number
	readonly end: number
}

/**
 * A reading text in the page, whichever way it is shown: as a text that flows, or on the pages of its
 * original. Its text nodes, one behind the other, are the reading text.
 */
export interface Surface {
	readonly element: HTMLElement
	readonly text: ReadingText
	readonly map: OffsetMap
	/** What stands for pictures, in order of the text. */
	readonly pictures: readonly { readonly offset: number; readonly element: HTMLElement }[]
	/** Called when highlights came or went, with what says whether there are any in a range. */
	painted?(isPainted: (range: Range) => boolean): void
}

/** A text that flows. Built once; nothing alters its nodes afterwards. */
export interface FlowSurface extends Surface {
	/** They tile the text in order. */
	readonly sections: readonly Section[]
	/** One element for each block, in order. */
	readonly blocks: readonly HTMLElement[]
	/** Offset of a block's or footnote's id; null when the text has no such place. */
	place(id: string): number | null
}

const blocksInSection = 40

/**
 * Builds the page of a reading text: sections of about 40 blocks, cut only between top-level containers,
 * containers and blocks as elements, marks split where they cross. Its only text nodes are slices of
 * the text, and together they are the text, to the letter: markers, labels and page numbers are drawn by
 * style. Links fire `follow`, footnotes and links within the text fire `jump`.
 */
export function renderText(text: ReadingText, options: SurfaceOptions): FlowSurface {
	const { document } = options
	const element = document.createElement('div')
	element.className = 'reading-surface'
	element.setAttribute('role', 'document')
	element.tabIndex = 0
	if (options.language) element.lang = options.language

	const nodes: Text[] = []
	const starts: number[] = []
	const pictures: { offset: number; element: HTMLElement }[] = []
	const places = placesOf(text)
	const labels = new Map(
		text.containers.flatMap((each) => (each.kind === 'footnote' ? [[each.id, each.label] as const] : [])),
	)
	const context = {
		document,
		text: text.text,
		assetUrl: options.assetUrl,
		footnoteLabel: (id: string) => labels.get(id) ?? null,
		onText: (node: Text, start: number) => {
			nodes.push(node)
			starts.push(start)
		},
		onPicture: (picture: HTMLElement, offset: number) => pictures.push({ offset, element: picture }),
	}

	const marks = new MarkCursor([...text.marks, ...(options.painted ?? [])])
	const builder = new SectionBuilder(document, text.containers)
	const blocks = text.blocks.map((block) => {
		const holder = builder.holder(block)
		const container = block.container === null ? null : (text.containers[block.container] ?? null)
		const drawn = blockElement(document, block, container)
		holder.append(drawn)
		renderInline(drawn, block, marks.of(block), context)
		return drawn
	})
	const sections = builder.sections()
	element.append(...sections.map((section) => section.element))
	const map = new TextMap(element, nodes, starts)
	const surface = {
		element,
		text,
		map,
		sections,
		blocks,
		pictures,
		place: (id: string) => places.get(id) ?? null,
	}
	listenForLinks(surface)
	return surface
}

/** Hands out the marks of one block after the other. Importers may give marks in any order. */
class MarkCursor {
	private readonly marks: readonly (Mark | PaintedMark)[]
	private next = 0

	constructor(marks: readonly (Mark | PaintedMark)[]) {
		this.marks = [...marks].sort((a, b) => a.start - b.start)
	}

	of(block: Block): readonly (Mark | PaintedMark)[] {
		const first = this.next
		while ((this.marks[this.next]?.start ?? Number.POSITIVE_INFINITY) < block.end) this.next++
		return this.marks.slice(first, this.next)
	}
}

/** Keeps the path of open containers, and begins a section after enough blocks at the top level. */
class SectionBuilder {
	private readonly built: { element: HTMLElement; start: number; end: number }[] = []
	private open: { readonly index: number; readonly inner: HTMLElement }[] = []
	private count = 0

	private readonly document: Document
	private readonly containers: readonly Container[]

	constructor(document: Document, containers: readonly Container[]) {
		this.document = document
		this.containers = containers
	}

	/** The element that the block belongs into. */
	holder(block: Block): HTMLElement {
		const path = this.path(block.container)
		let section = this.built.at(-1)
		const continues = path.length > 0 && path[0] === this.open[0]?.index
		if (!section || (this.count >= blocksInSection && !continues)) {
			section = { element: this.document.createElement('section'), start: block.start, end: block.end }
			this.built.push(section)
			this.open = []
			this.count = 0
		}
		section.end = block.end
		this.count++
		let kept = 0
		while (kept < path.length && kept < this.open.length && this.open[kept]?.index === path[kept]) kept++
		this.open.length = kept
		for (const index of path.slice(kept)) {
			const container = this.containers[index]
			if (!container) break
			const parent = container.parent === null ? null : (this.containers[container.parent] ?? null)
			const { outer, inner } = containerElement(this.document, container, parent)
			// Bars, bullets and columns stand on the side on which their first words begin.
			const direction = block.direction ?? (parent === null ? 'auto' : undefined)
			if (direction && !isPart(container)) outer.dir = direction
			;(this.open.at(-1)?.inner ?? section.element).append(outer)
			this.open.push({ index, inner })
		}
		return this.open.at(-1)?.inner ?? section.element
	}

	/** A size to begin with, so that the scroll bar is about right before a section was ever laid out. */
	sections(): readonly Section[] {
		for (const { element, start, end } of this.built) {
			element.style.setProperty('--characters', String(end - start))
			element.style.setProperty('--blocks', String(Math.max(1, element.childElementCount)))
		}
		return this.built
	}

	private path(container: number | null): readonly number[] {
		const path: number[] = []
		for (let index = container; index !== null; index = this.containers[index]?.parent ?? null)
			path.push(index)
		return path.reverse()
	}
}

/** Of a list or a table, which lays out all its parts in one direction. */
const isPart = ({ kind }: Container): boolean => kind === 'item' || kind === 'row' || kind === 'cell'

function placesOf(text: ReadingText): ReadonlyMap<string, number> {
	const places = new Map<string, number>()
	for (const block of text.blocks) {
		if (block.id && !places.has(block.id)) places.set(block.id, block.start)
		for (let index = block.container; index !== null; ) {
			const container = text.containers[index]
			if (container?.kind === 'footnote' && !places.has(container.id)) places.set(container.id, block.start)
			index = container?.parent ?? null
		}
	}
	return places
}

/** Footnotes, their calls and links within the text are jumps; the rest leads out of it. */
function listenForLinks(surface: FlowSurface): void {
	const calls = new Map<string, number>()
	for (const mark of surface.text.marks) {
		if (mark.kind === 'footnote-call' && !calls.has(mark.footnote)) calls.set(mark.footnote, mark.start)
	}
	onFollow(surface.element, ({ href, footnote, back }) => {
		if (footnote !== undefined) return jumpTo(surface.place(footnote))
		if (back !== undefined) return jumpTo(calls.get(back) ?? null)
		if (href?.startsWith('#')) return jumpTo(surface.place(decodeFragment(href)))
		return href === undefined ? null : new FollowEvent(href)
	})
}

const jumpTo = (offset: number | null): JumpEvent | null => (offset === null ? null : new JumpEvent(offset))

function decodeFragment(href: string): string {
	try {
		return decodeURIComponent(href.slice(1))
	} catch {
		return href.slice(1)
	}
}
