import type { DocumentRow } from '../../../corpus/entities.ts'
import type { Reference } from '../../../corpus/reference.ts'
import type { MetadataTable } from '../../../preload/calls/documents.ts'
import { matchReferences } from '../references/matching.ts'
import { patchFrom, remaining } from '../references/patching.ts'

/** Titles of entries that belong to no document. */
const mostNamed = 100

/**
 * What a bibliography would change in the library.
 *
 * @param warnings of the parser; they are shown with the first row
 * @param keep only empty fields are filled
 */
export function fitReferences(
	references: readonly Reference[],
	warnings: readonly string[],
	documents: readonly DocumentRow[],
	keep: boolean,
): MetadataTable {
	const { matches, unmatched } = matchReferences(references, documents, new Map(), (file) => file)
	return {
		kind: 'references',
		columns: [],
		fields: [],
		unmatched: {
			count: unmatched.length,
			titles: unmatched.slice(0, mostNamed).map(({ metadata, files }) => metadata.title || (files[0] ?? '')),
		},
		rows: matches.map(({ reference, document, by }, index) => ({
			cells: [],
			documents: [document.id],
			by,
			patch: patchFrom(reference.metadata, document.metadata, keep),
			problems: index === 0 ? warnings : [],
		})),
	}
}

/** A table that fills only empty fields: a row for each document, since they differ in these. */
export function keptTable(table: MetadataTable, documents: readonly DocumentRow[]): MetadataTable {
	const known = new Map(documents.map(({ id, metadata }) => [id, metadata]))
	const rows = table.rows.flatMap((row) =>
		row.documents.map((document) => {
			const { fields = {}, ...patch } = row.patch
			const metadata = known.get(document) ?? { title: '' }
			const own = remaining(fields, metadata.fields ?? {}, () => true)
			const rest = remaining(patch, metadata, () => true)
			return {
				...row,
				documents: [document],
				patch: Object.keys(own).length > 0 ? { ...rest, fields: own } : rest,
			}
		}),
	)
	return { ...table, rows }
}
