import { describe, expect, it } from 'vitest'
import { UserError } from '../../corpus/errors.ts'
import { importOne } from './support.ts'

const bytesOf = (head: string) =>
	Uint8Array.from([...`${head}\0\x01\x02 more`], (letter) => letter.charCodeAt(0))

describe('importFile', () => {
	it.each([
		['paper.txt', '%!PS-Adobe-3.0', 'a PostScript file'],
		['letter.md', 'PK\x03\x04', 'a ZIP archive or an Office document'],
		['cat.html', '\x89PNG\r\n\x1a\n', 'a PNG picture'],
		['tool', '\x7fELF', 'a program'],
		['drawing.svg', '<?xml version="1.0"?><!-- a --><svg onload="alert(1)">', 'an SVG picture'],
		['feed.xml', '<?xml version="1.0"?><rss>', 'an XML file'],
	])('refuses %s and says that it is what it is', async (fileName, head, kind) => {
		const bytes = head.startsWith('<') ? new TextEncoder().encode(head) : bytesOf(head)
		const refusal = () => importOne(fileName, bytes)
		await expect(refusal()).rejects.toThrow(UserError)
		await expect(refusal()).rejects.toThrow(`“${fileName}” is ${kind}`)
		await expect(refusal()).rejects.toMatchObject({ code: 'unknown-kind' })
	})

	it.each([
		['an empty file', ''],
		['a file of white space', ' \n\n\t '],
	])('refuses %s', async (_, content) => {
		const refusal = importOne('a.txt', content)
		await expect(refusal).rejects.toThrow(UserError)
		await expect(refusal).rejects.toMatchObject({ code: 'refused' })
	})

	it('goes by the bytes before the ending', async () => {
		expect((await importOne('page.txt', '<!-- saved --><!DOCTYPE html><p>A <b>page')).importer.name).toBe(
			'html',
		)
	})

	it('goes by the ending where the bytes do not tell', async () => {
		expect((await importOne('page.htm', '<p>A <b>page')).importer.name).toBe('html')
		expect((await importOne('a.MD', '# Title')).importer.name).toBe('markdown')
		expect((await importOne('a.log', '# Title')).importer.name).toBe('text')
	})

	it('reads as the format that it is told', async () => {
		const options = { html: 'page', format: 'text' } as const
		expect((await importOne('a.html', '<!doctype html><p>a', options)).text.text).toBe(
			'<!doctype html><p>a\n',
		)
	})

	it('cuts what a file says of itself to what the library keeps', async () => {
		const long = 'Harbours '.repeat(2000)
		const html = `<title>${long}</title><meta name="author" content="${long}"><p>Rain fell.</p>`
		const { title, author } = (await importOne('a.html', html)).metadata
		expect(title).toHaveLength(10_000)
		expect(JSON.stringify(author).length).toBeLessThan(10_100)
	})

	it('warns where the encoding is a guess', async () => {
		const document = await importOne('a.txt', Uint8Array.of(0x61, 0xa4, 0x62))
		expect(document.warnings.join()).toContain('not certain')
	})
})

it('refuses bytes without order, whatever the file is called', async () => {
	let state = 7
	const bytes = Uint8Array.from({ length: 300 }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
		return (state >> 16) % 255 || 1
	})
	await expect(importOne('bad.docx', bytes)).rejects.toThrow('no ZIP archive')
	await expect(importOne('bad.txt', bytes)).rejects.toThrow('is no text')
})
