import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { highlight, type PdfPage, type PdfText, pdfFile, webLink } from '../../support/pdfs.ts'
import { importOne, marked } from '../support.ts'

const read = (page: Partial<PdfPage>, info?: Readonly<Record<string, string>>) =>
	importOne(
		'file.pdf',
		pdfFile({ pages: [{ width: 400, height: 400, texts: [], ...page }], ...(info && { info }) }),
	)

const line = { x: 40, y: 60, size: 12 }

describe('a hostile PDF', () => {
	it('with letters strewn over its page keeps all of them', async () => {
		const texts = Array.from({ length: 8000 }, (_, at): PdfText => {
			const [x, y] = [(at * 7919) % 380, 15 + ((at * 104_729) % 380)]
			return { text: String.fromCharCode(97 + (at % 26)), x, y, size: 3 + (at % 5) }
		})
		const { text } = await read({ texts })
		expect(checkReadingText(text)).toEqual([])
		expect(text.text.replace(/\s/g, '').length).toBeGreaterThan(4000)
	})

	it('with letters as large as houses stays sound', async () => {
		const texts = [
			{ text: 'huge', x: 1e12, y: -1e12, size: 1e12 },
			{ text: 'none', ...line, size: 0 },
			{ text: 'The text.', ...line },
		]
		const { text } = await read({ texts })
		expect(checkReadingText(text)).toEqual([])
		expect(text.text).toContain('The text.')
	})

	it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,hello', 'https://'])(
		'makes no link to %s',
		async (address) => {
			const box = { x: 40, y: 48, width: 100, height: 16 }
			const document = await read({
				texts: [{ text: 'A link', ...line }],
				annotations: [webLink(box, 400, address)],
			})
			expect(marked(document, 'link')).toEqual([])
		},
	)

	it('with a highlight where nothing stands takes the nearest words', async () => {
		const box = { x: 200, y: 300, width: 50, height: 10 }
		const document = await read({
			texts: [{ text: 'Far above it', ...line }],
			annotations: [highlight('Highlight', [box], 400, { contents: 'What?' }), '/Subtype /Highlight', ''],
		})
		expect(document.annotations.map(({ start, end, note }) => [start, end, note])).toContainEqual([
			0,
			12,
			'What?',
		])
	})

	it('with a title of control characters has one that can be shown', async () => {
		const { metadata } = await read(
			{ texts: [{ text: 'Text', ...line }] },
			{ Title: 'A\u0000B\ue000\u0007C\u00fc' },
		)
		expect(metadata.title).toBe('A B Cü')
	})
})
