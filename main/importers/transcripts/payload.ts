/** A stretch of a cue's words that look alike. */
export interface Span {
	readonly text: string
	readonly italic: boolean
	readonly bold: boolean
	readonly underline: boolean
	/** Who speaks, where a tag says so. */
	readonly speaker: string | null
}

const tag = /<(\/?)([a-z]{1,10})((?:[.\s][^<>]{0,200})?)>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,200}\}/gi

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
	lrm: '\u200E',
	rlm: '\u200F',
}

/**
 * The words of a cue without its tags (WebVTT 3.5, SubRip's `<font>`, `{\an8}`): emphasis and voices are
 * kept, what is no tag stays as it is. Takes time in proportion to the line.
 */
export function spansOf(line: string): readonly Span[] {
	const spans: Span[] = []
	let style: Omit<Span, 'text'> = { italic: false, bold: false, underline: false, speaker: null }
	let at = 0
	const put = (text: string) => {
		if (text !== '') spans.push({ ...style, text: withoutEntities(text) })
	}
	for (const match of line.matchAll(tag)) {
		put(line.slice(at, match.index))
		at = match.index + match[0].length
		const name = (match[2] ?? '').toLowerCase()
		const opens = match[1] !== '/'
		if (name === 'i' || name === 'em') style = { ...style, italic: opens }
		else if (name === 'b' || name === 'strong') style = { ...style, bold: opens }
		else if (name === 'u') style = { ...style, underline: opens }
		else if (name === 'v') style = { ...style, speaker: opens ? voiceOf(match[3] ?? '') : null }
		else if (match[2] !== undefined && !known.has(name)) put(match[0])
	}
	put(line.slice(at))
	return spans
}

const known: ReadonlySet<string> = new Set(['c', 'ruby', 'rt', 'lang', 'font', 's', 'span', 'p', 'br'])

/** The name in `<v.loud Anna Smith>`. */
function voiceOf(annotation: string): string | null {
	const name = withoutEntities(annotation.replace(/^\.\S*/, ''))
		.trim()
		.replace(/\s+/g, ' ')
	return name === '' ? null : name
}

/** `&amp;` and its like, by name or number; unknown ones stay. */
function withoutEntities(text: string): string {
	if (!text.includes('&')) return text
	return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
		if (typeof name === 'string') return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
		const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
		return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
	})
}
