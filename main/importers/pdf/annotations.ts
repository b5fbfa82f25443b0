import { PDFDateString } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from '../../../corpus/page.ts'
import type { ParsedAnnotation } from '../../../corpus/parseddocument.ts'
import type { Range } from '../../../corpus/range.ts'
import type { Written } from './assembling.ts'
import { areasOf, nearestRun, textIn } from './locating.ts'
import type { Sheet } from './sheets.ts'
import { lineOf, proseOf, type Values, valuesOf } from './values.ts'

const marking = new Set(['Highlight', 'Underline', 'StrikeOut', 'Squiggly'])
const noting = new Set(['Text', 'FreeText', 'Caret', 'Square', 'Circle', 'Ink', 'Polygon', 'Line', 'Stamp'])

/**
 * What readers left in the file itself: highlighted, underlined and struck out passages with their comments,
 * and notes, which belong to the text that is nearest. Answers belong to what they answer.
 */
export function annotationsOf(
	sheets: readonly Sheet[],
	pages: readonly Page[],
	written: Written,
): readonly ParsedAnnotation[] {
	return sheets.flatMap((sheet, index) => {
		const ranges = new Map<string, Range>()
		return sheet.annotations.flatMap((annotation): readonly ParsedAnnotation[] => {
			const range = rangeOf(annotation, sheet, pages[index], ranges, written)
			if (range === null) return []
			const id = lineOf(annotation['id'])
			if (id !== null) ranges.set(id, range)
			return [{ ...range, ...saidIn(annotation) }]
		})
	})
}

function rangeOf(
	annotation: Values,
	sheet: Sheet,
	page: Page | undefined,
	known: ReadonlyMap<string, Range>,
	{ text, bodyEnd }: Written,
): Range | null {
	const kind = lineOf(annotation['subtype']) ?? ''
	const isMarking = marking.has(kind)
	if (!page || (!isMarking && !noting.has(kind))) return null
	if (!isMarking && saidIn(annotation).note === '') return null
	const answered = known.get(lineOf(annotation['inReplyTo']) ?? '')
	if (answered) return answered
	const areas = areasOf(annotation, sheet)
	const [first] = areas
	if (!first) return null
	const within = isMarking ? textIn(areas, page.runs, text) : null
	if (within) return within
	const body = page.runs.filter((run) => run.start < bodyEnd)
	const nearest = nearestRun(first, body.length > 0 ? body : page.runs)
	return nearest && { start: nearest.start, end: nearest.end }
}

function saidIn(annotation: Values): Omit<ParsedAnnotation, keyof Range> {
	const lines = annotation['textContent']
	const written = Array.isArray(lines) ? lines.filter((line) => typeof line === 'string').join('\n') : null
	const note = proseOf(valuesOf(annotation['contentsObj'])['str']) ?? proseOf(written) ?? ''
	const date = lineOf(annotation['creationDate']) ?? lineOf(annotation['modificationDate'])
	return {
		note,
		author: lineOf(valuesOf(annotation['titleObj'])['str']),
		at: (date && PDFDateString.toDateObject(date)?.getTime()) || null,
	}
}
