import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../../main/importers/archive/archive.ts'
import { zipKind } from '../../../main/importers/archive/zipkind.ts'

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
	zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

/** Overwrites every place where these bytes stand. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
	return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'))
}

describe('openArchive', () => {
	it('reads files by their names', async () => {
		const archive = await openArchive(zip({ 'a/b.txt': 'über', c: 'x'.repeat(100_000) }))
		expect(archive.names).toEqual(['a/b.txt', 'c'])
		expect(await archive.text('a/b.txt')).toBe('über')
		expect(await archive.read('c')).toHaveLength(100_000)
		expect(await archive.read('d')).toBeNull()
	})

	it('reads files that are not packed, and text in UTF-16', async () => {
		const bytes = Buffer.from('\uFEFF<a>ü</a>', 'utf16le')
		const archive = await openArchive(zipSync({ a: [bytes, { level: 0 }] }))
		expect(await archive.text('a')).toBe('<a>ü</a>')
	})

	it('overlooks bytes before and after the archive', async () => {
		const junk = strToU8('junk'.repeat(100))
		const archive = await openArchive(joined(junk, zip({ a: 'text' }), junk))
		expect(await archive.text('a')).toBe('text')
	})

	it('takes backslashes as folders', async () => {
		const archive = await openArchive(zip({ 'a\\b.txt': 'text' }))
		expect(archive.names).toEqual(['a/b.txt'])
	})

	it.each(['../a', '/a', 'C:/a', 'a/../../b', '..\\a'])('opens no archive with the name %s', async (name) => {
		await expect(openArchive(zip({ good: '', [name]: '' }))).rejects.toThrow('outside of itself')
	})

	it('says what is wrong with a damaged archive', async () => {
		const bytes = zip({ 'a.txt': 'text '.repeat(1000) })
		await expect(openArchive(bytes.subarray(0, 60))).rejects.toThrow('its end is missing')
		await expect(openArchive(replaced(bytes, 'PK\x01\x02', 'PK\x01\x03'))).rejects.toThrow('damaged')
		const spoilt = bytes.slice()
		spoilt.fill(0xff, 40, 50)
		const archive = await openArchive(spoilt)
		await expect(archive.read('a.txt')).rejects.toMatchObject({
			code: 'refused',
			message: 'The archive is damaged: “a.txt” inside it cannot be unpacked.',
		})
	})

	it('unpacks no more than a document needs', async () => {
		const bomb = zip({ bomb: '\0'.repeat(50_000_000) })
		const archive = await openArchive(bomb)
		await expect(archive.read('bomb')).rejects.toThrow('far more')
		const many: Zippable = {}
		for (let at = 0; at < 10_001; at++) many[`${at}`] = [new Uint8Array(), { level: 0 }]
		await expect(openArchive(zipSync(many))).rejects.toThrow('10001 files')
	})

	it('counts what is unpacked again and again', async () => {
		const archive = await openArchive(zip({ a: ' '.repeat(30_000_000) }))
		const reads = async () => {
			for (let at = 0; at < 20; at++) await archive.read('a')
		}
		await expect(reads()).rejects.toThrow('far more')
	})

	it('does not believe a size that is too small', async () => {
		const bytes = zip({ a: ' '.repeat(1000) })
		const lying = replaced(bytes, '\xe8\x03\0\0', '\x05\0\0\0')
		await expect((await openArchive(lying)).read('a')).rejects.toThrow('damaged')
	})
})

describe('zipKind', () => {
	it.each([
		['epub', { mimetype: 'application/epub+zip' }],
		['epub', { 'OPS/a.opf': '', 'META-INF/container.xml': '' }],
		['epub', { 'a.txt': '', mimetype: 'application/epub+zip\n' }],
		['odt', { mimetype: 'application/vnd.oasis.opendocument.text' }],
		['ods', { a: '', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
		['docx', { '[Content_Types].xml': '', 'word/document.xml': '' }],
		['docx', { '[Content_Types].xml': '', 'word\\document.xml': '' }],
		['xlsx', { 'xl/workbook.xml': '' }],
		['pptx', { 'ppt/presentation.xml': '' }],
		['other', { 'a.txt': '' }],
	])('tells %s', (kind, files) => {
		const bytes = zip(files)
		expect(zipKind(bytes)).toBe(kind)
		expect(zipKind(joined(strToU8('before'), bytes, strToU8('after')))).toBe(kind)
	})

	it('tells what a damaged archive was to be', () => {
		const bytes = zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], a: strToU8('text') })
		expect(zipKind(bytes.subarray(0, 80))).toBe('epub')
		expect(zipKind(zip({ a: 'text' }).subarray(0, 40))).toBe('other')
	})

	it('tells other files', () => {
		expect(zipKind(strToU8('%PDF-1.7'))).toBeNull()
		expect(zipKind(new Uint8Array())).toBeNull()
	})
})
