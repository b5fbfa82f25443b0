import { charsetOf, decodeLeniently, decodeStrictly } from '../decoding/charsets.ts'
import { decode } from '../decoding/decode.ts'
import { bytesOf, contentType, type Part, parseMime, wordsOf } from './mime.ts'

/** A web page with what belongs to it, as browsers save it in one file (RFC 2557). */
export interface WebArchive {
	readonly page: Resource
	readonly subject: string
	/** When it was saved, as the file says; null where it does not. */
	readonly date: string | null
	/** Another page of the archive, such as one in a frame; null where there is none. */
	frame(src: string): Resource | null
	/** The bytes of a picture of the archive. */
	picture(src: string): Uint8Array | null
}

export interface Resource {
	readonly html: string
	/** Where it lay; null where that is not known. */
	readonly address: string | null
}

/** @param source each code unit one byte; @returns null where there is no page in it */
export function readWebArchive(source: string): WebArchive | null {
	const root = parseMime(source)
	const parts = [...leavesOf(root)]
	const main = mainPart(root, parts)
	if (main === undefined) return null
	const address =
		root.headers.get('snapshot-content-location') ?? main.headers.get('content-location') ?? null
	const byName = new Map<string, Part>()
	for (const part of parts)
		for (const name of namesOf(part, address)) if (!byName.has(name)) byName.set(name, part)
	const find = (src: string): Part | undefined =>
		byName.get(src) ?? byName.get(resolved(src, address) ?? src) ?? byName.get(unescaped(src))
	return {
		page: { html: htmlOf(main), address },
		subject: wordsOf(root.headers.get('subject') ?? '', (bytes, charset) =>
			decodeLeniently(bytes, charsetOf(charset) ?? 'utf-8'),
		),
		date: root.headers.get('date') ?? null,
		frame(src) {
			const part = find(src)
			if (part === undefined || part === main || !isPage(part)) return null
			return { html: htmlOf(part), address: part.headers.get('content-location') ?? null }
		},
		picture(src) {
			const part = find(src)
			return part === undefined || isPage(part) ? null : bytesOf(part)
		},
	}
}

function* leavesOf(root: Part): Generator<Part> {
	const stack = [root]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next.parts.length === 0) yield next
		for (const part of next.parts.toReversed()) stack.push(part)
	}
}

/** The page that the archive is about: the one it names as its start, else its first. */
function mainPart(root: Part, parts: readonly Part[]): Part | undefined {
	const start = contentType(root).parameters.get('start')
	const named =
		start === undefined ? undefined : parts.find((part) => part.headers.get('content-id') === start)
	return named !== undefined && isPage(named) ? named : parts.find(isPage)
}

const isPage = (part: Part): boolean => /^(text\/html|application\/xhtml\+xml)$/.test(contentType(part).name)

/** The names by which pages refer to a part. */
function namesOf({ headers }: Part, base: string | null): readonly string[] {
	const id = headers.get('content-id')?.replace(/^<|>$/g, '')
	const location = headers.get('content-location')
	const names = id === undefined ? [] : [`cid:${id}`]
	if (location !== undefined) names.push(location, resolved(location, base) ?? location)
	return names
}

function resolved(src: string, base: string | null): string | null {
	if (base === null) return URL.canParse(src) ? new URL(src).href : null
	return URL.canParse(src, base) ? new URL(src, base).href : null
}

function unescaped(src: string): string {
	try {
		return decodeURIComponent(src)
	} catch {
		return src
	}
}

function htmlOf(part: Part): string {
	const bytes = bytesOf(part)
	const found = decode(bytes, true)
	const declared = charsetOf(contentType(part).parameters.get('charset') ?? '')
	if (declared !== null && declared !== 'x-user-defined' && found?.encoding !== 'utf-8') {
		const text = decodeStrictly(bytes, declared)
		if (text !== null) return text
	}
	return found?.text ?? ''
}
