import type { PageSize, Run } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import type { Surface } from '../surface.ts'
import { layOut, type PageLayout, pagesBetween } from './pagelayout.ts'
import { type MountedLayer, mountedLayer, PageMap } from './pagemap.ts'
import { layersOf } from './pagetext.ts'
import { layOutText, type Ruler, rulerOf } from './textlayer.ts'

export interface PageSurfaceOptions {
	readonly document: Document
	readonly pages: readonly PageSize[]
	/** What stands on each of the pages. */
	readonly runs: readonly (readonly Run[])[]
}

/**
 * A reading text on the pages of its original: a sheet for each page, to be drawn on, and above the sheets
 * the text, transparent, in the order of the reading text. Each layer of text lies on its page and is laid
 * out when the page comes near the window.
 */
export class PageSurface implements Surface {
	readonly element: HTMLElement
	readonly text: ReadingText
	readonly pages: readonly PageSize[]
	readonly map: PageMap
	/** Pages that are nothing but a picture. */
	readonly pictures: Surface['pictures']
	readonly layers: readonly MountedLayer[]
	/** The sheet of each page. */
	readonly sheets: readonly HTMLElement[]
	layout: PageLayout
	readonly #ruler: Ruler
	readonly #layersOfPage: readonly (readonly MountedLayer[])[]

	constructor(text: ReadingText, options: PageSurfaceOptions) {
		const { document, pages } = options
		this.text = text
		this.pages = pages
		this.#ruler = rulerOf(document)
		this.element = document.createElement('div')
		this.element.className = 'page-surface'
		this.element.setAttribute('role', 'document')
		this.element.tabIndex = 0
		this.sheets = pages.map(() => {
			const sheet = document.createElement('div')
			sheet.className = 'page-sheet'
			return sheet
		})
		this.layers = layersOf(options.runs, text.text.length).map((layer) =>
			mountedLayer(layer, text.text, document),
		)
		const ofPage: MountedLayer[][] = pages.map(() => [])
		for (const layer of this.layers) {
			const page = pages[layer.page]
			const others = ofPage[layer.page]
			if (!page || !others) continue
			others.push(layer)
			const { element } = layer
			element.setAttribute('role', 'group')
			element.setAttribute(
				'aria-label',
				others.length === 1 ? `Page ${page.label}` : `Page ${page.label}, beside the text`,
			)
			element.style.width = `${page.width}px`
			element.style.height = `${page.height}px`
		}
		this.#layersOfPage = ofPage
		this.element.append(...this.sheets, ...this.layers.map((layer) => layer.element))
		this.pictures = this.sheets
			.flatMap((element, page) => {
				const picture = this.pictureOf(page)
				return picture ? [{ offset: picture.start, element }] : []
			})
			.toSorted((a, b) => a.offset - b.offset)
		this.map = new PageMap(this.element, this.layers)
		this.layout = layOut(pages, 1)
		this.#place()
	}

	/** The parts of the text that stand on a page, in the order of the text. */
	layersOn(page: number): readonly MountedLayer[] {
		return this.#layersOfPage[page] ?? []
	}

	/** The U+FFFC of a page that is nothing but a picture, such as a scan; null: the page has text. */
	pictureOf(page: number): Range | null {
		const runs = this.layersOn(page).flatMap((layer) => layer.runs)
		const [only] = runs
		if (!only || runs.length > 1) return null
		return this.text.text.slice(only.start, only.end) === '\uFFFC'
			? { start: only.start, end: only.end }
			: null
	}

	/** To blend paint with the page costs time at every frame: only layers that carry paint are blended. */
	painted(isPainted: (range: Range) => boolean): void {
		for (const layer of this.layers) layer.element.classList.toggle('blended', isPainted(layer))
	}

	/** @param scale CSS px for one point */
	zoom(scale: number): void {
		if (scale === this.layout.scale) return
		this.layout = layOut(this.pages, scale)
		this.#place()
	}

	/**
	 * Puts the text of the pages between two heights of the surface, in px, where it stands on them. A
	 * selection that ends there stays. @returns the parts of the text that have other nodes now
	 */
	layOutBetween(top: number, bottom: number): readonly Range[] {
		const [first, behind] = pagesBetween(this.layout, top, bottom)
		const changed: Range[] = []
		for (let page = first; page < behind; page++)
			for (const layer of this.layersOn(page)) if (this.#layOutText(layer)) changed.push(layer)
		return changed
	}

	#layOutText(layer: MountedLayer): boolean {
		if (layer.isLaidOut) return false
		const selection = this.element.ownerDocument.getSelection()
		const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
		const touches = [anchorNode, focusNode].some((node) => node && layer.element.contains(node))
		const anchor = touches && anchorNode ? this.map.offset(anchorNode, anchorOffset) : 0
		const focus = touches && focusNode ? this.map.offset(focusNode, focusOffset) : 0
		layOutText(layer, this.text.text, this.#ruler)
		if (touches) {
			const from = this.map.position(anchor, anchor <= focus ? 'forward' : 'backward')
			const to = this.map.position(focus, anchor <= focus ? 'backward' : 'forward')
			selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
		}
		return true
	}

	#place(): void {
		const { width, height, scale, boxes } = this.layout
		this.element.style.width = `${width}px`
		this.element.style.height = `${height}px`
		this.element.style.setProperty('--page-scale', String(scale))
		for (const [index, box] of boxes.entries()) {
			const sheet = this.sheets[index]
			if (!sheet) continue
			sheet.style.left = `${box.left}px`
			sheet.style.top = `${box.top}px`
			sheet.style.width = `${box.width}px`
			sheet.style.height = `${box.height}px`
			for (const { element } of this.layersOn(index))
				element.style.transform = `translate(${box.left}px, ${box.top}px) scale(${scale})`
		}
	}
}
