import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../main/importers/frontmatter.ts'
import { importOne } from './support.ts'

const page = async (head: string, body = '<p>Text</p>') =>
	(await importOne('a.html', `<html><head>${head}</head><body>${body}`)).metadata

describe('metadata of a web page', () => {
	it('believes what publishers tell Google Scholar before anything else', async () => {
		const metadata = await page(`<title>Salt | Journal</title><meta property="og:title" content="Salt!">
			<meta name="citation_title" content="Salt and trade"><meta name="citation_author" content="Lee, Ana">
			<meta name="citation_author" content="Thi Minh Nguyen"><meta name="citation_publication_date" content="2023/04/15">
			<meta name="citation_journal_title" content="Journal of Trade"><meta name="citation_volume" content="7">
			<meta name="citation_firstpage" content="12"><meta name="citation_lastpage" content="30">
			<meta name="citation_doi" content="https://doi.org/10.1234/salt.7">`)
		expect(metadata).toMatchObject({
			type: 'article-journal',
			title: 'Salt and trade',
			author: [{ family: 'Lee', given: 'Ana' }, expect.anything()],
			issued: { from: [2023, 4, 15] },
			'container-title': 'Journal of Trade',
			volume: '7',
			page: '12–30',
			DOI: '10.1234/salt.7',
		})
	})

	it('reads JSON-LD, also in a graph and broken', async () => {
		expect(
			await page(`<script type="application/ld+json">{ broken</script><script type="application/ld+json">
			{"@graph":[{"@type":"Organization","name":"Site"},{"@type":["NewsArticle"],"headline":"News","author":"Ana Lee","datePublished":"2023-04-15"}]}</script>`),
		).toMatchObject({
			type: 'article-newspaper',
			title: 'News',
			author: [{ family: 'Lee', given: 'Ana' }],
			issued: { from: [2023, 4, 15] },
		})
	})

	it.each([
		[
			'Salt and trade | The Courier',
			'<meta property="og:site_name" content="The Courier">',
			'Salt and trade',
		],
		[
			'The Courier: Salt – a history',
			'<meta property="og:site_name" content="The Courier">',
			'The Courier: Salt – a history',
		],
		['Salt – a history', '', 'Salt – a history'],
	])('takes the title of “%s”', async (title, site, expected) => {
		expect((await page(`<title>${title}</title>${site}`)).title).toBe(expected)
	})

	it('takes the first heading where the page has no title', async () => {
		expect((await page('', '<h1> Salt <i>and</i> trade</h1>')).title).toBe('Salt and trade')
	})

	it('knows whence a page was saved', async () => {
		const single = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://courier.example/salt
 saved date: Sat Apr 15 2023 10:00:00 GMT+0700 (Indochina Time)
--><title>Salt</title><p>Text`
		expect((await importOne('a.html', single)).metadata).toMatchObject({
			URL: 'https://courier.example/salt',
			accessed: { from: [2023, 4, 15] },
			language: 'en',
		})
		const browser = '<!-- saved from url=(0029)https://courier.example/salt -->\n<html><p>Text'
		expect((await importOne('a.html', browser)).metadata.URL).toBe('https://courier.example/salt')
	})

	it('takes no script for an address', async () => {
		expect(
			await page(
				'<link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="file:///a">',
			),
		).not.toHaveProperty('URL')
	})
})

describe('readFrontMatter', () => {
	it.each([
		['author: Ana Lee', { author: [{ family: 'Lee', given: 'Ana' }] }],
		[
			'authors: ["[[Ana Lee]]", {name: The Harbour Council}]',
			{ author: [{ family: 'Lee', given: 'Ana' }, expect.anything()] },
		],
		['date: c. 1790', { issued: { from: [1790], circa: true } }],
		['year: 1887', { issued: { from: [1887] } }],
		['issued: {date-parts: [[2023, 4, 5]]}', { issued: { from: [2023, 4, 5] } }],
		['source: "https://example.org/a b"', { URL: 'https://example.org/a%20b' }],
		['tags:\n  - salt\n  - trade', { keyword: 'salt, trade' }],
		['Title: "A: b"', { title: 'A: b' }],
		['lang: en_GB', { language: 'en-GB' }],
		['language: English', {}],
		['id: "@lee2023"', { citekey: 'lee2023' }],
	])('reads %s', async (yaml, metadata) => {
		expect(readFrontMatter(yaml)).toEqual({ metadata, warnings: [] })
	})

	it.each(['a: [', '- only\n- a list', 'a: *nowhere', `a: ${'x'.repeat(200_000)}`])(
		'warns of what it cannot read',
		(yaml) => {
			expect(readFrontMatter(yaml)).toEqual({
				metadata: {},
				warnings: [expect.stringContaining('front matter')],
			})
		},
	)
})
