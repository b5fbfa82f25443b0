import { UserError } from '../../../corpus/errors.ts'
import type { Name } from '../../../corpus/metadata.ts'
import type { Reference, References } from '../../../corpus/reference.ts'
import { attribute, child, children, descendants, parseXml, textOf, type XmlElement } from '../xml/xml.ts'
import { plainPath } from './attachments.ts'
import { type Item, metadataOfItem } from './csl.ts'

/** CSL's types of the kinds that Zotero names in another way than by their letters. */
const types: Readonly<Record<string, string>> = {
	journalArticle: 'article-journal',
	newspaperArticle: 'article-newspaper',
	magazineArticle: 'article-magazine',
	bookSection: 'chapter',
	conferencePaper: 'paper-conference',
	blogPost: 'post-weblog',
	forumPost: 'post',
	encyclopediaArticle: 'entry-encyclopedia',
	dictionaryEntry: 'entry-dictionary',
	statute: 'legislation',
	case: 'legal_case',
	letter: 'personal_communication',
	email: 'personal_communication',
	presentation: 'speech',
	preprint: 'article',
}

/** Elements that stand beside the items: attachments, notes, containers, collections. */
const beside: ReadonlySet<string> = new Set([
	'Attachment',
	'Memo',
	'Collection',
	'Journal',
	'Series',
	'Periodical',
])

/**
 * Zotero's export in RDF: items, the files attached to them by their places in the export's folder. Elements
 * are known by their names without prefixes.
 *
 * @throws UserError `refused` where the XML is broken, or is no such RDF
 */
export function readZoteroRdf(text: string): References {
	const rdf = parseXml(text)
	if (rdf.name !== 'RDF') throw new UserError('refused', 'This XML is no bibliography in Zotero’s RDF.')
	const byId = new Map<string, XmlElement>()
	for (const element of children(rdf)) {
		const id = attribute(element, 'about') ?? attribute(element, 'ID')
		if (id !== null) byId.set(id.replace(/^#/, ''), element)
	}
	const references = children(rdf).flatMap((element): readonly Reference[] => {
		if (beside.has(element.name)) return []
		const itemType = lineOf(child(element, 'itemType'))
		if (itemType === 'attachment' || itemType === 'note') return []
		const files = children(element, 'link').flatMap((link) => fileOf(byId.get(target(link))))
		return [{ metadata: metadataOfItem(itemOf(element, itemType, byId)), files }]
	})
	// A file that stands alone is an item of its own.
	const linked = new Set(
		children(rdf).flatMap((element) => children(element, 'link').map((link) => target(link))),
	)
	const alone = [...byId].flatMap(([id, element]): readonly Reference[] => {
		if (element.name !== 'Attachment' || linked.has(id)) return []
		const files = fileOf(element)
		return files.length > 0
			? [{ metadata: metadataOfItem({ title: lineOf(child(element, 'title')) }), files }]
			: []
	})
	return { references: [...references, ...alone], warnings: [] }
}

const lineOf = (element: XmlElement | null | undefined): string =>
	element ? textOf(element).replace(/\s+/g, ' ').trim() : ''

/** What an element names by `rdf:resource`, without `#`. */
const target = (element: XmlElement): string => (attribute(element, 'resource') ?? '').replace(/^#/, '')

function fileOf(attachment: XmlElement | undefined): readonly string[] {
	const place = attachment ? child(attachment, 'resource') : null
	const path = place === null ? '' : (attribute(place, 'resource') ?? '')
	return path === '' || /^https?:/i.test(path) ? [] : [plainPath(path)]
}

function itemOf(element: XmlElement, itemType: string, byId: ReadonlyMap<string, XmlElement>): Item {
	const containers = children(element, 'isPartOf').flatMap(
		(part) => byId.get(target(part)) ?? children(part)[0] ?? [],
	)
	const of = (name: string): string =>
		[element, ...containers].map((each) => lineOf(child(each, name))).find((line) => line !== '') ?? ''
	const identifiers = [element, ...containers].flatMap((each) =>
		children(each, 'identifier').map(identifierOf),
	)
	const identified = (kind: string): string =>
		identifiers.find((line) => line.toUpperCase().startsWith(`${kind} `))?.slice(kind.length + 1) ?? ''
	const container = containers.map((each) => lineOf(child(each, 'title'))).find((line) => line !== '') ?? ''
	const publisher = descendantNamed(child(element, 'publisher'), 'name')
	const address = identifiers.find((line) => /^https?:/i.test(line)) ?? ''
	return {
		type: types[itemType] ?? itemType.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
		title: lineOf(child(element, 'title')),
		author: namesIn(
			child(element, 'authors') ?? child(element, 'interviewees') ?? child(element, 'presenters'),
		),
		editor: namesIn(child(element, 'editors')),
		translator: namesIn(child(element, 'translators')),
		'container-title': container || of('websiteTitle') || of('blogTitle') || of('publicationTitle'),
		publisher: lineOf(publisher) || of('publisher'),
		'publisher-place': lineOf(descendantNamed(child(element, 'publisher'), 'locality')),
		issued: lineOf(child(element, 'date')),
		accessed: lineOf(child(element, 'dateSubmitted')),
		volume: of('volume'),
		issue: of('number') || of('issue'),
		page: of('pages'),
		DOI: identified('DOI'),
		ISBN: identified('ISBN'),
		ISSN: identified('ISSN'),
		URL: address,
		language: of('language'),
		abstract: textOf(child(element, 'abstract') ?? nothing),
		keyword: children(element, 'subject')
			.map((subject) => lineOf(descendantNamed(subject, 'value') ?? subject))
			.join(', '),
		note: textOf(child(element, 'description') ?? nothing),
		'citation-key': lineOf(child(element, 'citationKey')),
	}
}

const nothing: XmlElement = { name: '', uri: '', attributes: [], children: [] }

/** `DOI 10.1/x`, or an address inside `dcterms:URI`. */
const identifierOf = (identifier: XmlElement): string =>
	lineOf(descendantNamed(identifier, 'value') ?? identifier)

function descendantNamed(element: XmlElement | null, name: string): XmlElement | null {
	if (element === null) return null
	for (const each of descendants(element)) if (each.name === name) return each
	return null
}

function namesIn(list: XmlElement | null): readonly Name[] {
	if (list === null) return []
	return [...descendants(list)].flatMap((person): readonly Name[] => {
		if (person.name !== 'Person') return []
		const family = lineOf(child(person, 'surname'))
		const given = lineOf(child(person, 'givenName') ?? child(person, 'givenname'))
		if (family !== '' && given !== '') return [{ family, given }]
		return family + given === '' ? [] : [{ literal: family + given }]
	})
}
