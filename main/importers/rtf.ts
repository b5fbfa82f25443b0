import type { Root } from 'hast'
import { decodeStrictly } from './decoding/charsets.ts'
import { make } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import { readHtml } from './html.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'
import { BlockMaker } from './rtf/blocks.ts'
import { encapsulatedHtml } from './rtf/encapsulated.ts'
import { isWrittenSo, languageOfId } from './rtf/languages.ts'
import { type RtfDocument, readRtf } from './rtf/reader.ts'

/** Rich Text Format, as Word, LibreOffice, TextEdit, WordPad and many other programs write it. */
export const rtfImporter: BytesImporter = {
	kind: 'bytes',
	name: 'rtf',
	recognises: (bytes) => startOf(bytes) !== null,
	read: async (source) => [readDocument(source)],
}

function readDocument({ bytes, options }: BytesSource): Imported {
	const start = startOf(bytes) ?? 0
	const source = sourceOf(bytes.subarray(start))
	const html = encapsulatedHtml(source)
	if (html !== null) return readHtml({ text: html, options: { ...options, html: 'page' } })
	const rtf = readRtf(source)
	const maker = new BlockMaker(rtf)
	const body = maker.blocksOf(rtf.body.items)
	const notes = rtf.notes.map(({ id, flow }) =>
		make('aside', { id, role: 'doc-footnote' }, ...maker.blocksOf(flow.items)),
	)
	const tree: Root = { type: 'root', children: [...body, ...notes] }
	const language = languageOf(rtf)
	const walked = toReadingText(tree, {
		base: null,
		language,
		linkHeadings: false,
		comments: rtf.comments,
		furniture: rtf.furniture,
		pictureBytes: (src) => rtf.pictures.get(src) ?? null,
	})
	return { part: '', metadata: { ...rtf.metadata, ...(language !== null && { language }) }, ...walked }
}

/**
 * The file, each code unit one byte. RTF is ASCII; some programs write UTF-8 all the same: its letters are
 * escaped as they should have been.
 */
function sourceOf(bytes: Uint8Array): string {
	const text = bytes.some((byte) => byte > 0x7f) ? decodeStrictly(bytes, 'utf-8') : null
	if (text === null) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
	return text.replace(/[\x80-\uFFFF]/g, (unit) => `{\\uc0\\u${unit.charCodeAt(0)} }`)
}

/** Where the RTF begins: after a byte order mark or white space; null where there is none. */
function startOf(bytes: Uint8Array): number | null {
	const head = String.fromCharCode(...bytes.subarray(0, 64))
	const match = /^(?:\xEF\xBB\xBF)?\s*\{\\rtf/.exec(head)
	return match === null ? null : match[0].length - '{\\rtf'.length
}

/** The language that at least two thirds of the letters are in; null where none is, or they are of other scripts. */
function languageOf({ languages, body }: RtfDocument): string | null {
	const counts = new Map<string, number>()
	let all = 0
	for (const [id, count] of languages) {
		const language = languageOfId(id)
		all += count
		if (language !== null) counts.set(language, (counts.get(language) ?? 0) + count)
	}
	const sample = body.lines().join('\n').slice(0, 10_000)
	for (const [language, count] of counts)
		if (count * 3 >= all * 2) return isWrittenSo(language, sample) ? language : null
	return null
}
