import { basename } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import type { Input } from '../../../preload/contract.ts'
import type { Handlers } from '../dispatch.ts'
import { bytesOf } from '../importing/filebytes.ts'
import type { AppParts } from '../parts.ts'
import { type ColumnField, isColumnField } from './metadatacolumns.ts'
import { fitTable } from './metadatarows.ts'

/** Metadata of many documents at once, from a table matched by file name. */
export function metadataHandlers({
	limits,
	ask,
	parsers,
	tokens,
}: AppParts): Handlers<'metadata.preview' | 'metadata.apply'> {
	async function fitted({ file, fields }: Input<'metadata.preview'>) {
		const path = tokens.pathOf(file)
		const table = { fileName: basename(path), bytes: await bytesOf(path, limits.tableSize) }
		const rows = await parsers.table(table, new AbortController().signal)
		return fitTable(rows, fields ? fields.map(columnField) : null, await ask('documents.list', {}))
	}
	return {
		'metadata.preview': fitted,
		'metadata.apply': async (input) => {
			const { rows } = await fitted(input)
			return ask('metadata.patch', {
				patches: rows.flatMap(({ documents, patch }) => documents.map((document) => ({ document, patch }))),
				step: { name: 'Fill metadata from a table' },
			})
		},
	}
}

function columnField(name: string | null): ColumnField | null {
	if (name === null || isColumnField(name)) return name
	throw new UserError('invalid', `There is no field “${name}”.`)
}
