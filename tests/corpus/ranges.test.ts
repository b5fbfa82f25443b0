import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RangeIndex } from '../../corpus/rangeindex.ts'
import { contains, intersection, joinRanges, overlaps, touches, trimRange } from '../../corpus/ranges.ts'

const range = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }))
const units = ({ start, end }: { start: number; end: number }) =>
	Array.from({ length: end - start }, (_, i) => start + i)

describe('ranges', () => {
	it('tell whether they overlap, touch and contain as sets of code units do', () => {
		fc.assert(
			fc.property(range, range, (a, b) => {
				const shared = units(a).filter((unit) => units(b).includes(unit))
				expect(overlaps(a, b)).toBe(shared.length > 0)
				expect(touches(a, b)).toBe(a.start <= b.end && b.start <= a.end)
				expect(intersection(a, b)).toEqual(
					shared.length ? { start: shared[0], end: (shared.at(-1) ?? 0) + 1 } : null,
				)
				if (a.end > a.start) expect(contains(b, a)).toBe(shared.length === a.end - a.start)
			}),
		)
	})

	it('join to the same set of code units, sorted and apart', () => {
		fc.assert(
			fc.property(fc.array(range), fc.boolean(), (ranges, keepTouching) => {
				const joined = joinRanges(ranges, keepTouching)
				expect(new Set(joined.flatMap(units))).toEqual(new Set(ranges.flatMap(units)))
				for (const [i, each] of joined.entries()) {
					const last = joined[i - 1]
					if (last) expect(keepTouching ? last.end <= each.start : last.end < each.start).toBe(true)
				}
			}),
		)
	})

	it('are trimmed of white space at both ends', () => {
		const text = '  one two\u00a0\n three '
		expect(trimRange(text, { start: 0, end: 11 })).toEqual({ start: 2, end: 9 })
		expect(trimRange(text, { start: 9, end: 12 })).toEqual({ start: 9, end: 9 })
		expect(trimRange(text, { start: 2, end: 5 })).toEqual({ start: 2, end: 5 })
	})
})

describe('an index of ranges', () => {
	it('answers as looking at every range does', () => {
		fc.assert(
			fc.property(fc.array(range, { maxLength: 80 }), range, fc.nat(80), (ranges, asked, offset) => {
				const index = new RangeIndex([...ranges.entries()], ([, each]) => each)
				const ids = (found: readonly (readonly [number, unknown])[]) =>
					found.map(([id]) => id).toSorted((a, b) => a - b)
				const brute = (fits: (each: { start: number; end: number }) => boolean) =>
					[...ranges.entries()].filter(([, each]) => fits(each)).map(([id]) => id)
				expect(ids(index.overlapping(asked))).toEqual(brute((each) => overlaps(each, asked)))
				expect(ids(index.at(offset))).toEqual(brute((each) => each.start <= offset && offset < each.end))
				expect(ids(index.within(asked))).toEqual(brute((each) => contains(asked, each)))
				expect(index.next(offset)?.[1].start ?? null).toBe(
					brute((each) => each.start >= offset)
						.map((id) => ranges[id]?.start ?? 0)
						.toSorted((a, b) => a - b)[0] ?? null,
				)
			}),
		)
	})

	it('answers in the order of the text', () => {
		const index = new RangeIndex(
			[
				{ start: 4, end: 6 },
				{ start: 0, end: 5 },
				{ start: 0, end: 9 },
			],
			(each) => each,
		)
		expect(index.at(4)).toEqual([
			{ start: 0, end: 9 },
			{ start: 0, end: 5 },
			{ start: 4, end: 6 },
		])
		expect(index.previous(4)).toEqual({ start: 0, end: 5 })
	})
})
