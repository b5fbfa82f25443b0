import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../corpus/errors.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { articleParagraphs, pdfArticle, scannedPdf } from '../support/pdfarticle.ts'
import { type PdfText, pdfFile } from '../support/pdfs.ts'
import { importOne, marked, outline } from './support.ts'

const fixture = (name: string) =>
	new Uint8Array(readFileSync(join(import.meta.dirname, 'pdf/fixtures', name)))

/** One page with these texts. */
const page = (texts: readonly PdfText[], turned: 0 | 90 | 180 | 270 = 0) =>
	importOne('page.pdf', pdfFile({ pages: [{ width: 420, height: 400, texts, turned }] }))

const said = ({ text: { text } }: ParsedDocument, { start, end }: { start: number; end: number }) =>
	text.slice(start, end)

describe('pdfImporter', () => {
	it('reads two columns in order, joins broken words and paragraphs, and keeps running heads apart', async () => {
		const document = await importOne('article.pdf', pdfArticle())
		expect(checkReadingText(document.text)).toEqual([])
		expect(outline(document).map((block) => block.replace(/altogether\.1$/, 'altogether.'))).toEqual([
			'heading: On Keeping Passages in Order',
			'paragraph: Ada Marsh and Bo Lindqvist',
			...articleParagraphs.map((each) =>
				each.startsWith('# ') ? `heading: ${each.slice(2)}` : `paragraph: ${each}`,
			),
			'paragraph: Locke described it in a letter of 1685.',
			'furniture: Journal of Careful Reading 117',
			'furniture: On Keeping Passages in Order 118',
			'furniture: Journal of Careful Reading 119',
		])
	})

	it('ranks headings by their size, and by the table of contents', async () => {
		const { text } = await importOne('article.pdf', pdfArticle())
		const levels = text.blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : []))
		expect(levels).toEqual([1, 2, 2, 2])
		expect(
			text.outline?.map(({ title, level, at }) => [title, level, text.text.indexOf(title) === at]),
		).toEqual([
			['1 Where the passages went', 1, true],
			['2 Headings and their troubles', 1, true],
			['3 What machines change', 1, true],
		])
	})

	it('links a footnote with its call', async () => {
		const document = await importOne('article.pdf', pdfArticle())
		const { containers, blocks } = document.text
		const [note] = containers
		expect(note).toMatchObject({ kind: 'footnote', label: '1' })
		expect(marked(document, 'footnote-call')).toEqual(['1'])
		expect(blocks.filter(({ container }) => container === 0).map((block) => said(document, block))).toEqual([
			'Locke described it in a letter of 1685.\n',
		])
	})

	it('takes over highlights, comments and notes of others', async () => {
		const document = await importOne('article.pdf', pdfArticle())
		expect(document.annotations.map((each) => ({ ...each, text: said(document, each) }))).toMatchObject([
			{ text: 'Printers noticed', note: 'Which printers?', author: 'Bo', at: null },
			{ text: 'Every heading is a promise', note: '', author: 'Ada', at: Date.UTC(2022, 4, 1, 9, 30) },
			{ note: 'The heart of the matter', author: 'Bo' },
		])
	})

	it('reads metadata, printed page labels and links', async () => {
		const document = await importOne('article.pdf', pdfArticle())
		expect(document.metadata).toMatchObject({
			title: 'On Keeping Passages in Order',
			author: [
				{ family: 'Marsh', given: 'Ada' },
				{ family: 'Lindqvist', given: 'Bo' },
			],
			language: 'en-GB',
		})
		expect(document.pages.map(({ label, width, height }) => [label, width, height])).toEqual([
			['117', 420, 400],
			['118', 420, 400],
			['119', 420, 400],
		])
		expect(document.text.marks.flatMap((mark) => (mark.kind === 'page' ? [mark.label] : []))).toEqual([
			...['117', '118', '119'],
		])
		expect(marked(document, 'link')).toEqual(['Locke proposed'])
	})

	it('takes the day on which the file was made for no day of publication', async () => {
		expect((await importOne('article.pdf', pdfArticle())).metadata).not.toHaveProperty('issued')
	})

	it('reads a text about PDFs as the text that it is', async () => {
		const text = new TextEncoder().encode(
			'# PDF\n\nEach file begins with %PDF-1.7 and ends with a trailer.\n',
		)
		expect((await importOne('notes.md', text)).importer.name).toBe('markdown')
	})

	it('prefers what XMP says, and finds a DOI', async () => {
		const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">The true title</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Marsh</rdf:li><rdf:li>Bo Lindqvist</rdf:li></rdf:Seq></dc:creator><prism:publicationName>Journal of Reading</prism:publicationName><prism:publicationDate>2019-05</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>`
		const texts = [{ text: 'See doi:10.1234/abc.5.', x: 40, y: 60, size: 10 }]
		const file = pdfFile({ xmp, info: { Title: 'draft3.docx' }, pages: [{ width: 300, height: 300, texts }] })
		const { metadata } = await importOne('paper.pdf', file)
		expect(metadata).toMatchObject({
			title: 'The true title',
			author: [{ family: 'Marsh' }, { family: 'Lindqvist' }],
			'container-title': 'Journal of Reading',
			issued: { from: [2019, 5] },
			DOI: '10.1234/abc.5',
		})
	})

	it('keeps a page without text as one picture that can be marked, and says so', async () => {
		const document = await importOne('scan.pdf', scannedPdf())
		expect(outline(document)).toEqual([
			'paragraph: A page that was typed.',
			'picture: \uFFFC',
			'paragraph: Recognised behind the picture.',
		])
		expect(document.pages[1]?.runs).toEqual([
			{ start: 23, end: 24, x: 0, y: 0, width: 300, height: 400, angle: 0 },
		])
		expect(document.warnings).toEqual(['Page 2 is without text: the page view shows what is on it.'])
	})

	it('asks for a password, and says when it is wrong', async () => {
		const read = (password?: string) =>
			importOne('locked.pdf', fixture('locked.pdf'), {
				html: 'page',
				...(password !== undefined && { password }),
			})
		await expect(read()).rejects.toMatchObject({ code: 'password', message: /is locked with a password/ })
		await expect(read('sesame')).rejects.toMatchObject({ code: 'password', message: /does not open/ })
		expect(outline(await read('open sesame'))).toEqual(['paragraph: What nobody else should read.'])
	})

	it('opens a file whose password is empty without asking', async () => {
		const document = await importOne('letter.pdf', fixture('emptypassword.pdf'))
		expect(outline(document)).toEqual(['paragraph: What nobody else should read.'])
		expect(document.metadata.title).toBe('A Locked Letter')
	})

	it('refuses what is no PDF behind its first bytes', async () => {
		const broken = importOne('broken.pdf', '%PDF-1.7\nnothing of the kind')
		await expect(broken).rejects.toThrow(UserError)
		await expect(broken).rejects.toThrow('“broken.pdf” is damaged, or no PDF at all')
	})

	it('reads a file whose end is cut off as far as it goes', async () => {
		const whole = pdfArticle()
		const document = await importOne('cut.pdf', whole.slice(0, -25))
		expect(document.text.text).toContain('A commonplace book is a place')
	})

	it('marks raised letters', async () => {
		const line = { y: 60, size: 12 }
		const document = await page([
			{ ...line, text: 'The area is 5 m', x: 40 },
			{ ...line, text: '2', x: 121, size: 7, rise: 5 },
			{ ...line, text: 'in all.', x: 130 },
		])
		expect(marked(document, 'superscript')).toEqual(['2'])
		expect(outline(document)).toEqual(['paragraph: The area is 5 m2 in all.'])
	})

	it('places runs where a turned page shows them', async () => {
		const document = await page([{ text: 'Sideways', x: 40, y: 60, size: 12 }], 90)
		const [shown] = document.pages
		expect(shown).toMatchObject({ width: 400, height: 420 })
		expect(shown?.runs[0]).toMatchObject({ angle: 90, start: 0, end: 8 })
		expect(shown?.runs[0]?.y).toBeCloseTo(40, 0)
	})

	it('reads text written upwards after the text of its page', async () => {
		const document = await page([
			{ text: 'Printed in the margin', x: 20, y: 300, size: 8, angle: 90 },
			{ text: 'The text of the page stands here, and there is more of it.', x: 40, y: 60, size: 10 },
		])
		expect(outline(document)).toEqual([
			'paragraph: The text of the page stands here, and there is more of it.',
			'paragraph: Printed in the margin',
		])
	})

	it('reads a title that is drawn last first', async () => {
		const document = await page([
			{ text: 'What is written below the title, in smaller letters and', x: 40, y: 100, size: 10 },
			{ text: 'in two lines that make up one paragraph.', x: 40, y: 112, size: 10 },
			{ text: 'Drawn Last', x: 40, y: 60, size: 18 },
		])
		expect(outline(document)).toEqual([
			'heading: Drawn Last',
			'paragraph: What is written below the title, in smaller letters and in two lines that make up one paragraph.',
		])
	})

	it('makes a list of paragraphs with bullets', async () => {
		const item = (text: string, y: number) => ({ text: `• ${text}`, x: 50, y, size: 10 })
		const document = await page([
			{ text: 'What there is to do:', x: 40, y: 60, size: 10 },
			item('read the page as if somebody else had written it and', 74),
			{ text: 'then forget it;', x: 58, y: 86, size: 10 },
			item('write another.', 98),
		])
		expect(outline(document)).toEqual([
			'paragraph: What there is to do:',
			'paragraph: read the page as if somebody else had written it and then forget it;',
			'paragraph: write another.',
		])
		expect(document.text.containers.map(({ kind, parent }) => [kind, parent])).toEqual([
			['list', null],
			['item', 0],
			['item', 0],
		])
		expect(document.text.blocks.map(({ container }) => container)).toEqual([null, 1, 2])
		expect(document.pages[0]?.runs[1]?.x).toBeGreaterThan(53)
	})

	it('keeps a paragraph together over a line of small capitals', async () => {
		const document = await page([
			{ text: 'Whoever wants to know more may write to', x: 40, y: 60, size: 10 },
			{ text: 'THE OFFICE FOR FURTHER INFORMATION', x: 40, y: 72, size: 7 },
			{ text: 'or ask', x: 188, y: 72, size: 10 },
			{ text: 'somebody who has been there before them.', x: 40, y: 84, size: 10 },
		])
		expect(outline(document)).toEqual([
			'paragraph: Whoever wants to know more may write to THE OFFICE FOR FURTHER INFORMATION or ask somebody who has been there before them.',
		])
	})
})
