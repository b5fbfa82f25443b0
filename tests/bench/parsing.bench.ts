import { strToU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { SaxesParser } from 'saxes'
import { test } from 'vitest'
import { importFile } from '../../main/importers/registry.ts'
import { docxOf, epubOf, odtOf, wordParagraph } from '../support/officefiles.ts'
import { pdfLine, pdfOf, pdfStream } from '../support/pdffile.ts'
import { type Measured, percentile, print, prose, timeOf } from './measuring.ts'

interface Subject {
	readonly fileName: string
	readonly bytes: Uint8Array
	/** What the format's own library takes at least to get at the text. */
	readonly bare: (bytes: Uint8Array) => unknown
	readonly of: string
}

const paragraphs = Array.from({ length: 1500 }, (_, at) => prose(60, at + 1))

const saxed = (xml: string): void => {
	const parser = new SaxesParser()
	parser.on('text', () => {})
	parser.write(xml).close()
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

const subjects: readonly Subject[] = [
	{
		fileName: 'report.pdf',
		bytes: pdfBook(120),
		bare: pdfText,
		of: 'pdf.js, text of each page',
	},
	{
		fileName: 'report.docx',
		bytes: docxOf({ title: 'Bench', body: paragraphs.map(wordParagraph).join('') }),
		bare: (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
		of: 'mammoth, to HTML',
	},
	{
		fileName: 'report.odt',
		bytes: odtOf('Bench', paragraphs.map((words) => `<text:p>${words}</text:p>`).join('')),
		bare: (bytes) => saxed(text(unzipSync(bytes)['content.xml'])),
		of: 'fflate and saxes',
	},
	{
		fileName: 'report.epub',
		bytes: epubOf({
			title: 'Bench',
			chapter: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title></head><body>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</body></html>`,
		}),
		bare: (bytes) => parse(text(unzipSync(bytes)['OEBPS/c.xhtml'])),
		of: 'fflate and parse5',
	},
	{
		fileName: 'report.rtf',
		bytes: strToU8(`{\\rtf1\\ansi ${paragraphs.map((words) => `{\\b ${words}}\\par\n`).join('')}}`),
		bare: (bytes) => text(bytes).match(/\\[a-z]+-?\d* ?|[{}]|[^\\{}]+/g),
		of: 'cutting into words and signs',
	},
	{
		fileName: 'report.html',
		bytes: strToU8(
			`<!doctype html><title>Bench</title><article>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`,
		),
		bare: (bytes) => parse(text(bytes)),
		of: 'parse5',
	},
	{
		fileName: 'report.srt',
		bytes: strToU8(
			paragraphs.map((words, at) => `${at + 1}\n00:00:01,000 --> 00:00:02,000\n${words}\n`).join('\n'),
		),
		bare: (bytes) =>
			text(bytes)
				.split('\n\n')
				.map((cue) => cue.split('\n')),
		of: 'splitting',
	},
]

/** Pages of two columns of forty lines. */
function pdfBook(pages: number): Uint8Array {
	const numbers = Array.from({ length: pages }, (_, at) => 4 + at * 2)
	return pdfOf([
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...numbers.flatMap((number) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
			pdfStream(
				Array.from({ length: 80 }, (_, line) =>
					pdfLine(prose(7, number * 80 + line), line < 40 ? 50 : 320, 740 - (line % 40) * 17),
				).join('\n'),
			),
		]),
	])
}

async function pdfText(bytes: Uint8Array): Promise<void> {
	Object.assign(globalThis, { pdfjsWorker: pdfWorker })
	const task = getDocument({
		data: bytes.slice(),
		verbosity: 0,
		useSystemFonts: false,
		disableFontFace: true,
	})
	const pdf = await task.promise
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number)
		await page.getTextContent({ disableNormalization: true })
	}
	await task.destroy()
}

/** The middle of several runs, the first one not counted: it loads and warms up. */
async function steady(work: () => unknown): Promise<number> {
	await work()
	const times: number[] = []
	for (let run = 0; run < 5; run++) times.push(await timeOf(work))
	return percentile(times, 0.5)
}

test('importers beside the parsers that they stand on', async () => {
	const rows: Measured[] = []
	for (const { fileName, bytes, bare, of } of subjects) {
		const megabytes = bytes.length / 1e6
		const ours = await steady(() => importFile({ fileName, bytes, options: { html: 'page' } }))
		const baseline = await steady(() => bare(bytes))
		rows.push({
			what: `${fileName}: ${megabytes.toFixed(2)} MB, 90,000 words`,
			ours,
			unit: 'ms',
			baseline,
			of,
		})
	}
	print('Importers, in one thread', rows)
})
