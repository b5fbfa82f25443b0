import { describe, expect, it } from 'vitest'
import { readableText, withMarksBehind } from '../../../main/importers/pdf/characters.ts'
import { jointOf, wordsWithin } from '../../../main/importers/pdf/joining.ts'

const words = wordsWithin([
	'a well-known writer, the self-same one',
	'an arrangement of co-operation and cooperation',
])

describe('jointOf', () => {
	it.each([
		['the arrange-', 'ment of', 'without-hyphen'],
		['a well-', 'known one', 'nothing'],
		['never seen-', 'before', 'without-hyphen'],
		['the Austro-', 'Hungarian', 'nothing'],
		['in 1914-', '1918', 'nothing'],
		['a COMMON-', 'PLACE', 'without-hyphen'],
		['one word', 'and another', 'space'],
		['there is —', 'a pause', 'space'],
		['there is—', 'a pause', 'nothing'],
		['日本', '語の', 'nothing'],
		['at https://example.org/a-long-', 'name/of-7', 'nothing'],
		['write to ada@', 'example.org', 'nothing'],
		['at https://example.org', 'for more', 'space'],
		['pre- and post-', '(war)', 'nothing'],
	])('joins “%s” and “%s” with %s', (above, below, joint) => {
		expect(jointOf(above, below, words)).toBe(joint)
	})
})

describe('readableText', () => {
	it.each([
		['of\ufb01cial', 'official'],
		['soft\u00adhyphen', 'softhyphen'],
		['cafe\u0301', 'café'],
		['\ue000private\u0003', 'private'],
		['two\u00a0\u2003words', 'two words'],
		['\ufefb', '\u0644\u0627'],
		['na¨ıve and ´x', 'naïve and ´x'],
		['½ and m²', '½ and m²'],
	])('reads %j as %j', (drawn, read) => {
		expect(readableText(drawn)).toBe(read)
	})
})

describe('withMarksBehind', () => {
	it('puts marks behind their letters where they stand before them', () => {
		expect(withMarksBehind('\u05b8\u05d0\u05b4\u05d1')).toBe('\u05d0\u05b8\u05d1\u05b4')
		expect(withMarksBehind('\u05d0\u05b8\u05d1')).toBe('\u05d0\u05b8\u05d1')
	})
})
