import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from '../../corpus/page.ts'
import type { Mark, ReadingText } from '../../corpus/readingtext.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'
import { type Draft, write } from './pdf/assembling.ts'
import { furnitureOf } from './pdf/furniture.ts'
import { withHeadings } from './pdf/headings.ts'
import { wordsWithin } from './pdf/joining.ts'
import { type Line, linesOf } from './pdf/lines.ts'
import { openPdf } from './pdf/opening.ts'
import { orderedSegments } from './pdf/ordering.ts'
import { paragraphsOf } from './pdf/paragraphs.ts'
import { piecesOf } from './pdf/pieces.ts'

/** PDF documents, by pdf.js: their text in reading order, and where it stands on the pages. */
export const pdfImporter: BytesImporter = {
	kind: 'bytes',
	name: 'pdf',
	recognises: (bytes) => String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-'),
	read: async (source) => {
		const pdf = await openPdf(source)
		try {
			return [await readPdf(pdf, source)]
		} finally {
			await pdf.loadingTask.destroy()
		}
	},
}

/** One page as it was read. */
interface Sheet {
	readonly width: number
	readonly height: number
	/** Lines of each direction of writing, in the order in which the file draws them. */
	readonly directions: readonly (readonly Line[])[]
	readonly problem: boolean
}

async function readPdf(pdf: PDFDocumentProxy, _source: BytesSource): Promise<Imported> {
	const sheets: Sheet[] = []
	for (let number = 1; number <= pdf.numPages; number++) sheets.push(await readPage(pdf, number))
	const labels = await pdf.getPageLabels().catch(() => null)
	const furniture = furnitureOf(
		sheets.map(({ height, directions }) => ({ height, lines: directions[0] ?? [] })),
	)
	const segments = sheets.flatMap((sheet, page) =>
		sheet.directions.flatMap((lines) =>
			orderedSegments(lines.filter((line) => !furniture.has(line))).map((segment) => ({ ...segment, page })),
		),
	)
	const words = wordsWithin(sheets.flatMap(({ directions }) => directions.flat().map((line) => line.text)))
	const body = withHeadings(paragraphsOf(segments))
	const edges = sheets.flatMap(({ directions }, page) =>
		directions
			.flat()
			.filter((line) => furniture.has(line))
			.map((line): Draft => ({ kind: 'furniture', lines: [{ line, page }] })),
	)
	const written = write([...body, ...edges], sheets.length, words)
	const starts = written.starts.map((_, page) => written.starts.slice(page).find((start) => start !== null))
	const pages = sheets.map(
		({ width, height }, page): Page => ({
			width,
			height,
			label: labels?.[page] || `${page + 1}`,
			start: starts[page] ?? 0,
			runs: written.runs[page] ?? [],
		}),
	)
	const marks = pages.map(({ start, label }): Mark => ({ kind: 'page', label, start, end: start + 1 }))
	const text: ReadingText = { text: written.text, blocks: written.blocks, containers: [], marks }
	return { part: '', metadata: { title: '' }, text, assets: [], warnings: [], pages }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Sheet> {
	try {
		const page = await pdf.getPage(number)
		const viewport = page.getViewport({ scale: 1 })
		const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
		page.cleanup()
		const directions = piecesOf(content, viewport).map(({ pieces }) => linesOf(pieces))
		return { width: viewport.width, height: viewport.height, directions, problem: false }
	} catch {
		return { width: 612, height: 792, directions: [], problem: true }
	}
}
