import fc from 'fast-check'
import type { Block, BlockKind, Container, Mark, ReadingText } from '../../corpus/readingtext.ts'

type Part = Partial<Omit<Block, 'start' | 'end'>> & { readonly text: string }

/** Builds a reading text from the words of its blocks; the line feeds are added. */
export function readingText(
	parts: readonly (string | Part)[],
	rest: { readonly containers?: readonly Container[]; readonly marks?: readonly Mark[] } = {},
): ReadingText {
	let text = ''
	const blocks = parts.map((part): Block => {
		const { text: words, ...block } = typeof part === 'string' ? { text: part } : part
		const start = text.length
		text += `${words}\n`
		return { kind: 'paragraph', container: null, ...block, start, end: text.length }
	})
	return { text, blocks, containers: rest.containers ?? [], marks: rest.marks ?? [] }
}

const words = fc
	.string({ unit: 'grapheme', maxLength: 30 })
	.map((text) => text.replace(/[\s\0\p{Cs}]+/gu, ' ').trim())
const plain = fc.constantFrom<BlockKind>('paragraph', 'preformatted', 'verse', 'caption')
const markKinds = fc.constantFrom('emphasis', 'strong', 'code', 'marked')

/** Sound reading texts: blocks of several kinds, nested containers, crossing marks, footnotes. */
export const readingTexts: fc.Arbitrary<ReadingText> = fc
	.record({
		blocks: fc.array(
			fc.record({
				text: words,
				kind: plain,
				heading: fc.option(fc.integer({ min: 1, max: 6 })),
				at: fc.nat(),
			}),
			{
				minLength: 1,
				maxLength: 12,
			},
		),
		parents: fc.array(fc.nat(), { maxLength: 6 }),
		marks: fc.array(fc.record({ kind: markKinds, at: fc.nat(), length: fc.nat(12) }), { maxLength: 10 }),
		footnote: fc.boolean(),
	})
	.map(({ blocks, parents, marks, footnote }) => {
		const containers: Container[] = parents.map((pick, index) => ({
			kind: pick % 2 ? 'quotation' : 'list',
			ordered: true,
			parent: index === 0 || pick % 3 === 0 ? null : pick % index,
		}))
		const parts = blocks.map(({ text, kind, heading, at }): Part => {
			const container = containers.length && at % 3 ? at % containers.length : null
			return heading ? { text, kind: 'heading', level: heading, container } : { text, kind, container }
		})
		const calls: Mark[] = []
		if (footnote) {
			parts.unshift({ text: 'Called1' })
			calls.push({ kind: 'footnote-call', footnote: 'one', start: 6, end: 7 })
			containers.push({ kind: 'footnote', parent: null, id: 'one', label: '1' })
			parts.push({ text: 'The note.', container: containers.length - 1 })
		}
		const made = readingText(parts, { containers })
		const inside = marks.flatMap(({ kind, at, length }): Mark[] => {
			const block = made.blocks[at % made.blocks.length]
			if (!block) return []
			const start = block.start + (at % (block.end - block.start))
			const end = Math.min(block.end - 1, start + length)
			return start < end ? [{ kind, start, end }] : []
		})
		return { ...made, marks: [...calls, ...inside] }
	})
