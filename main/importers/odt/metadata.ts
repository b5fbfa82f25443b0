import type { Metadata } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { languageTag } from '../languagetag.ts'
import { child, children, textOf, type XmlElement } from '../xml/xml.ts'

/**
 * What `office:meta` says of a document.
 *
 * @param language the one that its styles name, where the metadata name none
 */
export function metadataOf(meta: XmlElement | null, language: string | null): Metadata {
	const said = (name: string): string | null => {
		const found = meta && child(meta, name)
		return (found && textOf(found).trim().replace(/\s+/g, ' ')) || null
	}
	const author = parseNames(said('initial-creator') ?? said('creator') ?? '')
	const day = /^\d{4}-\d\d-\d\d/.exec(said('creation-date') ?? said('date') ?? '')?.[0]
	const issued = day === undefined ? null : parseVagueDate(day)
	const keywords = meta === null ? [] : children(meta, 'keyword').map((each) => textOf(each).trim())
	const known = {
		language: languageTag(said('language')) ?? languageTag(language),
		abstract: said('description'),
		keyword: keywords.filter((each) => each !== '').join(', '),
		note: said('subject'),
	}
	return {
		title: said('title') ?? '',
		...(author.length > 0 && { author }),
		...(issued !== null && { issued }),
		...Object.fromEntries(Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : []))),
	}
}
