import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { turnsIn } from '../../main/importers/transcripts/turns.ts'
import { importOne, marked, outline } from './support.ts'

const cue = (from: string, to: string, words: string) => `${from} --> ${to}\n${words}\n\n`
const webVtt = (...cues: readonly string[]) => importOne('a.vtt', `WEBVTT\n\n${cues.join('')}`)
const srt = (text: string) => importOne('a.srt', text)

describe('the importer of subtitles', () => {
	it('joins sentences over cues and parts at pauses', async () => {
		const document = await webVtt(
			cue('00:00.000', '00:02.000', 'One sentence goes'),
			cue('00:02.100', '00:04.000', 'on here.'),
			cue('00:04.100', '00:05.000', 'The next follows at once.'),
			cue('00:07.000', '00:08.000', 'After a pause.'),
		)
		expect(outline(document)).toEqual([
			'paragraph: One sentence goes on here. The next follows at once.',
			'paragraph: After a pause.',
		])
		expect(document.text.marks.map((mark) => (mark.kind === 'time' ? [mark.from, mark.to] : null))).toEqual([
			[0, 2000],
			[2100, 4000],
			[4100, 5000],
			[7000, 8000],
		])
	})

	it('breaks no East Asian sentence with a space', async () => {
		const document = await webVtt(
			cue('00:00.000', '00:01.000', '私は\n安娜'),
			cue('00:01.000', '00:02.000', 'です。'),
		)
		expect(outline(document)).toEqual(['paragraph: 私は安娜です。'])
	})

	it.each([
		['no blank lines', '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n'],
		['no numbers', '00:00:01,000 --> 00:00:02,000\none\n\n00:00:02,000 --> 00:00:03,000\ntwo\n'],
		['dots for commas, no hours', '1\n00:01.000 --> 00:02.0\none\n\n7\n00:02.0 --> 00:03.0\ntwo'],
		[
			'Windows line ends',
			'1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\ntwo\r\n',
		],
		['blank lines inside', '1\n00:00:01,000 --> 00:00:03,000\none\n\ntwo\n'],
		[
			'cues that end before they begin',
			'1\n00:00:05,000 --> 00:00:01,000\none\n\n2\n00:00:05,000 --> 00:00:06,000\ntwo\n',
		],
		[
			'positions',
			'1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2\n{\\an8}one\n\n2\n00:00:02,000 --> 00:00:03,000\n<font color="red">two</font>\n',
		],
	])('reads files with %s', async (_, text) => {
		expect(outline(await srt(text))).toEqual(['paragraph: one two'])
	})

	it('keeps numbers that are words', async () => {
		const document = await srt(
			'1\n00:00:01,000 --> 00:00:02,000\nIn\n1962\n\n2\n00:00:02,000 --> 00:00:03,000\nor so.',
		)
		expect(outline(document)).toEqual(['paragraph: In 1962 or so.'])
	})

	it('refuses what holds no times', async () => {
		await expect(srt('Just words.')).rejects.toThrow('holds no subtitles')
	})

	it('reads anything to a sound text, and loses no word', async () => {
		const words = fc.stringMatching(/^[a-zäé ]{0,8}$/)
		const tags = fc.constantFrom(
			'<i>',
			'</i>',
			'<b>',
			'<v Anna>',
			'</v>',
			'<c.x>',
			'<00:00:01.000>',
			'&amp;',
			'&#0;',
			'&#x110000;',
			'\n',
			'- ',
			'{\\an1}',
		)
		const payload = fc.array(fc.oneof(words, tags), { maxLength: 12 })
		await fc.assert(
			fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 8 }), async (all) => {
				const cues = all.map((parts, at) => cue(`00:0${at}.000`, `00:0${at}.900`, `x${parts.join('')}`))
				const { text } = await webVtt(...cues)
				expect(checkReadingText(text)).toEqual([])
				const bare = text.text.replace(/\s/g, '')
				for (const part of all.flat())
					if (/^[a-zäé ]+$/.test(part)) expect(bare).toContain(part.replaceAll(' ', ''))
			}),
			{ numRuns: 100 },
		)
	})

	it.each([
		['entities', cue('00:00.000', '00:01.000', `${'&amp;'.repeat(100_000)}end`)],
		['ampersands', cue('00:00.000', '00:01.000', `${'&'.repeat(100_000)}end`)],
		['tags', cue('00:00.000', '00:01.000', `${'<i>'.repeat(100_000)}end`)],
		['angles', cue('00:00.000', '00:01.000', `${'<v '.repeat(50_000)}end`)],
		['braces', cue('00:00.000', '00:01.000', `${'{\\'.repeat(50_000)}end`)],
		['arrows', `${'-->\n'.repeat(50_000)}${cue('00:00.000', '00:01.000', 'end')}`],
		['digits', cue('00:00.000', '00:01.000', `end\n${'9'.repeat(200_000)}:`)],
		['cues', `${cue('00:00.000', '00:01.000', 'x').repeat(20_000)}${cue('00:00.000', '00:01.000', 'end')}`],
	])('keeps the text among endless %s', async (_, cues) => {
		const { text } = await webVtt(cues)
		expect(checkReadingText(text)).toEqual([])
		expect(text.text).toContain('end')
	})
})

