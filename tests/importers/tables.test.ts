import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { rowKeys, type TableReading } from '../../corpus/tablereading.ts'
import { importFile } from '../../main/importers/registry.ts'
import { tableRows } from '../../main/importers/tables/rows.ts'
import { workbook } from '../support/workbook.ts'
import { readable } from './readable.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const rowsOf = (fileName: string, content: string | Uint8Array) =>
	tableRows({ fileName, bytes: typeof content === 'string' ? bytesOf(content) : content })

const plain: TableReading = {
	headings: true,
	columns: [{ kind: 'key' }, { kind: 'text' }, { kind: 'metadata', field: 'issued' }],
	markup: 'plain',
}
const documentsOf = (content: string | Uint8Array, fileName: string, table: TableReading) =>
	importFile({
		fileName,
		bytes: typeof content === 'string' ? bytesOf(content) : content,
		options: { html: 'page', format: 'table', table },
	})

describe('rows', () => {
	test('survive quotes, separators, line ends and empty lines, whatever they are parted by', async () => {
		const separators = fc.constantFrom(',', ';', '\t')
		const cell = fc.string({
			unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '|', '海'),
			minLength: 1,
			maxLength: 8,
		})
		const row = fc.tuple(cell, cell).map((cells) => cells.map((each) => `x${each}x`))
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 6 }), separators, async (rows, separator) => {
				const quoted = rows.map((cells) =>
					cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator),
				)
				expect(await rowsOf('any.csv', quoted.join('\r\n'))).toEqual(rows)
			}),
		)
	})

	test.each([
		['UTF-8 with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('tên,tuổi\nLê,41\n'))],
		[
			'UTF-16',
			new Uint8Array(Uint16Array.from('\uFEFFtên,tuổi\nLê,41\n', (letter) => letter.charCodeAt(0)).buffer),
		],
	])('are read from %s', async (_, bytes) => {
		expect(await rowsOf('any.csv', bytes)).toEqual([
			['tên', 'tuổi'],
			['Lê', '41'],
		])
	})

	test('may be ragged', async () => {
		expect(await rowsOf('any.csv', 'a,b\n1\n1,2,3\n')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']])
	})

	test('keep quotation marks that are only letters', async () => {
		expect(await rowsOf('any.tsv', 'id\ttext\n1\t"Never" she said\n2\t"So it was\n')).toEqual([
			['id', 'text'],
			['1', '"Never" she said'],
			['2', '"So it was'],
		])
	})

	test('come out of objects with their names, lists as lines, objects inside with both names', async () => {
		const lines = ['{"a":{"b":{"c":{"d":1}}},"tags":["x","y"]}', '', '{"e":null,"f":true,"tags":[{"g":1}]}']
		expect(await rowsOf('any.jsonl', lines.join('\r\n'))).toEqual([
			['a.b.c', 'tags', 'e', 'f'],
			['{"d":1}', 'x\ny', '', ''],
			['', '[{"g":1}]', '', 'true'],
		])
		expect(await rowsOf('any.json', '{"count":2,"items":[{"a":1},{"a":2}]}')).toEqual([['a'], ['1'], ['2']])
	})

	test('of a spreadsheet keep line breaks and letters', async () => {
		expect(
			await rowsOf(
				'any.xlsx',
				workbook([
					['Tên', 'Lời'],
					['Lê', 'one\ntwo &amp; three'],
				]),
			),
		).toEqual([
			['Tên', 'Lời'],
			['Lê', 'one\ntwo & three'],
		])
	})
})

