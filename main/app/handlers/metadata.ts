import { basename } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import type { MetadataTable } from '../../../preload/calls/documents.ts'
import type { Input } from '../../../preload/contract.ts'
import type { Handlers } from '../dispatch.ts'
import { bytesOf } from '../importing/filebytes.ts'
import type { AppParts } from '../parts.ts'
import { type ColumnField, isColumnField } from './metadatacolumns.ts'
import { fitReferences, keptTable } from './metadatareferences.ts'
import { fitTable } from './metadatarows.ts'

/** Metadata of many documents at once, from a table matched by file name or from a bibliography. */
export function metadataHandlers({
	limits,
	ask,
	parsers,
	tokens,
}: AppParts): Handlers<'metadata.preview' | 'metadata.apply'> {
	async function fitted({ file, fields, keep }: Input<'metadata.preview'>): Promise<MetadataTable> {
		const path = tokens.pathOf(file)
		const bytes = await bytesOf(path, limits.tableSize)
		const source = { fileName: basename(path), bytes }
		const documents = await ask('documents.list', {})
		const { signal } = new AbortController()
		if (/\.(bib|bibtex|biblatex|ris|rdf|json)$/i.test(path)) {
			const { references, warnings } = await parsers.references(source, signal)
			return fitReferences(references, warnings, documents, keep ?? true)
		}
		const rows = await parsers.table(source, signal)
		const table = fitTable(rows, fields ? fields.map(columnField) : null, documents)
		return keep ? keptTable(table, documents) : table
	}
	return {
		'metadata.preview': fitted,
		'metadata.apply': async (input) => {
			const { kind, rows } = await fitted(input)
			return ask('metadata.patch', {
				patches: rows.flatMap(({ documents, patch }) => documents.map((document) => ({ document, patch }))),
				step: { name: `Fill metadata from ${kind === 'table' ? 'a table' : 'references'}` },
			})
		},
	}
}

function columnField(name: string | null): ColumnField | null {
	if (name === null || isColumnField(name)) return name
	throw new UserError('invalid', `There is no field “${name}”.`)
}
