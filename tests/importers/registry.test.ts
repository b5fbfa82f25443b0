import { describe, expect, it } from 'vitest'
import { UserError } from '../../corpus/errors.ts'
import { importOne } from './support.ts'

const bytesOf = (head: string) =>
	Uint8Array.from([...`${head}\0\x01\x02 more`], (letter) => letter.charCodeAt(0))

describe('importFile', () => {
	it.each([
		['paper.txt', '%PDF-1.7', 'a PDF document'],
		['letter.md', 'PK\x03\x04', 'a ZIP archive or an Office document'],
		['book.txt', `PK\x03\x04${'.'.repeat(26)}mimetypeapplication/epub+zip`, 'an EPUB book'],
		['old.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an older Office document'],
		['note.rtf', '{\\rtf1', 'an RTF document'],
		['cat.html', '\x89PNG\r\n\x1a\n', 'a PNG picture'],
		['tool', '\x7fELF', 'a program'],
		['drawing.svg', '<?xml version="1.0"?><!-- a --><svg onload="alert(1)">', 'an SVG picture'],
		['feed.xml', '<?xml version="1.0"?><rss>', 'an XML file'],
	])('refuses %s and says that it is what it is', (fileName, head, kind) => {
		const bytes = head.startsWith('<') ? new TextEncoder().encode(head) : bytesOf(head)
		const refusal = () => importOne(fileName, bytes)
		expect(refusal).toThrow(UserError)
		expect(refusal).toThrow(`“${fileName}” is ${kind}`)
		expect(refusal).toThrow('text, Markdown and HTML')
	})

	it.each([
		['an empty file', ''],
		['a file of white space', ' \n\n\t '],
	])('refuses %s', (_, content) => {
		expect(() => importOne('a.txt', content)).toThrow(UserError)
	})

	it('goes by the bytes before the ending', () => {
		expect(importOne('page.txt', '<!-- saved --><!DOCTYPE html><p>A <b>page').importer.name).toBe('html')
	})

	it('goes by the ending where the bytes do not tell', () => {
		expect(importOne('page.htm', '<p>A <b>page').importer.name).toBe('html')
		expect(importOne('a.MD', '# Title').importer.name).toBe('markdown')
		expect(importOne('a.log', '# Title').importer.name).toBe('text')
	})

	it('reads as the format that it is told', () => {
		const options = { html: 'page', format: 'text' } as const
		expect(importOne('a.html', '<!doctype html><p>a', options).text.text).toBe('<!doctype html><p>a\n')
	})

	it('warns where the encoding is a guess', () => {
		const document = importOne('a.txt', Uint8Array.of(0x61, 0xa4, 0x62))
		expect(document.warnings.join()).toContain('not certain')
	})
})

it('refuses bytes without order, whatever the file is called', () => {
	let state = 7
	const bytes = Uint8Array.from({ length: 300 }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
		return (state >> 16) % 255 || 1
	})
	for (const fileName of ['bad.docx', 'bad.txt']) {
		const read = () => importOne(fileName, bytes)
		expect(read).toThrow('is no text')
	}
})
