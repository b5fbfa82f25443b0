import { charsetOf } from './charsets.ts'

/**
 * The encoding that the beginning of an HTML or XML file says it has, by the Encoding Standard's name;
 * null where it says nothing that is known. Follows the prescan of the HTML Standard (13.2.3.2), but
 * looks at the first 16,384 bytes rather than 1,024: saved pages begin with long comments.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16_384))
	const xml = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(head)?.[1]
	const found = metaCharset(head) ?? (xml === undefined ? null : charsetOf(xml))
	if (found === null) return null
	// Whoever could write this in ASCII did not write UTF-16.
	if (found.startsWith('utf-16')) return 'utf-8'
	return found === 'x-user-defined' ? 'windows-1252' : found
}

function metaCharset(head: string): string | null {
	const markup = /<!--|<meta[\s/]|<\/?[a-z]|<[!/?]/gi
	for (let match = markup.exec(head); match !== null; match = markup.exec(head)) {
		const opener = match[0].toLowerCase()
		if (opener === '<!--') {
			// `<!-->` is a whole comment.
			const end = head.indexOf('-->', match.index + 2)
			if (end < 0) return null
			markup.lastIndex = end + 3
		} else if (opener.startsWith('<!') || opener === '</' || opener.startsWith('<?')) {
			const end = head.indexOf('>', match.index)
			if (end < 0) return null
			markup.lastIndex = end + 1
		} else {
			const isMeta = opener.startsWith('<meta')
			const nameEnd = /[\s/>]/g
			nameEnd.lastIndex = match.index + 1 + (opener.startsWith('</') ? 1 : 0)
			const name = nameEnd.exec(head)
			if (name === null) return null
			const tag = attributesAt(head, name.index)
			markup.lastIndex = tag.end
			const found = isMeta ? ofMeta(tag.attributes) : null
			if (found !== null) return found
		}
	}
	return null
}

function ofMeta(attributes: ReadonlyMap<string, string>): string | null {
	const charset = attributes.get('charset')
	if (charset !== undefined) return charsetOf(charset)
	if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null
	const content = attributes.get('content') ?? ''
	const match = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(content)
	const label = match?.[1] ?? match?.[2] ?? match?.[3]
	return label === undefined ? null : charsetOf(label)
}

/** The attributes of a tag from the end of its name on, the first of a name counting. */
function attributesAt(
	head: string,
	from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
	const attributes = new Map<string, string>()
	const pattern = /[\s/]*(?:>|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?)/y
	pattern.lastIndex = from
	for (let match = pattern.exec(head); match !== null; match = pattern.exec(head)) {
		const name = match[1]?.toLowerCase()
		if (name === undefined) return { attributes, end: pattern.lastIndex }
		if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? '')
	}
	return { attributes: new Map(), end: head.length }
}
