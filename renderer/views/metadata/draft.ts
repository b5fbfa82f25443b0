import type { Metadata, MetadataField } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import { formatVagueDate, parseVagueDate } from '../../../corpus/vaguedate.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'
import { type Field, fields, textOf } from './fields.ts'

/** What the reader has typed into fields; fields that are absent were not touched. */
export type Touched = ReadonlyMap<MetadataField, string>

/** What the documents say in a field: one text, or several different ones. */
export type Common = { readonly kind: 'one'; readonly text: string } | { readonly kind: 'several' }

export function commonText(documents: readonly Metadata[], field: Field): Common {
	const texts = new Set(documents.map((metadata) => textOf(metadata, field)))
	const [text = ''] = texts
	return texts.size > 1 ? { kind: 'several' } : { kind: 'one', text }
}

/** What is wrong with a text, as a sentence; null: nothing. */
export function problemOf(field: Field, text: string): string | null {
	if (field.name === 'title' && text.trim() === '') return 'A title is needed.'
	if (field.kind === 'link' && text.trim() !== '' && !/^https?:\/\/\S+$/i.test(text.trim()))
		return 'An address begins with http:// or https://.'
	return null
}

/** What Commonplace understands of a text, where that is not plain: dates and names. null: nothing to say. */
export function readingOf(field: Field, text: string): string | null {
	if (text.trim() === '') return null
	if (field.kind === 'date') {
		const date = parseVagueDate(text)
		if (!date) return null
		return 'literal' in date
			? 'Kept as words: no calendar date is named.'
			: `Read as ${formatVagueDate(date)}.`
	}
	if (field.kind !== 'names') return null
	const names = parseNames(text).map((name) =>
		'literal' in name ? name.literal : name.given ? `${name.given} ${name.family}` : name.family,
	)
	const whole = text.includes('{') ? ' Braces keep a name whole.' : ''
	return `${names.length === 1 ? 'One name' : `${names.length} names`}: ${names.join(', ')}.${whole}`
}

/** The change that was typed; null while something in it is wrong. An empty field is taken away. */
export function patchOf(touched: Touched): MetadataPatch | null {
	const patch: Partial<Record<MetadataField, unknown>> = {}
	for (const field of fields) {
		const text = touched.get(field.name)
		if (text === undefined) continue
		if (problemOf(field, text) !== null) return null
		patch[field.name] = valueFrom(field, text)
	}
	return patch as MetadataPatch
}

function valueFrom({ kind }: Field, text: string): unknown {
	const trimmed = text.trim()
	if (trimmed === '') return null
	switch (kind) {
		case 'names':
			return parseNames(trimmed)
		case 'date':
			return parseVagueDate(trimmed)
		case 'line':
		case 'link':
		case 'type':
			return trimmed
		case 'prose':
			return text
	}
}
