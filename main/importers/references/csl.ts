import {
	type DateParts,
	longestFieldName,
	type Metadata,
	type Name,
	type VagueDate,
} from '../../../corpus/metadata.ts'
import { fillFromCell, type MetadataDraft } from '../../../corpus/metadatacells.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'

/** An item of CSL-JSON of which nothing is certain. */
export type Item = Readonly<Record<string, unknown>>

export const isItem = (value: unknown): value is Item =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const lines = [
	...['type', 'container-title', 'publisher', 'publisher-place', 'volume', 'issue', 'page'],
	...['DOI', 'ISBN', 'ISSN', 'URL', 'language', 'keyword'],
] as const

/**
 * Metadata from an item of CSL-JSON, also as programs write it that keep less to the rules: dates as words,
 * names as one text, numbers for texts, HTML in titles. What cannot be understood is left out.
 */
export function metadataOfItem(item: Item): Metadata {
	const draft: MetadataDraft = {}
	for (const field of lines) {
		const text = lineOf(item[field])
		if (text !== '') fillFromCell(draft, field, fieldText[field]?.(text) ?? text)
	}
	for (const field of ['author', 'editor', 'translator'] as const) {
		const names = namesOf(item[field])
		if (names.length > 0) draft[field] = names
	}
	for (const field of ['issued', 'accessed'] as const) {
		const date = dateOf(item[field])
		if (date !== null) draft[field] = date
	}
	for (const field of ['abstract', 'note'] as const) {
		const text = proseOf(item[field])
		if (text !== '') draft[field] = text
	}
	const citekey = citekeyOf(item)
	const fields = ownFields(item['custom'])
	return {
		...draft,
		title: lineOf(item['title']),
		...(citekey !== null && { citekey }),
		...(fields !== null && { fields }),
	}
}

/** UTF-16 code units of what is not prose. */
const longestLine = 10_000

const fieldText: Readonly<Record<string, (text: string) => string>> = {
	DOI: (text) => text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
	keyword: (text) =>
		text
			.split(/\s*[,;]\s*/)
			.filter((word) => word !== '')
			.join(', '),
	language: (text) => babelNames[text.toLowerCase()] ?? text,
}

/** Languages as LaTeX names them where that is not their name. */
const babelNames: Readonly<Record<string, string>> = {
	...{ american: 'en-US', usenglish: 'en-US', british: 'en-GB', ukenglish: 'en-GB', canadian: 'en-CA' },
	...{ ngerman: 'de', naustrian: 'de-AT', francais: 'fr', brazilian: 'pt-BR', brazil: 'pt-BR' },
	...{ portuges: 'pt', magyar: 'hu', farsi: 'fa', nynorsk: 'nn', norsk: 'nb' },
}

/** Tags that CSL and citation-js write into texts. */
const tags = /<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]{0,200})?>/gi

/** LaTeX puts accents on letters without their dots. */
function proseOf(value: unknown): string {
	if (typeof value === 'number') return String(value)
	if (typeof value !== 'string') return ''
	return value
		.replace(tags, '')
		.replaceAll('\r\n', '\n')
		.replace(/[ıȷ](?=[\u0300-\u036f])/g, (letter) => (letter === 'ı' ? 'i' : 'j'))
		.normalize('NFC')
		.toWellFormed()
		.trim()
}

const lineOf = (value: unknown): string => cut(proseOf(value).replace(/\s+/g, ' '))

const cut = (line: string): string => line.slice(0, longestLine).toWellFormed()

function citekeyOf(item: Item): string | null {
	const key = lineOf(item['citation-key'] ?? item['citekey'] ?? item['id'])
	// Programs that have no keys put addresses and titles there.
	return /^[\p{L}\p{N}][^\s{}(),"'#%~\\]{0,199}$/u.test(key) && !/^(https?:|\d+($|\/))/i.test(key)
		? key
		: null
}

function ownFields(custom: unknown): Readonly<Record<string, string>> | null {
	const fields = isItem(custom) ? custom['fields'] : null
	if (!isItem(fields)) return null
	const texts = Object.entries(fields).flatMap(([name, value]) =>
		typeof value === 'string' && value !== '' && isFieldName(name) ? [[name, value]] : [],
	)
	return texts.length > 0 ? Object.fromEntries(texts) : null
}

/** A record would not keep `__proto__` as a name like others. */
const isFieldName = (name: string): boolean =>
	name !== '' && name.length <= longestFieldName && name !== '__proto__'

const mostNames = 1000

function namesOf(value: unknown): readonly Name[] {
	if (!Array.isArray(value)) return []
	return value.slice(0, mostNames).flatMap((name) => nameOf(name) ?? [])
}

function nameOf(value: unknown): Name | null {
	if (typeof value === 'string') return lineOf(value) === '' ? null : { literal: lineOf(value) }
	if (!isItem(value)) return null
	const literal = lineOf(value['literal'])
	if (literal !== '') return { literal }
	const joined = (...parts: readonly string[]) =>
		cut(
			parts
				.map((part) => lineOf(value[part]))
				.filter((part) => part !== '')
				.join(' '),
		)
	const family = joined('dropping-particle', 'non-dropping-particle', 'family')
	const given = joined('given')
	const suffix = joined('suffix')
	if (family === '' || given === '') return family + given === '' ? null : { literal: family + given }
	return { family, given: suffix === '' ? given : cut(`${given}, ${suffix}`) }
}

function dateOf(value: unknown): VagueDate | null {
	if (typeof value === 'string' || typeof value === 'number') return parseVagueDate(lineOf(value))
	if (!isItem(value)) return null
	const parts = Array.isArray(value['date-parts']) ? value['date-parts'] : []
	const [from, to] = parts.map(partsOf)
	if (from) {
		const circa = value['circa'] !== undefined && value['circa'] !== false && value['circa'] !== 0
		return { from, ...(to && { to }), ...(circa && { circa }) }
	}
	const words = lineOf(value['literal']) || lineOf(value['raw'])
	return words === '' ? null : parseVagueDate(words)
}

function partsOf(value: unknown): DateParts | null {
	if (!Array.isArray(value)) return null
	const numbers = value.slice(0, 3).map(Number)
	const [year = 0, month = 0, day = 0] = numbers
	if (!Number.isInteger(year) || year === 0 || Math.abs(year) > 9999) return null
	if (!Number.isInteger(month) || month < 1 || month > 12) return [year]
	return Number.isInteger(day) && day >= 1 && day <= 31 ? [year, month, day] : [year, month]
}
