import type { Range } from '../../../corpus/range.ts'
import type { Block, BlockKind, Container, Mark, ReadingText } from '../../../corpus/readingtext.ts'
import { Stretches } from './stretches.ts'

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A mark before it is known where it lies. */
export type MarkKind = Without<Mark, 'start' | 'end'>

/** A container that comes into being with the first block inside it: containers of nothing never do. */
export class Nesting {
	readonly parent: Nesting | null
	readonly #make: (parent: number | null) => Container
	#index: number | null = null

	constructor(parent: Nesting | null, make: (parent: number | null) => Container) {
		this.parent = parent
		this.#make = make
	}

	get used(): boolean {
		return this.#index !== null
	}

	/** Its index in `containers`, to which it and its parents are added where they are missing. */
	indexIn(containers: Container[]): number {
		const missing: Nesting[] = []
		let at: Nesting | null = this
		while (at !== null && at.#index === null) {
			missing.push(at)
			at = at.parent
		}
		let parent = at === null ? null : at.#index
		for (const nesting of missing.reverse()) {
			parent = containers.push(nesting.#make(parent)) - 1
			nesting.#index = parent
		}
		return parent ?? 0
	}
}

/** What blocks that begin here are like. */
export interface BlockStyle {
	readonly kind: BlockKind
	readonly nesting: Nesting | null
	readonly level?: number
	readonly language?: string
	readonly direction?: 'ltr' | 'rtl'
	readonly align?: 'start' | 'center' | 'end'
	/** White space is kept instead of collapsed. */
	readonly keepSpace: boolean
}

export interface Written {
	readonly text: ReadingText
	/** Which block each name that links may point to stands for: an index into `blocks`. */
	readonly targets: ReadonlyMap<string, number>
	/** The passages of comments by their names; those of nothing are not there. */
	readonly stretches: ReadonlyMap<string, Range>
}

interface OpenBlock {
	readonly start: number
	readonly style: BlockStyle
	onlyPicture: boolean
}

/**
 * Writes a reading text from its beginning to its end and keeps its invariants. Blocks begin with the
 * first thing visible in them, so that empty ones never arise; white space is held back until something
 * visible follows it in the same block, as CSS collapses it. Two line breaks in a row begin a new
 * paragraph. Takes time in proportion to what is written.
 */
export class Writer {
	readonly #parts: string[] = []
	#length = 0
	readonly #blocks: Block[] = []
	readonly #containers: Container[] = []
	readonly #marks: Mark[] = []
	readonly #targets = new Map<string, number>()
	#open: OpenBlock | null = null
	/** White space that will be written before the next visible character. */
	#pending = ''
	/** Marks that are open, the outermost first; those below `#begun` have a start in the open block. */
	readonly #active: { readonly mark: MarkKind; start: number }[] = []
	#begun = 0
	#waitingTargets: string[] = []
	#waitingPage: string | null = null
	readonly #stretches = new Stretches()

	/** Text that belongs into the open block, or into a new one of this style. */
	write(value: string, style: BlockStyle): void {
		const text = style.keepSpace ? value.replace(/\r\n?/g, '\n') : collapse(value)
		let start = 0
		while (start < text.length && isSpace(text.charCodeAt(start))) start++
		let end = text.length
		while (end > start && isSpace(text.charCodeAt(end - 1))) end--
		this.#hold(text.slice(0, start), style)
		if (start === end) return
		this.#begin(style)
		this.#put(wellFormed(text.slice(start, end)))
		this.#hold(text.slice(end), style)
	}

	breakLine(): void {
		this.#pending = this.#pending.endsWith(' ') ? `${this.#pending.slice(0, -1)}\n` : `${this.#pending}\n`
	}

