import { createHash } from 'node:crypto'

/**
 * A Markdown file as Commonplace writes it: the reader's own text, and generated parts between markers.
 *
 *     <!-- commonplace:begin NAME HASH -->
 *     …
 *     <!-- commonplace:end NAME -->
 *
 * HASH is over what stands between, so that a reader's edit of it is seen. The markers are comments:
 * no Markdown reader shows them. They may stand behind white space or a list's bullet, where outliners
 * move them. One more comment says what the file is about: `<!-- commonplace:document ID -->`.
 */
export interface PartsFile {
	/** YAML at the very beginning, and the lines around it to the letter; null when there is none. */
	readonly front: { readonly open: string; readonly yaml: string; readonly close: string } | null
	readonly pieces: readonly Piece[]
	readonly subject: Subject | null
	/** How new lines of this file should end. Lines that are there keep their own. */
	readonly lineEnd: '\n' | '\r\n'
	readonly byteOrderMark: boolean
}

export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| {
			readonly kind: 'part'
			readonly name: string
			/** As it stands between the markers. */
			readonly content: string
			/** The begin marker's: of the content as it was written. */
			readonly hash: string
			readonly edited: boolean
			/** The markers with their line ends, to the letter. */
			readonly begin: string
			readonly end: string
	  }

export interface Subject {
	readonly kind: 'document' | 'theme' | 'library'
	readonly id: string
}

/**
 * First 12 hexadecimal digits of the SHA-256: enough to notice an edit. How lines end does not count,
 * since tools that carry files change it.
 */
export const hashOf = (content: string): string =>
	createHash('sha256').update(content.replaceAll('\r\n', '\n'), 'utf8').digest('hex').slice(0, 12)

export const beginMarker = (name: string, content: string): string =>
	`<!-- commonplace:begin ${name} ${hashOf(content)} -->`
export const endMarker = (name: string): string => `<!-- commonplace:end ${name} -->`
/** A generated part between its markers, each on a line of its own. */
export const markedPart = (name: string, content: string): string =>
	`${beginMarker(name, content)}\n${content}\n${endMarker(name)}\n`
export const subjectMarker = (subject: Subject): string =>
	`<!-- commonplace:${subject.kind} ${subject.id} -->`

/** Text of others that contains a marker of ours would be taken for one: it is shown, not obeyed. */
export const defuse = (text: string): string => text.replaceAll('<!-- commonplace:', '&lt;!-- commonplace:')

const lead = String.raw`[ \t>]*(?:[-*+] )?`
const beginLine = new RegExp(String.raw`^${lead}<!-- commonplace:begin ([\w-]+) ([0-9a-f]+) -->\s*$`)
const endLine = new RegExp(String.raw`^${lead}<!-- commonplace:end ([\w-]+) -->\s*$`)
const subjectLine = new RegExp(String.raw`^${lead}<!-- commonplace:(document|theme|library) ([\w-]+) -->\s*$`)

/** Reads a file's parts. A begin marker without its end is text of the reader's: nothing in it is touched. */
export function readParts(source: string): PartsFile {
	const byteOrderMark = source.startsWith('\ufeff')
	const { front, body } = takeFront(byteOrderMark ? source.slice(1) : source)
	const lines = body.split(/(?<=\n)/)
	const pieces: Piece[] = []
	let subject: Subject | null = null
	let text = ''
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? ''
		const [, kind, id] = subjectLine.exec(line) ?? []
		if (id && (kind === 'document' || kind === 'theme' || kind === 'library')) subject ??= { kind, id }
		const [, name, hash] = beginLine.exec(line) ?? []
		const last = name === undefined ? -1 : endOf(lines, at, name)
		if (name === undefined || hash === undefined || last < 0) {
			text += line
			continue
		}
		if (text !== '') pieces.push({ kind: 'text', text })
		text = ''
		const content = lines.slice(at + 1, last).join('')
		const edited = hashOf(content.replace(/\r?\n$/, '')) !== hash
		pieces.push({ kind: 'part', name, content, hash, edited, begin: line, end: lines[last] ?? '' })
		at = last
	}
	if (text !== '') pieces.push({ kind: 'text', text })
	return { front, pieces, subject, lineEnd: source.includes('\r\n') ? '\r\n' : '\n', byteOrderMark }
}

/** The line of the end marker that belongs to the begin marker at `from`; -1 if another part begins first. */
function endOf(lines: readonly string[], from: number, name: string): number {
	for (let at = from + 1; at < lines.length; at++) {
		const line = lines[at] ?? ''
		if (endLine.exec(line)?.[1] === name) return at
		if (beginLine.test(line)) return -1
	}
	return -1
}

function takeFront(text: string): { front: PartsFile['front']; body: string } {
	const found = /^(---[ \t]*\r?\n)((?:[\s\S]*?\n)??)((?:---|\.\.\.)[ \t]*(?:\r?\n|$))/.exec(text)
	const [all, open, yaml, close] = found ?? []
	if (all === undefined || open === undefined || yaml === undefined || close === undefined) {
		return { front: null, body: text }
	}
	return { front: { open, yaml, close }, body: text.slice(all.length) }
}

/** The inverse of `readParts`: gives back the same characters for what was not changed. */
export function writeParts(file: PartsFile): string {
	const front = file.front ? file.front.open + file.front.yaml + file.front.close : ''
	const body = file.pieces
		.map((piece) => (piece.kind === 'text' ? piece.text : piece.begin + piece.content + piece.end))
		.join('')
	return (file.byteOrderMark ? '\ufeff' : '') + front + body
}
