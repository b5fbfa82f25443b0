import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { Mark } from '../../corpus/readingtext.ts'
import type { ParseOptions } from '../../main/importers/protocol.ts'
import { importFile } from '../../main/importers/registry.ts'

/** Imports one file that gives one document. */
export async function importOne(
	fileName: string,
	content: string | Uint8Array,
	options: ParseOptions = { html: 'page' },
): Promise<ParsedDocument> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
	const [document, ...more] = await importFile({ fileName, bytes, options })
	if (document === undefined || more.length > 0) throw new Error('One document was expected.')
	return document
}

/** `paragraph: text` for each block. */
export const outline = ({ text }: ParsedDocument): string[] =>
	text.blocks.map((block) => `${block.kind}: ${text.text.slice(block.start, block.end - 1)}`)

/** What is marked in this way. */
export const marked = ({ text }: ParsedDocument, kind: Mark['kind']): string[] =>
	text.marks.filter((mark) => mark.kind === kind).map((mark) => text.text.slice(mark.start, mark.end))