describe('interviews', () => {
	const typed = (...lines: readonly string[]) => importOne('a.txt', lines.join('\n'))

	it.each([
		['names', ['Anna: Who?', 'Ben: Me.', 'Anna: Why?', 'Ben: So.'], ['Anna', 'Ben', 'Anna', 'Ben']],
		['letters', ['Q: Who?', 'A: Me.', 'Q: Why?', 'A: So.'], ['Q', 'A', 'Q', 'A']],
		['East Asian colons', ['问：你是谁？', '答：我。', '问：你好吗？', '答：好。'], ['问', '答', '问', '答']],
		[
			'times in front',
			['[00:01] Anna: a', '[00:02] Ben: b', '[00:03] Anna: c', '[01:00:04] Ben: d'],
			['Anna', 'Ben', 'Anna', 'Ben'],
		],
		[
			'times behind',
			['Anna Stone (00:01): a', 'Ben 2 (00:02): b', 'Anna Stone (00:03): c', 'Ben 2 (12:31): d'],
			['Anna Stone', 'Ben 2', 'Anna Stone', 'Ben 2'],
		],
		[
			'names alone on their lines',
			[
				'00:00:01 Speaker 1',
				'a',
				'00:00:02 Speaker 2',
				'b',
				'00:00:03 Speaker 1',
				'c',
				'00:00:04 Speaker 2',
				'd',
			],
			['Speaker 1', 'Speaker 2', 'Speaker 1', 'Speaker 2'],
		],
	])('are told by %s', async (_, lines, speakers) => {
		expect(marked(await typed(...lines), 'speaker')).toEqual(speakers)
	})

	it.each([
		['one who speaks', ['Anna: Who?', 'Anna: Me.', 'Anna: Why?', 'Anna: So.']],
		['too few turns', ['Anna: Who?', 'Ben: Me.', 'Anna: Why?']],
		['records', ['Title: A?', 'Author: B', 'Title: C', 'Author: D', 'Title: E', 'Author: F']],
		['records of unknown fields', ['Mill: A?', 'River: B', 'Wheels: C', 'Mill: D', 'River: E', 'Wheels: F']],
		['statements', ['Mill: A', 'River: B', 'Mill: C', 'River: D']],
		[
			'a clock on the wall',
			['[23:59] Anna: a', '[00:01] Ben: b', '[12:00] Anna: c', '[09:00] Ben: d', '[08:00] Anna: e'],
		],
		['letters', ['From: A', 'To: B', 'Subject: C?', '', 'Dear B,', '', 'Note: this.', '', 'Yours, A']],
	])('are not made of %s', async (_, lines) => {
		const document = await typed(...lines)
		expect(marked(document, 'speaker')).toEqual([])
		expect(marked(document, 'time')).toEqual([])
	})

	it('change not a letter of the text', async () => {
		const lines = fc.oneof(
			fc.constantFrom(
				'Anna: Who?',
				'Ben: Me.',
				'[00:01] Anna: a',
				'Anna  0:03',
				'',
				'  indented',
				'ALL CAPITALS',
				'a\tb\tc',
			),
			fc.string({ maxLength: 30 }),
		)
		await fc.assert(
			fc.asyncProperty(fc.array(lines, { minLength: 1 }), async (all) => {
				const whole = `x\n${all.join('\n')}`
				const { text } = await importOne('a.txt', whole)
				expect(checkReadingText(text)).toEqual([])
				const visible = (source: string) => source.replace(/[\s\0\uFFFD]/g, '')
				expect(visible(text.text)).toBe(visible(whole))
			}),
			{ numRuns: 150 },
		)
	})

	it('are looked for in time that grows with the text', () => {
		expect(turnsIn(Array.from({ length: 200_000 }, () => `${'A '.repeat(200)}:`))).toBeNull()
		expect(turnsIn(['A'.repeat(1_000_000), `${"A.'-".repeat(100_000)}:`])).toBeNull()
	})
})
