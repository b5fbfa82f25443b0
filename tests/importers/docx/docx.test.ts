import { describe, expect, it } from 'vitest'
import { zipOf } from '../../support/officefiles.ts'
import { importOne, marked, outline } from '../support.ts'
import { docx, p } from './make.ts'

const read = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
	importOne('a.docx', docx(body, parts))

const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('a Word document', () => {
	it('reads pieces of HTML that stand in it, and says what it cannot read', async () => {
		const chunk = (id: string) =>
			`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/${id}"/>`
		const bytes = zipOf({
			'word/document.xml': '<document><body><altChunk id="a.html"/><altChunk id="b.bin"/></body></document>',
			'word/_rels/document.xml.rels': `<Relationships>${chunk('a.html')}${chunk('b.bin')}</Relationships>`,
			'word/a.html': '<title>x</title><script>alert(1)</script><h2>Head</h2><p>one',
			'word/b.bin': 'something',
		})
		const document = await importOne('a.docx', bytes)
		expect(outline(document)).toEqual(['heading: Head', 'paragraph: one'])
		expect(document.warnings).toEqual(['A part of the document in another format could not be read.'])
	})

	it('takes no names of templates for titles', async () => {
		const core = (title: string) =>
			zipOf({
				'_rels/.rels':
					'<Relationships><Relationship Id="a" Type="x/core-properties" Target="core.xml"/></Relationships>',
				'word/document.xml': '<document><body><p><r><t>words</t></r></p></body></document>',
				'core.xml': `<coreProperties><title>${title}</title></coreProperties>`,
			})
		const titleOf = async (title: string) => (await importOne('a.docx', core(title))).metadata.title
		expect(await titleOf('Normal.dot')).toBe('')
		expect(await titleOf('Document1')).toBe('')
		expect(await titleOf('Microsoft Word - Rice markets.doc')).toBe('Rice markets')
		expect(await titleOf('On documents')).toBe('On documents')
	})

	it('says of pictures that cannot be shown that they are of such a kind', async () => {
		const bytes = zipOf({
			'word/document.xml':
				'<document xmlns:r="r"><body><p><r><t>words</t><drawing><blip r:embed="p"/></drawing></r></p></body></document>',
			'word/_rels/document.xml.rels':
				'<Relationships><Relationship Id="p" Type="x/image" Target="a.emf"/></Relationships>',
			'word/a.emf': 'x'.repeat(200),
		})
		expect((await importOne('a.docx', bytes)).warnings.join()).toContain('cannot be shown')
	})

	it('is told by its bytes, whatever its name', async () => {
		expect((await importOne('a.txt', docx(p('words')))).importer.name).toBe('docx')
	})

	it('shows the results of fields and not their instructions, also of fields in fields', async () => {
		const field = `${begin}${instruction('IF ')}${begin}${instruction('PAGE')}${separate}${run('7')}${end}${instruction(' = 7')}${separate}${run('seven')}${end}`
		expect(outline(await read(`<w:p>${run('a ')}${field}${run(' b')}</w:p>`))).toEqual([
			'paragraph: a seven b',
		])
	})

	it('loses nothing after a field that never ends', async () => {
		const body = `<w:p>${begin}${instruction('TOC')}${run('one')}</w:p>${p('two')}`
		expect(outline(await read(body))).toEqual(['paragraph: one', 'paragraph: two'])
	})

	it('links over paragraphs where a field does', async () => {
		const body = `<w:p>${begin}${instruction('HYPERLINK "https://example.org"')}${separate}${run('one')}</w:p><w:p>${run('two')}${end}${run(' three')}</w:p>`
		expect(marked(await read(body), 'link')).toEqual(['one', 'two'])
	})

	it('reads endless fields in fields, and endless ends of paragraphs that were deleted', async () => {
		const many = 20_000
		const fields = `<w:p>${begin.repeat(many)}${run('x').repeat(many)}${end.repeat(many)}${run('last')}</w:p>`
		expect(outline(await read(fields))).toEqual(['paragraph: last'])
		const deleted = p('x', '<w:rPr><w:del/></w:rPr>').repeat(many)
		expect((await read(deleted)).text.blocks).toHaveLength(1)
	})

	it('links a field in a link where the link leads', async () => {
		const link = `${begin}${instruction('HYPERLINK "https://example.org"')}${separate}`
		const inside = `${begin}${instruction('PAGE')}${separate}${run('7')}${end}`
		const document = await read(`<w:p>${link}${run('page ')}${inside}${end}${run(' end')}</w:p>`)
		expect(marked(document, 'link')).toEqual(['page 7'])
	})

	it('makes no link of a script', async () => {
		const body = `<w:p>${begin}${instruction('HYPERLINK "javascript:alert(1)"')}${separate}${run('one')}${end}</w:p>`
		expect(marked(await read(body), 'link')).toEqual([])
	})

	it('keeps lists apart that count separately, and bullets from numbers', async () => {
		const numbering =
			'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
		const item = (text: string, id: number) =>
			p(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`)
		const { text } = await read(item('a', 1) + item('b', 1) + item('c', 2) + item('d', 1) + p('e'), {
			numbering,
		})
		const lists = text.containers.filter(({ kind }) => kind === 'list')
		expect(lists).toEqual([
			{ kind: 'list', parent: null, ordered: true },
			{ kind: 'list', parent: null, ordered: true },
			{ kind: 'list', parent: null, ordered: true, first: 3 },
		])
	})

	it('reads the way of writing a thing twice once', async () => {
		const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing><wp:inline/></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
		expect(outline(await read(body))).toEqual(['paragraph: boxed'])
	})

	it('survives styles that are based on each other', async () => {
		const styles =
			'<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/></w:style>'
		expect(outline(await read(p('one', '<w:pStyle w:val="a"/>'), { styles }))).toEqual(['heading: one'])
	})

	it('reads on where styles, numbering and notes are damaged', async () => {
		const damaged = { styles: '<w:style', numbering: '<', footnotes: '&no;' }
		const body = `<w:p>${run('one')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
		expect(outline(await read(body, damaged))).toEqual(['paragraph: one'])
	})

	it('reads whatever stands where it should not', async () => {
		const body = `<w:p>${run('a')}<w:p>${run('b')}</w:p></w:p><w:unknown>${p('c')}</w:unknown><w:tbl><w:tr><w:tc/></w:tr></w:tbl>`
		expect(outline(await read(body))).toEqual(['paragraph: a', 'paragraph: b', 'paragraph: c'])
	})

	it.each([
		['wide', '<w:gridSpan w:val="2000000000"/>'],
		['negative', '<w:gridSpan w:val="-5"/>'],
	])('bounds %s cells', async (_, properties) => {
		const cell = `<w:tc><w:tcPr>${properties}<w:vMerge w:val="restart"/></w:tcPr>${p('cell')}</w:tc>`
		const { text } = await read(`<w:tbl>${`<w:tr>${cell}${cell}</w:tr>`.repeat(50)}</w:tbl>`)
		for (const container of text.containers)
			if (container.kind === 'cell') expect(container.columns ?? 1).toBeLessThanOrEqual(1000)
		expect(text.blocks).toHaveLength(100)
	})

	it('keeps the text of endless nesting', async () => {
		const table = `${'<w:tbl><w:tr><w:tc>'.repeat(300)}${p('deep')}${'</w:tc></w:tr></w:tbl>'.repeat(300)}`
		expect((await read(table)).text.text).toContain('deep')
		const changes = `<w:p>${'<w:ins>'.repeat(900)}${run('deep')}${'</w:ins>'.repeat(900)}</w:p>`
		expect((await read(changes)).text.text).toContain('deep')
	})

	it('expands no entities', async () => {
		const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`
		const bytes = zipOf({
			'word/document.xml': `${bomb}<document><body><p><r><t>&b;</t></r></p></body></document>`,
		})
		await expect(importOne('a.docx', bytes)).rejects.toThrow('no sound XML')
	})

	it.each([
		['locked.docx', 'EncryptedPackage', 'protected with a password'],
		['old.doc', 'WordDocument', 'old Word'],
		['old.xls', 'Workbook', 'old Excel'],
		['odd.bin', 'Anything', 'older Office'],
	])('refuses %s and says what to do', async (fileName, stream, words) => {
		const file = Buffer.concat([
			Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
			Buffer.alloc(600),
			Buffer.from(stream, 'utf16le'),
			Buffer.alloc(100),
		])
		const refused = importOne(fileName, new Uint8Array(file))
		await expect(refused).rejects.toMatchObject({ code: 'refused' })
		await expect(refused).rejects.toThrow(words)
	})

	it('reads a paragraph of very many pieces', async () => {
		const { text } = await read(`<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(130_000)}</w:p>`)
		expect(text.text).toHaveLength(130_001)
	})

	it('refuses other kinds of Office files under its name', async () => {
		const bytes = zipOf({ 'word/document.xml': '<workbook/>' })
		await expect(importOne('a.docx', bytes)).rejects.toThrow('no text document of Word')
	})
})
