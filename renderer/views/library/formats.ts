import type { FormatName } from '../../../corpus/entities.ts'

/** "text, Markdown and PDF". */
export function listOfFormats(formats: readonly FormatName[]): string {
	const names = formats.map(({ name }) => name)
	const last = names.at(-1) ?? 'documents'
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** What a narrow column calls each format: "Word" for "Word (DOCX)", "OpenDocument", "Tables". */
export const shortNames = (formats: readonly FormatName[]): ReadonlyMap<string, string> =>
	new Map(formats.map(({ format, name }) => [format, capital(name.replace(/ (\(|of |text ).*$/, ''))]))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
