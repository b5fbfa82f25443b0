import type { DocumentDetail } from '../../../corpus/entities.ts'
import type { Run } from '../../../corpus/page.ts'
import { Find } from '../../reading/find.ts'
import { FlowGeometry, type Geometry } from '../../reading/geometry.ts'
import type { Zoom } from '../../reading/pages/pagelayout.ts'
import { PageSurface } from '../../reading/pages/pagesurface.ts'
import { PageView, type Room } from '../../reading/pages/pageview.ts'
import type { PdfOriginal } from '../../reading/pages/pdforiginal.ts'
import { Painter } from '../../reading/paint.ts'
import { FlowScrolling, type Scrolling } from '../../reading/scrolling.ts'
import { renderText, type Surface } from '../../reading/surface.ts'
import type { AppState } from '../../state/appstate.ts'
import type { ReadDocument } from './openeddocument.ts'

/**
 * A reading text in the page, in one of the two ways in which it can be shown. Whatever the pane does
 * (selecting, painting, finding, going to a place) it does through this, the same way in both.
 */
export interface Showing {
	readonly surface: Surface
	readonly painter: Painter
	readonly geometry: Geometry
	readonly find: Find
	/** The pages; null: the text flows. */
	readonly pageView: PageView | null
	/** The surface is in the page now. @param room that pages have, in CSS px */
	mount(scroller: HTMLElement, room: Room): Scrolling
	/** Has it say what the metadata say: title, language, by whom it is. */
	name(read: ReadDocument): void
	/** Takes away everything but the surface itself. */
	dispose(): void
}

/** The text as it flows. */
export function showText(state: AppState, read: ReadDocument): Showing {
	const { version } = read.detail
	const surface = renderText(read.text, { document, assetUrl: (key) => state.host.assetUrl(version, key) })
	const painter = new Painter(surface)
	const geometry = new FlowGeometry(surface)
	const find = new Find(surface, painter)
	const heading = surface.blocks[0]
	const name: Showing['name'] = (named) => {
		nameElement(surface.element, named.detail)
		if (!heading) return
		delete heading.dataset['byline']
		if (!named.titled) return
		heading.dataset['byline'] = named.byline
		// What stands below it begins on its side.
		if (heading.dir === '') heading.dir = 'auto'
	}
	name(read)
	return {
		surface,
		painter,
		geometry,
		find,
		pageView: null,
		mount: (scroller) => new FlowScrolling(surface, geometry, scroller),
		name,
		dispose: () => disposeOf(painter, find),
	}
}

function nameElement(element: HTMLElement, { metadata: { title, language } }: DocumentDetail): void {
	element.setAttribute('aria-label', title)
	if (language === undefined) element.removeAttribute('lang')
	else element.lang = language
}

/** The text on the pages of its original. */
export function showPages(
	read: ReadDocument,
	runs: readonly (readonly Run[])[],
	original: PdfOriginal,
	zoom: Zoom,
): Showing {
	const surface = new PageSurface(read.text, { document, pages: read.pages, runs })
	const painter = new Painter(surface)
	const pageView = new PageView(surface, original, zoom)
	const find = new Find(surface, painter)
	const name: Showing['name'] = ({ detail }) => nameElement(surface.element, detail)
	name(read)
	return {
		surface,
		painter,
		geometry: pageView.geometry,
		find,
		pageView,
		mount: (scroller, room) => pageView.mount(scroller, room),
		name,
		dispose: () => {
			disposeOf(painter, find)
			pageView.dispose()
		},
	}
}

function disposeOf(painter: Painter, find: Find): void {
	painter.dispose()
	find.dispose()
}

/**
 * Pages that have no text are pictures that are not there in a text that flows: each offers to show its
 * page.
 * @param open told of the offset of the page's place in the text
 */
export function offerPages(surface: Surface, open: (offset: number) => void): void {
	for (const { offset, element } of surface.pictures) {
		if (!element.classList.contains('missing')) continue
		const show = (event: Event) => {
			event.preventDefault()
			event.stopPropagation()
			open(offset)
		}
		element.classList.add('page-offer')
		element.setAttribute('role', 'button')
		element.setAttribute('aria-label', `${element.dataset['alt'] ?? 'Page'}. Show it in page view`)
		element.tabIndex = 0
		element.addEventListener('click', show)
		element.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' || event.key === ' ') show(event)
		})
	}
}
