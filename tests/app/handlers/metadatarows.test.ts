import { expect, test } from 'vitest'
import type { DocumentRow } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { fieldsOf } from '../../../main/app/handlers/metadatacolumns.ts'
import { fitTable } from '../../../main/app/handlers/metadatarows.ts'

const document = (fileName: string): DocumentRow => ({
	id: fileName as DocumentId,
	metadata: { title: fileName },
	status: 'to-read',
	queue: 0,
	length: 1,
	words: 1,
	addedAt: 0,
	openedAt: null,
	fileName,
	format: 'text',
	highlights: 0,
	notes: 0,
	themes: [],
	outdated: false,
	collections: [],
})

const library = ['Hanoi.md', 'hue.html', 'notes.v2.txt', 'same.md', 'same.html'].map(document)
const table = (...rows: readonly (readonly string[])[]) => fitTable(rows, null, library)

test.each([
	[
		['File', 'Title', 'Author(s)', 'Year'],
		['file', 'title', 'author', 'issued'],
	],
	[
		['filename', 'Publication Title', 'DATE', 'Url'],
		['file', 'container-title', 'issued', 'URL'],
	],
	[
		['File Name', 'Newspaper', 'By', 'Lang.'],
		['file', 'container-title', 'author', 'language'],
	],
	[
		['document', 'Authors', 'Author', 'Colour'],
		['file', 'author', null, null],
	],
	[
		['Citation Key', 'Item Type', 'Abstract Note', 'Manual Tags'],
		['citekey', 'type', 'abstract', 'keyword'],
	],
])('the headings %j are understood', (headings, fields) => {
	expect(fieldsOf(headings)).toEqual(fields)
})

test.each([
	['Hanoi.md', ['Hanoi.md']],
	['HANOI.MD', ['Hanoi.md']],
	['hanoi', ['Hanoi.md']],
	['C:\\papers\\Hanoi.md', ['Hanoi.md']],
	['papers/2023/hue.html', ['hue.html']],
	['notes.v2', ['notes.v2.txt']],
	['same', ['same.md', 'same.html']],
	['same.md', ['same.md']],
])('a row for %j is about %j', (name, documents) => {
	expect(table(['file'], [name]).rows.map((row) => row.documents)).toEqual([documents])
})

test('rows that name no document are left out', () => {
	expect(table(['file', 'title'], ['hanoi.docx', 'A'], ['', 'B'], ['nothing', 'C']).rows).toEqual([])
})

test('cells become metadata', () => {
	const [row] = table(
		['file', 'Title', 'Authors', 'Date', 'Journal', 'URL', 'Language', 'Type'],
		[
			'hue',
			'A day',
			'Nguyen, Thi; Lee, Ana',
			'c. 1790',
			'The Paper',
			'www.example.org/a',
			'Vietnamese',
			'Newspaper Article',
		],
	).rows
	expect(row?.patch).toEqual({
		title: 'A day',
		author: [
			{ family: 'Nguyen', given: 'Thi' },
			{ family: 'Lee', given: 'Ana' },
		],
		issued: { from: [1790], circa: true },
		'container-title': 'The Paper',
		URL: 'https://www.example.org/a',
		language: 'vi',
		type: 'article-newspaper',
	})
	expect(row?.problems).toEqual([])
})

test('cells that cannot be read are named, empty ones change nothing', () => {
	const [row] = table(
		['file', 'URL', 'Language', 'Title'],
		['hue', 'javascript:alert(1)', 'Klingonish', ''],
	).rows
	expect(row?.patch).toEqual({})
	expect(row?.problems).toEqual([
		expect.stringContaining('javascript:alert(1)'),
		expect.stringContaining('Klingonish'),
	])
})

test('the reader may say what a column is', () => {
	const chosen = fitTable(
		[
			['A', 'B'],
			['hue', 'A day'],
		],
		['file', 'title'],
		library,
	)
	expect(chosen.rows[0]?.patch).toEqual({ title: 'A day' })
	expect(
		fitTable(
			[
				['file', 'Title'],
				['hue', 'A day'],
			],
			['file', null],
			library,
		).rows[0]?.patch,
	).toEqual({})
})
