import type { Element } from 'hast'
import type { Metadata } from '../../../corpus/metadata.ts'
import { make } from '../hast/tree.ts'
import type { Comment } from '../hast/walker.ts'
import { Comments } from './comments.ts'
import { isRunningHead, isSilent, isTransparent } from './destinations.ts'
import { Field } from './fields.ts'
import { Flow } from './flow.ts'
import {
	type CharacterFormat,
	characterWord,
	paragraphWord,
	plainCharacters,
	plainParagraph,
} from './formats.ts'
import { type Group, readGroup, skipGroup } from './groups.ts'
import { Head, headTableOf } from './head.ts'
import { Letters } from './letters.ts'
import type { List } from './lists.ts'
import { type Note, Notes } from './notes.ts'
import { Drawing, type Picture, Pictures, pictureOf } from './pictures.ts'
import { characterOf, plainText, unicodeOf } from './plaintext.ts'
import { RowBuilder } from './rows.ts'
import { Scopes, type State } from './scopes.ts'
import type { Style } from './styles.ts'
import { type Token, tokensOf } from './tokens.ts'

/** An RTF file as it was read, before its paragraphs are given meaning. */
export interface RtfDocument {
	readonly body: Flow
	readonly notes: readonly Note[]
	readonly comments: ReadonlyMap<string, Comment>
	/** Lines of running heads and footers, each once. */
	readonly furniture: readonly string[]
	/** By the `src` that their elements have. */
	readonly pictures: ReadonlyMap<string, Uint8Array>
	readonly styles: ReadonlyMap<number, Style>
	readonly lists: ReadonlyMap<number, List>
	readonly metadata: Metadata
	/** How many letters were written in each of Windows' languages. */
	readonly languages: ReadonlyMap<number, number>
}

/** @param source each code unit one byte; begins with `{\rtf`. Takes time in proportion to it. */
export const readRtf = (source: string): RtfDocument => new Reader(source).read()

class Reader {
	readonly #tokens: Iterator<Token, void, void>
	#starred = false
	readonly #body = new Flow()
	readonly #scopes = new Scopes(this.#body)
	readonly #furniture = new Set<string>()
	readonly #head = new Head()
	readonly #letters = new Letters(this.#head)
	readonly #notes = new Notes()
	readonly #comments = new Comments()
	readonly #pictures = new Pictures()
	/** The innermost row, field and drawing that are being read. */
	#rows = new RowBuilder()
	#field: Field | null = null
	#drawing: Drawing | null = null

	constructor(source: string) {
		this.#tokens = tokensOf(source)
	}

	read(): RtfDocument {
		for (let next = this.#tokens.next(); next.done !== true; next = this.#tokens.next()) {
			// Programs put one document behind the other; what stands outside of their braces is none.
			if (this.#scopes.isOpen || next.value.kind === 'open') this.#token(next.value)
		}
		while (this.#scopes.isOpen) this.#close()
		this.#flush()
		this.#body.endStarted(this.#state.paragraph)
		this.#notes.number()
		return {
			body: this.#body,
			notes: this.#notes.all,
			comments: this.#comments.all,
			furniture: [...this.#furniture],
			pictures: this.#pictures.bytes,
			styles: this.#head.styles,
			lists: this.#head.lists,
			metadata: this.#head.metadata,
			languages: this.#letters.languages,
		}
	}

	/** What holds where the reader stands. */
	get #state(): State {
		return this.#scopes.state
	}

	#token(token: Token): void {
		switch (token.kind) {
			case 'open':
				this.#open()
				break
			case 'close':
				this.#close()
				break
			case 'text':
				this.#letters.add(token.text)
				break
			case 'byte':
				this.#letters.add(String.fromCharCode(token.code))
				break
			case 'word':
				this.#flush()
				this.#word(token.name, token.value)
				break
			case 'binary':
				break
		}
		if (token.kind !== 'word') this.#starred = false
	}

	#open(): void {
		this.#flush()
		this.#letters.skip(0)
		this.#scopes.open()
	}

