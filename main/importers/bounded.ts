import type { Metadata, Name } from '../../corpus/metadata.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'

/** UTF-16 code units of what is not prose, and of a warning. */
const longestLine = 10_000
const longestWarning = 1000

const prose: ReadonlySet<string> = new Set(['abstract', 'note'])

/** The same with what a file says of itself cut to lengths that the library keeps: files may say anything. */
export function bounded(document: ParsedDocument): ParsedDocument {
	const { metadata, text, warnings } = document
	const { outline } = text
	return {
		...document,
		metadata: boundedMetadata(metadata),
		text: outline
			? { ...text, outline: outline.map((entry) => ({ ...entry, title: cut(entry.title, longestLine) })) }
			: text,
		warnings: warnings.map((warning) => cut(warning, longestWarning)),
	}
}

function boundedMetadata(metadata: Metadata): Metadata {
	const entries = Object.entries(metadata).map(([field, value]: [string, unknown]) => {
		if (typeof value !== 'string' || prose.has(field)) return [field, value]
		return [field, cut(value, longestLine)]
	})
	const people = (['author', 'editor', 'translator'] as const).flatMap((role) => {
		const names = metadata[role]
		return names ? [[role, names.map(boundedName)]] : []
	})
	return Object.fromEntries([...entries, ...people])
}

const boundedName = (name: Name): Name =>
	'literal' in name
		? { literal: cut(name.literal, longestLine) }
		: {
				...name,
				family: cut(name.family, longestLine),
				...(name.given && { given: cut(name.given, longestLine) }),
			}

const cut = (line: string, most: number): string =>
	line.length <= most ? line : line.slice(0, most).toWellFormed()
