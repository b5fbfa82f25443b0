import { expect, test } from 'vitest'
import { guessReading } from '../../../main/app/tables/guess.ts'

const long = 'A text that goes on for a while, as texts in tables do when people answer at some length.'
const uses = (...rows: readonly (readonly string[])[]) =>
	guessReading(rows, false, null).columns.map((use) => {
		if (use === null) return null
		return use.kind === 'metadata' ? use.field : use.kind
	})

test.each<readonly [string, readonly (readonly string[])[], readonly (string | null)[]]>([
	[
		'headings',
		[
			['id', 'title', 'text'],
			['1', 'One', long],
		],
		['key', 'title', 'text'],
	],
	[
		'several answers',
		[
			['Respondent ID', 'Answer 1', 'Answer 2', 'Age'],
			['a', long, long, '41'],
		],
		['key', 'text', 'text', 'own'],
	],
	[
		'a comment that is no text',
		[
			['What did you see?', 'Comment'],
			[long, 'ok'],
		],
		['text', 'note'],
	],
	[
		'dates and addresses under any heading',
		[
			['Asked on', 'Where', 'Words'],
			['16 April 2023', 'https://a.example', long],
		],
		['issued', 'URL', 'text'],
	],
	[
		'places of people and of publishers',
		[
			['Text', 'City', 'No'],
			[long, 'Huế', '4'],
		],
		['text', 'own', 'key'],
	],
	[
		'a key that comes twice',
		[
			['id', 'text'],
			['1', long],
			['1', long],
		],
		['own', 'text'],
	],
	[
		'an abstract as the only text',
		[
			['Title', 'Abstract', 'DOI'],
			['One', long, '10.1/x'],
		],
		['title', 'text', 'DOI'],
	],
	[
		'other languages',
		[
			['STT', 'Tác giả', 'Nội dung', 'Ngày'],
			['1', 'Lê Mai', long, '2023'],
		],
		['key', 'author', 'text', 'issued'],
	],
	[
		'columns without anything in them',
		[
			['text', 'x', ''],
			[long, '', ''],
		],
		['text', null, null],
	],
])('%s are understood', (_, rows, expected) => {
	expect(uses(...rows)).toEqual(expected)
})

test('a first row of texts is no row of headings', () => {
	expect(
		guessReading(
			[
				['2023-01-02', long],
				['2023-01-03', long],
			],
			false,
			null,
		).headings,
	).toBe(false)
	expect(
		guessReading(
			[
				['when', 'what'],
				['2023-01-03', long],
			],
			false,
			null,
		).headings,
	).toBe(true)
	expect(
		guessReading(
			[
				['when', 'what'],
				['2023-01-03', long],
			],
			false,
			false,
		).headings,
	).toBe(false)
})

test('texts with tags are HTML', () => {
	expect(guessReading([['text'], ['<p>One</p>'], ['<p>Two<br>lines</p>']], false, null).markup).toBe('html')
	expect(guessReading([['text'], ['a < b'], ['b > c']], false, null).markup).toBe('plain')
})
