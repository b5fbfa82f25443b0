/** One part of a MIME message (RFC 2045, 2046): its headers, and its body or its own parts. */
export interface Part {
	/** Names in lower case, values unfolded; of several of one name the first. */
	readonly headers: ReadonlyMap<string, string>
	/** As it stands in the file, each code unit one byte. */
	readonly body: string
	/** Of a `multipart` part, else none. */
	readonly parts: readonly Part[]
}

const deepest = 8
/** Of a whole message. */
const mostParts = 10_000
/** Code units. */
const longestHead = 100_000

/** @param source each code unit one byte. What is damaged is read as far as it goes. */
export function parseMime(source: string): Part {
	const budget = { parts: mostParts }
	const root = draftOf(source)
	const stack = [{ draft: root, depth: 0 }]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		const { draft, depth } = next
		const type = contentType(draft)
		const boundary = type.parameters.get('boundary')
		if (!type.name.startsWith('multipart/') || boundary === undefined || depth >= deepest) continue
		for (const piece of piecesOf(draft.body, boundary)) {
			if (--budget.parts < 0) break
			const part = draftOf(piece)
			draft.parts.push(part)
			stack.push({ draft: part, depth: depth + 1 })
		}
	}
	return root
}

interface Draft extends Part {
	readonly parts: Draft[]
}

function draftOf(source: string): Draft {
	const { headers, end } = headOf(source)
	return { headers, body: source.slice(end), parts: [] }
}

function headOf(source: string): { readonly headers: ReadonlyMap<string, string>; readonly end: number } {
	const headers = new Map<string, string>()
	let name = ''
	let value = ''
	let at = 0
	const finish = () => {
		if (name !== '' && !headers.has(name)) headers.set(name, value.trim())
		name = ''
	}
	while (at < source.length && at < longestHead) {
		const lineEnd = source.indexOf('\n', at)
		const end = lineEnd < 0 ? source.length : lineEnd
		const line = source.slice(at, end).replace(/\r$/, '')
		at = end + 1
		if (line === '') break
		if (/^[ \t]/.test(line)) value += ` ${line.trim()}`
		else {
			finish()
			const colon = line.indexOf(':')
			if (colon > 0) {
				name = line.slice(0, colon).trim().toLowerCase()
				value = line.slice(colon + 1)
			}
		}
	}
	finish()
	return { headers, end: Math.min(at, source.length) }
}

/** What stands between the lines `--boundary`. */
function piecesOf(body: string, boundary: string): readonly string[] {
	const marker = `--${boundary}`
	const pieces: string[] = []
	let at = markerLine(body, marker, 0)
	while (at >= 0) {
		const lineEnd = body.indexOf('\n', at)
		if (lineEnd < 0 || body.startsWith('--', at + marker.length)) return pieces
		at = markerLine(body, marker, lineEnd + 1)
		// Where the end is missing, what there is may still be read.
		const piece = at < 0 ? body.slice(lineEnd + 1) : body.slice(lineEnd + 1, Math.max(lineEnd + 1, at - 1))
		pieces.push(at < 0 ? piece : piece.replace(/\r$/, ''))
	}
	return pieces
}

/** Where the next line begins that is this marker, and not only one that begins alike; -1: nowhere. */
function markerLine(body: string, marker: string, from: number): number {
	let at = body.indexOf(marker, from)
	while (at >= 0) {
		const after = body.slice(at + marker.length, at + marker.length + 2)
		if ((at === 0 || body[at - 1] === '\n') && /^(--|\s|$)/.test(after)) return at
		at = body.indexOf(marker, at + 1)
	}
	return -1
}

export interface ContentType {
	/** `text/html`, in lower case; where nothing is said, `text/plain`. */
	readonly name: string
	/** Names in lower case. */
	readonly parameters: ReadonlyMap<string, string>
}

export function contentType({ headers }: Part): ContentType {
	const value = headers.get('content-type') ?? 'text/plain'
	const parameters = new Map<string, string>()
	const pattern = /;\s*([^\s=;]{1,64})\s*=\s*(?:"([^"]{0,1000})"|([^\s;"]{1,1000}))/g
	for (const match of value.slice(0, 4000).matchAll(pattern))
		parameters.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? '')
	return { name: (value.split(';')[0] ?? '').trim().toLowerCase(), parameters }
}

/** The bytes that a part stands for. Damaged encodings give what can be read of them. */
export function bytesOf({ headers, body }: Part): Uint8Array {
	switch (headers.get('content-transfer-encoding')?.trim().toLowerCase()) {
		case 'base64':
			return new Uint8Array(Buffer.from(body, 'base64'))
		case 'quoted-printable':
			return new Uint8Array(Buffer.from(unquoted(body), 'latin1'))
		default:
			return new Uint8Array(Buffer.from(body, 'latin1'))
	}
}

/** RFC 2045, 6.7. */
function unquoted(body: string): string {
	return body
		.replace(/=[ \t]{0,100}\r?\n/g, '')
		.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A header's words, encoded as in RFC 2047 or not. @param decode reads bytes in a charset */
export function wordsOf(value: string, decode: (bytes: Uint8Array, charset: string) => string): string {
	const pattern = /=\?([^?\s]{1,64})\?([bq])\?([^?\s]{0,2000})\?=(?:\s+(?==\?))?/gi
	return value.replace(pattern, (_, charset: string, encoding: string, text: string) => {
		const latin = encoding.toLowerCase() === 'b' ? null : unquoted(text.replaceAll('_', ' '))
		const bytes = latin === null ? Buffer.from(text, 'base64') : Buffer.from(latin, 'latin1')
		return decode(new Uint8Array(bytes), charset)
	})
}
