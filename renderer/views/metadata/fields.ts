import type { Metadata, MetadataField, Name, VagueDate } from '../../../corpus/metadata.ts'
import { writeNames } from '../../../corpus/names.ts'
import { formatVagueDate } from '../../../corpus/vaguedate.ts'

export type FieldKind = 'type' | 'line' | 'names' | 'date' | 'prose' | 'link'

export interface Field {
	readonly name: MetadataField
	readonly label: string
	readonly kind: FieldKind
	/** Two such fields stand beside each other. */
	readonly half?: true
	/** An example, shown in the empty field. */
	readonly example?: string
}

/** The fields of a document in the order in which one fills them in. */
export const fields: readonly Field[] = [
	{ name: 'title', label: 'Title', kind: 'line' },
	{ name: 'author', label: 'Authors', kind: 'names', example: 'Nguyễn, Thị Minh; Smith, Anna' },
	{ name: 'issued', label: 'Date', kind: 'date', half: true, example: '16 April 2023, 1887, c. 1790' },
	{ name: 'type', label: 'Kind', kind: 'type', half: true },
	{ name: 'container-title', label: 'In (journal, newspaper, book, site)', kind: 'line' },
	{ name: 'volume', label: 'Volume', kind: 'line', half: true },
	{ name: 'issue', label: 'Issue', kind: 'line', half: true },
	{ name: 'page', label: 'Pages', kind: 'line', half: true },
	{ name: 'language', label: 'Language', kind: 'line', half: true, example: 'vi, en, zh-Hant' },
	{ name: 'publisher', label: 'Publisher', kind: 'line', half: true },
	{ name: 'publisher-place', label: 'Place', kind: 'line', half: true },
	{ name: 'editor', label: 'Editors', kind: 'names' },
	{ name: 'translator', label: 'Translators', kind: 'names' },
	{ name: 'URL', label: 'Address', kind: 'link', example: 'https://…' },
	{ name: 'accessed', label: 'Accessed', kind: 'date', half: true },
	{ name: 'citekey', label: 'Citekey', kind: 'line', half: true },
	{ name: 'DOI', label: 'DOI', kind: 'line', half: true },
	{ name: 'ISBN', label: 'ISBN', kind: 'line', half: true },
	{ name: 'ISSN', label: 'ISSN', kind: 'line', half: true },
	{ name: 'keyword', label: 'Keywords', kind: 'line', half: true },
	{ name: 'abstract', label: 'Abstract', kind: 'prose' },
	{ name: 'note', label: 'Remark', kind: 'prose' },
]

/** The kinds of CSL that researchers meet, by their names for people. */
export const kinds: Readonly<Record<string, string>> = {
	article: 'Article',
	'article-journal': 'Journal article',
	'article-magazine': 'Magazine article',
	'article-newspaper': 'Newspaper article',
	bill: 'Bill',
	book: 'Book',
	chapter: 'Chapter',
	classic: 'Classic text',
	dataset: 'Data set',
	document: 'Document',
	interview: 'Interview',
	legal_case: 'Legal case',
	legislation: 'Law',
	manuscript: 'Manuscript',
	'paper-conference': 'Conference paper',
	pamphlet: 'Pamphlet',
	personal_communication: 'Letter or message',
	post: 'Post',
	'post-weblog': 'Blog post',
	report: 'Report',
	review: 'Review',
	speech: 'Speech',
	thesis: 'Thesis',
	treaty: 'Treaty',
	webpage: 'Web page',
}

/** A field's value as it stands in its field: '' where there is none. */
export function textOf(metadata: Metadata, { name, kind }: Field): string {
	const value = metadata[name]
	if (value === undefined) return ''
	if (typeof value === 'string') return value
	if (kind === 'date') return formatVagueDate(value as VagueDate)
	return writeNames(value as readonly Name[])
}
