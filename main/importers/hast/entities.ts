import { parseHtml } from './parse.ts'
import { textOf } from './tree.ts'

/** No name stands for it. */
const separator = '\u0001'

/**
 * What the named characters in a text stand for by HTML's list (`nbsp`, `eacute`), without XML's own
 * five: for XML that uses them without declaring them, or declares them in files that are not loaded.
 */
export function namedEntities(text: string): Readonly<Record<string, string>> {
	const names = new Set<string>()
	for (const [, name = ''] of text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,31});/g)) names.add(name)
	for (const own of ['amp', 'lt', 'gt', 'quot', 'apos']) names.delete(own)
	if (names.size === 0) return {}
	const listed = [...names]
	const shown = textOf(parseHtml(['x', ...listed.map((name) => `&${name};`)].join(separator)))
	const values = shown.split(separator).slice(1)
	return Object.fromEntries(
		listed.flatMap((name, at) => {
			const value = values[at] ?? ''
			// Longer ones are names that only begin like one that HTML knows.
			return value !== '' && [...value].length <= 2 ? [[name, value]] : []
		}),
	)
}
