import type { ElementContent } from 'hast'
import { make } from '../hast/tree.ts'
import { child, children, textOf, type XmlElement } from '../xml/xml.ts'
import { valueIn } from './package.ts'

/** Deeper formulas keep only their letters. */
const maxDepth = 60

/**
 * A formula (`m:oMath`) as a line of text: what stands above and below becomes superscript and subscript,
 * fractions are written with a slash.
 */
export function formula(element: XmlElement, depth = 0): ElementContent[] {
	if (depth > maxDepth) return text(textOf(element))
	const inner = (name: string): ElementContent[] => {
		const found = child(element, name)
		return found === null ? [] : formula(found, depth + 1)
	}
	const properties = child(element, `${element.name}Pr`)
	switch (element.name) {
		case 't':
			return text(textOf(element))
		case 'f':
			return [...grouped(inner('num')), ...text('/'), ...grouped(inner('den'))]
		case 'sSup':
			return [...inner('e'), make('sup', {}, ...inner('sup'))]
		case 'sSub':
			return [...inner('e'), make('sub', {}, ...inner('sub'))]
		case 'sSubSup':
			return [...inner('e'), make('sub', {}, ...inner('sub')), make('sup', {}, ...inner('sup'))]
		case 'sPre':
			return [make('sub', {}, ...inner('sub')), make('sup', {}, ...inner('sup')), ...inner('e')]
		case 'rad':
			return [make('sup', {}, ...inner('deg')), ...text('√'), ...grouped(inner('e'))]
		case 'nary':
			return [
				...text(valueIn(properties, 'chr') ?? '∫'),
				make('sub', {}, ...inner('sub')),
				make('sup', {}, ...inner('sup')),
				...inner('e'),
			]
		case 'limLow':
			return [...inner('e'), make('sub', {}, ...inner('lim'))]
		case 'limUpp':
			return [...inner('e'), make('sup', {}, ...inner('lim'))]
		case 'd':
			return delimited(
				children(element, 'e').map((each) => formula(each, depth + 1)),
				valueIn(properties, 'begChr') ?? '(',
				valueIn(properties, 'sepChr') ?? '|',
				valueIn(properties, 'endChr') ?? ')',
			)
		case 'm':
			return joined(
				children(element, 'mr').map((row) =>
					joined(
						children(row, 'e').map((each) => formula(each, depth + 1)),
						' ',
					),
				),
				'; ',
			)
		case 'eqArr':
			return joined(
				children(element, 'e').map((each) => formula(each, depth + 1)),
				'; ',
			)
		default:
			return children(element).flatMap((each) =>
				each.name.endsWith('Pr') || each.name === 'instrText' || each.name === 'del'
					? []
					: formula(each, depth + 1),
			)
	}
}

const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])

/** In parentheses if there is more than one sign. */
function grouped(content: ElementContent[]): ElementContent[] {
	const [only, ...more] = content
	const isShort = more.length === 0 && (only?.type !== 'text' || /^(\w+|.)$/u.test(only.value))
	return isShort ? content : [...text('('), ...content, ...text(')')]
}

function joined(parts: readonly ElementContent[][], separator: string): ElementContent[] {
	return parts.flatMap((part, at) => (at === 0 ? part : [...text(separator), ...part]))
}

const delimited = (
	parts: readonly ElementContent[][],
	begin: string,
	separator: string,
	end: string,
): ElementContent[] => [...text(begin), ...joined(parts, separator), ...text(end)]
