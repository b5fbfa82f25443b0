import { describe, expect, it } from 'vitest'
import { placesIn } from '../../corpus/places.ts'
import type { Mark } from '../../corpus/readingtext.ts'
import { clockOf, speechLine } from '../../corpus/speech.ts'
import { readingText } from '../support/readingtexts.ts'

const spoken = (marks: readonly Mark[], ...blocks: readonly string[]) => {
	const place = placesIn({ ...readingText(blocks), marks })
	return (start: number) => speechLine(place({ start, end: start + 1 }))
}

describe('the place of a passage in a transcript', () => {
	it('is who speaks and when, where the names are typed', () => {
		const line = spoken(
			[
				{ kind: 'speaker', name: 'Anna', start: 0, end: 4 },
				{ kind: 'time', from: 751_000, start: 5, end: 10 },
				{ kind: 'speaker', name: 'Ben', start: 16, end: 19 },
			],
			'Anna 12:31 yes',
			'and more',
		)
		expect(line(11)).toBe('00:12:31, Anna')
		const second = spoken([{ kind: 'speaker', name: 'Anna', start: 0, end: 4 }], 'Anna: yes', 'and more')
		expect(second(12)).toBe('Anna')
	})

	it('is nobody where marked words have ended, and the last time', () => {
		const line = spoken(
			[
				{ kind: 'speaker', name: 'Anna', start: 0, end: 3 },
				{ kind: 'time', from: 0, to: 1000, start: 0, end: 3 },
			],
			'yes',
			'music',
		)
		expect(line(1)).toBe('00:00:00, Anna')
		expect(line(5)).toBe('00:00:00')
	})

	it('is not said where nobody speaks', () => {
		expect(spoken([], 'text')(1)).toBeNull()
	})
})

describe('clockOf', () => {
	it('counts hours', () => {
		expect(clockOf(3_723_999)).toBe('01:02:03')
		expect(clockOf(360_000_000)).toBe('100:00:00')
	})
})
