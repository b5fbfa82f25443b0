import { decodeBytes, symbolPage } from './codepages.ts'
import type { Head } from './head.ts'
import { symbolOf } from './symbols.ts'

/** Makes letters of bytes. Fonts are given by their numbers. */
export class Letters {
	/** How many letters were written in each of Windows' languages. */
	readonly languages = new Map<number, number>()
	readonly #head: Head
	/** Bytes that wait for those that complete their characters. */
	#waiting = ''
	/** How many characters are still to be passed over. */
	#skip = 0

	constructor(head: Head) {
		this.#head = head
	}

	/** @param bytes each a code unit */
	add(bytes: string): void {
		this.#waiting += bytes.slice(this.#skip)
		this.#skip = Math.max(0, this.#skip - bytes.length)
	}

	/** As many of the next characters say again what a `\u` said, and are passed over; 0: none. */
	skip(count: number): void {
		this.#skip = count
	}

	/** Whether a character that is not written as a byte is one of those to be passed over. */
	skipsOne(): boolean {
		if (this.#skip === 0) return false
		this.#skip--
		return true
	}

	/** The letters of all bytes since the last time; null where there were none. */
	take(font: number): string | null {
		if (this.#waiting === '') return null
		const bytes = this.#waiting
		this.#waiting = ''
		const known = this.#head.fonts.get(font)
		const page = known?.page ?? this.#head.page
		return page === symbolPage
			? Array.from(bytes, (byte) => symbolOf(byte.charCodeAt(0), known?.name ?? '')).join('')
			: decodeBytes(bytes, page)
	}

	/** Text as its font shows it: symbol fonts have signs of their own in Unicode's private use area. */
	shown(text: string, font: number): string {
		const known = this.#head.fonts.get(font)
		return known?.page === symbolPage
			? text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolOf(sign.charCodeAt(0) & 0xff, known.name))
			: text
	}

	/** @param language Windows' identifier */
	count(text: string, language: number): void {
		this.languages.set(language, (this.languages.get(language) ?? 0) + text.length)
	}
}
