import fc from 'fast-check'

/** HTML of nested elements, some of them never closed, out of these words, tags and attributes. */
export const markupOf = (
	words: fc.Arbitrary<string>,
	tags: readonly string[],
	attributes: fc.Arbitrary<string>,
): fc.Arbitrary<string> =>
	fc.letrec<{ html: string; element: string }>((tie) => ({
		html: fc
			.array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 6 })
			.map((parts) => parts.join('')),
		element: fc
			.tuple(fc.constantFrom(...tags), attributes, tie('html'), fc.boolean())
			.map(([tag, attribute, inner, closes]) => `<${tag}${attribute}>${inner}${closes ? `</${tag}>` : ''}`),
	})).html
