import { zipOf } from './officefiles.ts'
import { png } from './pngs.ts'

/** A book's parts, all names inside the folder `OPS/`. */
export interface BookParts {
	readonly version?: '2.0' | '3.0'
	/** Inside the package's `metadata`; absent: a title and English. */
	readonly metadata?: string
	/** Name → content, in reading order; bodies of XHTML files, or whole files where they begin with `<?xml` or a tag `<html`. */
	readonly chapters: Readonly<Record<string, string | Uint8Array>>
	/** Name → media type and content. */
	readonly files?: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>>
	/** Inside the navigation document's body. */
	readonly nav?: string
	/** Inside the NCX. */
	readonly ncx?: string
	/** Names of chapters that lie beside the text. */
	readonly beside?: readonly string[]
	/** Attributes of the spine. */
	readonly spine?: string
	/** More entries of the manifest. */
	readonly manifest?: string
	/** Files from the top of the archive. */
	readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const ops = 'http://www.idpf.org/2007/ops'

export const xhtml = (body: string, attributes = ''): string =>
	body.startsWith('<?xml') || body.startsWith('<html')
		? body
		: `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="${ops}" ${attributes}><head><title/></head><body>${body}</body></html>`

export const container = (path: string): string =>
	`<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`

/** The bytes of an EPUB. */
export function bookOf(book: BookParts): Uint8Array {
	const { chapters, files = {}, nav, ncx, beside = [], version = '3.0' } = book
	const metadata = book.metadata ?? '<dc:title>A Book</dc:title><dc:language>en</dc:language>'
	const names = Object.keys(chapters)
	const items = [
		...names.map((name, at) => item(`c${at}`, name, 'application/xhtml+xml')),
		...Object.entries(files).map(([name, [type]], at) => item(`f${at}`, name, type)),
		...(nav === undefined ? [] : [item('nav', 'nav.xhtml', 'application/xhtml+xml', 'properties="nav"')]),
		...(ncx === undefined ? [] : [item('ncx', 'toc.ncx', 'application/x-dtbncx+xml')]),
	]
	const spine = names.map(
		(name, at) => `<itemref idref="c${at}"${beside.includes(name) ? ' linear="no"' : ''}/>`,
	)
	const texts = Object.entries(chapters).map(([name, content]) => [
		`OPS/${name}`,
		typeof content === 'string' ? xhtml(content) : content,
	])
	return zipOf({
		mimetype: 'application/epub+zip',
		'META-INF/container.xml': container('OPS/book.opf'),
		'OPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join('')}${book.manifest ?? ''}</manifest><spine ${book.spine ?? ''}>${spine.join('')}</spine></package>`,
		...(nav !== undefined && { 'OPS/nav.xhtml': xhtml(nav) }),
		...(ncx !== undefined && {
			'OPS/toc.ncx': `<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">${ncx}</ncx>`,
		}),
		...Object.fromEntries(texts),
		...Object.fromEntries(Object.entries(files).map(([name, [, content]]) => [`OPS/${name}`, content])),
		...book.parts,
	})
}

const item = (id: string, name: string, type: string, rest = ''): string =>
	`<item id="${id}" href="${encodeURI(name)}" media-type="${type}" ${rest}/>`

const point = (title: string, src: string, inner = ''): string =>
	`<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/>${inner}</navPoint>`

/** Books that show one thing each; the golden files of the EPUB importer are made of them. */
export const books: Readonly<Record<string, () => Uint8Array>> = {
	'notes-and-pictures': () =>
		bookOf({
			metadata: `<dc:title id="t">Harbour Lights</dc:title><dc:title id="s">A Study of Small Ports</dc:title>
<meta refines="#t" property="title-type">main</meta><meta refines="#s" property="title-type">subtitle</meta>
<dc:creator id="a">Ana María Ortega Ruiz</dc:creator><meta refines="#a" property="file-as">Ortega Ruiz, Ana María</meta><meta refines="#a" property="role" scheme="marc:relators">aut</meta>
<dc:creator id="b">Tom Weir</dc:creator><meta refines="#b" property="role">trl</meta>
<dc:identifier id="id">urn:isbn:9780306406157</dc:identifier><dc:identifier>doi:10.5555/12345678</dc:identifier>
<dc:publisher>North Quay</dc:publisher><dc:date>2019-05-02T00:00:00Z</dc:date><dc:language>en</dc:language>
<dc:description>&lt;p&gt;Ports, &lt;i&gt;large&lt;/i&gt; and small.&lt;/p&gt;</dc:description><dc:subject>harbours</dc:subject><dc:subject>history</dc:subject>
<meta id="c" property="belongs-to-collection">Coasts</meta><meta refines="#c" property="group-position">3</meta>`,
			nav: `<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="text/one.xhtml">The first port</a><ol><li><a href="text/one.xhtml#light">The light</a></li></ol></li><li><span>Second part</span><ol><li><a href="text/two.xhtml#two">The second port</a></li></ol></li></ol></nav>
<nav epub:type="page-list" hidden=""><ol><li><a href="text/one.xhtml#p7">vii</a></li><li><a href="text/two.xhtml">8</a></li></ol></nav>`,
			chapters: {
				'text/cover.xhtml':
					'<div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40"><title>Cover</title><image width="60" height="40" xlink:href="../images/cover%20page.png"/></svg></div>',
				'text/one.xhtml': `<section id="top"><h1>The first port</h1>
<p>Boats<a id="n1" href="../notes.xhtml#fn1" epub:type="noteref">1</a> come in at dusk, as <a href="two.xhtml#two">the second</a> shows.<span epub:type="pagebreak" id="p6" title="6"/> Nobody counts&nbsp;them.</p>
<h2 id="light">The light<a role="doc-noteref" href="#fn">*</a></h2>
<p>It turns <span id="p7"/>three times a minute.</p>
<figure><img src="../images/light.png" alt="A tower with two galleries"/><figcaption>The light in 1911</figcaption></figure>
<aside id="fn" role="doc-footnote"><p>* Its lens was made in Paris.</p></aside>
<blockquote class="poem"><div class="stanza"><p>The lamp goes round,</p><p>the tide goes out</p></div></blockquote></section>`,
				'text/two.xhtml': `<h1 id="two">The second port</h1><p>Its <i xml:lang="fr">phare</i> is low.</p>
<table><caption>Depth in metres</caption><tr><th>Berth</th><th>Depth</th></tr><tr><td>North</td><td>4</td></tr></table>
<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" role="img"><title>A buoy</title><circle cx="20" cy="10" r="8" onclick="alert(1)"/></svg></p>`,
				'notes.xhtml': `<h1>Notes</h1><ol epub:type="endnotes"><li id="fn1" epub:type="endnote"><p>Mostly <em>luggers</em>. <a href="text/one.xhtml#n1" role="doc-backlink">↩</a></p></li></ol>`,
			},
			files: {
				'images/cover page.png': ['image/png', png()],
				'images/light.png': ['image/png', png(30, 50)],
			},
		}),

	'old-style': () =>
		bookOf({
			version: '2.0',
			metadata: `<dc:title>Letters Home</dc:title><dc:creator opf:role="aut" opf:file-as="Lind, Per">Per Lind</dc:creator><dc:contributor opf:role="edt">Eva Holm</dc:contributor><dc:contributor opf:role="bkp">a program</dc:contributor><dc:identifier opf:scheme="ISBN">0-306-40615-2</dc:identifier><dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1894</dc:date><dc:language>en-GB</dc:language><meta name="calibre:series" content="Letters"/><meta name="calibre:series_index" content="2.0"/>`,
			spine: 'toc="ncx" page-map="map"',
			manifest: '<item id="map" href="map.xml" media-type="application/oebps-page-map+xml"/>',
			ncx: `<navMap>${point('The Letters', 'a.html', point('May &amp; June', 'a.html#may'))}${point('After', 'b%20c.html')}</navMap>`,
			chapters: {
				'a.html': `<html><head><title/></head><body><h1>The Letters</h1><p>Dear Eva,<br>all is well<a name="back1"/><a href="b%20c.html#note1">[1]</a> here.
<p><a id="may"></a><b>May</b> came late.<sup><a href="b%20c.html#note2">2</a></sup> <span class="pagenum"><a id="Page_9"/>[Pg 9]</span>So did June. See <a href="#Page_9">page 9</a>.<script>document.write('owned')</script></body></html>`,
				'b c.html': `<h2>After</h2><p id="note1"><a href="a.html#back1">[1]</a> He was not.</p><p id="note2">2. In a cold year.</p><p>The end.</p>`,
			},
			files: {},
			parts: {
				'OPS/map.xml':
					'<page-map xmlns="http://www.idpf.org/2007/opf"><page name="8" href="a.html"/><page name="11" href="b%20c.html"/></page-map>',
			},
		}),

	scripts: () =>
		bookOf({
			metadata: '<dc:title>ספר קטן</dc:title><dc:creator>夏目 漱石</dc:creator><dc:language>he</dc:language>',
			spine: 'page-progression-direction="rtl"',
			chapters: {
				'he.xhtml': xhtml(
					'<h1>שלום</h1><p>מילים <span dir="ltr" lang="en">and words</span> אחרות.</p>',
					'xml:lang="he-IL"',
				),
				'ja.xhtml': xhtml(
					'<h1>草枕</h1><p><ruby>山路<rp>(</rp><rt>やまみち</rt><rp>)</rp></ruby>を登りながら、\nこう考えた。</p>',
					'xml:lang="ja" dir="ltr" style="writing-mode: vertical-rl"',
				),
			},
		}),
}
