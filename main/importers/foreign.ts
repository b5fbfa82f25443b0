/** Files that are no text, told by their first bytes: what they are, for people. */
const signatures: readonly (readonly [name: string, signature: string, at?: number])[] = [
	['an OpenDocument file', 'mimetypeapplication/vnd.oasis.opendocument', 30],
	['a ZIP archive or an Office document', 'PK\x03\x04'],
	['an empty ZIP archive', 'PK\x05\x06'],
	['a PostScript file', '%!PS'],
	['a DjVu document', 'AT&TFORM'],
	['a PNG picture', '\x89PNG\r\n\x1a\n'],
	['a JPEG picture', '\xff\xd8\xff'],
	['a GIF picture', 'GIF8'],
	['a TIFF picture', 'II*\0'],
	['a TIFF picture', 'MM\0*'],
	['a WebP picture', 'WEBP', 8],
	['a wave sound', 'WAVE', 8],
	['a Photoshop picture', '8BPS'],
	['a sound', 'ID3'],
	['a sound', 'OggS'],
	['a sound', 'fLaC'],
	['a film or sound', 'ftyp', 4],
	['a film', '\x1a\x45\xdf\xa3'],
	['a gzip archive', '\x1f\x8b'],
	['a bzip2 archive', 'BZh'],
	['an xz archive', '\xfd7zXZ\0'],
	['a 7-Zip archive', '7z\xbc\xaf\x27\x1c'],
	['a RAR archive', 'Rar!\x1a'],
	['a tar archive', 'ustar', 257],
	['an SQLite database', 'SQLite format 3\0'],
	['a program', '\x7fELF'],
	['a program', 'MZ\x90\0'],
	['a font', 'wOF'],
	['a font', 'OTTO\0'],
]

/** Files that are text but would be read as mere markup. */
const markups: readonly (readonly [name: string, pattern: RegExp])[] = [
	['an SVG picture', /^<(svg|!doctype\s+svg)[\s>]/i],
	['an XML file', /^<!doctype\s+(?!html)\w/i],
]

/** What a file of a foreign format is, with its article; null where the bytes do not tell. */
export function foreignKind(bytes: Uint8Array): string | null {
	const head = String.fromCharCode(...bytes.subarray(0, 512))
	return signatures.find(([, signature, at]) => head.startsWith(signature, at ?? 0))?.[0] ?? null
}

/** The same for files that are text; @param beginning at least 4,096 code units of it, where it has them */
export function foreignMarkup(beginning: string): string | null {
	const start = afterProlog(beginning)
	const known = markups.find(([, pattern]) => pattern.test(start))?.[0]
	return known ?? (/^\s*<\?xml\s/.test(beginning) ? 'an XML file' : null)
}

/** A text from its first tag or document type on: without white space, XML declaration and comments. */
export function afterProlog(text: string): string {
	let at = 0
	for (;;) {
		while (at < text.length && text.charAt(at).trim() === '') at++
		const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null
		const end = closing === null ? -1 : text.indexOf(closing, at)
		if (closing === null || end < 0) return text.slice(at)
		at = end + closing.length
	}
}
