import { foldForIndex } from '../../../corpus/folding.ts'
import type { MetadataField } from '../../../corpus/metadata.ts'

/** What a column of a table may fill. */
export type ColumnField = NamedField | 'own'

/** What a heading may name; `file` names the document that the row is about. */
type NamedField = MetadataField | 'file'

/**
 * How headings are spelled, folded and without spaces, in tables of people and of programs (the CSV
 * exports of Zotero and Mendeley, CSL and BibTeX names).
 */
const spellings: Readonly<Record<NamedField, readonly string[]>> = {
	file: [
		'file',
		'filename',
		'filenames',
		'document',
		'documentname',
		'path',
		'filepath',
		'original',
		'fileattachments',
	],
	type: ['type', 'itemtype', 'kind', 'genre'],
	title: ['title', 'titel', 'titre', 'headline', 'documenttitle', 'articletitle', 'tieude'],
	author: [
		'author',
		'authors',
		'by',
		'byline',
		'creator',
		'creators',
		'writer',
		'writers',
		'auteur',
		'autor',
		'tacgia',
	],
	editor: ['editor', 'editors', 'eds', 'ed'],
	translator: ['translator', 'translators'],
	'container-title': [
		...[
			'container',
			'containertitle',
			'source',
			'journal',
			'journaltitle',
			'newspaper',
			'magazine',
			'periodical',
		],
		...[
			'publication',
			'publicationtitle',
			'booktitle',
			'site',
			'website',
			'websitetitle',
			'outlet',
			'in',
			'nguon',
		],
	],
	publisher: ['publisher', 'publishedby', 'press'],
	'publisher-place': ['publisherplace', 'place', 'placeofpublication', 'city', 'location'],
	issued: [
		...[
			'issued',
			'date',
			'year',
			'datepublished',
			'publicationdate',
			'publicationyear',
			'published',
			'pubdate',
		],
		...['publishedon', 'dateofpublication', 'datum', 'annee', 'ngay', 'nam'],
	],
	accessed: ['accessed', 'accessdate', 'dateaccessed', 'accessedon', 'urldate', 'retrieved'],
	volume: ['volume', 'vol'],
	issue: ['issue', 'number', 'no', 'nr', 'issuenumber'],
	page: ['page', 'pages', 'pp', 'pagerange'],
	DOI: ['doi'],
	ISBN: ['isbn'],
	ISSN: ['issn'],
	URL: ['url', 'urls', 'link', 'address', 'web', 'webaddress', 'sourceurl'],
	language: ['language', 'lang', 'langue', 'sprache', 'ngonngu'],
	abstract: ['abstract', 'abstractnote', 'summary', 'description'],
	keyword: ['keyword', 'keywords', 'tags', 'manualtags', 'subject', 'subjects'],
	note: ['note', 'notes', 'comment', 'comments', 'remarks'],
	citekey: ['citekey', 'citationkey', 'key', 'bibtexkey', 'bibkey', 'citkey'],
}

const fields = Object.keys(spellings) as readonly NamedField[]

export const isColumnField = (name: string): name is ColumnField =>
	name === 'own' || Object.hasOwn(spellings, name)

/** The field that each heading names; null: none. Of two columns for one field the first counts. */
export function fieldsOf(headings: readonly string[]): readonly (NamedField | null)[] {
	const taken = new Set<NamedField>()
	return headings.map((heading) => {
		// "Author(s)" is what people write who want to be precise.
		const spelled = foldForIndex(heading.replace(/\(e?s\)/i, 's')).replaceAll(' ', '')
		const field = fields.find((each) => spellings[each].includes(spelled) && !taken.has(each)) ?? null
		if (field) taken.add(field)
		return field
	})
}
