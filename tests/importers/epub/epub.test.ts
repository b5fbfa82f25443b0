import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { type BookParts, bookOf, container, xhtml } from '../../support/books.ts'
import { zipOf } from '../../support/officefiles.ts'
import { png } from '../../support/pngs.ts'
import { importOne, marked, outline } from '../support.ts'

const read = (book: BookParts): Promise<ParsedDocument> => importOne('book.epub', bookOf(book))
const contents = ({ text }: ParsedDocument) =>
	(text.outline ?? []).map(({ title, level, at }) => [title, level, text.text.slice(at).split('\n')[0]])
const pages = ({ text }: ParsedDocument) =>
	text.marks.flatMap((mark) => (mark.kind === 'page' ? [[mark.label, text.text[mark.start]]] : []))

describe('a book', () => {
	it('is told by its bytes', async () => {
		const document = await importOne('archive.zip', bookOf({ chapters: { 'a.xhtml': '<p>Text</p>' } }))
		expect(document.importer.name).toBe('epub')
	})

	it('stands in reading order, with what lies beside the text at its end', async () => {
		const document = await read({
			chapters: {
				'cover.xhtml': '<p>Cover</p>',
				'a.xhtml': '<p>One</p>',
				'answers.xhtml': '<p>Answers</p>',
				'b.xhtml': '<p>Two</p>',
			},
			beside: ['cover.xhtml', 'answers.xhtml'],
		})
		expect(document.text.text).toBe('Cover\nOne\nTwo\nAnswers\n')
	})

	it('holds the files that only links lead to', async () => {
		const document = await read({
			chapters: { 'a.xhtml': '<p><a href="extra/more.xhtml#here">More</a></p>' },
			files: { 'extra/more.xhtml': ['application/xhtml+xml', xhtml('<p id="here">Extra</p>')] },
		})
		expect(outline(document)).toEqual(['paragraph: More', 'paragraph: Extra'])
		expect(document.text.marks).toMatchObject([{ kind: 'link', href: '#2-here' }])
	})

	it('keeps ids of different files apart', async () => {
		const link = '<p><a href="#x">up</a></p><p id="x">'
		const document = await read({ chapters: { 'a.xhtml': `${link}A</p>`, 'b.xhtml': `${link}B</p>` } })
		expect(document.text.blocks.map(({ id }) => id)).toEqual([undefined, '1-x', undefined, '2-x'])
	})

	it('reads markup that is not well-formed, empty elements and named characters', async () => {
		const document = await read({
			chapters: {
				'a.xhtml': '<p>one<br>two &eacute;',
				'b.xhtml': '<h1><a id="x"/>T</h1><p>&nbsp;plain&hellip;</p>',
				'c.xhtml': '<html><head><title/><script src="x"/></head><body><p>soup<p>more</body></html>',
			},
		})
		expect(outline(document)).toEqual([
			'paragraph: one\ntwo é',
			'heading: T',
			'paragraph: \u00A0plain…',
			'paragraph: soup',
			'paragraph: more',
		])
	})

	it('reads UTF-16 and other encodings', async () => {
		const utf16 = Buffer.from(`\uFEFF${xhtml('<p>ünï</p>')}`, 'utf16le')
		const latin = Buffer.from(xhtml('<p>caf\xe9 cr\xe8me</p>').replace('utf-8', 'iso-8859-1'), 'latin1')
		const document = await read({ chapters: { 'a.xhtml': utf16, 'b.xhtml': latin } })
		expect(document.text.text).toBe('ünï\ncafé crème\n')
	})

	it('finds files whatever the case and the escapes of their names', async () => {
		const book = bookOf({
			chapters: { 'Text/Ä b.xhtml': '<p><img src="../IMAGES/P.png" alt="p"/></p>' },
			files: { 'images/p.png': ['image/png', png()] },
		})
		const document = await importOne('a.epub', book)
		expect(document.assets).toHaveLength(1)
	})

	it('shows each picture once among its assets', async () => {
		const document = await read({
			chapters: { 'a.xhtml': '<p><img src="p.png" alt="a"/> and <img src="p.png" alt="b"/></p>' },
			files: { 'p.png': ['image/png', png()] },
		})
		expect(document.assets).toHaveLength(1)
		expect(marked(document, 'picture')).toHaveLength(2)
	})

	it('shows drawings that are written into addresses', async () => {
		const drawing =
			'<svg xmlns="http://www.w3.org/2000/svg"><title>é</title><rect width="9" height="9"/></svg>'
		const base64 = Buffer.from(drawing).toString('base64')
		const document = await read({
			chapters: {
				'a.xhtml': `<p>a <img src="data:image/svg+xml,${encodeURIComponent(drawing)}" alt="one"/> <img src="data:image/svg+xml;base64,${base64}" alt="two"/></p>`,
			},
		})
		expect(document.assets.map(({ mediaType }) => mediaType)).toEqual(['image/svg+xml', 'image/svg+xml'])
		expect(new TextDecoder().decode(document.assets[0]?.bytes)).toContain('é')
	})

	it('takes pictures and pages that are drawings from the spine', async () => {
		const document = await read({
			chapters: {
				'page.svg':
					'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/><text><tspan x="0">Drawn</tspan><tspan x="0" dy="9">words</tspan></text></svg>',
				'a.xhtml': '<p>Text</p>',
			},
		})
		expect(outline(document)).toEqual(['picture: \uFFFC', 'paragraph: Drawn words', 'paragraph: Text'])
	})

	it('takes the stand-in for files of other formats', async () => {
		const document = await importOne(
			'a.epub',
			bookOf({
				chapters: {},
				manifest:
					'<item id="x" href="data.json" media-type="application/json" fallback="y"/><item id="y" href="y.xhtml" media-type="application/xhtml+xml" fallback="x"/>',
				parts: { 'OPS/data.json': '{}', 'OPS/y.xhtml': xhtml('<p>Words</p>') },
			}),
		)
		expect(document.text.text).toBe('Words\n')
	})

	it('says what is missing, and reads the rest', async () => {
		const book = bookOf({
			chapters: {
				'a.xhtml': '<p>Text <a href="gone.xhtml">gone</a><video src="v.mp4">No film</video></p>',
				'b.pdf': new TextEncoder().encode('%PDF-1.7'),
			},
			spine: '',
		})
		const document = await importOne('a.epub', book)
		expect(outline(document)).toEqual(['paragraph: Text gone', 'paragraph: No film'])
		expect(document.warnings).toEqual([
			'One part of the book is missing or no text: “OPS/b.pdf”.',
			'Sound, films and embedded pages of the book are not in the text.',
			'One link leads to a file that is not in the book.',
		])
	})

	it('reads what is whole of a book that is damaged', async () => {
		const bytes = bookOf({
			chapters: { 'a.xhtml': '<p>Whole</p>', 'b.xhtml': `<p>${'Broken. '.repeat(500)}</p>` },
			ncx: '<navMap/>',
		})
		const packed = Buffer.from(bytes).indexOf('OPS/b.xhtml') + 'OPS/b.xhtml'.length
		bytes.fill(0xff, packed + 2, packed + 12)
		const document = await importOne('a.epub', bytes)
		expect(document.text.text).toBe('Whole\n')
		expect(document.warnings).toEqual(['One part of the book is missing or no text: “OPS/b.xhtml”.'])
	})

	it('overlooks slips in its package', async () => {
		const document = await read({
			metadata: '<dc:title>Bread & Salt &ndash; A History</dc:title>',
			chapters: { 'a.xhtml': '<p>Text</p>' },
		})
		expect(document.metadata.title).toBe('Bread & Salt – A History')
	})

	it('loads nothing from elsewhere and runs nothing', async () => {
		const document = await read({
			chapters: {
				'a.xhtml': `<p onclick="x()">Text<script>owned()</script><img src="https://example.org/p.png" alt="Far"/><img src="file:///etc/passwd" alt="Near"/><a href="javascript:x()">js</a><a href="../../../../etc/passwd">up</a><object data="https://example.org/o">Else</object></p>`,
			},
		})
		expect(document.assets).toEqual([])
		expect(marked(document, 'link')).toEqual([])
		expect(document.text.text).not.toContain('owned')
	})
})

