import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { textOfHtml } from './htmltext.ts'
import type { Expectation } from './manifest.ts'
import { textOfNative } from './native.ts'
import type { Side } from './ourtext.ts'

/** The text that somebody else's program reads out of a file. */
export interface ExpectedText {
	/** Whose it is; scores are gathered by it. */
	readonly by: 'PDFBox' | 'pandoc' | 'mammoth' | 'striprtf' | 'Readability' | 'encoding'
	/** Any of these will do: the best fit counts. */
	readonly texts: readonly string[]
	/** Which part of ours is comparable with it. */
	readonly side: Side
}

/** What a file's text should be, of the files that lie beside it; null: nobody says. */
export function expectedText(path: string, expectation: Expectation): ExpectedText | null {
	const folder = dirname(path)
	const name = basename(path)
	const stem = name.replace(/\.\w+$/, '')
	const encoding = /encoding=(\S+)/.exec(expectation.expected)?.[1]
	if (encoding) return ofEncoding(readFileSync(path), encoding)
	if (/\.pdf$/i.test(name)) {
		const texts = [`${name}.txt`, `${name}-sorted.txt`].flatMap((each) =>
			read(join(folder, 'expected-text', each)),
		)
		return texts.length === 0 ? null : { by: 'PDFBox', texts, side: 'pages' }
	}
	if (/^source\.html?$/.test(name)) {
		const [article] = read(join(folder, 'expected.html'))
		return article === undefined ? null : { by: 'Readability', texts: [textOfHtml(article)], side: 'article' }
	}
	const [native] = [
		...read(join(folder, `${stem}.native`)),
		...read(join(folder, '..', 'native', `${stem}.native`)),
	]
	if (native !== undefined && /\.(docx|odt|rtf|epub)$/i.test(name))
		return {
			by: 'pandoc',
			texts: [true, false].map((metadata) => textOfNative(native, metadata)),
			side: 'notes last',
		}
	if (/\.docx$/i.test(name)) return ofMammoth(folder, name)
	if (/\.rtf$/i.test(name)) {
		const texts = read(join(folder, '..', 'text', `${stem}.txt`)).map(ofStriprtf)
		return texts.length === 0 ? null : { by: 'striprtf', texts, side: 'notes last' }
	}
	return null
}

/** The contents of a text file, where it is there. */
const read = (path: string): readonly string[] => (existsSync(path) ? [readFileSync(path, 'utf8')] : [])

/** It writes addresses after links, and strokes after cells. */
const ofStriprtf = (text: string) => text.replace(/\("[^"\n]*"\)/g, '').replaceAll('|', ' ')

function ofMammoth(folder: string, name: string): ExpectedText | null {
	const [list] = read(join(folder, 'expected.json'))
	if (list === undefined) return null
	const texts = parsedList(list).flatMap((each) =>
		each['docx'] === name &&
		each['default_options'] === true &&
		each['call'] === 'convertToHtml' &&
		typeof each['expected'] === 'string'
			? [textOfHtml(each['expected'])]
			: [],
	)
	return texts.length === 0 ? null : { by: 'mammoth', texts, side: 'notes last' }
}

function parsedList(json: string): readonly Readonly<Record<string, unknown>>[] {
	const list: unknown = JSON.parse(json)
	return Array.isArray(list) ? list : []
}

/**
 * The bytes decoded as they are said to be. Null where that cannot be told: this encoding is unknown here,
 * or the bytes are not strictly in it (to encode what was decoded does not give them back).
 */
function ofEncoding(bytes: Buffer, name: string): ExpectedText | null {
	const label = name.replace(/^iso(8859)(\d+)(_.*)?$/i, 'iso-$1-$2').replace(/^(?:IBM|CP)(\d+)$/i, 'cp$1')
	const plain = label.replace(/^(iso-8859)(\d)/, '$1-$2').replace(/_/g, '-')
	const known = [label, plain, plain.replaceAll('-', '')].find((each) => iconv.encodingExists(each))
	if (known === undefined) return null
	const text = iconv.decode(bytes, known)
	const again = iconv.encode(text, known)
	const bare = withoutMark(bytes)
	if (text.includes('\uFFFD') || !(again.equals(bytes) || again.equals(bare))) return null
	return { by: 'encoding', texts: [text], side: 'whole' }
}

/** Without the mark of byte order that decoding takes away. */
function withoutMark(bytes: Buffer): Buffer {
	const marks = [
		[0xff, 0xfe, 0, 0],
		[0, 0, 0xfe, 0xff],
		[0xef, 0xbb, 0xbf],
		[0xff, 0xfe],
		[0xfe, 0xff],
	]
	const mark = marks.find((each) => each.every((byte, at) => bytes[at] === byte))
	return bytes.subarray(mark?.length ?? 0)
}
