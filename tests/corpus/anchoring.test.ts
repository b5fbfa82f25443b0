import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describe as anchorFor } from '../../corpus/anchoring.ts'
import type { VersionId } from '../../corpus/ids.ts'
import { resolve } from '../../corpus/resolving.ts'
import { mapText } from '../../corpus/textmap.ts'

const old = 'old' as VersionId
const other = 'other' as VersionId

const anchored = (text: string, quote: string, nth = 0) => {
	let start = text.indexOf(quote)
	for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1)
	return anchorFor(text, { start, end: start + quote.length }, old)
}
const found = (anchor: ReturnType<typeof anchored>, text: string, before?: string) => {
	const resolution = resolve(anchor, text, other, before === undefined ? undefined : mapText(before, text))
	return resolution.kind === 'lost'
		? resolution.kind
		: `${resolution.kind}: ${text.slice(resolution.range.start, resolution.range.end)}`
}

/** Texts with many repetitions, where context alone often does not tell. */
const repetitive = fc
	.array(fc.constantFrom('row ', 'the same ', 'a', 'a', '😀', '\n', 'é'), { minLength: 1, maxLength: 120 })
	.map((parts) => parts.join(''))
const inPairs = (text: string, offset: number) =>
	/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset + 1 : offset

describe('describe and resolve', () => {
	it('give the same range in the same text, whatever the version is called', () => {
		fc.assert(
			fc.property(
				fc.oneof(repetitive, fc.string({ unit: 'grapheme', minLength: 1 })),
				fc.nat(),
				fc.nat(),
				(text, a, b) => {
					const start = inPairs(text, a % text.length)
					const end = inPairs(text, Math.min(text.length, start + 1 + (b % 40)))
					if (start >= end) return
					const anchor = anchorFor(text, { start, end }, old)
					const exact = { kind: 'exact', range: { start, end } }
					expect(resolve(anchor, text, old)).toEqual(exact)
					expect(resolve(anchor, text, other)).toEqual(exact)
					expect(anchor.prefix + anchor.quote + anchor.suffix).not.toMatch(/\p{Cs}/u)
				},
			),
			{ numRuns: 400 },
		)
	})

	it('never call exact what stands elsewhere in an edited text', () => {
		const words = fc.array(fc.constantFrom('a', 'row', 'of', 'the', 'same', 'words', 'again'), {
			minLength: 20,
			maxLength: 120,
		})
		const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(6), insert: fc.nat(3) }), {
			minLength: 1,
			maxLength: 4,
		})
		fc.assert(
			fc.property(words, edits, fc.nat(), fc.integer({ min: 1, max: 12 }), (parts, changes, pick, length) => {
				// Numbered words, so that the test knows which is which; what is added has numbers of its own.
				const before = parts.map((word, index) => ({ word: index % 7 ? word : `${word}${index}`, index }))
				const after = [...before]
				for (const { at, remove, insert } of changes) {
					const added = Array.from({ length: insert }, (_, i) => ({ word: `new${at}${i}`, index: -1 }))
					after.splice(at % (after.length + 1), remove, ...added)
				}
				const from = pick % (before.length - 1)
				const chosen = before.slice(from, from + length)
				const textOf = (each: typeof before) => each.map(({ word }) => word).join(' ')
				const lead = (all: typeof before, index: number) =>
					textOf(all.slice(0, index)).length + (index ? 1 : 0)
				const start = lead(before, from)
				const anchor = anchorFor(textOf(before), { start, end: start + textOf(chosen).length }, old)
				const resolution = resolve(anchor, textOf(after), other)
				if (resolution.kind !== 'exact') return
				const place = after.findIndex(({ index }) => index === from)
				expect(resolution.range.start).toBe(lead(after, place))
			}),
			{ numRuns: 500 },
		)
	})

	it('follow a passage that an insertion shifted', () => {
		const text = 'First paragraph.\nThe tribunal ruled on Tuesday.\nThird.\n'
		const anchor = anchored(text, 'ruled on Tuesday')
		expect(found(anchor, `An editor’s note.\n${text}`)).toBe('moved: ruled on Tuesday')
		expect(found(anchor, `An editor’s note.\n${text}`, text)).toBe('moved: ruled on Tuesday')
	})

	it('follow a passage that was edited', () => {
		const text =
			'The court sat.\nThe tribunal in The Hague ruled on Tuesday that the claim has no basis.\nEnd.\n'
		const edited = text.replace('on Tuesday', 'this Tuesday').replace('The court sat', 'A court met')
		const anchor = anchored(text, 'tribunal in The Hague ruled on Tuesday that the claim')
		expect(found(anchor, edited)).toBe('moved: tribunal in The Hague ruled this Tuesday that the claim')
		expect(found(anchor, edited, text)).toBe('moved: tribunal in The Hague ruled this Tuesday that the claim')
	})

	it('give up where the passage is gone', () => {
		const text = 'One two three.\nThe tribunal ruled on Tuesday.\nFour five six.\n'
		const anchor = anchored(text, 'tribunal ruled on Tuesday')
		expect(found(anchor, 'One two three.\nFour five six.\n')).toBe('lost')
		expect(found(anchor, 'One two three.\nFour five six.\n', text)).toBe('lost')
	})

	it('do not take one look-alike row for another', () => {
		const rows = Array.from({ length: 200 }, (_, i) => `Ship ${i} sailed from Da Nang to Manila with rice.\n`)
		const text = rows.join('')
		const without = rows.toSpliced(50, 1).join('')
		const outcomes = rows.map((row, i) => {
			const start = rows.slice(0, i).join('').length
			const anchor = anchorFor(text, { start: start + row.indexOf('Da'), end: start + row.length - 7 }, old)
			const resolution = resolve(anchor, without, other)
			if (resolution.kind === 'lost') return 'lost'
			const line = without.slice(0, resolution.range.start).split('\n').at(-1)
			return line?.startsWith(`Ship ${i} `) ? 'right' : 'wrong'
		})
		expect(outcomes.filter((outcome) => outcome === 'wrong')).toEqual([])
	})

	it('leave rows that nothing tells apart to the reader', () => {
		const row = 'The same row again, with nothing to tell it by.\n'
		const anchor = anchored(row.repeat(30), 'nothing to tell', 17)
		expect(anchor.occurrence).toBeGreaterThan(0)
		expect(found(anchor, `A row. ${row.repeat(29)}`)).toBe('lost')
	})

	it('find a long passage by its beginning and end', () => {
		const words = Array.from({ length: 400 }, (_, i) => `word${i * 37}`).join(' ')
		const anchor = anchored(`Before it. ${words} After it.`, words)
		const edited = `Much came before. ${words.replace('word3700', 'changed')} After it.`
		expect(found(anchor, edited)).toMatch(/^moved: word0 .*changed.* word14763$/)
	})
})

describe('a comparison of two texts', () => {
	it('maps what was kept to where it stands now', () => {
		const words = fc.array(fc.constantFrom('one', 'two', 'three', '\n', '南', '😀'), { maxLength: 40 })
		fc.assert(
			fc.property(words, words, (before, after) => {
				const [from, to] = [before.join(' '), after.join(' ')]
				const map = mapText(from, to)
				for (let at = 0; at < from.length; at++) {
					const moved = map.moved({ start: at, end: at + 1 })
					if (moved) expect(to.slice(moved.range.start, moved.range.end)).toBe(from.charAt(at))
				}
			}),
		)
	})
})