describe('the table of contents', () => {
	const chapters = { 'a.xhtml': '<h1>One</h1><h2 id="s">Part</h2>', 'b.xhtml': '<h1>Two</h1>' }

	it('comes from the navigation document', async () => {
		const nav =
			'<nav epub:type="toc"><ol><li><span>Both</span><ol><li><a href="a.xhtml"><b>First</b> one</a></li><li><a href="a.xhtml#s">Section</a></li></ol></li><li><a href="b.xhtml#nowhere">Second</a></li><li><a href="gone.xhtml">Gone</a></li></ol></nav>'
		expect(contents(await read({ chapters, nav }))).toEqual([
			['Both', 1, 'One'],
			['First one', 2, 'One'],
			['Section', 2, 'Part'],
			['Second', 1, 'Two'],
		])
	})

	it('comes from the NCX where there is no other', async () => {
		const ncx =
			'<navMap><navPoint><navLabel><text>First</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>Part</text></navLabel><content src="a.xhtml#s"/></navPoint></navPoint></navMap><pageList><pageTarget value="5"><navLabel><text>p. 5</text></navLabel><content src="b.xhtml"/></pageTarget></pageList>'
		const document = await read({ chapters, ncx, nav: '<nav epub:type="toc"/>', version: '2.0' })
		expect(contents(document)).toEqual([
			['First', 1, 'One'],
			['Part', 2, 'Part'],
		])
		expect(pages(document)).toEqual([['p. 5', 'T']])
	})

	it('is absent where the book has none, and damage to it is said', async () => {
		const document = await read({ chapters, ncx: '<navMap>' })
		expect(document.text.outline).toBeUndefined()
		expect(document.warnings.join()).toContain('could not be read')
	})

	it('leads to the blocks it names, in any book', async () => {
		const words = fc.stringMatching(/^[a-z]{1,12}( [a-zäöü]{1,12}){0,3}$/)
		const chapter = fc.array(fc.record({ tag: fc.constantFrom('h1', 'h2', 'p', 'div'), words }), {
			minLength: 1,
			maxLength: 6,
		})
		const given = fc.record({
			chapters: fc.array(chapter, { minLength: 1, maxLength: 6 }),
			picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 8 }),
		})
		await fc.assert(
			fc.asyncProperty(given, async ({ chapters, picks }) => {
				const targets = picks.map(([file, block, isOld]) => {
					const at = file % chapters.length
					const blocks = chapters[at] ?? []
					const index = block % blocks.length
					return { href: `c${at}.xhtml#b${index}`, words: blocks[index]?.words ?? '', isOld }
				})
				const isOld = targets[0]?.isOld === true
				const document = await read({
					chapters: Object.fromEntries(
						chapters.map((blocks, at) => [
							`c${at}.xhtml`,
							blocks.map(({ tag, words }, index) => `<${tag} id="b${index}">${words}</${tag}>`).join('\n'),
						]),
					),
					...(isOld
						? {
								ncx: `<navMap>${targets.map(({ href, words }) => `<navPoint><navLabel><text>${words}</text></navLabel><content src="${href}"/></navPoint>`).join('')}</navMap>`,
							}
						: {
								nav: `<nav epub:type="toc"><ol>${targets.map(({ href, words }) => `<li><a href="${href}">${words}</a></li>`).join('')}</ol></nav>`,
							}),
				})
				expect(checkReadingText(document.text)).toEqual([])
				expect(contents(document)).toEqual(targets.map(({ words }) => [words, 1, words]))
				const starts = new Set(document.text.blocks.map(({ start }) => start))
				expect((document.text.outline ?? []).every(({ at }) => starts.has(at))).toBe(true)
			}),
			{ numRuns: 60 },
		)
	})
})

