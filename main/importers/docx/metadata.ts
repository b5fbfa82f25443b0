import type { Metadata, VagueDate } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { languageTag } from '../languagetag.ts'
import { child, textOf, type XmlElement } from '../xml/xml.ts'

/**
 * What the properties of an Office document say of it (`docProps/core.xml`).
 *
 * @param language the one that most of the text is in, where the properties name none
 */
export function metadataOf(core: XmlElement | null, language: string | null): Metadata {
	const said = (name: string): string | null => {
		const found = core && child(core, name)
		return (found && textOf(found).trim().replace(/\s+/g, ' ')) || null
	}
	const author = parseNames(said('creator') ?? '')
	const issued = dayOf(said('created'))
	const known = {
		language: languageTag(said('language')) ?? languageTag(language),
		abstract: said('description'),
		keyword: said('keywords'),
		note: said('subject'),
	}
	return {
		title: titleOf(said('title') ?? ''),
		...(author.length > 0 && { author }),
		...(issued !== null && { issued }),
		...Object.fromEntries(Object.entries(known).flatMap(([name, value]) => (value ? [[name, value]] : []))),
	}
}

/** Programs fill in the names of templates and of files. */
const titleOf = (title: string): string =>
	/^(normal(\.dot[mx]?)?|document ?\d*|untitled|.*\.dot[mx]?)$/i.test(title)
		? ''
		: title.replace(/^microsoft word - /i, '').replace(/\.docx?$/i, '')

/** The day of a time such as `2024-05-01T10:00:00Z`; years before computers are programs' defaults. */
function dayOf(time: string | null): VagueDate | null {
	const day = /^(\d{4})-\d\d-\d\d/.exec(time ?? '')
	return day === null || Number(day[1]) <= 1980 ? null : parseVagueDate(day[0])
}
