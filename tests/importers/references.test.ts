import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Metadata, Name, VagueDate } from '../../corpus/metadata.ts'
import { bibtex, cslJson } from '../../main/exporters/bibliography.ts'
import { attachedPaths } from '../../main/importers/references/attachments.ts'
import { readReferences } from '../../main/importers/references/references.ts'

const read = (fileName: string, text: string) =>
	readReferences({ fileName, bytes: new TextEncoder().encode(text) })
const metadataOf = (fileName: string, text: string) =>
	read(fileName, text).references.map(({ metadata }) => metadata)

describe('BibTeX', () => {
	test('accents, braces, strings, dates, names and files are read', () => {
		const { references, warnings } = read(
			'export.bib',
			String.raw`% made by hand
@string{jas = "Journal of Asian Studies"}
@comment{jabref-meta: databaseType:biblatex;}
@article{nguyen2020,
	author = {Nguy{\~{\^e}}n, Th{\d{i}} Minh and {World Bank} and van der Berg, Jan and Smith, Jr., John},
	title = {{A} \emph{Study} of {DNA} in H\"anoi: Caf\'e \& more -- ''quoted''},
	journal = jas # " II", year = 2020, month = apr, day = 16, volume = 12, number = {3}, pages = {12--34},
	doi = {https://doi.org/10.1000/xyz\_1}, url = {https://example.org/a_b?x=1\&y=2},
	keywords = {one,two}, language = {vietnamese},
	abstract = {First.

Second with \textbf{bold}.},
	file = {Full Text PDF:files/12/Nguyen - 2020.pdf:application/pdf;Snapshot\: x:files/3/page.html:text/html}
}
@online{lee, author={Ana Lee}, title={Web}, date={2021-03-04/2021-05}, urldate={2022-01-02}, url={http://x.example}}
@book{bk, title={The Book}, editor={Ed, Itor}, year={c. 1790}, publisher={P}, address={Hu\'{\^e}}}
@incollection{ch, title={Chapter}, author={A, B}, crossref={bk}, pages={1}}`,
		)
		expect(warnings).toEqual([])
		expect(references).toEqual([
			{
				files: ['files/12/Nguyen - 2020.pdf', 'files/3/page.html'],
				metadata: {
					type: 'article-journal',
					title: 'A Study of DNA in Hänoi: Café & more – ”quoted”',
					author: [
						{ family: 'Nguyễn', given: 'Thị Minh' },
						{ literal: 'World Bank' },
						{ family: 'van der Berg', given: 'Jan' },
						{ family: 'Smith', given: 'John, Jr.' },
					],
					'container-title': 'Journal of Asian Studies II',
					issued: { from: [2020, 4, 16] },
					volume: '12',
					issue: '3',
					page: '12-34',
					DOI: '10.1000/xyz_1',
					URL: 'https://example.org/a_b?x=1&y=2',
					keyword: 'one, two',
					language: 'vi',
					abstract: 'First. Second with bold.',
					citekey: 'nguyen2020',
				},
			},
			{
				files: [],
				metadata: {
					type: 'webpage',
					title: 'Web',
					author: [{ family: 'Lee', given: 'Ana' }],
					issued: { from: [2021, 3, 4], to: [2021, 5] },
					accessed: { from: [2022, 1, 2] },
					URL: 'http://x.example',
					citekey: 'lee',
				},
			},
			{
				files: [],
				metadata: {
					type: 'book',
					title: 'The Book',
					editor: [{ family: 'Ed', given: 'Itor' }],
					issued: { from: [1790], circa: true },
					publisher: 'P',
					'publisher-place': 'Huế',
					citekey: 'bk',
				},
			},
			{
				files: [],
				metadata: expect.objectContaining({
					type: 'chapter',
					title: 'Chapter',
					author: [{ family: 'A', given: 'B' }],
					'container-title': 'The Book',
					publisher: 'P',
				}),
			},
		])
	})

	test('what programs and people write otherwise is understood', () => {
		const [metadata] = metadataOf(
			'any.bib',
			String.raw`@ARTICLE{wos, Author = {Mar{\'\i}a, A. and {\AA}berg, B. and others}, Title = {{The {\aa} of x}},
				Journal = {{NATURE}}, Year = {{2001}}, Month = {{JAN 5}}, DOI = {{10.1/abc}}, url = {\url{https://a.example/x_y}}}`,
		)
		expect(metadata).toEqual({
			type: 'article-journal',
			title: 'The å of x',
			author: [
				{ family: 'María', given: 'A.' },
				{ family: 'Åberg', given: 'B.' },
			],
			'container-title': 'NATURE',
			issued: { from: [2001, 1, 5] },
			DOI: '10.1/abc',
			URL: 'https://a.example/x_y',
			citekey: 'wos',
		})
	})

	test('a broken entry costs only itself', () => {
		const { references, warnings } = read(
			'broken.bib',
			'@string{p = "Press"}\n@book{a, title={One}, publisher=p}\n@book{b, title={Two\n@book{c, title={Three}, publisher = p}\n@misc{d title=}\n',
		)
		expect(references.map(({ metadata }) => [metadata.title, metadata.publisher])).toEqual([
			['One', 'Press'],
			['Three', 'Press'],
		])
		expect(warnings).toEqual(['2 entries could not be read.'])
	})

	test('entries that refer to each other in a circle are read', () => {
		const { references } = read(
			'circle.bib',
			'@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}',
		)
		expect(references.map(({ metadata }) => metadata.title)).toEqual(['A', 'B'])
	})

	test('braces a hundred thousand deep are refused or read, quickly', () => {
		const deep = `@book{a, title={${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}}\n@book{b, title={Fine}}`
		const titles = metadataOf('deep.bib', deep).map(({ title }) => title)
		expect(titles).toContain('Fine')
	})
})

