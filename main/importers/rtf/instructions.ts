/** The target of a field's instruction `HYPERLINK`: an address, or `#name` of a bookmark; null for other fields. */
export function targetOf(instruction: string): string | null {
	const text = instruction.trim()
	if (!/^HYPERLINK\b/i.test(text)) return null
	const bookmark = /\\l\s+"?([^"\s]+)/.exec(text)?.[1]
	const bare = text.replace(/\\[lot]\s+("[^"]*"|\S+)/g, ' ').replace(/\\[a-z]\b/g, ' ')
	const address = /"([^"]*)"/.exec(bare)?.[1] ?? /^HYPERLINK\s+(\S+)/i.exec(bare)?.[1] ?? ''
	if (bookmark === undefined) return address.trim() === '' ? null : address.trim()
	return `${address.trim()}#${bookmark}`
}

/** The character of a field's instruction `SYMBOL 183 \f "Symbol"`, and its font. */
export function symbolIn(instruction: string): { readonly code: number; readonly font: string } | null {
	const match = /^\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})/i.exec(instruction)
	if (match === null) return null
	return { code: Number(match[1]), font: /\\f\s+"?([^"\\]+)/.exec(instruction)?.[1] ?? '' }
}
