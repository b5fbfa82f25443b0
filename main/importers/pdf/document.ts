import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UserError } from '../../../corpus/errors.ts'
import type { Page } from '../../../corpus/page.ts'
import type { Mark, ReadingText } from '../../../corpus/readingtext.ts'
import type { BytesSource, Imported } from '../importer.ts'
import { annotationsOf } from './annotations.ts'
import { type Draft, type Written, write } from './assembling.ts'
import { bookmarksOf } from './destinations.ts'
import { withoutNotes } from './footnotes.ts'
import { furnitureOf } from './furniture.ts'
import { bodyStyle, withHeadings } from './headings.ts'
import { wordsWithin } from './joining.ts'
import type { Line } from './lines.ts'
import { linksOf } from './links.ts'
import { withLists } from './lists.ts'
import { metadataOf, saidBy } from './metadata.ts'
import { openPdf } from './opening.ts'
import { orderedSegments } from './ordering.ts'
import { outlineOf, withBookmarks } from './outlining.ts'
import { paragraphsOf } from './paragraphs.ts'
import { readSheet, type Sheet } from './sheets.ts'
import { warningsOf } from './warnings.ts'

/** Pages of one document at the most. */
const mostPages = 20_000

/**
 * Reads a PDF: its text in reading order, and where it stands on the pages.
 *
 * @throws UserError see `openPdf`; `refused` where no page can be read
 */
export async function readPdf(source: BytesSource): Promise<Imported> {
	const pdf = await openPdf(source)
	try {
		return await readPages(pdf, source)
	} finally {
		await pdf.loadingTask.destroy()
	}
}

async function readPages(pdf: PDFDocumentProxy, { fileName }: BytesSource): Promise<Imported> {
	const sheets = await sheetsOf(pdf)
	if (sheets.every(({ isBroken }) => isBroken))
		throw new UserError('refused', `No page of “${fileName}” can be read: it is damaged. Nothing was added.`)
	const labels = await pdf.getPageLabels().catch(() => null)
	const bookmarks = await bookmarksOf(pdf, sheets)
	const written = write(
		draftsOf(sheets, (drafts) => withBookmarks(drafts, bookmarks)),
		sheets.length,
		wordsWithin(linesIn(sheets).map((line) => line.text)),
	)
	const pages = pagesOf(sheets, written, labels)
	const links = await linksOf(pdf, sheets, pages, written)
	const outline = outlineOf(bookmarks, written, pages)
	const text: ReadingText = {
		text: written.text,
		blocks: links.blocks,
		containers: written.containers,
		marks: [...pageMarks(pages, written), ...written.marks, ...links.marks].toSorted(
			(a, b) => a.start - b.start,
		),
		...(outline.length > 0 && { outline }),
	}
	const metadata = metadataOf(await saidBy(pdf), titleIn(written, pages), written.text.slice(0, 8000))
	return {
		part: '',
		metadata,
		text,
		assets: [],
		warnings: warningsOf(sheets, pdf.numPages),
		pages,
		annotations: annotationsOf(sheets, pages, written),
	}
}

/** Pages that are read at the same time: while one is unpacked another is read. */
const together = 4

async function sheetsOf(pdf: PDFDocumentProxy): Promise<readonly Sheet[]> {
	const sheets: Sheet[] = []
	const count = Math.min(pdf.numPages, mostPages)
	while (sheets.length < count) {
		const next = Array.from(
			{ length: Math.min(together, count - sheets.length) },
			(_, at) => sheets.length + at + 1,
		)
		sheets.push(...(await Promise.all(next.map((number) => readSheet(pdf, number)))))
	}
	return sheets
}

const linesIn = (sheets: readonly Sheet[]): readonly Line[] =>
	sheets.flatMap(({ directions }) => directions.flat())

/** The blocks of the body in reading order, a picture for each page without text, the furniture last. */
function draftsOf(
	sheets: readonly Sheet[],
	improved: (drafts: readonly Draft[]) => readonly Draft[],
): readonly Draft[] {
	const furniture = furnitureOf(
		sheets.map(({ height, directions }) => ({ height, lines: directions[0] ?? [] })),
	)
	const segments = sheets.flatMap((sheet, page) =>
		sheet.directions.flatMap((lines) =>
			orderedSegments(lines.filter((line) => !furniture.has(line))).map((segment) => ({ ...segment, page })),
		),
	)
	const edges = sheets.flatMap(({ directions }, page) =>
		directions
			.flat()
			.filter((line) => furniture.has(line))
			.map((line): Draft => ({ kind: 'furniture', lines: [{ line, page }] })),
	)
	const body = bodyStyle(linesIn(sheets))
	const { segments: flow, notes } = withoutNotes(segments, body.size)
	const drafts = withLists(improved(withHeadings(paragraphsOf(flow), body)))
	const feet = notes.map((note): Draft => ({ kind: 'paragraph', lines: note.lines, note }))
	return [...withPictures(drafts, sheets), ...feet, ...edges]
}

function withPictures(drafts: readonly Draft[], sheets: readonly Sheet[]): readonly Draft[] {
	const result: Draft[] = []
	let next = 0
	const fill = (until: number) => {
		for (; next < until; next++) {
			const sheet = sheets[next]
			if (sheet?.directions.length !== 0) continue
			const { width, height } = sheet
			result.push({ kind: 'picture', lines: [], picture: { page: next, width, height } })
		}
	}
	for (const draft of drafts) {
		fill(draft.lines[0]?.page ?? 0)
		result.push(draft)
	}
	fill(sheets.length)
	return result
}

function pagesOf(
	sheets: readonly Sheet[],
	written: Written,
	labels: readonly string[] | null,
): readonly Page[] {
	const pages: Page[] = []
	let start = Math.max(0, written.bodyEnd - 1)
	for (let page = sheets.length - 1; page >= 0; page--) {
		start = written.starts[page] ?? start
		const { width = 0, height = 0 } = sheets[page] ?? {}
		const label =
			labels?.[page]
				?.replace(/[\p{Cc}\p{Cs}]/gu, '')
				.trim()
				.slice(0, 50) || `${page + 1}`
		pages.push({ width, height, label, start, runs: written.runs[page] ?? [] })
	}
	return pages.reverse()
}

/** Pages without text of their own have no mark: the next page begins there. */
const pageMarks = (pages: readonly Page[], { starts }: Written): readonly Mark[] =>
	pages.flatMap(({ label }, page): readonly Mark[] => {
		const start = starts[page]
		return start == null ? [] : [{ kind: 'page', label, start, end: start + 1 }]
	})

/** The largest heading of the first page, or ''. */
function titleIn({ text, blocks }: Written, pages: readonly Page[]): string {
	const end = pages[1]?.start ?? text.length
	const headings = blocks.filter((block) => block.kind === 'heading' && block.start < end)
	const level = Math.min(...headings.map((block) => block.level ?? 6))
	const first = headings.find((block) => block.level === level)
	const title = first ? text.slice(first.start, first.end - 1) : ''
	return /^(?:\W*\d*\W*)?(?:(?:table of )?contents|abstract|summary|introduction|inhalt\w*|table des matières)$/i.test(
		title,
	)
		? ''
		: title
}