describe('hostile tables are refused with a reason, or read', () => {
	const office = (parts: Readonly<Record<string, string>>) =>
		zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])))

	test.each<readonly [string, string, string | Uint8Array]>([
		['no rows', 'a.csv', '\n \n'],
		['bytes that are no text', 'a.csv', Uint8Array.from({ length: 4000 }, (_, at) => (at * 89 + 7) % 31)],
		['a quotation mark that never closes', 'a.csv', 'a,b\n1,"x, y\n2,z\n'],
		['more than 500 columns', 'a.csv', `${'a,'.repeat(600)}\n`],
		['more than 100,000 rows', 'a.csv', 'a,b\n'.repeat(100_002)],
		['a cell of more than a million letters', 'a.csv', `a,b\n1,${'x'.repeat(1_000_001)}\n`],
		['JSON that breaks off', 'a.jsonl', '{"a":1}\n{"a":'],
		['JSON of plain values', 'a.json', '[1,2,3]'],
		[
			'JSON with too many names',
			'a.json',
			`[{${Array.from({ length: 600 }, (_, at) => `"n${at}":1`).join(',')}}]`,
		],
		['an archive that is no spreadsheet', 'a.xlsx', office({ 'word/document.xml': '<a/>' })],
		['a damaged archive', 'a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9, 9)],
		['a spreadsheet without sheets', 'a.xlsx', office({ 'xl/workbook.xml': '<workbook/>' })],
		['a spreadsheet of broken XML', 'a.xlsx', broken()],
		['a cell at the end of the world', 'a.xlsx', workbook([['a']], 'XFD1048576')],
		[
			'entities that grow',
			'a.xlsx',
			office({ 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><sst>&d;</sst>' }),
		],
	])('%s', async (_, fileName, content) => {
		await expect(rowsOf(fileName, content)).rejects.toMatchObject({ code: 'refused' })
	})

	test('values nested a hundred thousand deep', async () => {
		const deep = `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},"b":"x"}]`
		const read = await rowsOf('deep.json', deep).catch((error) => error.code)
		expect(['refused', 'object']).toContain(Array.isArray(read) ? 'object' : read)
	})

	function broken(): Uint8Array {
		return office({
			'[Content_Types].xml': '<Types/>',
			'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>',
			'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1"',
		})
	}
})

describe('documents', () => {
	test('have the texts of their rows, their keys as parts, and say what they could not read', async () => {
		const documents = await documentsOf(
			'id,text,date\nA~1,"First line.\n\nSecond line.",2023-04-16\nA~1,Other,someday\n,Third,\n4,,2020\n',
			'any.csv',
			plain,
		)
		expect(documents.map(({ part, text, metadata }) => [part, text.text, metadata.issued])).toEqual([
			['A-1', 'First line.\nSecond line.\n', { from: [2023, 4, 16] }],
			['row 2', 'Other\n', { literal: 'someday' }],
			['row 3', 'Third\n', undefined],
		])
		expect(documents[0]?.importer).toEqual({ name: 'table', version: 1 })
	})

	test.each(['answers.csv', 'answers.jsonl'])('of %s are as they were before', async (fileName) => {
		const folder = join(import.meta.dirname, '../golden/importers')
		const table: TableReading = {
			headings: true,
			columns: [
				{ kind: 'key' },
				{ kind: 'metadata', field: 'title' },
				{ kind: 'metadata', field: 'author' },
				{ kind: 'metadata', field: 'issued' },
				{ kind: 'text' },
				{ kind: 'text' },
				{ kind: 'own', name: 'Village' },
			],
			markup: fileName.endsWith('.csv') ? 'plain' : 'markdown',
		}
		const documents = await documentsOf(readFileSync(join(folder, fileName)), fileName, table)
		const shown = documents.map((document) => `part: ${document.part}\n${readable(document)}`)
		await expect(shown.join('\n')).toMatchFileSnapshot(join(folder, `${fileName}.expected`))
	})

	test('bring no markup with them, and no script', async () => {
		const [document] = await documentsOf(
			JSON.stringify([{ id: 1, text: '<p onclick="x()">One <b>two</b><script>alert(1)</script></p>' }]),
			'any.json',
			{ ...plain, columns: [{ kind: 'key' }, { kind: 'text' }], markup: 'html' },
		)
		expect(document?.text.text).toBe('One two\n')
		const [asText] = await documentsOf('id,text\n1,<b>two</b>\n', 'any.csv', plain)
		expect(asText?.text.text).toBe('<b>two</b>\n')
	})

	test('need to know their columns', async () => {
		await expect(
			importFile({ fileName: 'a.csv', bytes: bytesOf('text\none\n'), options: { html: 'page' } }),
		).rejects.toMatchObject({ code: 'refused' })
		await expect(documentsOf('id,text\n1,\n', 'a.csv', plain)).rejects.toMatchObject({ code: 'refused' })
	})
})

test('keys are all different, whatever stands in the column', () => {
	const cell = fc.constantFrom('', 'a', 'a ', 'row 1', 'row 2', 'row 2 (2)', '~', '-')
	fc.assert(
		fc.property(fc.array(cell), (cells) => {
			const keys = rowKeys(
				cells.map((each) => [each]),
				{ ...plain, columns: [{ kind: 'key' }] },
			)
			expect(new Set(keys).size).toBe(cells.length)
			expect(keys.every((key) => key !== '' && !key.includes('~'))).toBe(true)
			// The same rows with these keys keep them: so batches of rows have the keys of the whole table.
			const again = rowKeys(
				keys.map((key) => [key]),
				{ ...plain, columns: [{ kind: 'key' }] },
			)
			expect(again).toEqual(keys)
		}),
	)
})
