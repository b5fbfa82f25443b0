import type { Metadata, Name } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { webAddress } from '../hast/links.ts'
import { parseHtml } from '../hast/parse.ts'
import { textOf as textOfTree } from '../hast/tree.ts'
import { languageTag } from '../languagetag.ts'
import { attribute, children, descendants, textOf, type XmlElement } from '../xml/xml.ts'

/** One statement about the book, with what other statements say about it. */
interface Statement {
	readonly value: string
	/** By name: EPUB 3's `meta` elements that refine this one, and EPUB 2's `opf:` attributes. */
	readonly details: ReadonlyMap<string, string>
}

/**
 * The metadata of a book from its package document: Dublin Core, refined as in EPUB 3.3, 5.5, or by the
 * attributes of EPUB 2.
 */
export function metadataOf(metadata: XmlElement | null): Metadata {
	const said = metadata === null ? new Map<string, readonly Statement[]>() : statementsOf(metadata)
	const all = (name: string) => said.get(name) ?? []
	const first = (name: string) => all(name)[0]?.value ?? null
	const people = [...all('creator'), ...all('contributor')]
	const identifiers = all('identifier').map(({ value, details }) => ({
		value,
		scheme: (details.get('scheme') ?? '').toLowerCase(),
	}))
	const found = {
		type: 'book',
		title: titleOf(all('title')),
		author: namesOf(people, all('creator'), 'aut'),
		editor: namesOf(people, [], 'edt'),
		translator: namesOf(people, [], 'trl'),
		publisher: first('publisher'),
		issued: dateOf(all('date')),
		ISBN: isbnOf(identifiers),
		DOI: firstOf(identifiers, ({ value }) => /\b10\.\d{4,9}\/\S+/.exec(value)?.[0] ?? null),
		URL: firstOf(identifiers, ({ value }) => (/^https?:/i.test(value) ? webAddress(value) : null)),
		language: firstOf(all('language'), ({ value }) => languageTag(value)),
		abstract: withoutMarkup(first('description') ?? '') || null,
		keyword: [...new Set(all('subject').map(({ value }) => value))].join(', ') || null,
		note: metadata === null ? null : seriesOf(metadata, said),
	}
	const known: Partial<Metadata> = Object.assign(
		{},
		...Object.entries(found)
			.filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
			.map(([name, value]) => ({ [name]: value })),
	)
	return { ...known, title: known.title ?? '' }
}

/** By local name; in EPUB 2 they may lie in a `dc-metadata` element. */
function statementsOf(metadata: XmlElement): ReadonlyMap<string, readonly Statement[]> {
	const refined = new Map<string, Map<string, string>>()
	for (const meta of children(metadata, 'meta')) {
		const about = attribute(meta, 'refines')?.trim().replace(/^#/, '')
		const property = attribute(meta, 'property')?.trim()
		if (about === undefined || property === undefined) continue
		const details = refined.get(about) ?? new Map<string, string>()
		if (!details.has(property)) details.set(property, oneLine(textOf(meta)))
		refined.set(about, details)
	}
	const found = new Map<string, Statement[]>()
	for (const element of descendants(metadata)) {
		const value = oneLine(textOf(element))
		if (value === '' || element.name === 'metadata' || element.name === 'dc-metadata') continue
		const details = new Map(refined.get(attribute(element, 'id') ?? ''))
		for (const { name, value } of element.attributes) if (!details.has(name)) details.set(name, value)
		const name = element.name === 'meta' ? (attribute(element, 'property') ?? 'meta') : element.name
		const statements = found.get(name) ?? []
		statements.push({ value, details })
		found.set(name, statements)
	}
	return found
}

/** The main title and the subtitle, as the book tells them apart; else the first title. */
function titleOf(titles: readonly Statement[]): string {
	const ofType = (type: string) => titles.find(({ details }) => details.get('title-type') === type)?.value
	const main = ofType('main') ?? titles.find(({ details }) => !details.has('title-type'))?.value
	const title = main ?? titles[0]?.value ?? ''
	const subtitle = ofType('subtitle')
	return subtitle === undefined || subtitle === title ? title : `${title}: ${subtitle}`
}

/** @param unnamed those whose role is the one asked for where they do not say */
function namesOf(people: readonly Statement[], unnamed: readonly Statement[], role: string): readonly Name[] {
	const names = people.flatMap((person) => {
		const own = person.details.get('role')?.toLowerCase()
		return own === role || (own === undefined && unnamed.includes(person)) ? nameOf(person) : []
	})
	return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()]
}

/** How the name is filed tells family and given name apart. */
function nameOf({ value, details }: Statement): readonly Name[] {
	const filed = details.get('file-as') ?? ''
	const parts = filed.split(',').map((part) => part.trim())
	const [family = '', given = ''] = parts
	const fits = parts.length === 2 && family !== '' && given !== ''
	if (fits && value.includes(family) && value.includes(given)) return [{ family, given }]
	return parseNames(value)
}

/** When the book came out: not when its file was changed. Calibre writes the year 101 for want of a date. */
function dateOf(dates: readonly Statement[]): Metadata['issued'] | null {
	const event = ({ details }: Statement) => details.get('event')?.toLowerCase() ?? ''
	const ordered = [
		...dates.filter((date) => /publication|issued/.test(event(date))),
		...dates.filter((date) => event(date) === ''),
		...dates.filter((date) => /creation|original|copyright/.test(event(date))),
	]
	for (const { value } of ordered) {
		const date = value.startsWith('0101-01-01') ? null : parseVagueDate(value.replace(/T[\d:.]+.*$/, ''))
		if (date !== null) return date
	}
	return null
}

interface Identifier {
	readonly value: string
	readonly scheme: string
}

function isbnOf(identifiers: readonly Identifier[]): string | null {
	return firstOf(identifiers, ({ value, scheme }) => {
		const number = value.replace(/^(urn:)?isbn:?\s*/i, '').trim()
		const digits = number.replace(/[-\s]/g, '')
		const isNamed = scheme.includes('isbn') || number !== value
		return /^97[89]\d{10}$/.test(digits) || (isNamed && /^\d{9}[\dXx]$/.test(digits)) ? number : null
	})
}

/** The series that the book belongs to, as a note: citation styles have no place for it here. */
function seriesOf(metadata: XmlElement, said: ReadonlyMap<string, readonly Statement[]>): string | null {
	const collection = (said.get('belongs-to-collection') ?? []).find(
		({ details }) => details.get('collection-type') !== 'set',
	)
	const named = (name: string) => {
		const meta = children(metadata, 'meta').find((each) => attribute(each, 'name') === name)
		return meta === undefined ? undefined : attribute(meta, 'content')?.trim()
	}
	const title = collection?.value ?? named('calibre:series') ?? ''
	if (title === '') return null
	const position = collection?.details.get('group-position') ?? named('calibre:series_index') ?? ''
	return `Series: ${title}${position === '' ? '' : `, ${position.replace(/\.0+$/, '')}`}`
}

function firstOf<Thing, Found>(things: readonly Thing[], find: (thing: Thing) => Found | null): Found | null {
	for (const thing of things) {
		const found = find(thing)
		if (found !== null) return found
	}
	return null
}

/** Shops write descriptions in HTML. */
const withoutMarkup = (text: string): string =>
	/<\/?[a-z]/i.test(text)
		? oneLine(textOfTree(parseHtml(text.replace(/<(\/?(p|div|br|li))/gi, ' <$1'))))
		: text

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
