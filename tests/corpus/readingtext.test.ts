import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockIndexAt } from '../../corpus/blocks.ts'
import { outlineOf, placeOf } from '../../corpus/places.ts'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { splitReadingText } from '../../corpus/readingtextsplit.ts'
import { countWords } from '../../corpus/wordcount.ts'
import { readingText, readingTexts } from '../support/readingtexts.ts'

const sound = readingText([{ text: 'Title', kind: 'heading', level: 1 }, 'First.', 'Second.'])

describe('the check of a reading text', () => {
	it('finds nothing in sound texts', () => {
		fc.assert(
			fc.property(readingTexts, (text) => {
				expect(checkReadingText(text)).toEqual([])
			}),
		)
	})

	it.each([
		['a gap', { ...sound, blocks: sound.blocks.slice(1) }, 'begins at 6, not at 0'],
		['text after the last block', { ...sound, text: `${sound.text}x` }, 'the text at 22'],
		['a missing line feed', readingText([{ text: 'a' }]), null],
		['two line feeds', readingText(['a\n']), 'more than one line feed'],
		['U+0000', readingText(['a\0']), 'U+0000 at 1'],
		['a lone surrogate', readingText(['a\uD800b']), 'a lone surrogate at 1'],
		['a carriage return', readingText(['a\rb']), 'a carriage return at 1'],
		['an unknown container', readingText([{ text: 'a', container: 2 }]), 'container 2'],
		['a heading without level', readingText([{ text: 'a', kind: 'heading' }]), 'without a level'],
		['an empty mark', { ...sound, marks: [{ kind: 'strong', start: 2, end: 2 }] }, 'is empty'],
		[
			'a mark over a line feed',
			{ ...sound, marks: [{ kind: 'strong', start: 2, end: 6 }] },
			'inside one block',
		],
		[
			'a mark over two blocks',
			{ ...sound, marks: [{ kind: 'strong', start: 2, end: 9 }] },
			'inside one block',
		],
		[
			'a script as link',
			{ ...sound, marks: [{ kind: 'link', href: 'javascript:x', start: 0, end: 2 }] },
			'no web address',
		],
		[
			'a call of no footnote',
			{ ...sound, marks: [{ kind: 'footnote-call', footnote: 'x', start: 0, end: 2 }] },
			'not there',
		],
		['furniture amid the text', readingText([{ text: '3', kind: 'furniture' }, 'b']), 'furniture'],
		[
			'a container before its parent',
			{ ...sound, containers: [{ kind: 'table', parent: 0 }] },
			'come before',
		],
	] as const)('names %s', (_, text, sentence) => {
		const mistakes = checkReadingText(text)
		if (sentence === null) expect(mistakes).toEqual([])
		else expect(mistakes.join(' ')).toContain(sentence)
	})
})

describe('places', () => {
	const text = readingText(
		[
			'Before any heading.',
			{ text: 'The ruling', kind: 'heading', level: 2 },
			'One.',
			{ text: '', kind: 'rule' },
			'Two, with a note1.',
			{ text: 'cell', container: 1 },
			{ text: 'cell', container: 1 },
			'After the table.',
			{ text: 'The note.', container: 2 },
		],
		{
			containers: [
				{ kind: 'table', parent: null },
				{ kind: 'row', parent: 0 },
				{ kind: 'footnote', parent: null, id: 'n', label: '1' },
			],
			marks: [
				{ kind: 'page', label: 'xii', start: 0, end: 1 },
				{ kind: 'footnote-call', footnote: 'n', start: 53, end: 54 },
				{ kind: 'page', label: '1', start: 42, end: 43 },
			],
		},
	)
	const at = (words: string) => {
		const start = text.text.indexOf(words)
		return placeOf(text, { start, end: start + 1 })
	}

	it('name the printed page, the heading above and the paragraph below it', () => {
		expect(checkReadingText(text)).toEqual([])
		expect(at('Before')).toEqual({ page: 'xii', heading: null, paragraph: 1 })
		expect(at('The ruling')).toEqual({ page: 'xii', heading: 'The ruling', paragraph: 1 })
		expect(at('One')).toEqual({ page: 'xii', heading: 'The ruling', paragraph: 1 })
		expect(at('with a')).toEqual({ page: '1', heading: 'The ruling', paragraph: 2 })
	})

	it('count a table as one paragraph and put a footnote where it is called', () => {
		expect(at('After')).toMatchObject({ paragraph: 4 })
		expect(at('The note')).toEqual(at('with a'))
	})

	it('make an outline of the headings that have words', () => {
		const headings = readingText([
			{ text: 'A\nB', kind: 'heading', level: 1 },
			{ text: '\uFFFC', kind: 'heading', level: 2 },
			'x',
		])
		expect(outlineOf(headings)).toEqual([{ start: 0, end: 4, level: 1, title: 'A B' }])
	})
})

describe('blocks', () => {
	it('are found by any of their code units', () => {
		fc.assert(
			fc.property(readingTexts, fc.nat(), (text, pick) => {
				const offset = pick % text.text.length
				expect(blockIndexAt(text.blocks, offset)).toBe(text.blocks.findIndex((each) => offset < each.end))
				expect(blockIndexAt(text.blocks, text.text.length)).toBe(text.blocks.length - 1)
			}),
		)
	})
})

describe('splitting', () => {
	it('gives two sound texts that together are the whole', () => {
		fc.assert(
			fc.property(readingTexts, fc.nat(), (text, pick) => {
				const first = text.blocks[0]
				const at = pick % text.text.length
				if (!first || at < first.end) {
					expect(() => splitReadingText(text, at)).toThrow('very beginning')
					return
				}
				const parts = splitReadingText(text, at)
				expect(parts.flatMap(checkReadingText)).toEqual([])
				expect(parts.map((part) => part.text).join('')).toBe(text.text)
				expect(parts.flatMap((part) => part.blocks.map((each) => each.kind))).toEqual(
					text.blocks.map((each) => each.kind),
				)
				const kept = (marks: typeof text.marks) =>
					marks.filter((mark) => mark.kind !== 'footnote-call').length
				expect(kept(parts[0].marks) + kept(parts[1].marks)).toBe(kept(text.marks))
			}),
		)
	})

	it('goes on counting a list that it divides', () => {
		const text = readingText(
			[0, 1, 2].map((item) => ({ text: `Item ${item}`, container: item + 1 })),
			{
				containers: [
					{ kind: 'list', ordered: true, parent: null },
					...[0, 1, 2].map(() => ({ kind: 'item' as const, parent: 0 })),
				],
			},
		)
		const [, second] = splitReadingText(text, text.text.indexOf('Item 2'))
		expect(second.containers[0]).toEqual({ kind: 'list', ordered: true, parent: null, first: 3 })
	})
})

describe('counting words', () => {
	it.each([
		['', 0],
		['One two, three.\n', 3],
		['don’t count 1,000 well-known things – twice', 6],
		['Hà Nội là thủ đô', 5],
		['南海仲裁案', 5],
		['南海 case of 2016', 5],
		['กรุงเทพมหานคร', 1],
		['다리 셋', 2],
	])('takes %j for %i', (text, count) => {
		expect(countWords(text)).toBe(count)
	})
})
