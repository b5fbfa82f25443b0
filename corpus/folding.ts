import { lazily } from './lazily.ts'
import type { Range } from './range.ts'

/**
 * What search compares in place of the text: words without case, diacritics and typographic variants,
 * separated by single spaces, none at the ends.
 *
 * - NFKC, then lower case; invisible format characters (soft hyphen, joiners) are taken out;
 * - diacritics of Latin, Greek, Cyrillic letters and of digits are removed, points and vowel signs of
 *   Hebrew and Arabic too; marks of other scripts stay, for there they are letters in all but name;
 * - letters that no decomposition reaches are spelled out: đ → d, ø → o, ł → l, ß → ss, æ → ae, ς → σ;
 * - scripts written without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Burmese): every character is a
 *   word of its own, so that a word of several characters is searched as a phrase;
 * - whatever is no letter, digit or mark separates words.
 *
 * The full-text index holds this and nothing else: its own tokeniser has only to split at spaces (`ascii`
 * does exactly that). Queries pass through the same function.
 */
export function foldForIndex(text: string): string {
	// Most texts are Latin alone: no need to go through them character by character.
	const { latin, spellings } = commonest()
	if (!latin.test(text)) return foldWithMap(text).folded
	const plain = text.replace(beyondAscii, (letter) => spellings.get(letter) ?? ' ')
	return plain.toLowerCase().replace(gaps, ' ').trim()
}

/** A folded text that knows where its characters come from. */
export interface FoldedText {
	readonly folded: string
	/**
	 * The part of the source, in UTF-16 code units, that gave the part `[start, end)` of `folded`. Whole
	 * characters with their marks: never a part of a ligature or of a letter with its accents.
	 */
	readonly toSource: (range: Range) => Range
}

/** The words of a folded text. */
export const tokensOf = (folded: string): readonly string[] => (folded === '' ? [] : folded.split(' '))

/** Folds the text and remembers whence each character came. Time in proportion to the text. */
export function foldWithMap(text: string): FoldedText {
	const out = new Output(text.length)
	const known = new Map<string, readonly Piece[]>()
	const { folds } = commonest()
	for (let at = out.addAscii(text, 0); at < text.length; at = out.addAscii(text, at)) {
		const code = text.charCodeAt(at)
		const stands = standsAlone(text.charCodeAt(at + 1))
		const common = stands ? folds[code] : undefined
		if (stands && isIdeograph(code)) out.addIdeograph(code, at)
		else if (common) out.addPieces(common, at, at + 1)
		else {
			cluster.lastIndex = at
			const [source = text.charAt(at)] = cluster.exec(text) ?? []
			const pieces = known.get(source) ?? fold(source)
			known.set(source, pieces)
			out.addPieces(pieces, at, at + source.length)
			at += source.length - 1
		}
		at++
	}
	return out.finish()
}

/** Whether the character certainly melts into nothing before it. NaN stands for the end of the text. */
const standsAlone = (code: number): boolean =>
	!(code >= 0x300 || code === softHyphen) ||
	isIdeograph(code) ||
	(code >= 0x370 && code < 0x483) ||
	(code >= 0x1e00 && code < 0x2000) ||
	(code >= 0x2010 && code < 0x2028) ||
	(code >= 0x3001 && code < 0x302a) ||
	(code >= 0x3041 && code < 0x3097) ||
	(code >= 0x30a0 && code < 0x3100)

/** Han characters of the basic plane and Hangul syllables: each folds to itself. */
const isIdeograph = (code: number): boolean =>
	(code >= 0x4e00 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4)

const softHyphen = 0xad

/** Each ASCII character's fold as a code; 0 for what separates words. */
const asciiFolds = Uint8Array.from({ length: 0x80 }, (_, code) => {
	const lower = String.fromCharCode(code).toLowerCase()
	return /[a-z0-9]/.test(lower) ? lower.charCodeAt(0) : 0
})

/**
 * A character and all that follows and may melt into it when normalised: marks, format characters,
 * the vowels and finals of Hangul (also the compatibility and half-width ones), half-width voicing marks,
 * the vowel AM of Thai and Lao, which begins with a mark when decomposed, the vowel E of Kirat Rai.
 */
const cluster =
	/[\s\S][\p{M}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff\u3131-\u318e\uff9e\uff9f\uffa0-\uffdc\u0e33\u0eb3\u{16d67}]*/uy

/** A character of the folded text with its marks, or a gap between words. */
interface Piece {
	readonly kind: 'letter' | 'ideograph' | 'mark' | 'gap'
	readonly text: string
}

const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu
const diacritics = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Nd}])\p{M}+/gu
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/gu
const spelled = /[đðøłßæœħıþŧƀɨʉςʼʻ]/gu
const spellings: ReadonlyMap<string, string> = new Map([
	['đ', 'd'],
	['ð', 'd'],
	['ø', 'o'],
	['ł', 'l'],
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ħ', 'h'],
	['ı', 'i'],
	['þ', 'th'],
	['ŧ', 't'],
	['ƀ', 'b'],
	['ɨ', 'i'],
	['ʉ', 'u'],
	['ς', 'σ'],
	// Apostrophes and the ʻokina count as letters for Unicode, but are typed as punctuation.
	['ʼ', ' '],
	['ʻ', ' '],
])
const spaceless =
	/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

function fold(source: string): readonly Piece[] {
	const letters = source
		.replace(invisible, '')
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKD')
		.replace(diacritics, '$1')
		.replace(points, '')
		.replace(spelled, (letter) => spellings.get(letter) ?? letter)
		.normalize('NFC')
	return [...letters].map((text): Piece => {
		if (/\p{M}/u.test(text)) return { kind: 'mark', text }
		if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'gap', text: '' }
		return { kind: spaceless.test(text) ? 'ideograph' : 'letter', text }
	})
}