test.each([
	['files/12/a.pdf', ['files/12/a.pdf']],
	['Full Text:files/12/a b.pdf:application/pdf', ['files/12/a b.pdf']],
	[':C\\:\\\\Users\\\\me\\\\Paper\\; one.pdf:PDF', ['C:/Users/me/Paper; one.pdf']],
	['C:\\Users\\me\\a.pdf', ['C:/Users/me/a.pdf']],
	[':home/me/a.pdf:pdf;:home/me/b.html:html', ['home/me/a.pdf', 'home/me/b.html']],
	['/home/me/a.pdf;/home/me/b.pdf', ['/home/me/a.pdf', '/home/me/b.pdf']],
	['a\\_b.pdf', ['a_b.pdf']],
	['', []],
])('the files of %s are found', (field, paths) => {
	expect(attachedPaths(field)).toEqual(paths)
})

describe('RIS', () => {
	test('records of both kinds of RIS are read', () => {
		const { references } = read(
			'export.ris',
			[
				'Provider: somebody',
				'TY  - JOUR',
				'AU  - Nguyễn, Thị',
				'AU  - World Bank',
				'TI  - A title  - with a dash',
				'T2  - Journal',
				'PY  - 2020/04/16/',
				'SP  - 1',
				'EP  - 9',
				'VL  - 3',
				'IS  - 2',
				'DO  - 10.1000/x',
				'UR  - https://x.example/1',
				'KW  - a',
				'KW  - b',
				'N2  - Begins',
				'and goes on.',
				'L1  - files/3/a.pdf',
				'LA  - en',
				'ER  -',
				'',
				'TY  - NEWS',
				'T1  - Fish',
				'A1  - Lee, Ana',
				'Y1  - 1887///',
				'JF  - The Paper',
				'L1  - internal-pdf://Lee%201887.pdf',
				'ER  - ',
			].join('\r\n'),
		)
		expect(references).toEqual([
			{
				files: ['files/3/a.pdf'],
				metadata: {
					type: 'article-journal',
					title: 'A title - with a dash',
					author: [{ family: 'Nguyễn', given: 'Thị' }, { literal: 'World Bank' }],
					'container-title': 'Journal',
					issued: { from: [2020, 4, 16] },
					page: '1-9',
					volume: '3',
					issue: '2',
					DOI: '10.1000/x',
					URL: 'https://x.example/1',
					keyword: 'a, b',
					abstract: 'Begins and goes on.',
					language: 'en',
				},
			},
			{
				files: ['Lee 1887.pdf'],
				metadata: {
					type: 'article-newspaper',
					title: 'Fish',
					author: [{ family: 'Lee', given: 'Ana' }],
					issued: { from: [1887] },
					'container-title': 'The Paper',
				},
			},
		])
	})
})

