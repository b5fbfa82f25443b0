import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { bytesOf, parseMime } from '../../main/importers/mhtml/mime.ts'
import { importOne, marked, outline } from './support.ts'

/** A web archive of parts, each its headers and body. */
const archive = (parts: readonly string[], end = '--b--') =>
	`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}${end}`

const page = (html: string, headers = '') => `Content-Type: text/html; charset=utf-8\r\n${headers}\r\n${html}`

/** A picture of one pixel with a comment, so that it is no mere place holder. */
const gif = Buffer.concat([
	Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xfe\x32', 'latin1'),
	Buffer.from('a comment that is fifty letters long, or thereabout'.slice(0, 50)),
	Buffer.from('\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1'),
]).toString('base64')

const picture = (headers: string, data = gif) =>
	`Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n${headers}\r\n${data}`

describe('the importer of web archives', () => {
	it('finds pictures by address, relative address and id', async () => {
		const document = await importOne(
			'a.mht',
			archive([
				page(
					'<p>a<img src="https://example.org/1.gif" alt="one"><img src="2.gif" alt="two"><img src="cid:three" alt="three"><img src="4.gif" alt="four">',
					'Content-Location: https://example.org/a/b.html\r\n',
				),
				picture('Content-Location: https://example.org/1.gif\r\n'),
				picture('Content-Location: https://example.org/a/2.gif\r\n'),
				picture('Content-ID: <three>\r\n'),
			]),
		)
		const assets = document.text.marks.map((mark) => (mark.kind === 'picture' ? mark.asset !== null : null))
		expect(assets).toEqual([true, true, true, false])
		expect(document.metadata.URL).toBe('https://example.org/a/b.html')
	})

	it('reads quoted and plain parts in their charsets', async () => {
		const quoted = `Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=CC=E8=\r\n=F0</p>`
		expect(outline(await importOne('a.mht', archive([quoted])))).toEqual(['paragraph: Мир'])
		expect(outline(await importOne('a.mht', archive([page('<p>é')])))).toEqual(['paragraph: é'])
	})

	it('tells boundaries apart that begin alike', async () => {
		const inner = `Content-Type: multipart/alternative; boundary="b2"\r\n\r\n--b2\r\n${page('<p>inside')}\r\n--b2--\r\n`
		expect(outline(await importOne('a.mht', archive([inner])))).toEqual(['paragraph: inside'])
	})

	it('puts the pages of a frame set into its place', async () => {
		const document = await importOne(
			'a.mht',
			archive([
				page('<frameset><frame src="cid:x"><frame src="cid:none"></frameset>'),
				page('<p>in a frame', 'Content-ID: <x>\r\n'),
			]),
		)
		expect(outline(document)).toEqual(['paragraph: in a frame'])
	})

	it('reads what there is of a file whose end is missing', async () => {
		expect(outline(await importOne('a.mht', archive([page('<p>half')], '')))).toEqual(['paragraph: half'])
	})

	it('refuses an archive without a page', async () => {
		await expect(importOne('a.mht', archive([picture('')]))).rejects.toThrow('holds no web page')
	})

	it('leaves e-mails that are no archives to others, however many lines their heads have', async () => {
		const mail = `${'X-Line: words\r\n'.repeat(200)}\r\nThe letter.`
		const document = await importOne('mail.txt', mail)
		expect(document.importer.name).toBe('text')
	})

	it.each([
		[
			'parts',
			archive([page('<p>end'), ...Array.from({ length: 20_000 }, () => 'Content-Type: text/x\r\n\r\n')]),
		],
		[
			'parts in parts',
			archive([
				page('<p>end'),
				Array.from(
					{ length: 500 },
					(_, at) => `Content-Type: multipart/mixed; boundary="c${at}"\r\n\r\n--c${at}\r\n`,
				).join(''),
			]),
		],
		[
			'parts that hold themselves',
			archive([page('<p>end'), `Content-Type: multipart/mixed; boundary="b"\r\n\r\n`]),
		],
		['lines of a head', archive([page('<p>end', `X: a\r\n${' a\r\n'.repeat(20_000)}`)])],
		['parameters', archive([page('<p>end'), `Content-Type: text/x${'; a=b'.repeat(10_000)}\r\n\r\n`])],
		[
			'equals signs',
			archive([page(`<p>end${'=\r\n'.repeat(10_000)}`, 'Content-Transfer-Encoding: quoted-printable\r\n')]),
		],
		[
			'damage',
			archive([
				page('<p>end <img src="cid:x" alt="x">'),
				picture('Content-ID: <x>\r\n', '!!==@@'.repeat(10_000)),
			]),
		],
		['boundaries', archive([page('<p>end')], '--b\r\n'.repeat(30_000))],
	])('keeps the text among endless %s', async (_, content) => {
		const document = await importOne('a.mhtml', content)
		expect(checkReadingText(document.text)).toEqual([])
		expect(document.text.text).toContain('end')
	})

	it('makes no link and runs nothing that a page must not', async () => {
		const document = await importOne(
			'a.mht',
			archive([
				page(
					'<p onclick="x()">a <a href="javascript:x()">b</a><script>c</script><iframe src="cid:y"></iframe>',
				),
			]),
		)
		expect(document.text.text).toBe('a b\n')
		expect(marked(document, 'link')).toEqual([])
	})
})

describe('parseMime', () => {
	it('reads anything, and no part twice', () => {
		const pieces = fc.constantFrom(
			'--b',
			'--b--',
			'\r\n',
			'\n',
			'Content-Type: multipart/mixed; boundary=b',
			'a: b',
			'x',
			'=',
			' ',
		)
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (all) => {
				const source = all.join('')
				const stack = [parseMime(source)]
				let letters = 0
				for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
					if (part.parts.length === 0) letters += bytesOf(part).length
					stack.push(...part.parts)
				}
				expect(letters).toBeLessThanOrEqual(source.length)
			}),
		)
	})
})
