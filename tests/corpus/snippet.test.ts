import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateHits, parseQuery } from '../../corpus/query.ts'
import { snippetAround } from '../../corpus/snippet.ts'

const marked = (query: string, text: string, width: number) => {
	const { text: cut, hits } = snippetAround(text, locateHits(parseQuery(query), text), width)
	return hits.reduceRight(
		(all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
		cut,
	)
}

describe('a snippet', () => {
	const text =
		'The tribunal in The Hague ruled on Tuesday that the claim of historic rights has no legal basis.\n'

	it('stands around the first hit, cut at words', () => {
		expect(marked('claim', text, 40)).toBe('…that the [claim] of historic rights has no…')
		expect(marked('tribunal', text, 30)).toBe('The [tribunal] in The Hague…')
		expect(marked('basis', text, 30)).toBe('…rights has no legal [basis].')
	})

	it('is the whole text where that is short', () => {
		expect(marked('the', text, 500)).toBe(
			'[The] tribunal in [The] Hague ruled on Tuesday that [the] claim of historic rights has no legal basis.',
		)
	})

	it('is the beginning where nothing was found', () => {
		expect(marked('absent', text, 20)).toBe('The tribunal in The…')
	})

	it('keeps line breaks out and cuts Chinese text between characters', () => {
		expect(marked('b', 'a\nb\nc\n', 30)).toBe('a [b] c')
		expect(marked('海', `${'字'.repeat(50)}海${'字'.repeat(50)}`, 12)).toMatch(/^…字+\[海\]字+…$/)
	})

	it('marks what the hits mark, is about as long as asked, and cuts no character', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 200 }),
				fc.nat(),
				fc.nat(20),
				fc.integer({ min: 10, max: 80 }),
				(source, at, length, width) => {
					const start = at % (source.length + 1)
					const hit = { start, end: Math.min(source.length, start + length) }
					const snippet = snippetAround(source, [hit], width)
					expect(snippet.text.length).toBeLessThan(width + 40)
					for (const { start: from, end } of snippet.hits) {
						const words = snippet.text.slice(from, end)
						expect(source.replace(/[\n\r\t]/g, ' ')).toContain(words)
						expect(hit.end - hit.start).toBeGreaterThanOrEqual(words.length)
					}
					if (hit.start < hit.end) expect(snippet.hits).toHaveLength(1)
					expect(snippet.text).not.toMatch(/\p{Cs}/u)
				},
			),
			{ numRuns: 500 },
		)
	})
})
