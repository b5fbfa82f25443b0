import chardet from 'chardet'
import { charsetOf, decodeLeniently, decodeStrictly, legacyCharsets } from './charsets.ts'
import { declaredCharset } from './declared.ts'
import { plausibility } from './plausibility.ts'

export interface Decoded {
	/** Without byte order mark; line ends as in the file. */
	readonly text: string
	/** The Encoding Standard's name where it has one. */
	readonly encoding: string
	/** False where another encoding fits about as well, or some bytes could not be read. */
	readonly sure: boolean
}

/** Bytes that the guess is made from: enough for any language, and quick. */
const sampleSize = 60_000

/**
 * The text of a file: by its byte order mark; else as UTF-8 where every byte fits; else as the file says
 * (HTML and XML only); else as the encoding in which the letters make the likeliest language. Null where
 * the bytes are no text: they hold zeros and are neither UTF-16 nor UTF-32, or mostly control characters.
 *
 * UTF-8 comes before what the file says: browsers save pages in UTF-8 and leave the old declaration in.
 */
export function decode(bytes: Uint8Array, isMarkup: boolean): Decoded | null {
	const marked = markedCharset(bytes)
	if (marked !== null) {
		const strict = decodeStrictly(bytes, marked)
		const text = strict ?? (marked.startsWith('utf-32') ? '' : decodeLeniently(bytes, marked))
		return { text: withoutMark(text), encoding: marked, sure: strict !== null }
	}
	if (bytes.subarray(0, sampleSize).includes(0)) return decodeWide(bytes)
	const escaped = bytes.includes(0x1b) ? escapedCharset(bytes) : null
	if (escaped !== null) return { text: decodeLeniently(bytes, escaped), encoding: escaped, sure: true }
	const utf8 = decodeStrictly(bytes, 'utf-8')
	if (utf8 !== null) return { text: utf8, encoding: 'utf-8', sure: true }
	const declared = isMarkup ? declaredCharset(bytes) : null
	const text = declared === null || declared === 'utf-8' ? null : decodeStrictly(bytes, declared)
	if (declared !== null && text !== null) return { text, encoding: declared, sure: true }
	const guessed = guess(bytes, declared)
	// A stray control character happens in old texts; several mean that these bytes never were one.
	return controlsIn(guessed.text) > 2 && isControlled(guessed.text) ? null : guessed
}

function markedCharset(bytes: Uint8Array): string | null {
	const [a, b, c, d] = bytes
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
	if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le'
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
	if (a === 0xff && b === 0xfe) return 'utf-16le'
	if (a === 0xfe && b === 0xff) return 'utf-16be'
	return null
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

/** UTF-16 and UTF-32 without a mark: the one in which the zeros are no characters of their own. */
function decodeWide(bytes: Uint8Array): Decoded | null {
	const sample = bytes.subarray(0, sampleSize - (sampleSize % 4))
	let best: { readonly encoding: string; readonly ascii: number } | null = null
	for (const encoding of ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be']) {
		const text = decodeStrictly(sample, encoding)
		if (text === null || isControlled(text)) continue
		// Line ends and spaces are ASCII in every language; read the wrong way round they are not.
		const ascii = text.replace(/[^\n -~]/g, '').length
		if (ascii > (best?.ascii ?? 0)) best = { encoding, ascii }
	}
	if (best === null) return null
	const text = decodeStrictly(bytes, best.encoding)
	if (text === null && best.encoding.startsWith('utf-32')) return null
	return {
		text: withoutMark(text ?? decodeLeniently(bytes, best.encoding)),
		encoding: best.encoding,
		sure: text !== null,
	}
}

/** More control characters than a text has. */
const isControlled = (text: string): boolean => controlsIn(text) > text.length / 200

function controlsIn(text: string): number {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
	return text.match(/[\x00-\x08\x0B\x0E-\x1F\uFFFE\uFFFF]/g)?.length ?? 0
}

function escapedCharset(bytes: Uint8Array): string | null {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, sampleSize))
	if (head.includes('\x1b$)C')) return 'iso-2022-kr'
	const isJapanese = ['$@', '$B', '(B', '(J'].some((sequence) => head.includes(`\x1b${sequence}`))
	return isJapanese && decodeStrictly(bytes, 'iso-2022-jp') !== null ? 'iso-2022-jp' : null
}

interface Candidate {
	readonly encoding: string
	readonly text: string
	readonly score: number
}

function guess(bytes: Uint8Array, declared: string | null): Decoded {
	const sample = sampleOf(bytes)
	const votes = new Map(chardet.analyse(sample).map((match) => [charsetOf(match.name), match.confidence]))
	const candidates: Candidate[] = []
	for (const encoding of legacyCharsets) {
		const text = decodeStrictly(sample, encoding)
		if (text === null) continue
		// The library's vote weighs as much as one clear letter: it decides only between equals.
		const vote = ((votes.get(encoding) ?? 0) / 100) * 3
		const hint = encoding === declared ? 20 : encoding === 'windows-1252' ? 2 : 0
		candidates.push({ encoding, text, score: plausibility(text) + vote + hint })
	}
	const ranked = candidates.toSorted((a, b) => b.score - a.score)
	// Where several read the text alike, the one that is commonest in the world gives its name.
	const best = candidates.find((candidate) => candidate.text === ranked[0]?.text)
	if (best === undefined) {
		const encoding = declared ?? 'utf-8'
		return { text: decodeLeniently(bytes, encoding), encoding, sure: false }
	}
	const rival = ranked.find((candidate) => candidate.text !== best.text)
	const strict = decodeStrictly(bytes, best.encoding)
	return {
		text: strict ?? decodeLeniently(bytes, best.encoding),
		encoding: best.encoding,
		sure:
			strict !== null &&
			(ranked[0]?.score ?? 0) > 0 &&
			(rival === undefined || (ranked[0]?.score ?? 0) - rival.score > 4),
	}
}

/** The lines in which bytes beyond ASCII stand, as many as fit, so that a long English preface hides nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
	if (bytes.length <= sampleSize) return bytes
	const lines: number[] = []
	let start = 0
	while (start < bytes.length && lines.length < sampleSize) {
		const next = bytes.indexOf(0x0a, start)
		const end = next < 0 ? bytes.length : next + 1
		const line = bytes.subarray(start, end)
		if (line.some((byte) => byte > 0x7f)) for (const byte of line.subarray(0, sampleSize)) lines.push(byte)
		start = end
	}
	return Uint8Array.from(lines)
}
