import iconv from 'iconv-lite'

/** Turns bytes into text, or null where some bytes mean nothing in the encoding. */
export type StrictDecoder = (bytes: Uint8Array) => string | null

/**
 * Encodings of one or more bytes a character that texts in the wild have, the likelier first: where two
 * read a text alike, the first is named. UTF-8, -16 and -32 are told apart before.
 */
export const legacyCharsets: readonly string[] = [
	'windows-1252',
	'windows-1251',
	'shift_jis',
	'gb18030',
	'big5',
	'euc-kr',
	'euc-jp',
	'windows-1250',
	'windows-1258',
	'windows-1254',
	'windows-1253',
	'windows-1255',
	'windows-1256',
	'windows-1257',
	'windows-874',
	'koi8-r',
	'koi8-u',
	'iso-8859-2',
	'iso-8859-15',
	'iso-8859-5',
	'iso-8859-7',
	'iso-8859-8',
	'iso-8859-6',
	'iso-8859-13',
	'iso-8859-4',
	'iso-8859-3',
	'iso-8859-10',
	'iso-8859-14',
	'iso-8859-16',
	'ibm866',
	'macintosh',
	'x-mac-cyrillic',
	'cp850',
	'cp852',
	'cp855',
	'tcvn',
	'viscii',
]

/** These are not encodings of the web platform, hence unknown to `TextDecoder`. */
const byTable = new Set(['cp850', 'cp852', 'cp855', 'tcvn', 'viscii'])

/** Reads a whole text, or nothing. Encodings are named as in the Encoding Standard, or as `legacyCharsets`. */
export function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
	if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset === 'utf-32le')
	if (charset === 'iso-2022-kr') return decodeStrictly(shiftedOut(bytes), 'euc-kr')
	if (byTable.has(charset)) {
		const text = iconv.decode(bytes, charset)
		return text.includes('\uFFFD') ? null : composed(text, charset)
	}
	try {
		return composed(new TextDecoder(charset, { fatal: true }).decode(bytes), charset)
	} catch {
		return null
	}
}

/** Reads what can be read; the rest becomes U+FFFD. */
export function decodeLeniently(bytes: Uint8Array, charset: string): string {
	const strict = decodeStrictly(bytes, charset)
	if (strict !== null) return strict
	if (byTable.has(charset)) return composed(iconv.decode(bytes, charset), charset)
	return composed(new TextDecoder(charset === 'iso-2022-kr' ? 'euc-kr' : charset).decode(bytes), charset)
}

/** The Encoding Standard's name for a label such as `latin1` or `x-sjis`; null for an unknown one. */
export function charsetOf(label: string): string | null {
	try {
		return new TextDecoder(label.trim()).encoding
	} catch {
		return null
	}
}

/** Vietnamese code pages write tones apart from their letters only for want of room. */
const composed = (text: string, charset: string): string =>
	charset === 'windows-1258' || charset === 'tcvn' ? text.normalize('NFC') : text

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | null {
	if (bytes.length % 4 !== 0) return null
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
	const parts: string[] = []
	for (let at = 0; at < bytes.length; at += 4) {
		const point = view.getUint32(at, littleEndian)
		if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null
		if (at > 0 || point !== 0xfeff) parts.push(String.fromCodePoint(point))
	}
	return parts.join('')
}

/** ISO-2022-KR is EUC-KR in seven bits: what stands between SO and SI gets its eighth bit back. */
function shiftedOut(bytes: Uint8Array): Uint8Array {
	const out: number[] = []
	let shifted = false
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0
		if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3
		else if (byte === 0x0e) shifted = true
		else if (byte === 0x0f) shifted = false
		else out.push(shifted && byte > 0x20 ? byte | 0x80 : byte)
	}
	return Uint8Array.from(out)
}
