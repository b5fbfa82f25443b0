import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import { roman } from '../numerals.ts'
import type { Flow } from './flow.ts'

/** A footnote or endnote. */
export interface Note {
	readonly id: string
	readonly flow: Flow
	readonly isEndnote: boolean
	/** What its call shows: filled in when all notes are known. */
	readonly call: Element
	/** What the author wrote in the place of a number; '' for none. */
	readonly sign: string
}

/** A note that is being read. */
interface OpenNote {
	isEndnote: boolean
	/** Whether its number was called, and no sign is. */
	readonly isCalled: boolean
	/** The note in which it stands. */
	readonly around: OpenNote | null
}

/** Collects the notes of a file, and numbers them. */
export class Notes {
	/** In the order in which they end. */
	readonly all: Note[] = []
	#romanFootnotes = false
	#endnoteNumbers: 'roman' | 'arabic' | null = null
	/** Whether the number of the next note was called. */
	#isCalled = false
	#open: OpenNote | null = null

	/** @returns false where the word is about something else */
	word(name: string): boolean {
		switch (name) {
			case 'chftn':
				if (this.#open === null) this.#isCalled = true
				return true
			case 'ftnalt':
				if (this.#open !== null) this.#open.isEndnote = true
				return true
			case 'ftnnrlc':
				this.#romanFootnotes = true
				return true
			case 'aftnnrlc':
			case 'aftnnar':
				this.#endnoteNumbers = name === 'aftnnar' ? 'arabic' : 'roman'
				return true
			default:
				return false
		}
	}

	/** A `\footnote` begins; the result is for `end`. */
	begin(): OpenNote {
		this.#open = { isEndnote: false, isCalled: this.#isCalled, around: this.#open }
		this.#isCalled = false
		return this.#open
	}

	/** Keeps a note that has been read into a flow, and calls it from the flow that it was written in. */
	end({ isEndnote, isCalled, around }: OpenNote, flow: Flow, caller: Flow): void {
		this.#open = around
		const id = `note-${this.all.length + 1}`
		const sign = isCalled ? '' : caller.takeSign()
		const call = make('sup')
		this.all.push({ id, flow, call, sign, isEndnote })
		caller.add(make('a', { href: `#${id}`, role: 'doc-noteref' }, call))
	}

	/**
	 * Fills in the calls, when all notes are known. Endnotes beside footnotes have Roman numbers where nothing
	 * else is said, as in Word.
	 */
	number(): void {
		const isMixed = this.all.some((note) => note.isEndnote) && this.all.some((note) => !note.isEndnote)
		const endnotes = this.#endnoteNumbers ?? (isMixed ? 'roman' : 'arabic')
		const counts = { footnotes: 0, endnotes: 0 }
		for (const { sign, isEndnote, call } of this.all) {
			const number = sign !== '' ? 0 : isEndnote ? ++counts.endnotes : ++counts.footnotes
			const isRoman = isEndnote ? endnotes === 'roman' : this.#romanFootnotes
			const value = sign !== '' ? sign : isRoman ? roman(number) : String(number)
			call.children.push({ type: 'text', value })
		}
	}
}
