import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { importOne, marked } from './support.ts'

describe('importFile', () => {
	it.each([
		['divisions', 'a.html', `${'<div>'.repeat(100_000)}end`],
		['quotations', 'a.html', `${'<blockquote>a'.repeat(100_000)}end`],
		['lists', 'a.html', `${'<ul><li>'.repeat(100_000)}end`],
		['tables', 'a.html', `${'<table><tr><td>'.repeat(20_000)}end`],
		[
			'unclosed fonts',
			'a.html',
			`${Array.from({ length: 500 }, (_, at) => `<p><font id=${at}>a</p>`).join('')}end`,
		],
		['comments', 'a.txt', `${'<!-- -->'.repeat(10_000)}end`],
		['attributes', 'a.html', `<p ${Array.from({ length: 10_000 }, (_, at) => `a${at}`).join(' ')}>end`],
		['quotation signs', 'a.md', `${'>'.repeat(100_000)}end`],
		['list signs', 'a.md', `${'- '.repeat(100_000)}end`],
		['stars', 'a.md', `${'*'.repeat(20_000)}end${'*'.repeat(20_000)}`],
		['brackets', 'a.md', `${'['.repeat(10_000)}end`],
		['divisions in Markdown', 'a.md', `${'<div>'.repeat(20_000)}end`],
	])('keeps the text of endless %s', async (_, fileName, content) => {
		const { text } = await importOne(fileName, content)
		expect(checkReadingText(text)).toEqual([])
		expect(text.text).toContain('end')
	})

	it('takes the page where looking for an article fails', async () => {
		const page = `<html><body>${'<p>A sentence, with a comma.</p>'.repeat(61_000)}`
		const document = await importOne('a.html', page, { html: 'article' })
		expect(document.text.blocks).toHaveLength(61_000)
		expect(document.warnings.join()).toContain('the whole page')
	})

	it('does not expand aliases without end', async () => {
		const bomb = [
			'a: &a [x,x,x,x,x,x,x,x]',
			...'bcdefgh'.split('').map((name, at) => {
				const before = 'abcdefg'.charAt(at)
				return `${name}: &${name} [${Array.from({ length: 8 }, () => `*${before}`).join(',')}]`
			}),
		].join('\n')
		const document = await importOne('a.md', `---\n${bomb}\n---\nThe text.`)
		expect(document.text.text).toBe('The text.\n')
		expect(document.warnings).toHaveLength(1)
	})

	it.each([
		'javascript:alert(1)',
		' java\nscript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:x',
		'file:///etc/passwd',
		'blob:https://example.org/1',
		'//',
		'relative.html',
	])('makes no link of %s', async (href) => {
		const document = await importOne('a.html', `<a href="${href}">words</a>`)
		expect(document.text.text).toBe('words\n')
		expect(marked(document, 'link')).toEqual([])
	})

	it('leaves scripts, handlers and their like out of the text', async () => {
		const document = await importOne(
			'a.html',
			`<p onclick="alert(1)">one<script>alert(2)</script><svg><script>alert(3)</script></svg>
			<math><mtext><style>alert(4)</style></mtext></math><iframe srcdoc="<p>alert(5)">alert(6)</iframe>
			<noscript><p title="</noscript><img src=x onerror=alert(7)>">`,
		)
		expect(document.text.text).not.toContain('alert')
	})
})