	#close(): void {
		this.#flush()
		this.#letters.skip(0)
		this.#scopes.close()
	}

	/** Reads the rest of the group as a tree; the group is over then. */
	#group(): Group {
		const group = readGroup(this.#tokens)
		this.#close()
		return group
	}

	/** The words of the rest of the group; it is over then. */
	#text(): string {
		return plainText(this.#group(), this.#head.page)
	}

	#skipGroup(): void {
		skipGroup(this.#tokens)
		this.#close()
	}

	#word(name: string, value: number | null): void {
		const starred = this.#starred
		this.#starred = false
		const character = characterOf(name)
		if (character !== undefined) {
			if (!this.#letters.skipsOne()) this.#write(character)
			return
		}
		this.#letters.skip(0)
		if (name === '*') this.#starred = true
		else if (isSilent(name)) this.#skipGroup()
		else if (!this.#wordOfText(name, value) && !this.#destination(name) && !this.#wordOfHead(name, value))
			if (starred && !isTransparent(name)) this.#skipGroup()
	}

	#wordOfText(name: string, value: number | null): boolean {
		const { flow, paragraph, characters } = this.#state
		switch (name) {
			case 'u':
				this.#write(unicodeOf(value))
				this.#letters.skip(this.#state.fallback)
				return true
			case 'uc':
				this.#scopes.change({ fallback: Math.min(8, Math.max(0, value ?? 1)) })
				return true
			case 'par':
				flow.endParagraph(paragraph)
				return true
			case 'page':
			case 'column':
			case 'sect':
				flow.endStarted(paragraph)
				return true
			case 'line':
			case 'softline':
			case 'lbr':
				if (!isUnseen(characters)) flow.add(make('br'))
				return true
			case 'cell':
				this.#endCell(1)
				return true
			case 'nestcell':
				this.#endCell(Math.max(2, paragraph.tables))
				return true
			case 'row':
			case 'nestrow': {
				const tables = name === 'row' ? 1 : Math.max(2, paragraph.tables)
				flow.endStarted({ ...paragraph, tables })
				flow.items.push({ kind: 'row', tables, row: this.#rows.row })
				return true
			}
			case 'pard':
				this.#scopes.change({ paragraph: plainParagraph })
				return true
			case 'plain':
				this.#scopes.change({ characters: { ...plainCharacters, font: this.#head.defaultFont } })
				return true
		}
		const changed = characterWord(characters, name, value)
		if (changed !== undefined) this.#scopes.change({ characters: changed })
		const moved = changed === undefined ? paragraphWord(paragraph, name, value) : undefined
		if (moved !== undefined) this.#scopes.change({ paragraph: moved })
		return (
			changed !== undefined || moved !== undefined || this.#rows.word(name, value) || this.#notes.word(name)
		)
	}

	#wordOfHead(name: string, value: number | null): boolean {
		if (!this.#head.word(name, value)) return false
		if (name === 'deff')
			this.#scopes.change({ characters: { ...this.#state.characters, font: this.#head.defaultFont } })
		return true
	}

	/** @returns false where the word begins no part of a file that is known */
	#destination(name: string): boolean {
		const table = headTableOf(name)
		if (table !== undefined) {
			this.#head.table(table, this.#group())
			return true
		}
		switch (name) {
			case 'upr':
				// Its first group is for readers that know no Unicode.
				if (this.#tokens.next().done !== true) skipGroup(this.#tokens)
				return true
			case 'listtext':
			case 'pntext':
				this.#state.flow.mark(this.#text().slice(0, 100))
				return true
			case 'bkmkstart':
				this.#anchor(this.#text().trim())
				return true
			case 'footnote': {
				const { flow: caller } = this.#state
				const note = this.#notes.begin()
				this.#beginFlow((flow) => this.#notes.end(note, flow, caller))
				return true
			}
			case 'annotation': {
				const { flow: around } = this.#state
				this.#beginFlow((flow) => this.#comments.end(flow, around))
				return true
			}
			case 'atnauthor':
			case 'atndate':
			case 'atnref':
				this.#comments.describe(name, this.#text())
				return true
			case 'atrfstart':
			case 'atrfend':
				this.#add(this.#comments.edge(name, this.#text().trim()))
				return true
			case 'pict':
				this.#picture(pictureOf(this.#group(), this.#head.page))
				return true
			case 'shp':
				this.#beginDrawing()
				return true
			case 'sp': {
				const group = this.#group()
				this.#drawing?.set(group, this.#head.page)
				return true
			}
			case 'shptxt':
			case 'dptxbxtext': {
				const { flow: around } = this.#state
				this.#beginFlow((flow) => around.addBox(flow))
				return true
			}
			case 'field':
				this.#beginField()
				return true
			case 'fldinst': {
				const text = this.#text()
				this.#field?.instruct(text)
				return true
			}
			case 'fldrslt': {
				const link = this.#field?.beginResult()
				if (link) this.#scopes.change({ href: link })
				return true
			}
			case 'nesttableprops': {
				const outer = this.#rows
				this.#rows = new RowBuilder()
				this.#scopes.atClose(() => {
					this.#rows = outer
				})
				return true
			}
			default:
				if (!isRunningHead(name)) return false
				this.#beginFlow((flow) => {
					for (const line of flow.lines()) if (/\p{L}/u.test(line)) this.#furniture.add(line)
				})
				return true
		}
	}

	/** What follows in this group is a text of its own; too deep in groups, it stays in the one around. */
	#beginFlow(finish: (flow: Flow) => void): void {
		if (this.#scopes.isTooDeep) return
		const flow = new Flow()
		const characters = { ...plainCharacters, font: this.#state.characters.font }
		this.#scopes.change({ flow, href: null, paragraph: plainParagraph, characters })
		this.#scopes.atClose(() => {
			flow.endStarted(this.#state.paragraph)
			finish(flow)
		})
	}

	#beginField(): void {
		const around = this.#field
		const field = new Field()
		this.#field = field
		this.#scopes.atClose(() => {
			if (field.sign !== null) this.#write(field.sign)
			this.#field = around
		})
	}

	#beginDrawing(): void {
		const around = this.#drawing
		const drawing = new Drawing()
		this.#drawing = drawing
		this.#scopes.atClose(() => {
			this.#drawing = around
			if (drawing.picture !== null) this.#picture(drawing.picture)
		})
	}

	#picture(picture: Picture): void {
		if (!isUnseen(this.#state.characters)) this.#add(this.#pictures.add(picture))
	}

	#add(element: Element): void {
		this.#state.flow.add(element)
	}

	#anchor(name: string): void {
		if (name !== '') this.#state.flow.add(make('a', { id: name }))
	}

	#endCell(tables: number): void {
		const { flow, paragraph } = this.#state
		flow.endStarted({ ...paragraph, tables })
		flow.items.push({ kind: 'cell', tables })
	}

	/** Writes the bytes that wait. */
	#flush(): void {
		const text = this.#letters.take(this.#state.characters.font)
		if (text !== null) this.#write(text)
	}

	#write(text: string): void {
		const { characters, flow, href } = this.#state
		if (isUnseen(characters)) return
		const shown = this.#letters.shown(text, characters.font)
		flow.write(shown, characters, href)
		this.#letters.count(shown, characters.language)
	}
}

const isUnseen = ({ hidden, deleted }: CharacterFormat): boolean => hidden || deleted
