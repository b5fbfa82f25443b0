import type { Element } from 'hast'
import type { Metadata } from '../../../corpus/metadata.ts'
import { make } from '../hast/tree.ts'
import type { Comment } from '../hast/walker.ts'
import { roman } from '../numerals.ts'
import { type CodePage, decodeBytes, isKnownPage, symbolPage, westernPage } from './codepages.ts'
import { Flow } from './flow.ts'
import { type Font, fontsOf } from './fonts.ts'
import {
	type CharacterFormat,
	characterWord,
	type ParagraphFormat,
	paragraphWord,
	plainCharacters,
	plainParagraph,
} from './formats.ts'
import { type Group, readGroup, skipGroup } from './groups.ts'
import { infoOf, packedTime } from './info.ts'
import { symbolIn, targetOf } from './instructions.ts'
import { type List, listsOf, overridesOf } from './lists.ts'
import { type Picture, pictureOf, propertyOf, withoutFolders } from './pictures.ts'
import { characterOf, plainText, unicodeOf } from './plaintext.ts'
import { RowBuilder } from './rows.ts'
import { type Style, stylesOf } from './styles.ts'
import { symbolOf } from './symbols.ts'
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

export interface Note {
	readonly id: string
	readonly flow: Flow
	readonly isEndnote: boolean
	/** What its call shows: filled in when all notes are known. */
	readonly call: Element
	/** What the author wrote in the place of a number; '' for none. */
	readonly sign: string
}

/** What holds until the end of a group. */
interface State {
	readonly characters: CharacterFormat
	readonly paragraph: ParagraphFormat
	readonly flow: Flow
	readonly href: string | null
	/** How many characters stand after each `\u` for readers that know no Unicode. */
	readonly fallback: number
}

interface Frame {
	readonly state: State
	/** What is to be done where the group ends; null: nothing. */
	onClose: (() => void) | null
}

/** A field that is being read: where its result leads, or the sign that stands for it. */
interface Field {
	link: string | null
	symbol: ReturnType<typeof symbolIn>
}

/** A drawing that is being read. */
interface Shape {
	picture: Picture | null
	description: string
}

/** Groups nested deeper share the format of the one around them. */
const maxDepth = 2000

/** Parts of a file that say nothing to a reader. Those with `\*` are passed over where they are unknown. */
const silent: ReadonlySet<string> = new Set(
	'colortbl generator filetbl revtbl xe tc txe rxe nonshppict nonesttables shprslt ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private1 mmathPict themedata fontemb datafield pntxta pntxtb'.split(
		' ',
	),
)

/** Groups with `\*` whose words belong to the text around them. */
const transparent: ReadonlySet<string> = new Set('shppict shpinst ud moMath moMathPara do'.split(' '))

const runningHeads = /^(?:header|footer)[lrf]?$/

/** @param source each code unit one byte; begins with `{\rtf`. Takes time in proportion to it. */
export const readRtf = (source: string): RtfDocument => new Reader(source).read()

class Reader {
	readonly #tokens: Iterator<Token, void, void>
	#state: State
	readonly #frames: Frame[] = []
	/** Groups beyond `maxDepth` that are open. */
	#beyond = 0
	#starred = false
	/** Characters to be passed over after `\u`. */
	#skip = 0
	/** Bytes that wait for those that complete their characters. */
	#bytes = ''

	readonly #body = new Flow()
	readonly #notes: Note[] = []
	readonly #comments = new Map<string, Comment>()
	readonly #furniture = new Set<string>()
	readonly #pictures = new Map<string, Uint8Array>()
	readonly #languages = new Map<number, number>()
	#fonts: ReadonlyMap<number, Font> = new Map()
	#styles: ReadonlyMap<number, Style> = new Map()
	#allLists: ReadonlyMap<number, List> = new Map()
	#lists: ReadonlyMap<number, List> = new Map()
	#metadata: Metadata = { title: '' }
	#page: CodePage = westernPage
	#defaultFont = 0

