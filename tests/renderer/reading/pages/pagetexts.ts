import * as fc from 'fast-check'
import type { PageSize, Run } from '../../../../corpus/page.ts'
import type { ReadingText } from '../../../../corpus/readingtext.ts'
import { anyReadingText } from '../readingtexts.ts'

/** A text on pages: what stands where is made up, but in the ways in which it can be. */
export interface PagedText {
	readonly text: ReadingText
	readonly pages: readonly PageSize[]
	readonly runs: readonly (readonly Run[])[]
}

export const page = (label: string, start = 0): PageSize => ({ width: 400, height: 600, label, start })

/** A run of a line, 12 points high, at the line of this number. */
export const line = (start: number, end: number, number: number, more: Partial<Run> = {}): Run => ({
	start,
	end,
	x: 40,
	y: 40 + number * 16,
	width: 300,
	height: 12,
	angle: 0,
	...more,
})

/**
 * Any text with any runs: some characters stand nowhere, pages follow each other in any order, some have
 * no text at all.
 */
export const anyPagedText: fc.Arbitrary<PagedText> = fc
	.tuple(
		anyReadingText,
		fc.array(
			fc.record({ skip: fc.nat({ max: 3 }), length: fc.integer({ min: 1, max: 40 }), page: fc.nat() }),
			{
				maxLength: 60,
			},
		),
		fc.integer({ min: 1, max: 6 }),
	)
	.map(([text, pieces, count]) => {
		const runs: Run[][] = Array.from({ length: count }, () => [])
		let at = 0
		for (const { skip, length, page } of pieces) {
			const start = at + skip
			const end = Math.min(text.text.length, start + length)
			if (start >= end) break
			const own = runs[page % count]
			own?.push(line(start, end, own.length % 30))
			at = end
		}
		return { text, pages: runs.map((_, index) => page(String(index + 1))), runs }
	})
