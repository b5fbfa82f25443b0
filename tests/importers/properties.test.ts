import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { parseHtml } from '../../main/importers/hast/parse.ts'
import { toReadingText } from '../../main/importers/hast/walker.ts'
import { markdownImporter } from '../../main/importers/markdown.ts'
import { textImporter } from '../../main/importers/text.ts'
import { markupOf } from '../support/markup.ts'

const words = fc.oneof(
	fc.constantFrom(
		'a',
		' ',
		'\n',
		'  b ',
		'word',
		'𝄞',
		'é',
		'\u00A0',
		'\t',
		'\r\n',
		'\uFFFC',
		'漢',
		'\u0000',
		'\uD800',
		'&amp;',
		'[1]',
	),
	fc.string({ maxLength: 8, unit: 'binary' }),
)
const tags =
	'p div span b i em a h1 h6 ul ol li table tr td th caption blockquote pre code br hr img figure figcaption dl dt dd aside sup ruby rt q section details summary math button svg script input'.split(
		' ',
	)
const attributes = fc.constantFrom(
	'',
	' id=a',
	' href="#a"',
	' href="https://example.org/"',
	' lang=fr',
	' dir=rtl',
	' hidden',
	' style="white-space:pre"',
	' colspan=3',
	' start=4',
	' class=verse',
	' role=doc-pagebreak aria-label=7',
	' role=doc-footnote',
	' role=doc-noteref',
	' alt=x',
	' align=center',
	' style="display:none"',
	' role=heading',
)
const html = markupOf(words, tags, attributes)
const markdownParts = fc.constantFrom(
	'# ',
	'## ',
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
	'\n[^1]: ',
	'[a](b)',
	'![x](y)',
	'| a | b |\n| - | - |\n| ',
	' | ',
	'\n',
	'\n\n',
	'---\n',
	'- [x] ',
	'<b>',
	'</b>',
	'<div>\n\n',
	'&nbsp;',
	'\\',
	'[[a|b]]',
	'  \n',
)

/** Everything that is seen, without white space: what an importer may neither lose nor invent. */
const visible = (text: string) => text.replace(/[\s\uFFFC]/g, '')

describe('the walker', () => {
	it('makes sound reading texts of any HTML', () => {
		fc.assert(
			fc.property(html, (markup) => {
				const { text } = toReadingText(parseHtml(markup), { base: null, language: null, linkHeadings: true })
				expect(checkReadingText(text)).toEqual([])
			}),
			{ numRuns: 400 },
		)
	})

	it('keeps every letter between simple tags, in order', () => {
		const inline = fc.constantFrom(
			'<b>',
			'</b>',
			'<p>',
			'</p>',
			'<div>',
			'</div>',
			'<br>',
			'<i>',
			'</i>',
			'<li>',
			'<h2>',
			'</h2>',
		)
		const letters = fc.stringMatching(/^[a-zäß漢 ]{0,6}$/u)
		fc.assert(
			fc.property(fc.array(fc.oneof(inline, letters)), (parts) => {
				const { text } = toReadingText(parseHtml(parts.join('')), {
					base: null,
					language: null,
					linkHeadings: false,
				})
				expect(visible(text.text)).toBe(visible(parts.filter((part) => !part.startsWith('<')).join('')))
			}),
			{ numRuns: 200 },
		)
	})
})

describe('importers', () => {
	const source = (text: string) => ({
		fileName: 'a',
		bytes: new Uint8Array(),
		text,
		options: { html: 'page' } as const,
	})

	it('make sound reading texts of any Markdown', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(markdownParts, words), { maxLength: 30 }), (parts) => {
				for (const { text } of markdownImporter.read(source(parts.join(''))))
					expect(checkReadingText(text)).toEqual([])
			}),
			{ numRuns: 200 },
		)
	})

	it('make sound reading texts of any plain text, and lose no letter', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(words, fc.constantFrom('\n\n', '\f', '- ', 'a long line '.repeat(12)))),
				(parts) => {
					const whole = parts.join('')
					for (const { text } of textImporter.read(source(whole))) {
						expect(checkReadingText(text)).toEqual([])
						expect(visible(text.text)).toBe(
							visible(whole.replace(/[\p{Surrogate}\0]/gu, '\uFFFD').replace(/\u0085/g, '')),
						)
					}
				},
			),
			{ numRuns: 200 },
		)
	})
})
