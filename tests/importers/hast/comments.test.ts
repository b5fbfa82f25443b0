import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { make, root } from '../../../main/importers/hast/tree.ts'
import { toReadingText } from '../../../main/importers/hast/walker.ts'

const from = (name: string) => make('span', { commentStart: name })
const to = (name: string) => make('span', { commentEnd: name })
const comment = (note: string) => ({ note, author: null, at: null })

/** The text walked, and of each comment the words it is about and its note. */
function walk(elements: readonly Element[], names: readonly string[], furniture: readonly string[] = []) {
	const { text, annotations } = toReadingText(root(elements), {
		base: null,
		language: null,
		linkHeadings: false,
		comments: new Map(names.map((name) => [name, comment(name)])),
		furniture,
	})
	expect(checkReadingText(text)).toEqual([])
	return { text, about: annotations.map(({ start, end, note }) => [note, text.text.slice(start, end)]) }
}

describe('the walker', () => {
	it('finds the passages of comments, also across blocks and each other', () => {
		const { about } = walk(
			[
				make('p', {}, 'one ', from('a'), ' two ', from('b'), make('b', {}, 'three')),
				make('p', {}, ' four', to('a'), ' five', to('b'), ' six'),
			],
			['b', 'a'],
		)
		expect(about).toEqual([
			['a', 'two three\nfour'],
			['b', 'three\nfour five'],
		])
	})

	it('takes the paragraph for a comment at a point, and drops one about nothing', () => {
		const { about } = walk(
			[make('p', {}, 'before'), make('p', {}, 'a ', to('a'), 'b'), make('p', {}, from('b'), to('b'))],
			['a', 'b', 'c'],
		)
		expect(about).toEqual([
			['a', 'a b'],
			['b', 'a b'],
		])
	})

	it('keeps running heads after the text', () => {
		const { text } = walk([make('p', {}, 'body')], [], ['Chapter one', ' '])
		expect(text.blocks.map((block) => block.kind)).toEqual(['paragraph', 'furniture'])
		expect(text.text).toBe('body\nChapter one\n')
	})

	it('marks who speaks, and when', () => {
		const said = make(
			'p',
			{},
			make('span', { speakerName: 'Anna', timeFrom: 1000, timeTo: 2000 }, 'Anna:'),
			' yes',
		)
		expect(walk([said], []).text.marks).toEqual([
			{ kind: 'time', from: 1000, to: 2000, start: 0, end: 5 },
			{ kind: 'speaker', name: 'Anna', start: 0, end: 5 },
		])
	})
})