/** What is known of the commonest scripts, for speed. */
interface Commonest {
	/** The folds of their letters and signs, by code. */
	readonly folds: readonly (readonly Piece[] | undefined)[]
	/** Letters and signs that fold to ASCII letters, digits and gaps, whatever stands beside them, by what they fold to. */
	readonly spellings: ReadonlyMap<string, string>
	/** Nothing but ASCII and these. */
	readonly latin: RegExp
}

/** Takes some 20 ms the first time: for who folds at all, and not for everybody who starts. */
const commonest = lazily((): Commonest => {
	const folds = Array.from({ length: 0x3100 }, (_, code) =>
		(code >= 0x80 && code < 0x300) ||
		(code >= 0x370 && code < 0x483) ||
		(code >= 0x1e00 && code < 0x2000) ||
		(code >= 0x2010 && code < 0x2028) ||
		(code >= 0x3001 && code < 0x302a) ||
		(code >= 0x3041 && code < 0x3097) ||
		code >= 0x30a0
			? fold(String.fromCharCode(code))
			: undefined,
	)
	const spellings = new Map(
		folds.flatMap((pieces, code): [string, string][] =>
			pieces && code !== softHyphen && isAscii(pieces)
				? [
						[
							String.fromCharCode(code),
							pieces.map(({ kind, text }) => (kind === 'gap' ? ' ' : text)).join(''),
						],
					]
				: [],
		),
	)
	return { folds, spellings, latin: new RegExp(`^[\\0-\\x7f${[...spellings.keys()].join('')}]*$`) }
})

const isAscii = (pieces: readonly Piece[]): boolean =>
	pieces.every(({ kind, text }) => kind === 'gap' || (kind === 'letter' && /^[a-z0-9]$/.test(text)))

const beyondAscii = /[^\0-\x7f]/g
const gaps = /[^a-z0-9]+/g

/** Collects the folded text with the source of each code unit, and puts the spaces between words. */
class Output {
	#codes: Uint16Array
	#starts: Uint32Array
	#ends: Uint32Array
	#length = 0
	/** A word ended: the next letter begins another. */
	#gap = false
	/** What came last can carry a mark. */
	#open = false

	constructor(expected: number) {
		const size = expected + 16
		this.#codes = new Uint16Array(size)
		this.#starts = new Uint32Array(size)
		this.#ends = new Uint32Array(size)
	}

	/** Adds the ASCII characters from `at` on, as far as nothing melts into them. @returns where it stopped */
	addAscii(text: string, at: number): number {
		let end = at
		for (let next = text.charCodeAt(end); next < 0x80; end++) {
			const code = next
			next = text.charCodeAt(end + 1)
			if (!standsAlone(next)) break
			const fold = asciiFolds[code] ?? 0
			this.#open = fold !== 0
			if (fold === 0) this.#gap = true
			else this.#write(fold, end, end + 1)
		}
		return end
	}

	addIdeograph(code: number, at: number): void {
		this.#gap = true
		this.#write(code, at, at + 1)
		this.#gap = true
		this.#open = true
	}

	addPieces(pieces: readonly Piece[], start: number, end: number): void {
		for (const { kind, text } of pieces) {
			if (kind === 'gap') {
				this.#gap = true
				this.#open = false
			} else if (kind === 'mark') this.#addMark(text, start, end)
			else {
				if (kind === 'ideograph') this.#gap = true
				this.#writeAll(text, start, end)
				this.#gap = kind === 'ideograph'
				this.#open = true
			}
		}
	}

	/** A mark belongs to the word before it, even where that word is a single ideograph. */
	#addMark(text: string, start: number, end: number): void {
		if (!this.#open) return
		const gap = this.#gap
		this.#gap = false
		this.#writeAll(text, start, end)
		this.#gap = gap
	}

	finish(): FoldedText {
		const starts = this.#starts.slice(0, this.#length)
		const ends = this.#ends.slice(0, this.#length)
		return {
			folded: textOf(this.#codes.subarray(0, this.#length)),
			toSource: ({ start, end }) => ({
				start: starts[start] ?? ends.at(-1) ?? 0,
				end: end > start ? (ends[end - 1] ?? ends.at(-1) ?? 0) : (starts[start] ?? ends.at(-1) ?? 0),
			}),
		}
	}

	#writeAll(text: string, start: number, end: number): void {
		for (let at = 0; at < text.length; at++) this.#write(text.charCodeAt(at), start, end)
	}

	#write(code: number, start: number, end: number): void {
		const gap = this.#gap && this.#length > 0
		this.#gap = false
		if (gap) this.#put(0x20, start, start)
		this.#put(code, start, end)
	}

	#put(code: number, start: number, end: number): void {
		if (this.#length === this.#codes.length) this.#grow()
		this.#codes[this.#length] = code
		this.#starts[this.#length] = start
		this.#ends[this.#length] = end
		this.#length++
	}

	/** Ideographs with their spaces, and ligatures, take more room than their source. */
	#grow(): void {
		const size = this.#codes.length * 2
		const codes = new Uint16Array(size)
		const starts = new Uint32Array(size)
		const ends = new Uint32Array(size)
		codes.set(this.#codes)
		starts.set(this.#starts)
		ends.set(this.#ends)
		this.#codes = codes
		this.#starts = starts
		this.#ends = ends
	}
}

function textOf(codes: Uint16Array): string {
	const parts: string[] = []
	for (let at = 0; at < codes.length; at += 8192)
		parts.push(Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + 8192)))
	return parts.join('')
}