test('Zotero’s RDF is read with its files', () => {
	const { references } = read(
		'export.rdf',
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
	xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
	xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:vcard="http://nwalsh.com/rdf/vCard#">
	<bib:Article rdf:about="http://x.example/1">
		<z:itemType>journalArticle</z:itemType>
		<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
		<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Nguyễn</foaf:surname><foaf:givenName>Thị</foaf:givenName></foaf:Person></rdf:li>
			<rdf:li><foaf:Person><foaf:surname>World Bank</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
		<link:link rdf:resource="#item_12"/>
		<dc:subject>one</dc:subject><dc:subject><z:AutomaticTag><rdf:value>two</rdf:value></z:AutomaticTag></dc:subject>
		<dc:title>A &amp; B</dc:title>
		<dcterms:abstract>Short.</dcterms:abstract>
		<dc:date>2020-04-16</dc:date>
		<z:language>vi</z:language>
		<dc:identifier><dcterms:URI><rdf:value>http://x.example/1</rdf:value></dcterms:URI></dc:identifier>
		<bib:pages>1-9</bib:pages>
	</bib:Article>
	<bib:Journal rdf:about="urn:issn:1234-5678"><prism:volume>3</prism:volume><prism:number>2</prism:number>
		<dc:title>Journal</dc:title><dc:identifier>DOI 10.1000/x</dc:identifier><dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal>
	<z:Attachment rdf:about="#item_12"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/12/a.pdf"/>
		<dc:title>PDF</dc:title></z:Attachment>
	<bib:Memo rdf:about="#item_13"><rdf:value>note</rdf:value></bib:Memo>
</rdf:RDF>`,
	)
	expect(references).toEqual([
		{
			files: ['files/12/a.pdf'],
			metadata: {
				type: 'article-journal',
				title: 'A & B',
				author: [{ family: 'Nguyễn', given: 'Thị' }, { literal: 'World Bank' }],
				'container-title': 'Journal',
				issued: { from: [2020, 4, 16] },
				volume: '3',
				issue: '2',
				page: '1-9',
				DOI: '10.1000/x',
				ISSN: '1234-5678',
				URL: 'http://x.example/1',
				language: 'vi',
				abstract: 'Short.',
				keyword: 'one, two',
			},
		},
	])
})

test.each([
	['a text', 'notes.bib', 'Just words.'],
	['another JSON', 'data.json', '{"a": 1}'],
	['broken JSON', 'data.json', '[{"title": '],
	['another XML', 'data.rdf', '<a><b/></a>'],
	['broken XML', 'data.rdf', '<rdf:RDF><a'],
	['nothing', 'empty.ris', ''],
])('%s is refused', (_, fileName, text) => {
	expect(() => read(fileName, text)).toThrow(/bibliography|XML/)
})

test('what is far too long is cut, and a name that no record keeps is left out', () => {
	const [metadata] = metadataOf(
		'long.json',
		`[{"type": "book", "title": "${'T'.repeat(20_000)}",
			"author": [{"family": "${'F'.repeat(20_000)}", "given": "Ana"}],
			"custom": {"fields": {"__proto__": "x", "Village": "Hoi An"}}}]`,
	)
	expect(metadata?.title).toHaveLength(10_000)
	expect(metadata?.author).toEqual([{ family: 'F'.repeat(10_000), given: 'Ana' }])
	expect(Object.entries(metadata?.fields ?? {})).toEqual([['Village', 'Hoi An']])
})

test('an item of JSON may be anything', () => {
	fc.assert(
		fc.property(
			fc.array(fc.object({ key: fc.constantFrom('title', 'author', 'issued', 'date-parts', 'x') })),
			(items) => {
				for (const { metadata } of tolerant(items)) expect(typeof metadata.title).toBe('string')
			},
		),
	)
})

function tolerant(items: readonly object[]) {
	try {
		return read(
			'any.json',
			JSON.stringify([{ title: 'One' }, ...items].map((item) => ({ ...item, type: 'book' }))),
		).references
	} catch (error) {
		throw new Error(`Not read: ${JSON.stringify(items)}`, { cause: error })
	}
}

const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿĂăĐđƠơƯưẠ-ỹ]{1,12}$/)
const sign = fc.constantFrom('&', '100%', '$5', '#1', 'a_b', '{x}', '南海', 'A~B', 'C^2', 'D\\\\E', '“so”')
const words = fc.array(fc.oneof(word, sign), { minLength: 1, maxLength: 4 }).map((each) => each.join(' '))
const name: fc.Arbitrary<Name> = fc.oneof(
	fc.record({ family: word, given: word }),
	words.map((literal) => ({ literal })),
	fc.constant({ literal: 'Ministry of Seas and Islands' }),
)
const date: fc.Arbitrary<VagueDate> = fc
	.record({
		year: fc.integer({ min: 1000, max: 2099 }),
		month: fc.integer({ min: 1, max: 12 }),
		exact: fc.boolean(),
	})
	.map(({ year, month, exact }) => ({ from: exact ? [year, month] : [year] }))
const fields = {
	'container-title': words,
	publisher: words,
	volume: fc.nat({ max: 99 }).map(String),
	issue: fc.nat({ max: 99 }).map(String),
	DOI: fc.nat().map((number) => `10.1000/a_${number}`),
	URL: fc.nat().map((number) => `https://example.org/a_b/${number}?x=1&y=2`),
	author: fc.array(name, { minLength: 1, maxLength: 4 }),
	issued: date,
}
const citekeys = fc.stringMatching(/^[a-z]{3,8}[0-9]{4}[a-z]$/)

test('what was exported as CSL JSON comes back as it was', () => {
	const metadata: fc.Arbitrary<Metadata> = fc.record(
		{
			title: words,
			citekey: citekeys,
			type: fc.constantFrom('book', 'article-journal', 'article-newspaper', 'interview', 'webpage'),
			...fields,
			editor: fields.author,
			accessed: date,
			abstract: words,
			note: words,
			language: fc.constantFrom('vi', 'en', 'zh-Hant'),
			page: fc.constant('12-34'),
			keyword: words.map((each) => each.replaceAll(' ', ', ')),
			fields: fc.dictionary(word, words, { minKeys: 1, maxKeys: 3 }),
		},
		{ requiredKeys: ['title', 'citekey', 'type'] },
	)
	fc.assert(
		fc.property(metadata, (given) => {
			expect(metadataOf('references.json', cslJson([given]))).toEqual([given])
		}),
	)
})

test('what was exported as BibTeX comes back as it was, as far as BibTeX can say it', () => {
	const metadata: fc.Arbitrary<Metadata> = fc.record(
		{ title: words, citekey: citekeys, type: fc.constant('article-journal'), ...fields },
		{ requiredKeys: ['title', 'citekey', 'type'] },
	)
	fc.assert(
		fc.property(metadata, (given) => {
			expect(metadataOf('references.bib', bibtex([given]))).toEqual([given])
		}),
	)
})
