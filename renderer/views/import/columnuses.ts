import { longestFieldName } from '../../../corpus/metadata.ts'
import type { ColumnUse } from '../../../corpus/tablereading.ts'
import { fields } from '../metadata/fields.ts'

/** One use of a column among which the reader chooses. */
export interface UseOption {
	/** As the value of an `option`. */
	readonly value: string
	readonly label: string
}

/** What most tables of texts have, by CSL's names and those for people. */
const usual: readonly UseOption[] = [
	{ value: 'text', label: 'Text' },
	{ value: 'title', label: 'Title' },
	{ value: 'author', label: 'Author' },
	{ value: 'issued', label: 'Date' },
	{ value: 'container-title', label: 'Source' },
	{ value: 'URL', label: 'Address' },
	{ value: 'language', label: 'Language' },
	{ value: 'key', label: 'Row key' },
	{ value: 'own', label: 'Own field' },
]

const others: readonly UseOption[] = fields.flatMap(({ name, label }) =>
	name === 'citekey' || usual.some(({ value }) => value === name) ? [] : [{ value: name, label }],
)

export const useOptions = { usual, others }

export function useValue(use: ColumnUse | null): string {
	if (use === null) return ''
	return use.kind === 'metadata' ? use.field : use.kind
}

/** @param column the column's name, which an own field takes over */
export function useFrom(value: string, column: string): ColumnUse | null {
	if (value === 'text' || value === 'key') return { kind: value }
	if (value === 'own') {
		const name = column.replace(/\s+/g, ' ').trim().slice(0, longestFieldName).toWellFormed()
		return { kind: 'own', name: name === '__proto__' ? 'proto' : name }
	}
	const field = fields.find(({ name }) => name === value)?.name
	return field === undefined || field === 'citekey' ? null : { kind: 'metadata', field }
}

/** The uses with one column's changed: of a key and of each field there is only one column, the new one. */
export function withUse(
	uses: readonly (ColumnUse | null)[],
	index: number,
	use: ColumnUse | null,
): readonly (ColumnUse | null)[] {
	return uses.map((each, at) => {
		if (at === index) return use
		const isSame =
			use !== null && use.kind !== 'text' && use.kind !== 'own' && useValue(each) === useValue(use)
		return isSame ? null : each
	})
}
