import { describe, expect, it } from 'vitest'
import { zipOf } from '../../support/officefiles.ts'
import { importOne, marked, outline } from '../support.ts'

const namespaces = [
	'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
	'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
	'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
	'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
	'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
	'xlink="http://www.w3.org/1999/xlink"',
]
	.map((each) => `xmlns:${each}`)
	.join(' ')

const odt = (body: string, styles = '', more: Readonly<Record<string, string>> = {}) =>
	zipOf({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		...more,
	})

const read = async (body: string, styles = '') => importOne('a.odt', odt(body, styles))

describe('an OpenDocument text', () => {
	it('is told by its bytes, whatever its name', async () => {
		expect((await importOne('a.txt', odt('<text:p>words</text:p>'))).importer.name).toBe('odt')
	})

	it('writes repeated cells out, but no empty sheets', async () => {
		const row =
			'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>'
		const empty =
			'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>'
		const { text } = await read(`<table:table>${row}${empty}</table:table>`)
		expect(text.text.startsWith('a\na\n\n')).toBe(true)
		expect(text.blocks.length).toBeLessThan(11_000)
	})

	it('bounds what repetition makes of many rows', async () => {
		const row =
			'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>a</text:p></table:table-cell></table:table-row>'
		const { text } = await read(`<table:table>${row.repeat(200)}</table:table>`)
		expect(text.blocks.length).toBeLessThan(11_000)
	})

	it('reads headings out of the lists that number them', async () => {
		const body =
			'<text:list><text:list-item><text:list><text:list-item><text:h text:outline-level="2">One</text:h></text:list-item></text:list></text:list-item></text:list><text:p>two</text:p>'
		const document = await read(body)
		expect(outline(document)).toEqual(['heading: One', 'paragraph: two'])
		expect(document.text.containers).toEqual([])
	})

	it('survives styles that are based on each other', async () => {
		const styles =
			'<style:style style:name="A" style:family="text" style:parent-style-name="B"><style:text-properties style:text-position="super"/></style:style><style:style style:name="B" style:family="text" style:parent-style-name="A"/>'
		const document = await read('<text:p>a<text:span text:style-name="A">b</text:span></text:p>', styles)
		expect(marked(document, 'superscript')).toEqual(['b'])
	})

	it('reads whatever stands where it should not', async () => {
		const body =
			'<text:p>a<text:p>b</text:p></text:p><unknown><text:p>c</text:p></unknown><draw:frame><draw:text-box><text:p>d</text:p></draw:text-box></draw:frame>'
		expect(outline(await read(body))).toEqual([
			'paragraph: a',
			'paragraph: b',
			'paragraph: c',
			'paragraph: d',
		])
	})

	it('keeps the text of endless nesting', async () => {
		const spans = `<text:p>${'<text:span>'.repeat(900)}deep${'</text:span>'.repeat(900)}</text:p>`
		expect((await read(spans)).text.text).toBe('deep\n')
		const lists = `${'<text:list><text:list-item>'.repeat(400)}<text:p>deep</text:p>${'</text:list-item></text:list>'.repeat(400)}`
		expect((await read(lists)).text.text).toBe('deep\n')
	})

	it('reads embedded formulas as lines of text', async () => {
		const math =
			'<math><mrow><mi>M</mi><mo>=</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mfrac><mrow><mi>d</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></mtd></mtr></mtable><mtext>two</mtext><mtext>words</mtext></mrow></math>'
		const bytes = odt(
			'<text:p>so <draw:frame><draw:object xlink:href="Formula-0/"/><draw:image xlink:href="x.png"/></draw:frame></text:p>',
			'',
			{ 'Formula-0/content.xml': math },
		)
		expect(outline(await importOne('a.odt', bytes))).toEqual(['paragraph: so M=a b; c (d+1)/2 two words'])
	})

	it('loads no picture from elsewhere', async () => {
		const picture = (href: string) => `<draw:frame><draw:image xlink:href="${href}"/></draw:frame>`
		const document = await read(
			`<text:p>a ${picture('http://example.org/a.png')}${picture('../../etc/passwd')}${picture('/etc/passwd')}</text:p>`,
		)
		expect(document.assets).toEqual([])
		expect(document.warnings).toHaveLength(1)
	})

	it.each([
		['spreadsheet', 'is a table'],
		['presentation', 'is a presentation'],
	])('refuses a %s and says what to do', async (kind, words) => {
		const bytes = zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>' })
		await expect(importOne('a.odt', bytes)).rejects.toThrow(words)
	})

	it('reads a section of very many paragraphs', async () => {
		const { text } = await read(`<text:section>${'<text:p>a</text:p>'.repeat(130_000)}</text:section>`)
		expect(text.blocks).toHaveLength(130_000)
	})

	it('refuses a locked one and says what to do', async () => {
		const manifest =
			'<manifest><file-entry full-path="content.xml"><encryption-data checksum="x"/></file-entry></manifest>'
		const bytes = odt('<text:p>a</text:p>', '', { 'META-INF/manifest.xml': manifest })
		await expect(importOne('a.odt', bytes)).rejects.toThrow('protected with a password')
	})

	it('refuses one without a text', async () => {
		const bytes = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })
		await expect(importOne('a.odt', bytes)).rejects.toThrow('is damaged')
	})
})
