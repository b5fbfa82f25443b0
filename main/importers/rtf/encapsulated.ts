import { type CodePage, decodeBytes, isKnownPage, symbolPage, westernPage } from './codepages.ts'
import { type Font, fontsOf } from './fonts.ts'
import { readGroup, skipGroup } from './groups.ts'
import { characterOf, unicodeOf } from './plaintext.ts'
import { type Token, tokensOf } from './tokens.ts'

interface State {
	/** Between `\htmlrtf` and `\htmlrtf0`: only for readers that know no HTML. */
	readonly isOnlyRtf: boolean
	readonly font: number
	readonly fallback: number
}

/** How far from its beginning a file says that it was HTML: code units. */
const headLength = 1000
const maxDepth = 2000

/**
 * The HTML page that a mail program wrapped in RTF ([MS-OXRTFEX]); null where the file is no such.
 *
 * @param source each code unit one byte
 */
export function encapsulatedHtml(source: string): string | null {
	return /\\fromhtml1?[\s\\{]/.test(source.slice(0, headLength)) ? new Unwrapping(source).read() : null
}

class Unwrapping {
	readonly #tokens: Iterator<Token, void, void>
	readonly #parts: string[] = []
	readonly #stack: State[] = []
	#state: State = { isOnlyRtf: false, font: 0, fallback: 1 }
	#beyond = 0
	#fonts: ReadonlyMap<number, Font> = new Map()
	#page: CodePage = westernPage
	#bytes = ''
	#skip = 0
	#starred = false

	constructor(source: string) {
		this.#tokens = tokensOf(source)
	}

	read(): string {
		for (let next = this.#tokens.next(); next.done !== true; next = this.#tokens.next()) {
			const token = next.value
			if (token.kind === 'text') {
				this.#bytes += token.text.slice(this.#skip)
				this.#skip = Math.max(0, this.#skip - token.text.length)
			} else if (token.kind === 'byte') {
				if (this.#skip > 0) this.#skip--
				else this.#bytes += String.fromCharCode(token.code)
			} else {
				this.#flush()
				this.#skip = 0
				if (token.kind === 'word') this.#word(token.name, token.value)
				else if (token.kind === 'open') this.#open()
				else if (token.kind === 'close') this.#close()
			}
			if (token.kind !== 'word') this.#starred = false
		}
		this.#flush()
		return this.#parts.join('')
	}

	#open(): void {
		if (this.#stack.length >= maxDepth) this.#beyond++
		else this.#stack.push(this.#state)
	}

	#close(): void {
		if (this.#beyond > 0) this.#beyond--
		else this.#state = this.#stack.pop() ?? this.#state
	}

	#word(name: string, value: number | null): void {
		const starred = this.#starred
		this.#starred = name === '*'
		const character = characterOf(name)
		if (character !== undefined) this.#put(character)
		else if (name === 'par' || name === 'line') this.#put('\n')
		else if (name === 'u') {
			this.#put(unicodeOf(value))
			this.#skip = this.#state.fallback
		} else if (name === 'uc') this.#state = { ...this.#state, fallback: Math.min(8, Math.max(0, value ?? 1)) }
		else if (name === 'f') this.#state = { ...this.#state, font: value ?? 0 }
		else if (name === 'htmlrtf') this.#state = { ...this.#state, isOnlyRtf: value !== 0 }
		else if (name === 'ansicpg' && value !== null && isKnownPage(value)) this.#page = value
		else if (name === 'fonttbl') {
			this.#fonts = fontsOf(readGroup(this.#tokens))
			this.#close()
		} else if (/^(colortbl|stylesheet|info|pntext|pict)$/.test(name) || (starred && name !== 'htmltag')) {
			skipGroup(this.#tokens)
			this.#close()
		}
	}

	#flush(): void {
		if (this.#bytes === '') return
		const page = this.#fonts.get(this.#state.font)?.page ?? this.#page
		this.#put(decodeBytes(this.#bytes, page === symbolPage ? this.#page : page))
		this.#bytes = ''
	}

	#put(text: string): void {
		if (!this.#state.isOnlyRtf) this.#parts.push(text)
	}
}
