import type { Metadata, Name } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { webAddress } from '../hast/links.ts'
import { languageTag } from '../languagetag.ts'
import { type Fields, isWork, typesOf } from './fields.ts'
import type { Saved } from './saved.ts'

/**
 * The metadata of a web page. Of several sources the more scholarly is believed: the `citation_*` tags
 * that publishers write for Google Scholar, then schema.org's JSON-LD, then Open Graph, Dublin Core and
 * what else stands in the head.
 *
 * @param byline the author as it stands on the page, where the head names none
 */
export function metadataOf(fields: Fields, saved: Saved, byline: string | null): Metadata {
	const { meta, works } = fields
	const [work] = works
	const all = (...names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])
	const first = (...names: readonly string[]) => all(...names)[0] ?? null
	const said = (name: string) =>
		works.map((each) => words(each[name])).find((value) => value !== null) ?? null
	const site = first('og:site_name') ?? nameOf(work?.['isPartOf'])
	const address = addressOf(fields, saved.url)
	const pages = [first('citation_firstpage'), first('citation_lastpage')].filter((page) => page !== null)
	const date =
		first('citation_publication_date', 'citation_date', 'citation_online_date') ??
		said('datePublished') ??
		first('article:published_time', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date') ??
		first(
			'og:article:published_time',
			'date',
			'pubdate',
			'publishdate',
			'parsely-pub-date',
			'sailthru.date',
		) ??
		said('dateCreated') ??
		fields.time
	const found = {
		type: typeOf(fields, address),
		title:
			first('citation_title') ??
			said('headline') ??
			first('og:title', 'dc.title', 'dcterms.title', 'twitter:title') ??
			said('name') ??
			withoutSite(fields.title, site),
		'container-title': first('citation_journal_title', 'citation_inbook_title') ?? site,
		publisher:
			first('citation_publisher', 'dc.publisher', 'dcterms.publisher') ?? nameOf(work?.['publisher']),
		issued: date === null ? null : parseVagueDate(date),
		accessed: saved.date === null ? null : parseVagueDate(saved.date),
		volume: first('citation_volume'),
		issue: first('citation_issue'),
		page: pages.join('–') || null,
		DOI: doiOf(first('citation_doi', 'dc.identifier.doi', 'bepress_citation_doi', 'dc.identifier')),
		ISBN: first('citation_isbn'),
		ISSN: first('citation_issn'),
		URL: address,
		language: languageTag(
			fields.language ??
				first('citation_language', 'content-language', 'dc.language', 'og:locale') ??
				said('inLanguage'),
		),
		abstract:
			first('citation_abstract') ??
			first('description', 'og:description', 'dc.description') ??
			said('description'),
		keyword: keywordsOf(all('citation_keywords', 'keywords', 'article:tag', 'news_keywords')),
	}
	const author = authorsOf(fields, byline)
	const known: Partial<Metadata> = Object.assign(
		{},
		...Object.entries(found)
			.filter(([, value]) => value !== null && value !== '')
			.map(([name, value]) => ({ [name]: typeof value === 'string' ? oneLine(value) : value })),
	)
	return { ...known, title: known.title ?? '', ...(author.length > 0 && { author }) }
}

function keywordsOf(lists: readonly string[]): string | null {
	const words = lists.flatMap((list) => list.split(/[,;，、]/)).map((word) => word.trim())
	return [...new Set(words.filter((word) => word !== ''))].join(', ') || null
}

/** The page's own address: what it says of itself, if that is a whole address, else whence it was saved. */
function addressOf(fields: Fields, savedUrl: string | null): string | null {
	const saved = savedUrl === null ? null : webAddress(savedUrl)
	const candidates = [fields.canonical, fields.meta.get('og:url')?.[0], words(fields.works[0]?.['url'])]
	for (const candidate of candidates) {
		const address = candidate === null || candidate === undefined ? null : webAddress(candidate, saved)
		if (address !== null) return address
	}
	return saved
}

function authorsOf(fields: Fields, byline: string | null): readonly Name[] {
	const { meta, works } = fields
	const cited = (meta.get('citation_author') ?? []).flatMap((name) => parseNames(name))
	if (cited.length > 0) return cited
	for (const work of works) {
		const names = namesIn(work['author'])
		if (names.length > 0) return unique(names)
	}
	for (const key of [
		'dc.creator',
		'dcterms.creator',
		'author',
		'article:author',
		'parsely-author',
		'sailthru.author',
	]) {
		const names = (meta.get(key) ?? [])
			.filter((name) => !/^https?:|^@/.test(name))
			.flatMap((name) => parseNames(name))
		if (names.length > 0) return unique(names)
	}
	const words =
		byline
			?.replace(/\s+/g, ' ')
			.replace(/^\s*by:?\s+/i, '')
			.trim() ?? ''
	return words === '' || words.length > 120 ? [] : parseNames(words)
}

function namesIn(value: unknown): readonly Name[] {
	if (typeof value === 'string') return /^https?:/.test(value) ? [] : parseNames(value)
	if (Array.isArray(value)) return value.slice(0, 500).flatMap(namesIn)
	if (!isWork(value)) return []
	const { name, givenName, familyName } = value
	if (typeof familyName === 'string' && typeof givenName === 'string')
		return [{ family: familyName, given: givenName }]
	if (typeof name !== 'string' || name.trim() === '') return Array.isArray(name) ? namesIn(name) : []
	return typesOf(value).includes('Organization') ? [{ literal: oneLine(name) }] : parseNames(name)
}

const unique = (names: readonly Name[]): readonly Name[] => [
	...new Map(names.map((name) => [JSON.stringify(name), name])).values(),
]

function typeOf({ meta, works }: Fields, address: string | null): string | null {
	if (meta.has('citation_journal_title')) return 'article-journal'
	if (meta.has('citation_dissertation_institution')) return 'thesis'
	const types = works.flatMap(typesOf)
	if (types.some((type) => /NewsArticle$/.test(type))) return 'article-newspaper'
	if (types.some((type) => /^(Scholarly|Medical\w*)Article$/.test(type))) return 'article-journal'
	if (types.includes('BlogPosting')) return 'post-weblog'
	if (types.includes('Book')) return 'book'
	return address === null ? null : 'webpage'
}

/** A page's title without the site's name, where that stands apart at either end. */
function withoutSite(title: string, site: string | null): string {
	const parts = title.split(/\s+[|–—·»-]\s+|\s+::\s+/)
	if (parts.length < 2) return title
	const same = (part: string | undefined) => site !== null && part?.toLowerCase() === site.toLowerCase()
	if (same(parts.at(-1)))
		return title.slice(
			0,
			title.lastIndexOf(parts[parts.length - 2] ?? '') + (parts[parts.length - 2] ?? '').length,
		)
	if (same(parts[0])) return title.slice(title.indexOf(parts[1] ?? '', parts[0]?.length ?? 0))
	return title
}

function doiOf(text: string | null): string | null {
	return /\b10\.\d{4,9}\/\S+/.exec(text ?? '')?.[0] ?? null
}

function words(value: unknown): string | null {
	if (typeof value === 'string') return value.trim() || null
	if (Array.isArray(value)) return words(value[0])
	return isWork(value) ? words(value['@value'] ?? value['name'] ?? value['@id']) : null
}

const nameOf = (value: unknown): string | null =>
	isWork(value) || Array.isArray(value) ? words(value) : null

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