	/** One U+FFFC that stands for a picture. */
	picture(asset: string | null, alt: string, style: BlockStyle): void {
		this.#begin(style)
		const start = this.#length
		this.#put('\uFFFC')
		this.#marks.push({ kind: 'picture', asset, alt: wellFormed(alt), start, end: start + 1 })
		if (this.#open !== null) this.#open.onlyPicture = this.#open.start === start
	}

	/** A block without text, such as a rule or an empty cell. */
	empty(style: BlockStyle): void {
		this.endBlock()
		this.#startBlock(style)
		this.#pending = ''
		this.endBlock()
	}

	/** What follows belongs into another block. */
	endBlock(): void {
		this.#pending = ''
		const open = this.#open
		if (open === null) return
		for (let at = 0; at < this.#begun; at++) this.#endMark(at)
		this.#begun = 0
		const { kind, nesting, level, language, direction, align } = open.style
		this.#parts.push('\n')
		this.#length += 1
		this.#blocks.push({
			kind: open.onlyPicture && kind === 'paragraph' ? 'picture' : kind,
			start: open.start,
			end: this.#length,
			container: nesting === null ? null : nesting.indexIn(this.#containers),
			...(kind === 'heading' && { level: level ?? 1 }),
			...(language !== undefined && { language }),
			...(direction !== undefined && { direction }),
			...(align !== undefined && { align }),
		})
		this.#open = null
	}

	/** The mark covers what is visible until its `closeMark`, in each block by itself. */
	openMark(mark: MarkKind): void {
		this.#active.push({ mark, start: -1 })
	}

	/** Ends the mark opened last. */
	closeMark(): void {
		const last = this.#active.length - 1
		if (this.#begun > last) {
			this.#endMark(last)
			this.#begun = last
		}
		this.#active.pop()
	}

	/** Links to this name lead to the block that holds what is written next. */
	target(name: string): void {
		if (this.#targets.has(name)) return
		if (this.#open === null) this.#waitingTargets.push(name)
		else this.#targets.set(name, this.#blocks.length)
	}

	/** A printed page begins with what is written next. */
	page(label: string): void {
		this.#waitingPage = label
	}

	/** A comment's passage begins with what is written next. */
	openStretch(name: string): void {
		this.#stretches.open(name)
	}

	/** It ends with what was written last; without an `openStretch` it is the paragraph. */
	closeStretch(name: string): void {
		this.#stretches.close(name, this.#blocks.length)
	}

	finish(): Written {
		this.endBlock()
		const last = this.#blocks.length - 1
		if (last >= 0) for (const name of this.#waitingTargets) this.#remember(name, last)
		this.#marks.sort((a, b) => a.start - b.start || b.end - a.end)
		return {
			text: {
				text: this.#parts.join(''),
				blocks: this.#blocks,
				containers: this.#containers,
				marks: this.#marks,
			},
			targets: this.#targets,
			stretches: this.#stretches.finish(this.#blocks),
		}
	}

	#hold(space: string, style: BlockStyle): void {
		if (style.keepSpace) this.#pending += space
		else if (space !== '' && this.#pending === '') this.#pending = ' '
	}

	#begin(style: BlockStyle): void {
		const pending = this.#pending
		const open = this.#open
		if (open !== null && !isParagraphBreak(pending, open.style)) {
			this.#pending = ''
			if (pending !== '') this.#parts.push(pending)
			this.#length += pending.length
			return
		}
		this.endBlock()
		this.#startBlock(open === null ? style : open.style)
		this.#pending = ''
		const indent = style.keepSpace ? pending.slice(pending.lastIndexOf('\n') + 1) : ''
		if (indent !== '') this.#parts.push(indent)
		this.#length += indent.length
	}

	#startBlock(style: BlockStyle): void {
		this.#open = { start: this.#length, style, onlyPicture: false }
		if (this.#waitingTargets.length === 0) return
		for (const name of this.#waitingTargets) this.#remember(name, this.#blocks.length)
		this.#waitingTargets = []
	}

	#remember(name: string, block: number): void {
		if (!this.#targets.has(name)) this.#targets.set(name, block)
	}

	#put(text: string): void {
		if (this.#open !== null) this.#open.onlyPicture = false
		for (; this.#begun < this.#active.length; this.#begun++) {
			const begun = this.#active[this.#begun]
			if (begun !== undefined) begun.start = this.#length
		}
		if (this.#waitingPage !== null) {
			const width = (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
			const label = wellFormed(this.#waitingPage)
			this.#marks.push({ kind: 'page', label, start: this.#length, end: this.#length + width })
			this.#waitingPage = null
		}
		this.#stretches.written(this.#length, this.#length + text.length)
		this.#parts.push(text)
		this.#length += text.length
	}

	#endMark(at: number): void {
		const active = this.#active[at]
		if (active !== undefined && active.start < this.#length)
			this.#marks.push({ ...active.mark, start: active.start, end: this.#length })
	}
}

/** Two line breaks in a row, which people use for want of a paragraph. */
const isParagraphBreak = (space: string, style: BlockStyle): boolean =>
	style.kind === 'paragraph' && !style.keepSpace && space.includes('\n\n')

const isSpace = (code: number): boolean =>
	code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d

/** What SQLite and text encoders could not keep becomes U+FFFD. */
export const wellFormed = (text: string): string =>
	text.isWellFormed() && !text.includes('\0') ? text : text.replace(/[\p{Surrogate}\0]/gu, '\uFFFD')

const eastAsian = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEF'
const eastAsianBreak = new RegExp(
	`(?<=[${eastAsian}])[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=[${eastAsian}])`,
	'gu',
)

/** CSS Text 3, 4.1: runs of white space become one space; a line break between East Asian letters, none. */
function collapse(text: string): string {
	if (!/[\t\n\r\f]| {2}/.test(text)) return text
	const joined = text.includes('\n') ? text.replace(eastAsianBreak, '') : text
	return joined.replace(/[ \t\n\r\f]+/g, ' ')
}
