import { parseDocument } from 'yaml'
import type { Metadata, Name } from '../../corpus/metadata.ts'
import { parseNames } from '../../corpus/names.ts'
import { parseVagueDate } from '../../corpus/vaguedate.ts'
import { webAddress } from './hast/links.ts'
import { languageTag } from './languagetag.ts'

export interface FrontMatter {
	readonly metadata: Partial<Metadata>
	readonly warnings: readonly string[]
}

/** Front matter is a few lines; what is longer is something else: UTF-16 code units. */
const longest = 100_000

/**
 * Metadata from the YAML before a Markdown text. Fields are found under the names that Pandoc, Obsidian,
 * Zotero's and Hugo's exports use. What cannot be read is a warning, never an error.
 */
export function readFrontMatter(yaml: string): FrontMatter {
	const unread = { metadata: {}, warnings: ['The front matter could not be read; the text is complete.'] }
	if (yaml.length > longest) return unread
	let values: unknown
	try {
		const document = parseDocument(yaml, { uniqueKeys: false, schema: 'core', logLevel: 'silent' })
		if (document.errors.length > 0) return unread
		values = document.toJS({ maxAliasCount: 20 })
	} catch {
		return unread
	}
	if (!isRecord(values)) return { metadata: {}, warnings: values === null ? [] : unread.warnings }
	return { metadata: metadataOf(values), warnings: [] }
}

type Fields = Readonly<Record<string, unknown>>

function metadataOf(values: Fields): Partial<Metadata> {
	const fields = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
	const first = (...names: readonly string[]): string | null => {
		for (const name of names) {
			const found = wordsOf(fields.get(name))
			if (found !== null) return found
		}
		return null
	}
	const people = (...names: readonly string[]): readonly Name[] =>
		names.flatMap((name) => namesOf(fields.get(name))).filter((name, at, all) => at === indexOf(all, name))
	const text = {
		title: first('title'),
		type: first('type'),
		'container-title': first('container-title', 'journal', 'publication', 'newspaper', 'site', 'website'),
		publisher: first('publisher'),
		'publisher-place': first('publisher-place', 'place'),
		volume: first('volume'),
		issue: first('issue'),
		page: first('page', 'pages'),
		DOI: first('doi'),
		ISBN: first('isbn'),
		ISSN: first('issn'),
		language: languageTag(first('lang', 'language')),
		abstract: first('abstract', 'description', 'summary'),
		keyword: first('keyword', 'keywords', 'tags', 'tag'),
		note: first('note'),
		citekey: first('citekey', 'citation-key', 'citationkey', 'id')?.replace(/^@/, '') ?? null,
	}
	const dates = {
		issued: dateOf(
			fields.get('issued') ?? fields.get('date') ?? fields.get('published') ?? fields.get('year'),
		),
		accessed: dateOf(fields.get('accessed') ?? fields.get('retrieved')),
	}
	const address = webAddress(first('url', 'source', 'link', 'permalink') ?? '')
	const names = {
		author: people('author', 'authors', 'by'),
		editor: people('editor', 'editors'),
		translator: people('translator', 'translators'),
	}
	const known: Partial<Metadata> = {}
	return Object.assign(
		known,
		...Object.entries({ ...text, ...dates, URL: address })
			.filter(([, value]) => value !== null && value !== '')
			.map(([name, value]) => ({ [name]: value })),
		...Object.entries(names)
			.filter(([, found]) => found.length > 0)
			.map(([name, found]) => ({ [name]: found })),
	)
}

const indexOf = (names: readonly Name[], name: Name): number =>
	names.findIndex((other) => JSON.stringify(other) === JSON.stringify(name))

/** A scalar as text, a list as its parts with commas; null for anything else. */
function wordsOf(value: unknown): string | null {
	if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ') || null
	if (typeof value === 'number' || typeof value === 'boolean') return String(value)
	if (!Array.isArray(value)) return null
	return (
		value
			.map(wordsOf)
			.filter((part) => part !== null)
			.join(', ') || null
	)
}

function namesOf(value: unknown): readonly Name[] {
	if (Array.isArray(value)) return value.flatMap(namesOf)
	if (typeof value === 'string') return parseNames(value.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]$/, '$1'))
	if (!isRecord(value)) return []
	const { family, given, literal, name } = value
	if (typeof family === 'string')
		return [typeof given === 'string' && given !== '' ? { family, given } : { family }]
	if (typeof literal === 'string') return [{ literal }]
	return typeof name === 'string' ? parseNames(name) : []
}

function dateOf(value: unknown): Metadata['issued'] | null {
	if (value instanceof Date) return parseVagueDate(value.toISOString().slice(0, 10))
	if (isRecord(value)) {
		const parts = value['date-parts']
		const [from] = Array.isArray(parts) ? parts : []
		if (Array.isArray(from))
			return parseVagueDate(from.map((part) => String(part).padStart(2, '0')).join('-'))
		return dateOf(value['raw'] ?? value['literal'])
	}
	const words = wordsOf(value)
	return words === null ? null : parseVagueDate(words)
}

const isRecord = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
