import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { DateParts, Metadata, Name, VagueDate } from '../../corpus/metadata.ts'

/**
 * CSL-JSON as citation programs read it: dates as `date-parts`, the citekey as the item's id, the reader's own
 * fields in `custom`.
 */
export function cslItems(documents: readonly Metadata[]): readonly Readonly<Record<string, unknown>>[] {
	return documents.map(({ citekey, issued, accessed, type, fields, ...rest }) => ({
		id: citekey ?? rest.title,
		type: type ?? 'document',
		...rest,
		...(issued && { issued: cslDate(issued) }),
		...(accessed && { accessed: cslDate(accessed) }),
		...(fields && { custom: { fields } }),
	}))
}

/** `references.json`: CSL-JSON, two spaces, in the order given. */
export const cslJson = (documents: readonly Metadata[]): string =>
	`${JSON.stringify(cslItems(documents), null, 2)}\n`

/** `references.bib`: BibTeX in UTF-8 by citation-js, with our citekeys as labels. */
export function bibtex(documents: readonly Metadata[]): string {
	if (documents.length === 0) return ''
	// Else it leaves letters out that LaTeX has no command for: all Chinese, and many of Vietnamese.
	plugins.config.get('@bibtex').format.asciiOnly = false
	const items = cslItems(documents.map(escaped)).map((item) => ({ ...item, 'citation-key': item['id'] }))
	return `${String(plugins.output.format('bibtex', items)).trim()}\n`
}

const verbatim: ReadonlySet<string> = new Set(['type', 'URL', 'DOI', 'citekey'])

/** With the signs that mean something to LaTeX written as letters. */
function escaped(metadata: Metadata): Metadata {
	const fields = Object.entries(metadata).map(([field, value]): readonly [string, unknown] => {
		if (verbatim.has(field)) return [field, value]
		if (typeof value === 'string') return [field, escapedText(value)]
		return [field, Array.isArray(value) ? value.map(escapedName) : value]
	})
	return { ...Object.fromEntries(fields), title: escapedText(metadata.title) }
}

function escapedName(name: Name): Name {
	if (!('literal' in name))
		return {
			family: escapedText(name.family),
			...(name.given !== undefined && { given: escapedText(name.given) }),
		}
	const literal = escapedText(name.literal)
	// In braces "and" parts no names.
	return { literal: / and /i.test(literal) ? `{${literal}}` : literal }
}

const commands: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
}

const escapedText = (text: string): string =>
	text.replace(/[\\~^&%$#_{}]/g, (sign) => commands[sign] ?? `\\${sign}`)

function cslDate(date: VagueDate): object {
	if ('literal' in date) return { literal: date.literal, raw: date.literal }
	const parts: DateParts[] = date.to ? [date.from, date.to] : [date.from]
	return { 'date-parts': parts, ...(date.circa && { circa: true }) }
}
