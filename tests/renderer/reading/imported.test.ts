import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from 'vitest/browser'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { parseHtml } from '../../../main/importers/hast/parse.ts'
import { toReadingText } from '../../../main/importers/hast/walker.ts'
import { markdownImporter } from '../../../main/importers/markdown.ts'
import { renderText } from '../../../renderer/reading/surface.ts'
import { markupOf } from '../../support/markup.ts'
import { renderedText } from './readingtexts.ts'

declare global {
	/** Importers run in Node. What they take from it decodes pictures inside texts, of which there are none here. */
	var Buffer: { from(text: string, encoding: string): Uint8Array<ArrayBuffer> }
}

declare module 'vitest/browser' {
	interface BrowserCommands {
		importedTexts: () => Promise<readonly { readonly name: string; readonly text: ReadingText }[]>
	}
}

const words = fc.constantFrom('word', ' ', '\n', 'é', 'Việt', '漢', '\t', '&amp;', '<', '\uFFFC', '😀', '[1]')
const tags =
	'p div span b i em a h1 h6 ul ol li table tr td th caption blockquote pre br hr img figure figcaption dl dt dd aside sup'.split(
		' ',
	)
const attributes = fc.constantFrom(
	'',
	' id=a',
	' href="#a"',
	' href="https://example.org/"',
	' lang=fr',
	' dir=rtl',
	' colspan=3',
	' start=4',
	' alt=x',
	' role=doc-footnote',
	' role=doc-noteref',
	' style="white-space:pre"',
)
const html = markupOf(words, tags, attributes)

const markdown = fc
	.array(
		fc.oneof(
			words,
			fc.constantFrom(
				'# ',
				'- ',
				'1. ',
				'> ',
				'    ',
				'```\n',
				'**',
				'*',
				'`',
				'~~',
				'[^1]',
				'\n\n[^1]: ',
				'[a](https://example.org)',
				'![x](y)',
				'| a | b |\n| - | - |\n| ',
				'\n\n',
				'---\n',
				'- [x] ',
				'<b>',
				'</b>',
				'  \n',
			),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(''))

test('what is read from any HTML is rendered to the letter', () => {
	fc.assert(
		fc.property(html, (source) => {
			const { text } = toReadingText(parseHtml(source), { base: null, language: null, linkHeadings: true })
			expect(renderedText(renderText(text, { document, assetUrl: (key) => key }).element)).toBe(text.text)
		}),
		{ numRuns: 300 },
	)
})

test('what is read from any Markdown is rendered to the letter', () => {
	fc.assert(
		fc.property(markdown, (source) => {
			const file = {
				fileName: 'a.md',
				bytes: new Uint8Array(),
				text: source,
				options: { html: 'page' as const },
			}
			for (const { text } of markdownImporter.read(file)) {
				expect(renderedText(renderText(text, { document, assetUrl: (key) => key }).element)).toBe(text.text)
			}
		}),
		{ numRuns: 300 },
	)
})

test('what is read from every file of these tests, whatever its format, is rendered to the letter', async () => {
	const texts = await commands.importedTexts()
	const endings = new Set(texts.map(({ name }) => name.replace(/^.*\./, '')))
	for (const ending of [
		'txt',
		'md',
		'html',
		'mhtml',
		'pdf',
		'epub',
		'docx',
		'fodt',
		'odt',
		'rtf',
		'srt',
		'vtt',
		'csv',
		'jsonl',
	])
		expect(endings).toContain(ending)
	for (const { name, text } of texts) {
		expect(checkReadingText(text), name).toEqual([])
		const { element } = renderText(text, { document, assetUrl: (key) => key })
		expect(renderedText(element), name).toBe(text.text)
	}
})
