/** A format that can be imported. */
export interface Format {
	/** For people, in the middle of a sentence. */
	readonly name: string
	/** Stored with each version: which importer read it. */
	readonly importer: ImporterName
	/** Counts up whenever the same bytes may give another reading text. */
	readonly version: number
	/** The files' media type. */
	readonly mediaType: string
	/** Of its files: lower case, without the dot; the usual one first. */
	readonly endings: readonly string[]
}

export type ImporterName =
	| 'text'
	| 'subtitles'
	| 'rtf'
	| 'mhtml'
	| 'markdown'
	| 'html'
	| 'table'
	| 'pdf'
	| 'docx'
	| 'odt'
	| 'epub'

/**
 * Every format, those first that readers ask for most. Files of other endings are refused before they are
 * read. This file stands apart from the importers themselves, so that the application can name formats
 * without loading them.
 */
export const formats: readonly Format[] = [
	{ name: 'PDF', importer: 'pdf', version: 1, mediaType: 'application/pdf', endings: ['pdf'] },
	{
		name: 'Word (DOCX)',
		importer: 'docx',
		version: 1,
		mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		endings: ['docx', 'docm', 'dotx', 'dotm'],
	},
	{
		name: 'EPUB',
		importer: 'epub',
		version: 1,
		mediaType: 'application/epub+zip',
		endings: ['epub'],
	},
	{
		name: 'OpenDocument text (ODT)',
		importer: 'odt',
		version: 1,
		mediaType: 'application/vnd.oasis.opendocument.text',
		endings: ['odt', 'fodt', 'ott'],
	},
	{ name: 'RTF', importer: 'rtf', version: 1, mediaType: 'application/rtf', endings: ['rtf'] },
	{ name: 'HTML', importer: 'html', version: 2, mediaType: 'text/html', endings: ['html', 'htm', 'xhtml'] },
	{
		name: 'MHTML',
		importer: 'mhtml',
		version: 1,
		mediaType: 'multipart/related',
		endings: ['mhtml', 'mht'],
	},
	{
		name: 'Markdown',
		importer: 'markdown',
		version: 1,
		mediaType: 'text/markdown',
		endings: ['md', 'markdown', 'mdown', 'mkd'],
	},
	{ name: 'text', importer: 'text', version: 1, mediaType: 'text/plain', endings: ['txt', 'text'] },
	{
		name: 'subtitles',
		importer: 'subtitles',
		version: 1,
		mediaType: 'text/vtt',
		endings: ['srt', 'vtt'],
	},
	{
		name: 'tables of texts',
		importer: 'table',
		version: 1,
		mediaType: 'text/csv',
		endings: ['csv', 'tsv', 'tab', 'xlsx', 'jsonl', 'ndjson'],
	},
]

/** @throws where no such importer is: a bug */
export function formatOf(importer: ImporterName): Format {
	const format = formats.find((each) => each.importer === importer)
	if (format === undefined) throw new Error(`There is no importer named ${importer}.`)
	return format
}

const office = 'Open it in Word or LibreOffice, save it as .docx or .odt, and add that file.'
const pages = 'Save or print it as a PDF and add that file.'
const table = 'Save it as .xlsx or .csv and add that file.'

/** What to do with files that cannot be read themselves, by their endings; sentences. */
export const remedies: ReadonlyMap<string, string> = new Map([
	['doc', `This is a document of an old Word. ${office}`],
	['dot', `This is a template of an old Word. ${office}`],
	['wpd', `This is a document of WordPerfect. ${office}`],
	['sxw', `This is a document of an old OpenOffice. ${office}`],
	['pages', 'This is a document of Apple Pages. Export it as Word or PDF and add that file.'],
	['xls', `This is a table of an old Excel. ${table}`],
	['ods', `This is a table of LibreOffice. ${table}`],
	['numbers', `This is a table of Apple Numbers. ${table}`],
	['ppt', `This is a presentation. ${pages}`],
	['pptx', `This is a presentation. ${pages}`],
	['odp', `This is a presentation. ${pages}`],
	['key', `This is a presentation. ${pages}`],
])
