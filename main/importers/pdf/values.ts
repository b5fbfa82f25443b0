/** What pdf.js hands over of a file's dictionaries has no types: these look before they take. */
export type Values = Readonly<Record<string, unknown>>

export const valuesOf = (value: unknown): Values =>
	typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** A text in one line, without characters that are none; null where it is none. */
export function lineOf(value: unknown): string | null {
	if (typeof value !== 'string') return null
	return (
		value
			.slice(0, 5000)
			.replace(/[\p{Cc}\p{Cs}\p{Co}\ufeff\s]+/gu, ' ')
			.trim() || null
	)
}

/** A text that may have lines; null where it is none. */
export function proseOf(value: unknown): string | null {
	if (typeof value !== 'string') return null
	const text = value
		.slice(0, 100_000)
		.replace(/\r\n?/g, '\n')
		.replace(/[\p{Cs}\p{Co}\ufeff]|(?!\n)\p{Cc}/gu, ' ')
	return text.trim() || null
}

/** Finite numbers of a list or typed array; none where it is no such list. */
export function numbersOf(value: unknown): readonly number[] {
	if (!Array.isArray(value) && !(value instanceof Float32Array)) return []
	return Array.from(value).filter((each): each is number => typeof each === 'number' && Number.isFinite(each))
}
