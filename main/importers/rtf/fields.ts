import { symbolOf } from './symbols.ts'

/** A field that is being read: where its result leads, or the sign that stands for it. */
export class Field {
	#link: string | null = null
	#symbol: ReturnType<typeof symbolIn> = null

	/** @param text a `\fldinst`; of several that lead somewhere or name a sign, the first counts */
	instruct(text: string): void {
		this.#link ??= targetOf(text)
		this.#symbol ??= symbolIn(text)
	}

	/** Only without a result does the instruction itself say what is shown. Returns where the result leads. */
	beginResult(): string | null {
		this.#symbol = null
		return this.#link
	}

	/** What the instruction shows in the place of a result; null: nothing. */
	get sign(): string | null {
		return this.#symbol === null ? null : symbolOf(this.#symbol.code & 0xff, this.#symbol.font)
	}
}

/** The target of a field's instruction `HYPERLINK`: an address, or `#name` of a bookmark; null for other fields. */
function targetOf(instruction: string): string | null {
	const text = instruction.trim()
	if (!/^HYPERLINK\b/i.test(text)) return null
	const bookmark = /\\l\s+"?([^"\s]+)/.exec(text)?.[1]
	const bare = text.replace(/\\[lot]\s+("[^"]*"|\S+)/g, ' ').replace(/\\[a-z]\b/g, ' ')
	const address = /"([^"]*)"/.exec(bare)?.[1] ?? /^HYPERLINK\s+(\S+)/i.exec(bare)?.[1] ?? ''
	if (bookmark === undefined) return address.trim() === '' ? null : address.trim()
	return `${address.trim()}#${bookmark}`
}

/** The character of a field's instruction `SYMBOL 183 \f "Symbol"`, and its font. */
function symbolIn(instruction: string): { readonly code: number; readonly font: string } | null {
	const match = /^\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})/i.exec(instruction)
	if (match === null) return null
	return { code: Number(match[1]), font: /\\f\s+"?([^"\\]+)/.exec(instruction)?.[1] ?? '' }
}
