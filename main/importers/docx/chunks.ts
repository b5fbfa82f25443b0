import type { Element } from 'hast'
import { decode } from '../decoding/decode.ts'
import { parseHtml } from '../hast/parse.ts'
import { find } from '../hast/tree.ts'
import type { Package } from './package.ts'

/** More are not looked at. */
const maxChunks = 200

/**
 * Pieces of HTML that stand in a document as they are until Word opens it (`w:altChunk`), by the ids of
 * their relationships. Pieces in other formats are counted.
 */
export async function readChunks(
	file: Package,
): Promise<{ readonly pieces: ReadonlyMap<string, readonly Element[]>; readonly unread: number }> {
	const pieces = new Map<string, readonly Element[]>()
	let unread = 0
	for (const [id, { type, target, external }] of file.main.relationships) {
		if (type !== 'aFChunk' || external || pieces.size + unread >= maxChunks) continue
		const bytes = await file.read(target)
		const text = bytes === null ? null : (decode(bytes, true)?.text ?? null)
		if (text === null || !/\.x?html?$/i.test(target)) unread++
		else pieces.set(id, bodyOf(text))
	}
	return { pieces, unread }
}

function bodyOf(html: string): readonly Element[] {
	const page = parseHtml(html)
	const body = find(page, ({ tagName }) => tagName === 'body')
	return body === null ? [] : [{ ...body, tagName: 'div' }]
}

/** Said of pieces that could not be read; none for none. */
export const unreadWarning = (count: number): readonly string[] =>
	count === 0
		? []
		: [`${count === 1 ? 'A part' : `${count} parts`} of the document in another format could not be read.`]
