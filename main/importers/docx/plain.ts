import { attribute, children, textOf, type XmlElement } from '../xml/xml.ts'

const silent: ReadonlySet<string> = new Set([
	'del',
	'moveFrom',
	'instrText',
	'delText',
	'Fallback',
	'pPr',
	'rPr',
	'annotationRef',
])

/** The paragraphs in an element as lines of text without any looks; empty ones are left out. */
export function linesOf(element: XmlElement): readonly string[] {
	const lines: string[] = []
	let line = ''
	const end = () => {
		const shown = line.replace(/[ \t\n\r]+/g, ' ').trim()
		if (shown !== '') lines.push(shown)
		line = ''
	}
	const stack: (XmlElement | null)[] = [element]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next === null) end()
		else if (next.name === 't') line += textOf(next)
		else if (next.name === 'tab' || next.name === 'br' || next.name === 'cr') line += ' '
		else if (next.name === 'noBreakHyphen') line += '\u2011'
		else if (!silent.has(next.name)) {
			if (next.name === 'p') {
				end()
				stack.push(null)
			}
			const inside = children(next)
			for (let at = inside.length - 1; at >= 0; at--) stack.push(inside[at] ?? null)
		}
	}
	end()
	return lines
}

/** The language that most of a text is said to be in; null where nothing is said. */
export function languageIn(root: XmlElement, fallback: string | null): string | null {
	const counts = new Map<string, number>()
	const stack = [root]
	for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
		if (next.name === 'r') {
			const properties = children(next, 'rPr')[0]
			const said = properties === undefined ? undefined : children(properties, 'lang')[0]
			const language = (said === undefined ? null : attribute(said, 'val')) ?? fallback
			if (language !== null) counts.set(language, (counts.get(language) ?? 0) + textOf(next).length)
		} else if (next.name !== 'del') for (const each of children(next)) stack.push(each)
	}
	let most = fallback
	for (const [language, count] of counts)
		if (most === null || count > (counts.get(most) ?? 0)) most = language
	return most
}
