import type { PageViewport, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Line, linesOf } from './lines.ts'
import { piecesOf } from './pieces.ts'
import { type Values, valuesOf } from './values.ts'

/** One page as it was read. */
export interface Sheet {
	/** In points, turned as it is shown. */
	readonly width: number
	readonly height: number
	/** Lines of each direction of writing, the commonest first, in the order in which the file draws them. */
	readonly directions: readonly (readonly Line[])[]
	/** Links, highlights, comments. */
	readonly annotations: readonly Values[]
	/** From the file's coordinates to those of the page as it is shown. */
	readonly toPage: (x: number, y: number) => readonly [x: number, y: number]
	/** Nothing of it could be read. */
	readonly isBroken: boolean
}

/** Of one page at the most. */
const mostAnnotations = 2000

/** A page that cannot be read is an empty one in the size of a letter. @param number from 1 */
export async function readSheet(pdf: PDFDocumentProxy, number: number): Promise<Sheet> {
	try {
		const page = await pdf.getPage(number)
		const viewport = page.getViewport({ scale: 1 })
		if (!(viewport.width > 0 && viewport.height > 0)) return broken
		const [content, annotations] = await Promise.all([
			page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
			page.getAnnotations({ intent: 'any' }).catch(() => []),
		])
		page.cleanup()
		return {
			width: viewport.width,
			height: viewport.height,
			directions: piecesOf(content, viewport).map(({ pieces }) => linesOf(pieces)),
			annotations: annotations.slice(0, mostAnnotations).map(valuesOf),
			toPage: (x, y) => shown(viewport, x, y),
			isBroken: false,
		}
	} catch {
		return broken
	}
}

function shown(viewport: PageViewport, x: number, y: number): readonly [number, number] {
	const [left, top] = viewport.convertToViewportPoint(x, y)
	return [Number(left), Number(top)]
}

const broken: Sheet = {
	width: 612,
	height: 792,
	directions: [],
	annotations: [],
	toPage: (x, y) => [x, y],
	isBroken: true,
}
