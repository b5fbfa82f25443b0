import type { ElementContent } from 'hast'
import { make } from '../hast/tree.ts'
import { children, textOf, type XmlElement } from '../xml/xml.ts'

const maxDepth = 60

/**
 * A formula in MathML as a line of text: what stands above and below becomes superscript and subscript,
 * fractions are written with a slash.
 */
export function mathLine(element: XmlElement, depth = 0): ElementContent[] {
	if (depth > maxDepth) return text(textOf(element))
	const parts = children(element).map((each) => mathLine(each, depth + 1))
	const [first = [], second = [], third = []] = parts
	switch (element.name) {
		case 'annotation':
		case 'annotation-xml':
			return []
		case 'semantics':
			return first
		case 'mfrac':
			return [...grouped(first), ...text('/'), ...grouped(second)]
		case 'msup':
		case 'mover':
			return [...first, make('sup', {}, ...second)]
		case 'msub':
		case 'munder':
			return [...first, make('sub', {}, ...second)]
		case 'msubsup':
		case 'munderover':
			return [...first, make('sub', {}, ...second), make('sup', {}, ...third)]
		case 'msqrt':
			return [...text('√'), ...grouped(parts.flat())]
		case 'mroot':
			return [make('sup', {}, ...second), ...text('√'), ...grouped(first)]
		case 'mtable':
			return parts.flatMap((row, at) => (at === 0 ? row : [...text('; '), ...row]))
		case 'mtr':
			return parts.flatMap((cell, at) => (at === 0 ? cell : [...text(' '), ...cell]))
		case 'mo':
			return text(textOf(element).trim())
		case 'mspace':
			return text(' ')
		default:
			return parts.length > 0 ? spaced(parts) : text(textOf(element).trim())
	}
}

const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])

/** Words side by side are told apart; letters and signs stand as they are. */
function spaced(parts: readonly ElementContent[][]): ElementContent[] {
	return parts.flatMap((part, at) => {
		const [before, after] = [parts[at - 1]?.at(-1), part[0]]
		const isApart = isWord(before) || isWord(after)
		return isApart && isLettered(before) && isLettered(after) ? [...text(' '), ...part] : part
	})
}

const isLettered = (node: ElementContent | undefined): boolean =>
	node?.type === 'text' && /^[\p{L}\p{N}]/u.test(node.value)
const isWord = (node: ElementContent | undefined): boolean =>
	node?.type === 'text' && /^\p{L}{2}/u.test(node.value)

/** In parentheses if there is more than one sign. */
function grouped(content: ElementContent[]): ElementContent[] {
	const [only, ...more] = content
	const isShort = more.length === 0 && (only?.type !== 'text' || /^(\w+|.)$/u.test(only.value))
	return isShort ? content : [...text('('), ...content, ...text(')')]
}
