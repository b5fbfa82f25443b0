import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { importOne, marked, outline } from './support.ts'

const rtf = (body: string, head = '') => importOne('a.rtf', `{\\rtf1\\ansi\\ansicpg1252${head}\n${body}}`)

/** Parts of RTF, sound and broken, out of which anything may be put together. */
const parts = fc.constantFrom(
	'{',
	'}',
	'\\par ',
	'\\pard ',
	'text ',
	"\\'e9",
	"\\'",
	'\\u-10179?',
	'\\u8364',
	'\\uc0',
	'\\uc9',
	'\\b ',
	'\\i0',
	'\\intbl ',
	'\\itap3',
	'\\cell ',
	'\\nestcell ',
	'\\row ',
	'\\nestrow ',
	'\\trowd\\cellx100\\clmrg\\cellx200\\clvmrg\\cellx300',
	'{\\footnote note}',
	'{\\*\\atrfstart 1}',
	'{\\*\\atrfend 1}',
	'{\\*\\annotation{\\*\\atnref 1} comment}',
	'{\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt link}}',
	'{\\listtext 1.\\tab}',
	'\\ls1\\ilvl1',
	'{\\pict\\pngblip 8950}',
	'{\\pict\\wmetafile8 00}',
	'{\\shp{\\*\\shpinst{\\shptxt box\\par}}}',
	'\\bin5 ',
	'\\bin99999999999 ',
	'{\\*\\unknown ',
	'{\\fonttbl{\\f1\\fcharset128 x;}}',
	'\\f1',
	'\\line',
	'\\\n',
	'\\',
	'{\\header head\\par}',
	'\\chftn',
	'\\v ',
	'\\outlinelevel0',
	'{\\*\\bkmkstart a}',
	'{\\upr',
	'\u00e9\u0000',
)

describe('the importer of RTF', () => {
	it('makes sound reading texts of anything', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(parts, { maxLength: 60 }), async (all) => {
				const document = await rtf(`kept ${all.join('')}`)
				expect(checkReadingText(document.text)).toEqual([])
				for (const { start, end } of document.annotations) {
					expect(start).toBeLessThan(end)
					expect(end).toBeLessThanOrEqual(document.text.text.length)
				}
			}),
			{ numRuns: 300 },
		)
	})

	it('keeps every letter between words of formatting, in order', async () => {
		const words = fc.constantFrom('\\b ', '\\b0 ', '\\par ', '\\f0 ', '\\ul ', '\\plain ', '\\pard ')
		const letters = fc.stringMatching(/^[a-z ]{0,6}$/)
		await fc.assert(
			fc.asyncProperty(fc.array(fc.oneof(words, letters)), async (all) => {
				const { text } = await rtf(`start ${all.join('')}`)
				const expected = all.filter((part) => !part.startsWith('\\')).join('')
				expect(text.text.replace(/\s/g, '')).toBe(`start${expected.replace(/\s/g, '')}`)
			}),
			{ numRuns: 100 },
		)
	})

	it.each([
		['groups', `${'{'.repeat(300_000)}end`],
		['formatted groups', `${'{\\b x'.repeat(100_000)}end`],
		['closing braces', `end${'}'.repeat(100_000)}`],
		['destinations', `${'{\\*\\a}'.repeat(100_000)}end`],
		['notes in notes', `${'{\\footnote x'.repeat(5_000)}end`],
		['boxes in boxes', `end\\par${'{\\shp{\\*\\shpinst{\\shptxt x\\par'.repeat(3_000)}`],
		[
			'tables in tables',
			`end\\par${Array.from({ length: 2_000 }, (_, at) => `\\itap${at} x\\nestcell`).join('')}`,
		],
		['columns', `\\trowd${'\\cellx1'.repeat(300_000)}\\intbl end\\cell\\row`],
		['cells', `\\trowd\\cellx1\\intbl end${'\\cell '.repeat(50_000)}\\row`],
		['rows with joined cells', `${'\\trowd\\clvmrg\\cellx9\\intbl x\\cell\\row '.repeat(10_000)}end`],
		[
			'list levels',
			`${Array.from({ length: 10_000 }, (_, at) => `{\\listtext 1.}\\ilvl${at} x\\par `).join('')}end`,
		],
		['fonts', `{\\fonttbl${'{\\f1 x;}'.repeat(50_000)}}end`],
		['fields', `${'{\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt x'.repeat(1_500)}end`],
		['comments', `${'{\\*\\atrfstart 1}'.repeat(20_000)}end${'{\\*\\annotation x}'.repeat(5_000)}`],
		['bytes to skip', `${'\\uc8'.repeat(50_000)}${'\\u65 12345678'.repeat(10_000)}end`],
		['bytes of a picture', 'end {\\pict\\pngblip\\bin999999999 xyz}'],
		['digits', `\\fs${'9'.repeat(100_000)} end`],
		['letters of a word', `\\${'a'.repeat(100_000)} end`],
	])('keeps the text among endless %s', async (_, body) => {
		const { text } = await rtf(body)
		expect(checkReadingText(text)).toEqual([])
		expect(text.text).toContain('end')
	})

	it('reads UTF-8 that should not be there, and Western words in East Asian documents', async () => {
		expect(outline(await rtf('café 日本 😀 {\\b é}'))).toEqual(['paragraph: café 日本 😀 é'])
		const japanese = "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset0 Arial;}}caf\\'e9 \\b\\'93\\'fa}"
		expect(outline(await importOne('a.rtf', japanese))).toEqual(['paragraph: café 日'])
	})

	it('reads documents one behind the other', async () => {
		const document = await importOne('a.rtf', '{\\rtf1 one\\par} outside }{\\rtf1{\\b two}\\par}')
		expect(outline(document)).toEqual(['paragraph: one', 'paragraph: two'])
	})

	it('shows what lies behind a length beyond the file', async () => {
		const document = await rtf('before \\bin2000000000 after')
		expect(outline(document)).toEqual(['paragraph: before after'])
	})

	it('makes no links of other addresses than those of the web', async () => {
		const document = await rtf(
			'{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt a}} {\\field{\\*\\fldinst HYPERLINK "file:///etc/passwd"}{\\fldrslt b}} {\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt c}}',
		)
		expect(document.text.text).toBe('a b c\n')
		expect(marked(document, 'link')).toEqual([])
	})

	it('unwraps the page of a mail and leaves what is not of it', async () => {
		const document = await importOne(
			'mail.rtf',
			"{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 caf\\'e9 {\\*\\htmltag84 <b>}bold{\\*\\htmltag92 </b>}\\htmlrtf\\par}\\htmlrtf0{\\*\\htmltag72 </p>}{\\*\\htmltag27 </html>}}",
		)
		expect(outline(document)).toEqual(['paragraph: café bold'])
		expect(marked(document, 'strong')).toEqual(['bold'])
	})

	it('says the language only where the letters are of its script', async () => {
		expect((await rtf('\\lang1031 Die Mühle am Fluss')).metadata.language).toBe('de')
		expect((await rtf('\\lang1033\\uc0 \\u1052 \\u1080 \\u1088 ')).metadata.language).toBeUndefined()
	})
})
