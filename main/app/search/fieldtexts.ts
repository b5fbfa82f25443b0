import type { Metadata, VagueDate } from '../../../corpus/metadata.ts'
import { formatNames } from '../../../corpus/names.ts'
import { formatVagueDate } from '../../../corpus/vaguedate.ts'

/** The fields of a document that search looks into, as the texts that people read there. */
export function fieldTexts(metadata: Metadata): readonly { readonly field: string; readonly text: string }[] {
	const { author, editor, translator, issued, accessed: _accessed, ...rest } = metadata
	const names = Object.entries({ author, editor, translator }).map(([field, value]) => ({
		field,
		text: formatNames(value ?? []),
	}))
	const { title, fields, ...texts } = rest
	const others = Object.entries(texts).map(([field, text]) => ({ field, text }))
	return [
		{ field: 'title', text: title },
		...names,
		{ field: 'issued', text: dateText(issued) },
		...others,
		...Object.entries(fields ?? {}).map(([field, text]) => ({ field, text })),
	].filter(({ text }) => text !== '')
}

const dateText = (date: VagueDate | undefined) => (date ? formatVagueDate(date) : '')
