/** Names of devices that Windows keeps for itself, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i
/** What file systems refuse, and what ends the target of a wikilink. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const refused = /[\u0000-\u001f\u007f-\u009f\\/:*?"<>|#^[\]]+/g
const longest = 120

/**
 * A title as the name of a file (without its ending) that every file system and every wikilink takes:
 * readable, at most 120 UTF-16 units and 200 bytes. Never empty.
 */
export function fileNameOf(title: string): string {
	const clean = title
		.normalize('NFC')
		.replace(refused, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '')
		.trim()
	const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(clean)]
	let name = ''
	for (const { segment } of segments) {
		if (name.length + segment.length > longest) break
		if (utf8Length(name) + utf8Length(segment) > 200) break
		name += segment
	}
	name = name.replace(/[. ]+$/, '')
	if (name === '') return 'Untitled'
	return reserved.test(name) ? `${name}_` : name
}

const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Two names that one file system or another takes for the same. */
export const sameNameKey = (path: string): string => path.normalize('NFC').toLowerCase()

/**
 * `name`, or `name (2)`, `name (3)` … : the first that is not taken yet.
 * @param taken holds `sameNameKey` of what is taken; the answer is added to it
 */
export function freeName(name: string, ending: string, taken: Set<string>): string {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? `${name}${ending}` : `${name} (${number})${ending}`
		const key = sameNameKey(candidate)
		if (taken.has(key)) continue
		taken.add(key)
		return candidate
	}
}
