import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Metadata, Name, VagueDate } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { languageTag } from '../languagetag.ts'
import { lineOf, type Values, valuesOf } from './values.ts'

/** What a file says of itself: its Info dictionary and its XMP packet, of which the latter is believed first. */
export interface Said {
	readonly info: Values
	readonly xmp: (name: string) => unknown
}

export async function saidBy(pdf: PDFDocumentProxy): Promise<Said> {
	try {
		const { info, metadata } = await pdf.getMetadata()
		return { info: valuesOf(info), xmp: (name) => metadata?.get(name) }
	} catch {
		return { info: {}, xmp: () => undefined }
	}
}

/**
 * @param heading the largest heading of the first page, or ''
 * @param beginning the text of the first page: an article's DOI stands there
 */
export function metadataOf({ info, xmp }: Said, heading: string, beginning: string): Metadata {
	const first = (...names: readonly string[]): string | null => {
		for (const name of names) {
			const value = xmp(name)
			const line = lineOf(Array.isArray(value) ? value[0] : value)
			if (line !== null) return line
		}
		return null
	}
	const title = sensibleTitle(first('dc:title')) ?? sensibleTitle(lineOf(info['Title'])) ?? heading
	const author = authorsOf(xmp('dc:creator'), lineOf(info['Author']))
	const pages = [first('prism:startingpage'), first('prism:endingpage')].filter((page) => page !== null)
	const journal = first('prism:publicationname')
	const doi = doiIn(first('prism:doi', 'pdfx:doi', 'dc:identifier')) ?? doiIn(beginning)
	const found = {
		type: journal === null ? null : 'article-journal',
		'container-title': journal,
		volume: first('prism:volume'),
		issue: first('prism:number', 'prism:issueidentifier'),
		page: first('prism:pagerange') ?? (pages.join('–') || null),
		ISSN: first('prism:issn', 'prism:eissn'),
		ISBN: first('prism:isbn'),
		publisher: first('dc:publisher'),
		DOI: doi,
		language: languageTag(first('dc:language')) ?? languageTag(lineOf(info['Language'])),
		keyword: first('pdf:keywords') ?? lineOf(info['Keywords']),
	}
	const known: Partial<Metadata> = Object.fromEntries(
		Object.entries(found).filter((entry) => entry[1] !== null),
	)
	// When the file itself was made says nothing of the work: a scan of today may be of a book of 1900.
	const day = first('dc:date')?.slice(0, 10) ?? null
	const isMade = day !== null && first('xmp:createdate')?.slice(0, 10) === day
	const issued = dateOf(first('prism:publicationdate', 'prism:coverdate') ?? (isMade ? null : day))
	return { ...known, title, ...(author.length > 0 && { author }), ...(issued !== null && { issued }) }
}

/** A title that was written as one: not the name of a file, nor what a program puts there. */
function sensibleTitle(title: string | null): string | null {
	const bare = title?.replace(/^Microsoft (?:Word|PowerPoint) - /, '').trim() ?? ''
	const isName = /\.(?:docx?|pdf|tex|dvi|indd|rtf|odt|pptx?|qxd|pmd|xlsx?|ps|html?)$/i.test(bare)
	const isNothing = /^(?:untitled|title|document\d*|no title|slide 1|ohne titel|none|null|\W*)$/i.test(bare)
	return isName || isNothing ? null : bare
}

function authorsOf(creators: unknown, author: string | null): readonly Name[] {
	const listed = Array.isArray(creators) ? creators.slice(0, 500).flatMap((each) => lineOf(each) ?? []) : []
	const names = listed.flatMap((name) => parseNames(name))
	const found = names.length > 0 ? names : author === null ? [] : parseNames(author)
	return found.filter(
		(name) => !('literal' in name && /^(?:unknown|author|user|admin\w*|owner)$/i.test(name.literal)),
	)
}

const dateOf = (written: string | null): VagueDate | null =>
	written === null ? null : parseVagueDate(written.replace(/T.*$/, ''))

function doiIn(text: string | null): string | null {
	const found = /\b10\.\d{4,9}\/[^\s"<>{}|]+/.exec(text ?? '')?.[0].replace(/[.,;:)\]]+$/, '')
	return found ?? null
}
