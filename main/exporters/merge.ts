import { type FrontHashes, frontHashes, mergeFront } from './frontmatter.ts'
import { beginMarker, endMarker, hashOf, type PartsFile, type Piece, readParts, writeParts } from './parts.ts'

/** What was last written of a file, kept beside the export. */
export interface Written {
	readonly parts: readonly string[]
	readonly front: FrontHashes
	/** Of the whole file, as long as every word in it is generated; '' once the reader wrote into it. */
	readonly hash: string
}

export interface Merged {
	readonly text: string
	readonly written: Written
	/** Sentences for the reader. */
	readonly problems: readonly string[]
}

/** A file that is written for the first time: as it was generated. */
export function firstWrite(fresh: string): Merged {
	return { text: fresh, written: writtenOf(readParts(fresh), fresh), problems: [] }
}

/**
 * Brings the generated parts of a file up to date. What stands outside the markers survives to the
 * letter; parts that the reader edited, moved or took away are left so and reported; new parts are put
 * behind the part that they follow.
 *
 * @param existing the file as it is
 * @param fresh the file as it would be generated now
 * @param written what the last export wrote; null when that is not known
 */
export function merge(existing: string, fresh: string, written: Written | null): Merged {
	const file = readParts(existing)
	const wanted = readParts(fresh)
	const problems: string[] = []
	const names = partNames(wanted)
	const wantedParts = new Map(
		wanted.pieces.flatMap((piece) => (piece.kind === 'part' ? [[piece.name, piece]] : [])),
	)

	const pieces: Piece[] = []
	const keptEdited: string[] = []
	const seen = new Set<string>()
	for (const piece of file.pieces) {
		if (piece.kind === 'text') {
			pieces.push(piece)
			continue
		}
		const next = wantedParts.get(piece.name)
		const repeated = seen.has(piece.name)
		seen.add(piece.name)
		if (repeated) pieces.push(piece)
		else if (next && sameContent(next, piece)) pieces.push(piece)
		else if (piece.edited) {
			pieces.push(piece)
			keptEdited.push(piece.name)
			problems.push(editedSentence(piece, next))
		} else if (next) pieces.push(replaced(piece, next, file.lineEnd))
		else dropGap(pieces, file.lineEnd)
	}

	const removedByReader: string[] = []
	names.forEach((name, index) => {
		const part = wantedParts.get(name)
		if (!part || seen.has(name)) return
		if (written?.parts.includes(name)) {
			removedByReader.push(name)
			problems.push(`“${excerpt(part.content)}” was taken out of the file by hand: it is not put back.`)
			return
		}
		insert(pieces, part, names.slice(0, index), names.slice(index + 1), file.lineEnd)
		seen.add(name)
	})

	const front = joinFront(file, wanted, written, problems)
	const text = writeParts({ ...file, front: front.front, pieces })
	const parts = [...names.filter((name) => seen.has(name) || removedByReader.includes(name)), ...keptEdited]
	const allGenerated = written !== null && written.hash === hashOf(existing)
	return {
		text,
		written: { parts: [...new Set(parts)], front: front.hashes, hash: allGenerated ? hashOf(text) : '' },
		problems,
	}
}

function joinFront(
	file: PartsFile,
	wanted: PartsFile,
	written: Written | null,
	problems: string[],
): { front: PartsFile['front']; hashes: FrontHashes } {
	if (!wanted.front) return { front: file.front, hashes: {} }
	if (!file.front) {
		if (!written) return { front: wanted.front, hashes: frontHashes(wanted.front.yaml) }
		if (Object.keys(written.front).length > 0) {
			problems.push('The front matter was taken out of the file by hand: it is not put back.')
		}
		return { front: null, hashes: written.front }
	}
	const merged = mergeFront(file.front.yaml, wanted.front.yaml, written?.front ?? null)
	if (!merged) {
		problems.push('The front matter is not readable as YAML: it was left as it is.')
		return { front: file.front, hashes: written?.front ?? {} }
	}
	for (const key of merged.edited)
		problems.push(`“${key}” in the front matter was edited in the file: it stays.`)
	return { front: { ...file.front, yaml: merged.yaml }, hashes: merged.hashes }
}

type Part = Extract<Piece, { kind: 'part' }>

const sameContent = (a: Part, b: Part): boolean => hashOf(a.content) === hashOf(b.content)

function editedSentence(piece: Part, next: Part | undefined): string {
	const what = `“${excerpt(piece.content)}”`
	if (!next) return `${what} is no longer in the library, but was edited in the file: it stays.`
	return hashOf(bare(next)) === piece.hash
		? `${what} was edited in the file: it stays.`
		: `${what} was edited in the file and changed in the library: the file’s text stays. An export to a new folder has the library’s.`
}

/** What the hash in the marker is over: without the end of the last line. */
const bare = (part: Part): string => part.content.replace(/\r?\n$/, '')

/** The new content between the old markers' places: what stands before them on their lines stays. */
function replaced(old: Part, next: Part, lineEnd: string): Part {
	return {
		...old,
		content: next.content.replaceAll('\n', lineEnd),
		edited: false,
		begin: old.begin.replace(/<!-- commonplace:begin .* -->/, () => beginMarker(next.name, bare(next))),
		end: old.end.replace(/<!-- commonplace:end .* -->/, () => endMarker(next.name)),
	}
}

/** Puts a new part behind the nearest earlier one that is there, else before the nearest later one, else last. */
function insert(
	pieces: Piece[],
	part: Part,
	before: readonly string[],
	after: readonly string[],
	lineEnd: string,
) {
	const place = (names: readonly string[], last: boolean) => {
		for (const name of last ? names.toReversed() : names) {
			const at = pieces.findIndex((piece) => piece.kind === 'part' && piece.name === name)
			if (at >= 0) return at
		}
		return -1
	}
	const fresh: Part = {
		...part,
		content: part.content.replaceAll('\n', lineEnd),
		begin: part.begin.replaceAll('\n', lineEnd),
		end: part.end.endsWith('\n') ? part.end.replaceAll('\n', lineEnd) : part.end + lineEnd,
	}
	const gap: Piece = { kind: 'text', text: lineEnd }
	const earlier = place(before, true)
	if (earlier >= 0) {
		const previous = pieces[earlier]
		if (previous?.kind === 'part' && !previous.end.endsWith('\n'))
			pieces[earlier] = { ...previous, end: previous.end + lineEnd }
		pieces.splice(earlier + 1, 0, gap, fresh)
		return
	}
	const later = place(after, false)
	if (later >= 0) {
		pieces.splice(later, 0, fresh, gap)
		return
	}
	const tail = pieces.at(-1)
	if (tail?.kind === 'text' && !tail.text.endsWith('\n')) pieces.push({ kind: 'text', text: lineEnd })
	pieces.push(gap, fresh)
}

/** The empty line that was put in with a part goes with it. */
function dropGap(pieces: Piece[], lineEnd: string) {
	const last = pieces.at(-1)
	if (last?.kind === 'text' && last.text === lineEnd) pieces.pop()
}

const partNames = (file: PartsFile): string[] =>
	file.pieces.flatMap((piece) => (piece.kind === 'part' ? [piece.name] : []))

const writtenOf = (file: PartsFile, text: string): Written => ({
	parts: partNames(file),
	front: file.front ? frontHashes(file.front.yaml) : {},
	hash: hashOf(text),
})

/** The first words of a part, for a sentence about it. */
function excerpt(content: string): string {
	const words = content
		.replace(/^[\s>*#-]*(\[!.*\].*)?/gm, '')
		.replace(/\s+/g, ' ')
		.trim()
	return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
