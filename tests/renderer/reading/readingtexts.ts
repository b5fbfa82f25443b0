import * as fc from 'fast-check'
import type { Block, Container, Mark, ReadingText } from '../../../corpus/readingtext.ts'

/** A short way to write a reading text of paragraphs: one string each, without the final `\n`. */
export function paragraphs(...texts: readonly string[]): ReadingText {
	return readingText(texts.map((text) => ({ text, kind: 'paragraph' as const, container: null })))
}

/** A reading text of blocks that are given without their offsets and their final `\n`. */
export function readingText(
	parts: readonly (Omit<Block, 'start' | 'end'> & { readonly text: string })[],
	containers: readonly Container[] = [],
	marks: readonly Mark[] = [],
): ReadingText {
	let text = ''
	const blocks = parts.map(({ text: own, ...block }) => {
		const start = text.length
		text += `${own}\n`
		return { ...block, start, end: text.length }
	})
	return { text, blocks, containers, marks }
}

const blockKinds = [
	'paragraph',
	'heading',
	'preformatted',
	'verse',
	'picture',
	'caption',
	'term',
	'definition',
	'rule',
	'furniture',
] as const

const container = (parents: number): fc.Arbitrary<Container> => {
	const parent = parents === 0 ? fc.constant(null) : fc.option(fc.nat({ max: parents - 1 }), { nil: null })
	return fc.oneof(
		fc.record({
			kind: fc.constantFrom('quotation', 'figure', 'aside', 'definitions', 'table', 'row'),
			parent,
		}),
		fc.record({ kind: fc.constant('list'), parent, ordered: fc.boolean(), first: fc.nat() }),
		fc.record({ kind: fc.constant('item'), parent, checked: fc.boolean() }),
		fc.record({
			kind: fc.constant('cell'),
			parent,
			header: fc.boolean(),
			columns: fc.integer({ min: 1, max: 5 }),
		}),
		fc.record({ kind: fc.constant('footnote'), parent, id: fc.string(), label: fc.string() }),
	) as fc.Arbitrary<Container>
}

const containers: fc.Arbitrary<readonly Container[]> = fc
	.nat({ max: 8 })
	.chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => container(index))))

const words = fc.string({
	unit: fc.constantFrom('a', 'Đ', 'ệ', '海', ' ', '\n', '\t', '<', '&', '\uFFFC', '\u0301', '😀', 'ש'),
	maxLength: 30,
})

const markKinds = ['emphasis', 'strong', 'code', 'superscript', 'small-caps', 'marked'] as const

function mark(start: number, end: number): fc.Arbitrary<Mark> {
	return fc.oneof(
		fc.constantFrom(...markKinds).map((kind) => ({ kind, start, end })),
		fc.webUrl().map((href) => ({ kind: 'link' as const, href, start, end })),
		fc.string().map((label) => ({ kind: 'page' as const, label, start, end })),
		fc.string().map((footnote) => ({ kind: 'footnote-call' as const, footnote, start, end })),
		fc.string().map((alt) => ({ kind: 'picture' as const, asset: null, alt, start, end: start + 1 })),
		fc.constant({ kind: 'language' as const, language: 'vi', start, end }),
	)
}

/** Any reading text that holds its invariants, however odd its nesting. */
export const anyReadingText: fc.Arbitrary<ReadingText> = containers.chain((nesting) =>
	fc
		.array(
			fc.record({
				text: words,
				kind: fc.constantFrom(...blockKinds),
				container:
					nesting.length === 0
						? fc.constant(null)
						: fc.option(fc.nat({ max: nesting.length - 1 }), { nil: null }),
				level: fc.integer({ min: 1, max: 6 }),
				id: fc.string({ minLength: 1 }),
				marks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }),
			}),
			{ maxLength: 120 },
		)
		.chain((parts) => {
			const bare = readingText(
				parts.map(({ marks: _marks, ...part }) => part),
				nesting,
			)
			const marks = parts.flatMap((part, index) => {
				const block = bare.blocks[index]
				const space = part.text.length
				if (!block || space === 0) return []
				return part.marks.map(([a, b]) => {
					const from = Math.min(a % space, b % space)
					return mark(block.start + from, block.start + Math.max(a % space, b % space) + 1)
				})
			})
			return fc.tuple(...marks).map((drawn) => ({ ...bare, marks: drawn }))
		}),
)

/** The text nodes of an element, one behind the other. */
export function renderedText(root: Node): string {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
	let text = ''
	while (walker.nextNode()) text += walker.currentNode.nodeValue
	return text
}
