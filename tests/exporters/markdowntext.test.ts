import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { escapeLine, escapeMarkdown, inline, quoted } from '../../main/exporters/markdowntext.ts'

/** What a Markdown reader shows of one block quotation: the text of its paragraphs, one a line. */
function shown(markdown: string, dialect: 'commonmark' | 'gfm'): string {
	const processor = unified().use(remarkParse)
	const tree = (dialect === 'gfm' ? processor.use(remarkGfm) : processor).parse(markdown)
	expect(tree.children).toHaveLength(1)
	const [quotation] = tree.children
	if (quotation?.type !== 'blockquote') throw new Error(`a quotation became ${quotation?.type}`)
	return quotation.children
		.map((child) => {
			if (child.type !== 'paragraph') throw new Error(`a paragraph became ${child.type}: ${markdown}`)
			return child.children.map(plain).join('')
		})
		.join('\n')
}

/** Only text (and addresses that show as themselves): any other mark is one that the text does not have. */
function plain(node: Nodes): string {
	if (node.type === 'text') return node.value
	if (node.type === 'link') return node.children.map(plain).join('')
	throw new Error(`text became ${node.type}`)
}

const signs = [...'*_#>[]()`~=-+!|\\<&;:@$%^{}1.) \t\nab'].concat([
	'&amp;',
	'==',
	'%%',
	'[[',
	'1. ',
	'- ',
	'    ',
	'# ',
	'```',
	'https://example.org',
	'<b>',
	'é',
	'地',
])
const text = fc
	.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 30 })
	.map((pieces) => pieces.join(''))
	.filter((value) => value.trim() !== '')

const withoutEmptyLines = (value: string): string =>
	value
		.split('\n')
		.filter((line) => line.trim() !== '')
		.join('\n')

for (const dialect of ['commonmark', 'gfm'] as const) {
	test(`a quotation shows the text it quotes, whatever is in it (${dialect})`, () => {
		fc.assert(
			fc.property(text, (value) => {
				expect(shown(quoted(escapeMarkdown(value)), dialect)).toBe(withoutEmptyLines(value))
			}),
			{ numRuns: 3000 },
		)
	})
}

test('plain prose is left as it is', () => {
	for (const line of [
		'The word came up twice, in 2023 and (again) in 2024.',
		'snake_case and 3 * nothing: a - b = c',
		'It cost $5; e-mail to a@b.example & wait.',
		'Wait... what?! “Yes”, she said – 100 %.',
	]) {
		expect(escapeLine(line)).toBe(line.replace('*', '\\*'))
	}
})

test('signs that dialects of Markdown read are shown as they are', () => {
	expect(escapeMarkdown('#tag and ==this== and [[that]]')).toBe(
		'\\#tag and \\==this\\== and \\[\\[that\\]\\]',
	)
	expect(escapeMarkdown('1. first\n\n- second')).toBe('1\\. first\n\n\\- second')
	expect(escapeMarkdown('  indented')).toBe('&#32;&#32;indented')
	expect(inline('two\n lines ')).toBe('two lines')
})
