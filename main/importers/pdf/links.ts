import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { blockIndexAt } from '../../../corpus/blocks.ts'
import type { Page } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'
import type { Block, Mark } from '../../../corpus/readingtext.ts'
import type { Written } from './assembling.ts'
import { destinationOf } from './destinations.ts'
import { areasOf, textIn } from './locating.ts'
import { offsetOf } from './outlining.ts'
import type { Sheet } from './sheets.ts'
import { lineOf } from './values.ts'

/** Links into the document at the most: each has to be looked up. */
const mostInner = 5000

/** Links to the web and to places of the document, and the blocks with ids where such links lead. */
export async function linksOf(
	pdf: PDFDocumentProxy,
	sheets: readonly Sheet[],
	pages: readonly Page[],
	written: Written,
): Promise<{ readonly marks: readonly Mark[]; readonly blocks: readonly Block[] }> {
	const marks: Mark[] = []
	const blocks = [...written.blocks]
	let inner = 0
	for (const [index, sheet] of sheets.entries())
		for (const annotation of sheet.annotations) {
			if (annotation['subtype'] !== 'Link') continue
			const range = textIn(areasOf(annotation, sheet), pages[index]?.runs ?? [], written.text)
			if (range === null) continue
			const address = lineOf(annotation['url'])
			if (address !== null) {
				if (isWebAddress(address)) marks.push(...linked(range, address, blocks))
				continue
			}
			if (annotation['dest'] == null || inner++ >= mostInner) continue
			const destination = await destinationOf(pdf, annotation['dest'], sheets)
			if (destination === null) continue
			const at = blockIndexAt(blocks, offsetOf(destination, written, pages))
			const target = blocks[at]
			if (!target) continue
			const id = target.id ?? `place-${at}`
			blocks[at] = { ...target, id }
			marks.push(...linked(range, `#${id}`, blocks))
		}
	return { marks, blocks }
}

const isWebAddress = (address: string): boolean =>
	/^(?:https?:|mailto:)/i.test(address) && URL.canParse(address)

/** A mark for each block that the passage touches, at most as far as a link reaches. */
function linked(range: Range, href: string, blocks: readonly Block[]): readonly Mark[] {
	const marks: Mark[] = []
	for (let at = blockIndexAt(blocks, range.start); at < blocks.length && marks.length < 5; at++) {
		const block = blocks[at]
		if (!block || block.start >= range.end) break
		const [start, end] = [Math.max(range.start, block.start), Math.min(range.end, block.end - 1)]
		if (start < end) marks.push({ kind: 'link', href, start, end })
	}
	return marks
}
