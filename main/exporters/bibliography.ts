import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { DateParts, Metadata, VagueDate } from '../../corpus/metadata.ts'

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

/** `references.bib`: BibTeX by citation-js, with our citekeys as labels. */
export function bibtex(documents: readonly Metadata[]): string {
	if (documents.length === 0) return ''
	const items = cslItems(documents).map((item) => ({ ...item, 'citation-key': item['id'] }))
	return `${String(plugins.output.format('bibtex', items)).trim()}\n`
}

function cslDate(date: VagueDate): object {
	if ('literal' in date) return { literal: date.literal, raw: date.literal }
	const parts: DateParts[] = date.to ? [date.from, date.to] : [date.from]
	return { 'date-parts': parts, ...(date.circa && { circa: true }) }
}