describe('protection', () => {
	const encrypted = (algorithm: string, uri: string): string =>
		`<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`
	const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'
	const scrambled = new Uint8Array(300).map((_, at) => (at * 137 + 11) % 256)

	it.each([
		['rights.xml', 'Adobe or Kobo'],
		['sinf.xml', 'Apple'],
		['license.lcpl', 'Readium LCP'],
	])('refuses a book with an encrypted text and %s', async (name, owner) => {
		const parts = { 'META-INF/encryption.xml': encrypted(aes, 'OPS/a.xhtml'), [`META-INF/${name}`]: '{}' }
		await expect(read({ chapters: { 'a.xhtml': scrambled }, parts })).rejects.toMatchObject({
			code: 'refused',
			message: expect.stringContaining(`protected with DRM (${owner})`),
		})
	})

	it('opens books of which only fonts or pictures are scrambled', async () => {
		for (const [algorithm, uri] of [
			['http://www.idpf.org/2008/embedding', 'OPS/font.otf'],
			[aes, 'OPS/film.mp4'],
			[aes, 'OPS/a.xhtml'],
		] as const) {
			const parts = { 'META-INF/encryption.xml': encrypted(algorithm, uri), 'META-INF/rights.xml': '<r/>' }
			const document = await read({ chapters: { 'a.xhtml': '<p>Text</p>' }, parts })
			expect(document.text.text).toBe('Text\n')
		}
	})
})

describe('a book that cannot be read', () => {
	const mimetype = 'application/epub+zip'
	it.each([
		[
			'without package document',
			zipOf({ mimetype, 'META-INF/container.xml': container('a.opf') }),
			'package document',
		],
		['with a damaged package document', zipOf({ mimetype, 'a.opf': '<package><metadata>' }), 'no sound XML'],
		['without text', bookOf({ chapters: {} }), 'no text'],
		[
			'that is cut off',
			bookOf({ chapters: { 'a.xhtml': '<p>Text</p>' } }).subarray(0, 400),
			'its end is missing',
		],
		['that is none', new TextEncoder().encode('Once upon a time'), 'no ZIP archive'],
	])('is refused: %s', async (_, bytes, why) => {
		const refusal = expect(importOne('a.epub', bytes)).rejects
		await refusal.toMatchObject({ code: 'refused', message: expect.stringContaining(why) })
	})

	it('costs little where its links go in circles', async () => {
		const chapters = Object.fromEntries(
			Array.from({ length: 400 }, (_, at) => [
				`c${at}.xhtml`,
				`<p>${Array.from({ length: 40 }, (_, to) => `<a href="c${(at + to) % 400}.xhtml#x">${to}</a>`).join(' ')}</p>`,
			]),
		)
		const document = await read({ chapters })
		expect(document.text.blocks).toHaveLength(400)
	})

	it('keeps the text of endless nesting', async () => {
		const deep = `${'<div><span>'.repeat(20_000)}end${'</span></div>'.repeat(20_000)}`
		const document = await read({ chapters: { 'a.xhtml': deep, 'b.xhtml': '<p>after</p>' } })
		expect(checkReadingText(document.text)).toEqual([])
		expect(document.text.text).toBe('end\nafter\n')
	})
})
