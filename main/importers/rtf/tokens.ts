/** One piece of an RTF file (Rich Text Format Specification 1.9.1, "RTF Syntax"). */
export type Token =
	| { readonly kind: 'open' }
	| { readonly kind: 'close' }
	/** A control word such as `\fs24`, or a control symbol such as `\~`; `value` null: without a number. */
	| { readonly kind: 'word'; readonly name: string; readonly value: number | null }
	/** `\'e9`: one byte in the code page of its font. */
	| { readonly kind: 'byte'; readonly code: number }
	/** What stands in the file as it is, each code unit one byte; without line ends. */
	| { readonly kind: 'text'; readonly text: string }
	/** What follows `\bin`, each code unit one byte. */
	| { readonly kind: 'binary'; readonly text: string }

/** The tokens of RTF; @param source each code unit one byte. Takes time in proportion to it. */
export function* tokensOf(source: string): Generator<Token, void, void> {
	const special = /[\\{}\r\n]/g
	let at = 0
	while (at < source.length) {
		special.lastIndex = at
		const found = special.exec(source)
		const end = found === null ? source.length : found.index
		if (end > at) yield { kind: 'text', text: source.slice(at, end) }
		if (found === null) return
		at = end + 1
		if (found[0] === '{') yield { kind: 'open' }
		else if (found[0] === '}') yield { kind: 'close' }
		else if (found[0] === '\\') {
			const { token, next } = controlAt(source, at)
			if (token?.kind === 'word' && token.name === 'bin') {
				// A length beyond the file is damage, or meant to hide what follows.
				const length = token.value ?? 0
				if (length > 0 && next + length <= source.length) {
					yield { kind: 'binary', text: source.slice(next, next + length) }
					at = next + length
				} else at = next
			} else {
				if (token !== null) yield token
				at = next
			}
		}
	}
}

const wordPattern = /([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?/y

/** @param at after the backslash */
function controlAt(source: string, at: number): { readonly token: Token | null; readonly next: number } {
	wordPattern.lastIndex = at
	const match = wordPattern.exec(source)
	if (match !== null) {
		const value = match[2] === undefined ? null : Number.parseInt(match[2], 10)
		return { token: { kind: 'word', name: match[1] ?? '', value }, next: wordPattern.lastIndex }
	}
	const symbol = source.charAt(at)
	if (symbol !== "'") {
		const isBreak = symbol === '\n' || symbol === '\r'
		const next = at + (symbol === '\r' && source.charAt(at + 1) === '\n' ? 2 : 1)
		if (symbol === '') return { token: null, next }
		if (symbol === '\\' || symbol === '{' || symbol === '}')
			return { token: { kind: 'text', text: symbol }, next }
		return { token: { kind: 'word', name: isBreak ? 'par' : symbol, value: null }, next }
	}
	const hex = source.slice(at + 1, at + 3)
	if (!/^[0-9a-fA-F]{2}$/.test(hex)) return { token: null, next: at + 1 }
	return { token: { kind: 'byte', code: Number.parseInt(hex, 16) }, next: at + 3 }
}
