/**
 * The same input with U+FFFD for each U+0000 and each lone surrogate in its texts: SQLite and its functions
 * would lose them, and what follows them. Bytes are left alone.
 */
export function cleaned(input: unknown): unknown {
	if (typeof input === 'string') return cleanText(input)
	if (Array.isArray(input)) return input.map(cleaned)
	if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return input
	return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, cleaned(value)]))
}

const cleanText = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')
