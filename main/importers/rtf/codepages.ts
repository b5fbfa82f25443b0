import iconv from 'iconv-lite'

/** Windows' name for an encoding of bytes: 1252, 932, 10000 (Macintosh), 65001 (UTF-8); 42: a symbol font. */
export type CodePage = number

export const symbolPage: CodePage = 42
export const westernPage: CodePage = 1252

/** Code pages of fonts by their `\fcharset`; 0 and 1 depend on the document. */
const pagesOfCharsets: Readonly<Record<number, CodePage>> = {
	2: symbolPage,
	77: 10000,
	78: 10001,
	79: 10003,
	80: 10008,
	81: 10002,
	83: 10005,
	84: 10004,
	85: 10006,
	86: 10081,
	87: 10021,
	88: 10029,
	89: 10007,
	128: 932,
	129: 949,
	130: 949,
	134: 936,
	136: 950,
	161: 1253,
	162: 1254,
	163: 1258,
	177: 1255,
	178: 1256,
	179: 1256,
	181: 1255,
	186: 1257,
	204: 1251,
	222: 874,
	238: 1250,
	254: 437,
	255: 850,
}

/** The code page of a font's `\fcharset`; null where that is the document's. */
export const pageOfCharset = (charset: number): CodePage | null =>
	Object.hasOwn(pagesOfCharsets, charset) ? (pagesOfCharsets[charset] ?? null) : null

/** Names of the encodings that are not called `cp` and the number. */
const names: Readonly<Record<CodePage, string>> = {
	42: 'latin1',
	932: 'shiftjis',
	936: 'gb18030',
	949: 'cp949',
	950: 'big5',
	10000: 'macroman',
	10001: 'shiftjis',
	10002: 'big5',
	10003: 'cp949',
	10004: 'cp1256',
	10005: 'cp1255',
	10006: 'macgreek',
	10007: 'maccyrillic',
	10008: 'gb18030',
	10021: 'macthai',
	10029: 'maccenteuro',
	10081: 'macturkish',
	65001: 'utf8',
}

/** Whether the bytes of a code page can be read. */
export const isKnownPage = (page: CodePage): boolean => iconv.encodingExists(nameOf(page))

/** Bytes, each a code unit, as text. What means nothing becomes U+FFFD. */
export function decodeBytes(bytes: string, page: CodePage): string {
	if (isAscii(bytes)) return bytes
	const known = isKnownPage(page) ? page : westernPage
	const text = decoded(bytes, known)
	// Documents in East Asian code pages write Western words in fonts that do not say that they are Western.
	if (isDoubleByte(known) && text.includes('\uFFFD') && !/[\x80-\xFF]{2}/.test(bytes))
		return decoded(bytes, westernPage)
	// Vietnamese writes tones apart from their letters only for want of room.
	return known === 1258 ? text.normalize('NFC') : text
}

const decoded = (bytes: string, page: CodePage): string =>
	iconv.decode(Buffer.from(bytes, 'latin1'), nameOf(page))

/** Code pages in which a letter may be several bytes. */
const isDoubleByte = (page: CodePage): boolean =>
	/^(shiftjis|gb18030|cp949|big5)$/.test(nameOf(page)) || page === 65001

const nameOf = (page: CodePage): string =>
	(Object.hasOwn(names, page) ? names[page] : undefined) ?? `cp${page}`

function isAscii(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
	return true
}
