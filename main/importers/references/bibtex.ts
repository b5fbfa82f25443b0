import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { Metadata } from '../../../corpus/metadata.ts'
import type { Reference, References } from '../../../corpus/reference.ts'
import { attachedPaths } from './attachments.ts'
import { type Item, isItem, metadataOfItem } from './csl.ts'

/** An entry before its LaTeX is read. */
interface Entry {
	readonly type: string
	readonly label: string
	readonly properties: Readonly<Record<string, unknown>>
}

/** UTF-16 code units of `@string` definitions that are given to entries which have to be read one by one. */
const mostStrings = 100_000

/**
 * BibTeX and BibLaTeX by citation-js: LaTeX accents, braces, `@string`, `crossref`. An entry that is broken
 * costs only itself.
 */
export function readBibtex(text: string): References {
	const readable = text.replace(/\\(aa|AA)(?![A-Za-z])(?:\{\}| )?/g, (_, ring) => (ring === 'aa' ? 'å' : 'Å'))
	const found = entriesOf(readable) ?? oneByOne(readable)
	const entries = new Map(found.entries.map((entry) => [entry.label, entry]))
	let left = found.broken
	const references = found.entries.flatMap((entry): readonly Reference[] => {
		const item = itemOf(entry, entries)
		if (item === null) {
			left++
			return []
		}
		return [
			{
				metadata: withoutOthers(metadataOfItem({ ...item, ...repaired(entry, entries) })),
				files: filesOf(entry),
			},
		]
	})
	const warnings =
		left === 0 ? [] : [left === 1 ? 'One entry could not be read.' : `${left} entries could not be read.`]
	return { references, warnings }
}

interface Found {
	readonly entries: readonly Entry[]
	readonly broken: number
}

/** Null where the text is broken somewhere. */
function entriesOf(text: string): Found | null {
	try {
		const parsed = plugins.input.data(text, '@biblatex/text')
		const [list] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]
		return { entries: Array.isArray(list) ? list.filter(isEntry) : [], broken: 0 }
	} catch {
		return null
	}
}

const isEntry = (value: unknown): value is Entry =>
	isItem(value) &&
	typeof value['type'] === 'string' &&
	typeof value['label'] === 'string' &&
	isItem(value['properties'])

/** Cut before every `@` that begins a line. */
function oneByOne(text: string): Found {
	const chunks = text.split(/^(?=[ \t]*@)/m)
	const strings = chunks.filter((chunk) => /^\s*@string/i.test(chunk) && entriesOf(chunk) !== null).join('\n')
	const before = strings.length <= mostStrings ? strings : ''
	let broken = 0
	const entries = chunks.flatMap((chunk) => {
		if (!/^\s*@/.test(chunk) || /^\s*@(?:string|comment|preamble)/i.test(chunk)) return []
		const found = entriesOf(`${before}\n${chunk}`)
		if (found === null || found.entries.length === 0) broken++
		return found?.entries ?? []
	})
	return { entries, broken }
}

/** CSL of an entry, with what it inherits; null where its LaTeX cannot be read. */
function itemOf(entry: Entry, entries: ReadonlyMap<string, Entry>): Item | null {
	const parent = parentOf(entry, entries)
	const { crossref: _, ...properties } = entry.properties
	const alone = { ...entry, properties }
	return cslOf(parent === null ? [alone] : [entry, withoutParent(parent)]) ?? cslOf([alone])
}

/** Only one level is inherited: so that no circle of entries is followed. */
const withoutParent = (entry: Entry): Entry => {
	const { crossref: _, ...properties } = entry.properties
	return { ...entry, properties }
}

function parentOf(entry: Entry, entries: ReadonlyMap<string, Entry>): Entry | null {
	const parent = entries.get(String(entry.properties['crossref'] ?? ''))
	return parent === undefined || parent === entry ? null : parent
}

function cslOf(entries: readonly Entry[]): Item | null {
	try {
		const parsed = plugins.input.data(entries, '@biblatex/entries+list')
		const [first] = Array.isArray(parsed) ? parsed : []
		return isItem(first) ? first : null
	} catch {
		return null
	}
}

/** What citation-js reads wrong: escaped signs in addresses, names in braces, the book of a chapter. */
function repaired(entry: Entry, entries: ReadonlyMap<string, Entry>): Item {
	const { url, doi } = entry.properties
	const parent = parentOf(entry, entries)
	const book = ['incollection', 'inproceedings', 'inbook', 'conference'].includes(entry.type)
	const inherited =
		book && parent !== null && entry.properties['booktitle'] === undefined
			? cslOf([withoutParent(parent)])?.['title']
			: undefined
	return {
		...(typeof url === 'string' && { URL: unescaped(url) }),
		...(typeof doi === 'string' && { DOI: unescaped(doi) }),
		...(inherited !== undefined && { 'container-title': inherited }),
	}
}

/** `and others` stands for people who are not named. */
function withoutOthers(metadata: Metadata): Metadata {
	const people = (['author', 'editor', 'translator'] as const).flatMap((role) => {
		const names = metadata[role]
		return names ? [[role, names.filter((name) => !('literal' in name && name.literal === 'others'))]] : []
	})
	return { ...metadata, ...Object.fromEntries(people) }
}

const unescaped = (text: string): string =>
	text
		.replace(/^\\(?:url|href)\{([^{}]*)\}$/, '$1')
		.replace(/\\([&%#_~{}$])/g, '$1')
		.replace(/^[<{]+(.*?)[>}]+$/, '$1')
		.trim()

function filesOf({ properties }: Entry): readonly string[] {
	const fields = ['file', 'pdf', 'localfile', 'local-url'].flatMap((name) => {
		const value = properties[name]
		return typeof value === 'string' ? attachedPaths(value) : []
	})
	return [...new Set(fields)]
}