	#rows = new RowBuilder()
	#romanFootnotes = false
	#endnoteNumbers: 'roman' | 'arabic' | null = null
	/** Whether the number of the next note was called. */
	#isCalled = false
	/** The note that is being read. */
	#note: { isEndnote: boolean } | null = null
	#field: Field | null = null
	#shape: Shape | null = null
	#comment: { author: string | null; at: number | null; name: string | null } = {
		author: null,
		at: null,
		name: null,
	}
	readonly #ranges = new Set<string>()

	constructor(source: string) {
		this.#tokens = tokensOf(source)
		this.#state = {
			characters: plainCharacters,
			paragraph: plainParagraph,
			flow: this.#body,
			href: null,
			fallback: 1,
		}
	}

	read(): RtfDocument {
		for (let next = this.#tokens.next(); next.done !== true; next = this.#tokens.next()) {
			// Programs put one document behind the other; what stands outside of their braces is none.
			if (this.#frames.length > 0 || next.value.kind === 'open') this.#token(next.value)
		}
		while (this.#frames.length > 0) this.#close()
		this.#flush()
		this.#body.endStarted(this.#state.paragraph)
		this.#numberNotes()
		return {
			body: this.#body,
			notes: this.#notes,
			comments: this.#comments,
			furniture: [...this.#furniture],
			pictures: this.#pictures,
			styles: this.#styles,
			lists: this.#lists,
			metadata: this.#metadata,
			languages: this.#languages,
		}
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
				this.#bytes += token.text.slice(this.#skip)
				this.#skip = Math.max(0, this.#skip - token.text.length)
				break
			case 'byte':
				if (this.#skip > 0) this.#skip--
				else this.#bytes += String.fromCharCode(token.code)
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
		this.#skip = 0
		if (this.#frames.length >= maxDepth) this.#beyond++
		else this.#frames.push({ state: this.#state, onClose: null })
	}

	#close(): void {
		this.#flush()
		this.#skip = 0
		if (this.#beyond > 0) {
			this.#beyond--
			return
		}
		const frame = this.#frames.pop()
		if (frame === undefined) return
		frame.onClose?.()
		this.#state = frame.state
	}

	/** Reads the rest of the group as a tree; the group is over then. */
	#group(): Group {
		const group = readGroup(this.#tokens)
		this.#close()
		return group
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
			if (this.#skip > 0) this.#skip--
			else this.#write(character)
			return
		}
		this.#skip = 0
		if (name === '*') this.#starred = true
		else if (silent.has(name) || /^m[a-z]+Pr$/.test(name)) this.#skipGroup()
		else if (!this.#wordOfText(name, value) && !this.#destination(name) && !this.#wordOfHead(name, value))
			if (starred && !transparent.has(name)) this.#skipGroup()
	}

	#wordOfText(name: string, value: number | null): boolean {
		const { flow, paragraph, characters } = this.#state
		switch (name) {
			case 'u':
				this.#write(unicodeOf(value))
				this.#skip = this.#state.fallback
				return true
			case 'uc':
				this.#state = { ...this.#state, fallback: Math.min(8, Math.max(0, value ?? 1)) }
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
				this.#state = { ...this.#state, paragraph: plainParagraph }
				return true
			case 'plain':
				this.#state = { ...this.#state, characters: { ...plainCharacters, font: this.#defaultFont } }
				return true
			case 'chftn':
				if (this.#note === null) this.#isCalled = true
				return true
			case 'ftnalt':
				if (this.#note !== null) this.#note.isEndnote = true
				return true
		}
		const changed = characterWord(characters, name, value)
		if (changed !== undefined) this.#state = { ...this.#state, characters: changed }
		const moved = changed === undefined ? paragraphWord(paragraph, name, value) : undefined
		if (moved !== undefined) this.#state = { ...this.#state, paragraph: moved }
		return changed !== undefined || moved !== undefined || this.#rows.word(name, value)
	}

	#wordOfHead(name: string, value: number | null): boolean {
		switch (name) {
			case 'ansicpg':
				if (value !== null && isKnownPage(value)) this.#page = value
				return true
			case 'mac':
				this.#page = 10000
				return true
			case 'pc':
				this.#page = 437
				return true
			case 'pca':
				this.#page = 850
				return true
			case 'deff':
				this.#defaultFont = value ?? 0
				this.#state = { ...this.#state, characters: { ...this.#state.characters, font: value ?? 0 } }
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

	/** @returns false where the word begins no part of a file that is known */
	#destination(name: string): boolean {
		switch (name) {
			case 'fonttbl':
				this.#fonts = fontsOf(this.#group())
				return true
			case 'stylesheet':
				this.#styles = stylesOf(this.#group(), this.#page)
				return true
			case 'listtable':
				this.#allLists = listsOf(this.#group())
				return true
			case 'listoverridetable':
				this.#lists = overridesOf(this.#group(), this.#allLists)
				return true
			case 'info':
				this.#metadata = infoOf(this.#group(), this.#page)
				return true
			case 'upr':
				// Its first group is for readers that know no Unicode.
				if (this.#tokens.next().done !== true) skipGroup(this.#tokens)
				return true
			case 'listtext':
			case 'pntext':
				this.#state.flow.mark(this.#markerOf(this.#group()))
				return true
			case 'bkmkstart':
				this.#anchor(plainText(this.#group(), this.#page).trim())
				return true
			case 'footnote':
				this.#footnote()
				return true
			case 'annotation':
				this.#annotation()
				return true
			case 'atnauthor':
				this.#comment.author = plainText(this.#group(), this.#page).trim() || null
				return true
			case 'atndate':
				this.#comment.at = packedTime(Number.parseInt(plainText(this.#group(), this.#page), 10) || null)
				return true
			case 'atnref':
				this.#comment.name = plainText(this.#group(), this.#page).trim()
				return true
			case 'atrfstart':
			case 'atrfend':
				this.#range(name === 'atrfstart', plainText(this.#group(), this.#page).trim())
				return true
			case 'pict':
				this.#picture(pictureOf(this.#group(), this.#page))
				return true
			case 'shp':
				this.#drawing()
				return true
			case 'sp':
				this.#property(this.#group())
				return true
			case 'shptxt':
			case 'dptxbxtext':
				this.#textBox()
				return true
			case 'field':
				this.#beginField()
				return true
			case 'fldinst':
				this.#instruction(plainText(this.#group(), this.#page))
				return true
			case 'fldrslt':
				if (this.#field !== null) {
					this.#field.symbol = null
					if (this.#field.link !== null) this.#state = { ...this.#state, href: this.#field.link }
				}
				return true
			case 'nesttableprops': {
				const outer = this.#rows
				this.#rows = new RowBuilder()
				this.#atClose(() => {
					this.#rows = outer
				})
				return true
			}
			default:
				if (!runningHeads.test(name)) return false
				this.#beginFlow((flow) => {
					for (const line of flow.lines()) if (/\p{L}/u.test(line)) this.#furniture.add(line)
				})
				return true
		}
	}

	/** Done when the group ends in which the reader stands. */
	#atClose(action: () => void): void {
		const frame = this.#frames.at(-1)
		if (frame === undefined || this.#beyond > 0) return
		const before = frame.onClose
		frame.onClose = () => {
			action()
			before?.()
		}
	}

	/** What follows in this group is a text of its own; too deep in groups, it stays in the one around. */
	#beginFlow(finish: (flow: Flow) => void): void {
		if (this.#beyond > 0) return
		const flow = new Flow()
		this.#state = {
			...this.#state,
			flow,
			href: null,
			paragraph: plainParagraph,
			characters: { ...plainCharacters, font: this.#state.characters.font },
		}
		this.#atClose(() => {
			flow.endStarted(this.#state.paragraph)
			finish(flow)
		})
	}

	#footnote(): void {
		const outer = this.#state.flow
		const isCalled = this.#isCalled
		const around = this.#note
		const note = { isEndnote: false }
		this.#isCalled = false
		this.#note = note
		this.#beginFlow((flow) => {
			this.#note = around
			const id = `note-${this.#notes.length + 1}`
			const sign = isCalled ? '' : outer.takeSign()
			const call = make('sup')
			this.#notes.push({ id, flow, call, sign, isEndnote: note.isEndnote })
			outer.add(make('a', { href: `#${id}`, role: 'doc-noteref' }, call))
		})
	}

	/** Endnotes beside footnotes have Roman numbers where nothing else is said, as in Word. */
	#numberNotes(): void {
		const isMixed = this.#notes.some((note) => note.isEndnote) && this.#notes.some((note) => !note.isEndnote)
		const endnotes = this.#endnoteNumbers ?? (isMixed ? 'roman' : 'arabic')
		const counts = { footnotes: 0, endnotes: 0 }
		for (const { sign, isEndnote, call } of this.#notes) {
			const number = sign !== '' ? 0 : isEndnote ? ++counts.endnotes : ++counts.footnotes
			const isRoman = isEndnote ? endnotes === 'roman' : this.#romanFootnotes
			const value = sign !== '' ? sign : isRoman ? roman(number) : String(number)
			call.children.push({ type: 'text', value })
		}
	}

	#annotation(): void {
		const outer = this.#state.flow
		this.#beginFlow((flow) => {
			const { author, at, name } = this.#comment
			const isRange = name !== null && this.#ranges.has(name)
			const key = isRange ? `range ${name}` : `point ${this.#comments.size}`
			this.#comments.set(key, { note: flow.lines().join('\n\n'), author, at })
			if (!isRange) outer.add(make('span', { commentEnd: key }))
			this.#comment = { author: null, at: null, name: null }
		})
	}

	#range(begins: boolean, name: string): void {
		const key = `range ${name}`
		this.#ranges.add(name)
		this.#state.flow.add(make('span', begins ? { commentStart: key } : { commentEnd: key }))
	}

	#beginField(): void {
		const around = this.#field
		const field: Field = { link: null, symbol: null }
		this.#field = field
		this.#atClose(() => {
			// Only without a result does the instruction itself say what is shown.
			if (field.symbol !== null) this.#write(symbolOf(field.symbol.code & 0xff, field.symbol.font))
			this.#field = around
		})
	}

	#instruction(text: string): void {
		if (this.#field === null) return
		this.#field.link ??= targetOf(text)
		this.#field.symbol ??= symbolIn(text)
	}

	#drawing(): void {
		const around = this.#shape
		const shape: Shape = { picture: null, description: '' }
		this.#shape = shape
		this.#atClose(() => {
			this.#shape = around
			if (shape.picture !== null) this.#picture({ ...shape.picture, description: shape.description })
		})
	}

	#property(group: Group): void {
		const property = propertyOf(group, this.#page)
		if (property === null || this.#shape === null) return
		if (property.picture !== undefined) this.#shape.picture = pictureOf(property.picture, this.#page)
		if (property.name === 'wzDescription') this.#shape.description = withoutFolders(property.value)
	}

	#textBox(): void {
		const outer = this.#state.flow
		this.#beginFlow((flow) => outer.addBox(flow))
	}

	#picture({ bytes, description }: Picture): void {
		if (isUnseen(this.#state.characters)) return
		const src = `picture-${this.#pictures.size + 1}`
		if (bytes !== null) this.#pictures.set(src, bytes)
		const alt = bytes === null ? description || 'A picture that can only be shown by Windows' : description
		this.#state.flow.add(make('img', { src: bytes === null ? '' : src, alt }))
	}

	#anchor(name: string): void {
		if (name !== '') this.#state.flow.add(make('a', { id: name }))
	}

	#endCell(tables: number): void {
		const { flow, paragraph } = this.#state
		flow.endStarted({ ...paragraph, tables })
		flow.items.push({ kind: 'cell', tables })
	}

	#markerOf(group: Group): string {
		return plainText(group, this.#page).slice(0, 100)
	}

	#flush(): void {
		if (this.#bytes === '') return
		const bytes = this.#bytes
		this.#bytes = ''
		const font = this.#fonts.get(this.#state.characters.font)
		const page = font?.page ?? this.#page
		if (page !== symbolPage) this.#write(decodeBytes(bytes, page))
		else this.#write(Array.from(bytes, (byte) => symbolOf(byte.charCodeAt(0), font?.name ?? '')).join(''))
	}

	#write(text: string): void {
		const { characters, flow, href } = this.#state
		if (isUnseen(characters)) return
		const font = this.#fonts.get(characters.font)
		const shown =
			font?.page === symbolPage
				? text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolOf(sign.charCodeAt(0) & 0xff, font.name))
				: text
		flow.write(shown, characters, href)
		const { language } = characters
		this.#languages.set(language, (this.#languages.get(language) ?? 0) + shown.length)
	}
}

const isUnseen = ({ hidden, deleted }: CharacterFormat): boolean => hidden || deleted
