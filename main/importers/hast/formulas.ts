import type { Element } from 'hast'
import { attribute, find, maxDepth, textOf } from './tree.ts'

/** A formula as people type it: TeX where the source carries it, else one line made of its MathML. */
export function formulaOf(math: Element): { readonly kind: 'tex' | 'line'; readonly text: string } {
	const source = find(
		math,
		(inner) => inner.tagName === 'annotation' && /tex/i.test(attribute(inner, 'encoding') ?? ''),
	)
	const described = attribute(math, 'alttext')?.trim() ?? ''
	// Others describe the formula in words, for screen readers.
	const isTex = /[\\^_{]/.test(described)
	const tex = source === null ? (isTex ? described : '') : textOf(source).trim()
	return tex === '' ? { kind: 'line', text: lineOf(math, 0) || described } : { kind: 'tex', text: tex }
}

/** Presentation MathML (MathML Core, 3) in one line: `a/b`, `x^2`, `a_i`, `√(x+1)`, rows of tables by semicolons. */
function lineOf(element: Element, depth: number): string {
	if (depth > maxDepth) return textOf(element).trim()
	const parts = element.children
		.filter((child) => child.type === 'element')
		.map((child) => lineOf(child, depth + 1))
	const [first = '', second = '', third = ''] = parts
	switch (element.tagName) {
		case 'mi':
		case 'mn':
		case 'mo':
		case 'ms':
		case 'mtext':
			return textOf(element)
				.trim()
				.replace(/\s+/g, ' ')
				.replace(/[\u2061-\u2064]/g, '')
		case 'semantics':
			return first
		case 'mfrac':
			return `${grouped(first)}/${grouped(second)}`
		case 'msup':
		case 'mover':
			return isAccent(second) ? `${first}${second}` : `${first}^${grouped(second)}`
		case 'msub':
		case 'munder':
			return `${first}_${grouped(second)}`
		case 'msubsup':
		case 'munderover':
			return `${first}_${grouped(second)}^${grouped(third)}`
		case 'msqrt':
			return `√${grouped(parts.join(''))}`
		case 'mroot':
			return `${grouped(second)}√${grouped(first)}`
		case 'mfenced': {
			const separator = attribute(element, 'separators')?.trim().charAt(0) ?? ','
			return `${attribute(element, 'open') ?? '('}${parts.join(separator)}${attribute(element, 'close') ?? ')'}`
		}
		case 'mtable':
			return parts.join('; ')
		case 'mtr':
		case 'mlabeledtr':
			return parts.join(', ')
		case 'mspace':
			return ' '
		case 'mphantom':
		case 'annotation':
		case 'annotation-xml':
			return ''
		default:
			return parts.length === 0 ? textOf(element).trim() : parts.join('')
	}
}

/** In parentheses where it is more than one number or name. */
const grouped = (part: string): string =>
	/^([\p{L}\p{N}\p{M}.]+|.|\(.*\))$/u.test(part) || part === '' ? part : `(${part})`

/** Strokes, arrows and primes over or after a letter. */
const isAccent = (part: string): boolean => /^(?:[¯ˉ˙¨^~˜ˆ→‾´`′″‴]|\u20D7)$/u.test(part)
