import type { Metadata } from '../../../corpus/metadata.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'

/** One field of the reader's own, as it stands in its two inputs. */
export interface OwnField {
	/** The name under which the documents have it; null: it is being added. */
	readonly was: string | null
	readonly name: string
	/** Null: the documents differ in it, and it was not touched. */
	readonly value: string | null
}

/** The fields that any of these documents has, in the order in which they are met. */
export function ownFieldsOf(documents: readonly Metadata[]): readonly OwnField[] {
	const names = new Set(documents.flatMap(({ fields }) => Object.keys(fields ?? {})))
	return [...names].map((name) => {
		const values = new Set(documents.map(({ fields }) => fields?.[name] ?? ''))
		const [value = ''] = values
		return { was: name, name, value: values.size > 1 ? null : value }
	})
}

/** Every name that is in use, sorted: to choose from rather than to misspell. */
export const ownNames = (documents: Iterable<Metadata>): readonly string[] =>
	[...new Set([...documents].flatMap(({ fields }) => Object.keys(fields ?? {})))].toSorted((a, b) =>
		a.localeCompare(b),
	)

/** What is wrong with a row among the others, as a sentence; null: nothing. */
export function ownProblemOf(row: OwnField, rows: readonly OwnField[]): string | null {
	const name = row.name.trim()
	if (name === '') return row.value === '' ? null : 'Give the field a name.'
	if (name === '__proto__') return 'No field can have this name.'
	return rows.filter((each) => each.name.trim() === name).length > 1
		? `There are two fields named “${name}”.`
		: null
}

/** The change from the fields that the documents have to these rows; null while something is wrong in them. */
export function ownPatchOf(
	before: readonly OwnField[],
	rows: readonly OwnField[],
): NonNullable<MetadataPatch['fields']> | null {
	if (rows.some((row) => ownProblemOf(row, rows) !== null)) return null
	const gone = before.flatMap(({ was }) => (was === null || rows.some((row) => row.was === was) ? [] : [was]))
	const patch: Record<string, string | null> = Object.fromEntries(gone.map((name) => [name, null]))
	for (const { was, name, value } of rows) {
		const to = name.trim()
		if (was !== null && was !== to) patch[was] = null
		const old = before.find((each) => each.was === was && was === to)
		if (to !== '' && value !== null && value !== old?.value) patch[to] = value.trim() === '' ? null : value
	}
	return patch
}
