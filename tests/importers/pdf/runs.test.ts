import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { textIn } from '../../../main/importers/pdf/locating.ts'
import { pdfArticle, scannedPdf } from '../../support/pdfarticle.ts'
import { pdfFile } from '../../support/pdfs.ts'
import { importOne } from '../support.ts'

/** What must hold of the runs of every document. */
function checkRuns({ text: { text }, pages }: ParsedDocument): void {
	const all = pages.flatMap(({ runs }) => runs)
	const covered = new Set(
		all.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
	)
	const bare = [...text].filter((letter, at) => !covered.has(at) && letter.trim() !== '')
	expect(bare).toEqual([])
	for (const { runs, width, height } of pages) {
		for (const [index, run] of runs.entries()) {
			expect(run.start).toBeLessThan(run.end)
			expect(run.start).toBeGreaterThanOrEqual(runs[index - 1]?.end ?? 0)
			expect(run.end).toBeLessThanOrEqual(text.length)
			expect(run.x).toBeGreaterThanOrEqual(-width)
			expect(run.y).toBeLessThanOrEqual(2 * height)
		}
	}
	for (const [index, page] of pages.entries())
		expect(page.start).toBeGreaterThanOrEqual(pages[index - 1]?.start ?? 0)
}

/** A run's own box leads to its text, and to nothing else. */
function checkThereAndBack({ text: { text }, pages }: ParsedDocument): void {
	for (const { runs } of pages)
		for (const run of runs) {
			const area = { left: run.x, top: run.y + 1, right: run.x + run.width, bottom: run.y + run.height - 1 }
			const found = textIn([area], [run], text)
			expect(found && text.slice(found.start, found.end)).toBe(text.slice(run.start, run.end).trim())
		}
}

const words = fc.array(fc.stringMatching(/^[A-Za-z0-9.,()-]{1,12}$/), { minLength: 1, maxLength: 8 })
const texts = fc.array(
	fc.record({
		text: words.map((each) => each.join(' ')),
		x: fc.integer({ min: 10, max: 200 }),
		y: fc.integer({ min: 30, max: 380 }),
		size: fc.integer({ min: 6, max: 20 }),
	}),
	{ maxLength: 25 },
)

describe('the runs of a PDF', () => {
	it.each([
		['an article', pdfArticle],
		['a scan', scannedPdf],
	])('cover the text of %s in order', async (_, make) => {
		const document = await importOne('file.pdf', make())
		checkRuns(document)
		checkThereAndBack(document)
	})

	it('cover the text of any pages in order', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 3 }), async (pages) => {
				const file = pdfFile({ pages: pages.map((each) => ({ width: 420, height: 400, texts: each })) })
				const document = await importOne('file.pdf', file)
				expect(checkReadingText(document.text)).toEqual([])
				checkRuns(document)
			}),
			{ numRuns: 25 },
		)
	})
})
