import type { Run } from '../../../corpus/page.ts'
import type { Range } from '../../../corpus/range.ts'
import type { Block, BlockKind, Container, Mark } from '../../../corpus/readingtext.ts'
import { isLowered, isRaised, type Note } from './footnotes.ts'
import type { Piece } from './geometry.ts'
import { jointOf } from './joining.ts'
import type { Line } from './lines.ts'
import type { PlacedLine } from './paragraphs.ts'

/** A block that is to be written. */
export interface Draft {
	readonly kind: BlockKind
	readonly level?: number
	readonly lines: readonly PlacedLine[]
	/** An item of a list: the first of one, or the next of the list before. */
	readonly item?: 'first' | 'next'
	/** A footnote's body. */
	readonly note?: Note
	/** Stands for a page without text; such a block has no lines. */
	readonly picture?: { readonly page: number; readonly width: number; readonly height: number }
}

/** What was written: a text and where its parts stand on their pages. */
export interface Written {
	readonly text: string
	readonly blocks: readonly Block[]
	/** Of lists and footnotes. */
	readonly containers: readonly Container[]
	/** Pictures, calls of notes, raised and lowered letters. */
	readonly marks: readonly Mark[]
	/** Where the furniture begins. */
	readonly bodyEnd: number
	/** By page, from 0. */
	readonly runs: readonly (readonly Run[])[]
	/** Where the body of each page begins; null where it has none. */
	readonly starts: readonly (number | null)[]
}

/** Writes blocks one after the other: their text, and a run for each piece of it. */
export function write(drafts: readonly Draft[], pages: number, words: ReadonlyMap<string, number>): Written {
	const parts: string[] = []
	const blocks: Block[] = []
	const runs: Run[][] = Array.from({ length: pages }, () => [])
	const containers: Container[] = []
	const marks: Mark[] = []
	const ids = new Map(
		drafts.flatMap(({ note }, index) => (note ? [[note.call, `note-${index}`] as const] : [])),
	)
	const starts: (number | null)[] = Array.from({ length: pages }, () => null)
	let at = 0
	/** The index of the list that goes on. */
	let list = 0
	const put = (text: string) => {
		parts.push(text)
		at += text.length
	}
	for (const draft of drafts) {
		const start = at
		if (draft.picture) {
			const { page, width, height } = draft.picture
			put('\uFFFC')
			starts[page] ??= start
			runs[page]?.push({ start, end: at, x: 0, y: 0, width, height, angle: 0 })
			marks.push({ kind: 'picture', start, end: at, asset: null, alt: `Page ${page + 1}, which has no text` })
		}
		for (const [index, { line, page }] of draft.lines.entries()) {
			const below = draft.lines[index + 1]?.line.text
			const joint = below === undefined ? null : jointOf(line.text, below, words)
			if (draft.kind !== 'furniture') starts[page] ??= at
			for (const [number, piece] of line.pieces.entries()) {
				if (number > 0 && piece.isSpaced) put(' ')
				const isLast = number === line.pieces.length - 1
				const text = isLast && joint === 'without-hyphen' ? piece.text.slice(0, -1) : piece.text
				if (text === '') continue
				const from = at
				put(text)
				marks.push(...marksOn(piece, line, { start: from, end: at }, ids))
				addRun(runs[page], { start: from, end: at, ...piece.box })
			}
			if (joint === 'space') put(' ')
		}
		put('\n')
		const { kind, level, note, item } = draft
		if (item === 'first') list = containers.push({ kind: 'list', parent: null, ordered: false }) - 1
		if (item) containers.push({ kind: 'item', parent: list })
		if (note) {
			const id = ids.get(note.call) ?? ''
			containers.push({ kind: 'footnote', parent: null, id, label: note.label })
		}
		const isRight = draft.lines[0]?.line.isRightToLeft
		blocks.push({
			...{ start, end: at, kind, container: note || item ? containers.length - 1 : null },
			...(level !== undefined && { level }),
			...(isRight && { direction: 'rtl' as const }),
		})
	}
	const bodyEnd = blocks.find(({ kind }) => kind === 'furniture')?.start ?? at
	return { text: parts.join(''), blocks, containers, marks, bodyEnd, runs, starts }
}

function marksOn(piece: Piece, line: Line, range: Range, notes: ReadonlyMap<Piece, string>): readonly Mark[] {
	const footnote = notes.get(piece)
	if (footnote !== undefined) return [{ ...range, kind: 'footnote-call', footnote }]
	if (isRaised(piece, line)) return [{ ...range, kind: 'superscript' }]
	return isLowered(piece, line) ? [{ ...range, kind: 'subscript' }] : []
}

/** Adds a run, or lengthens the last one where it goes on in the same word. */
function addRun(runs: Run[] | undefined, run: Run): void {
	const last = runs?.at(-1)
	const goesOn =
		last &&
		last.end === run.start &&
		last.angle === 0 &&
		run.angle === 0 &&
		!last.vertical &&
		!run.vertical &&
		Math.abs(last.y - run.y) < 0.1 * run.height &&
		Math.abs(last.height - run.height) < 0.1 * run.height &&
		run.x > last.x
	if (goesOn) runs?.splice(-1, 1, { ...last, end: run.end, width: run.x + run.width - last.x })
	else runs?.push(run)
}
